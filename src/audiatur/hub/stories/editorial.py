"""What editors decide about stories, and which stories are near each other, as tables."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from audiatur.hub.articles.models import Article
from audiatur.hub.stories.models import Story


class StoryAct(models.TextChoices):
    """What an editor did to a story."""

    MERGE = "merge", "merged"
    SPLIT = "split", "split"
    MOVE = "move", "article moved"
    PIN = "pin", "article pinned"
    FIX = "fix", "kept as it is"


class StoryDecision(models.Model):
    """An editor's decision; until it is undone it holds over every later grouping.

    ``story`` is the story that it made or keeps, ``other`` the one that the articles came from; null for pins.
    """

    act = models.CharField(max_length=5, choices=StoryAct)
    story = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="decisions")
    other = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="+", null=True)
    note = models.TextField("why", blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    by_name = models.CharField(max_length=150)
    made = models.DateTimeField()
    undone = models.DateTimeField(null=True, db_index=True)
    undone_by = models.CharField(max_length=150, blank=True)

    class Meta:
        """Names, order and integrity."""

        verbose_name = "decision about a story"
        verbose_name_plural = "decisions about stories"
        ordering = ("-made", "-id")
        constraints = [
            models.CheckConstraint(condition=Q(act__in=StoryAct.values), name="story_act_known"),
            models.CheckConstraint(
                condition=Q(other__isnull=True) | ~Q(other=F("story")), name="story_decision_between_two"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_act_display()}: {self.story}"


class Placement(models.Model):
    """An article that a decision puts or keeps in a story; of several that hold, the newest counts.

    ``before`` is the story in which it was found.
    """

    decision = models.ForeignKey(StoryDecision, on_delete=models.CASCADE, related_name="placements", db_index=False)
    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="placements")
    story = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="placements")
    before = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """Integrity."""

        constraints = [models.UniqueConstraint(fields=("decision", "article"), name="placement_once_per_decision")]

    def __str__(self) -> str:
        return f"{self.article_id} in {self.story_id}"


class Meaning(models.Model):
    """What an article says as the sentence encoder puts it, a byte a number: encoding it again would take minutes.

    ``sketch`` has its weighted terms, so that its text need not be read again; null where it was never grouped so.
    """

    article = models.OneToOneField(Article, on_delete=models.CASCADE, related_name="meaning")
    vector = models.BinaryField()
    sketch = models.BinaryField(null=True)

    def __str__(self) -> str:
        return str(self.article_id)


class Kind(models.TextChoices):
    """How two stories belong together."""

    NEAR = "near"
    SAME = "same", "possibly the same"
    LINK = "link", "possibly the same, in another language"


class Kinship(models.Model):
    """Two stories that are alike; found by analysis, so it can be found again. ``likeness`` is in (0, 1]."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="kin", db_index=False)
    other = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=4, choices=Kind)
    likeness = models.FloatField()

    class Meta:
        """Names and integrity."""

        verbose_name_plural = "kinships"
        constraints = [
            models.UniqueConstraint(fields=("story", "other"), name="kinship_once"),
            models.CheckConstraint(condition=~Q(story=F("other")), name="kinship_of_two"),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="kinship_kind_known"),
            models.CheckConstraint(condition=Q(likeness__gt=0, likeness__lte=1), name="kinship_likeness"),
        ]

    def __str__(self) -> str:
        return f"{self.story_id} and {self.other_id}"
