"""Stories, topics and sides as tables."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from audiatur.hub.sources.models import Source


class Topic(models.Model):
    """A conflict as the hub frames it."""

    slug = models.SlugField(max_length=64, unique=True)
    name = models.CharField(max_length=200)
    description = models.TextField(blank=True, help_text="Neutral: what the conflict is about and who is party to it.")
    position = models.PositiveIntegerField(default=0)

    class Meta:
        """Order."""

        ordering = ("position", "name")

    def __str__(self) -> str:
        return self.name


class Side(models.Model):
    """A side of a topic, as the editor defines it. A source or speaker can be on one, on several or on none."""

    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="sides")
    slug = models.SlugField(max_length=64)
    name = models.CharField(max_length=200)
    position = models.PositiveIntegerField(default=0)
    sources = models.ManyToManyField(Source, related_name="sides", blank=True)

    class Meta:
        """Order and integrity."""

        ordering = ("topic", "position", "name")
        constraints = [models.UniqueConstraint(fields=("topic", "slug"), name="side_slug_in_topic")]

    def __str__(self) -> str:
        return f"{self.topic}: {self.name}"


class Story(models.Model):
    """One event as told by several outlets. A merged story redirects forever."""

    uid = models.CharField(max_length=20, unique=True)
    created = models.DateTimeField()
    first_published = models.DateTimeField()
    last_published = models.DateTimeField(db_index=True)
    language = models.CharField(max_length=3, blank=True)
    redirect_to = models.ForeignKey("self", on_delete=models.PROTECT, related_name="redirected", null=True)
    merged = models.DateTimeField(null=True, help_text="When it became part of the other; empty where that is unknown.")
    merged_by = models.ForeignKey(
        "StoryDecision",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        help_text="The editor's decision by which it did; empty where the hub did it by itself.",
    )

    class Meta:
        """Names and integrity."""

        verbose_name_plural = "stories"
        ordering = ("-last_published", "-id")
        constraints = [
            models.CheckConstraint(
                condition=Q(redirect_to__isnull=True) | ~Q(redirect_to=F("id")), name="story_no_redirect_to_itself"
            ),
        ]

    def __str__(self) -> str:
        return self.uid
