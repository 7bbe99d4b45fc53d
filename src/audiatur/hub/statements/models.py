"""Statements and speakers as tables. A statement is spans of one stored version and nothing else."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from audiatur.hub.articles.models import Version
from audiatur.hub.stories.models import Side


class Speaker(models.Model):
    """Somebody or something that speaks, by the fullest name that the articles give."""

    slug = models.SlugField(max_length=120, unique=True, allow_unicode=True)
    name = models.CharField(max_length=300)
    key = models.CharField(max_length=300, unique=True, help_text="The name without case and spacing.")
    type = models.CharField(max_length=12, blank=True)
    sides = models.ManyToManyField(Side, related_name="speakers", blank=True)

    class Meta:
        """Order."""

        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class Statement(models.Model):
    """Who said what in one version; every span indexes that version's ``reading``."""

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="statements")
    index = models.PositiveIntegerField()
    speaker = models.ForeignKey(Speaker, on_delete=models.PROTECT, related_name="statements", null=True)
    kind = models.CharField(max_length=8)
    class_name = models.CharField("class", max_length=12)
    name = models.CharField(max_length=300, blank=True)
    role = models.CharField(max_length=300, blank=True)
    speaker_type = models.CharField(max_length=12, blank=True)
    mention = models.JSONField(null=True)
    cue = models.JSONField(null=True)
    content = models.JSONField()
    quoted = models.JSONField(default=list)
    date = models.CharField(max_length=10, blank=True, help_text="Of the utterance, ISO 8601 at the precision known.")
    date_text = models.JSONField(null=True)
    inherited = models.BooleanField(default=False)
    place = models.JSONField(null=True)
    addressee = models.JSONField(null=True)
    parent_index = models.PositiveIntegerField(null=True)
    confidence = models.FloatField()
    reach = models.PositiveIntegerField(
        help_text="How many characters of the text a reader must be allowed to see for it; 0 if it is in the title."
    )

    class Meta:
        """Order and integrity."""

        ordering = ("version", "index")
        constraints = [
            models.UniqueConstraint(fields=("version", "index"), name="statement_index_unique"),
            models.CheckConstraint(condition=Q(confidence__gte=0) & Q(confidence__lte=1), name="statement_confidence"),
        ]

    def __str__(self) -> str:
        return f"{self.version_id}#{self.index}"
