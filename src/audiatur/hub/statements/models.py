"""Statements and speakers as tables. A statement is spans of one stored version and nothing else."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from audiatur.hub.articles.models import Version
from audiatur.hub.sources.models import Source
from audiatur.hub.stories.models import Side


class Speaker(models.Model):
    """Somebody or something that speaks, under the name by which pages tell of them. Found again by ``names``."""

    slug = models.SlugField(max_length=120, unique=True, allow_unicode=True)
    name = models.CharField(max_length=300)
    type = models.CharField(max_length=12, blank=True)
    sides = models.ManyToManyField(Side, related_name="speakers", blank=True)
    merged_into = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        related_name="merged",
        null=True,
        help_text="An editor found them to be one; the address leads there forever.",
    )

    class Meta:
        """Order and integrity."""

        ordering = ("name",)
        constraints = [
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")), name="speaker_not_merged_into_itself"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class NamedBy(models.TextChoices):
    """Who decided that a spelling is a speaker's."""

    READER = "reader"
    EDITOR = "editor"


class SpeakerName(models.Model):
    """A spelling, and whose it is. What an editor decided about one is never decided again by the reader."""

    speaker = models.ForeignKey(Speaker, on_delete=models.PROTECT, related_name="names")
    spelling = models.CharField(max_length=300)
    key = models.CharField(max_length=300, unique=True, help_text="The spelling without case and spacing.")
    surname = models.CharField(max_length=100, blank=True, db_index=True, help_text="Of a person, folded.")
    plain = models.CharField(max_length=100, blank=True, db_index=True, help_text="Of a person, without marks.")
    by = models.CharField(max_length=6, choices=NamedBy, default=NamedBy.READER)

    class Meta:
        """Order and integrity."""

        ordering = ("spelling",)
        constraints = [models.CheckConstraint(condition=Q(by__in=NamedBy.values), name="speaker_name_by_known")]

    def __str__(self) -> str:
        return self.spelling


class State(models.TextChoices):
    """Whether a statement of a version counts."""

    CURRENT = "current", _("Current")
    WITHDRAWN = "withdrawn", _("no longer found by the reader of the hub")
    REJECTED = "rejected", _("an editor found that it is no statement")


class Found(models.TextChoices):
    """Who found a statement."""

    READER = "reader"
    EDITOR = "editor"


class StatementRows(models.QuerySet["Statement"]):
    """Statements, asked for in the hub's words."""

    def told(self) -> StatementRows:
        """Those that count, of whatever version."""
        return self.filter(state=State.CURRENT)

    def listed(self) -> StatementRows:
        """Those that count in the versions that were the latest when they were analysed, for counts and order.

        An article that changed since has no statement here; what is shown is of the latest version all the same.
        """
        return self.told().filter(newest=True)

    def told_now(self) -> StatementRows:
        """Those that count in the latest version of their article."""
        return self.told().filter(version__article__latest=F("version"))


class Statement(models.Model):
    """Who said what in one version; every span indexes that version's ``reading``.

    A row is never deleted: ``uid`` is part of an address that others may have kept. Its columns are what counts, an
    editor's corrections included; ``derived`` holds what the reader had found in the columns that were corrected.
    """

    uid = models.CharField(
        max_length=16, db_index=True, default="", help_text="Part of its address; the same in every version."
    )
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="statements")
    index = models.PositiveIntegerField()
    state = models.CharField(max_length=9, choices=State, default=State.CURRENT)
    found_by = models.CharField(max_length=6, choices=Found, default=Found.READER)
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
    # Said again here, so that lists are counted and ordered without looking into articles.
    source = models.ForeignKey(
        Source, on_delete=models.PROTECT, related_name="+", null=True, db_index=False, help_text="Of its article."
    )
    published = models.DateTimeField(null=True, help_text="When its article appeared.")
    newest = models.BooleanField(
        default=False, help_text="Whether its version was the article's latest when it was last analysed."
    )
    derived = models.JSONField(default=dict, help_text="What the reader found in columns that an editor corrected.")

    objects = StatementRows.as_manager()

    class Meta:
        """Order and integrity."""

        ordering = ("version", "index")
        indexes = [
            models.Index(
                F("speaker"),
                F("published").desc(),
                F("source"),
                F("reach"),
                condition=Q(newest=True, state=State.CURRENT),
                name="statement_of_speaker",
            ),
            models.Index(
                F("source"),
                F("published").desc(),
                condition=Q(newest=True, state=State.CURRENT),
                name="statement_of_source",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=("version", "index"), condition=Q(state="current"), name="statement_index_once"
            ),
            models.UniqueConstraint(fields=("version", "uid"), condition=~Q(uid=""), name="statement_uid_once"),
            models.CheckConstraint(condition=Q(state__in=State.values), name="statement_state_known"),
            models.CheckConstraint(condition=Q(confidence__gte=0) & Q(confidence__lte=1), name="statement_confidence"),
        ]

    def __str__(self) -> str:
        return self.uid or f"{self.version_id}#{self.index}"

    def enlist(self) -> None:
        """Say again what its article says; does not store it."""
        article = self.version.article
        self.source_id, self.published = article.source_id, article.published
        self.newest = article.latest_id == self.version_id
