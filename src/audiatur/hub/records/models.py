"""Records as tables. All of it follows from versions and statements, and is made again where it is lost."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from audiatur.hub.articles.models import Version
from audiatur.hub.statements.models import Statement
from audiatur.records.values import Agreement


class Transcript(models.Model):
    """The latest version of an article of a source whose items are primary records, made searchable."""

    version = models.OneToOneField(Version, on_delete=models.PROTECT, related_name="transcript")
    day = models.DateField(db_index=True, help_text="When it was published, in UTC.")
    regions = models.PositiveIntegerField(help_text="How much there is to search, in the index's regions.")

    class Meta:
        """Order."""

        ordering = ("-day", "-id")

    def __str__(self) -> str:
        return str(self.version_id)


class TranscriptTerm(models.Model):
    """A stem, as a number, that a transcript has; by these it is found without being read."""

    transcript = models.ForeignKey(Transcript, on_delete=models.CASCADE, related_name="terms", db_index=False)
    term = models.BigIntegerField()

    class Meta:
        """Integrity; the constraint is the index by which terms are looked up, and leads from term to transcript."""

        constraints = [models.UniqueConstraint(fields=("term", "transcript"), name="transcript_term_once")]
        indexes = [models.Index(fields=("transcript",), name="transcript_term_of")]

    def __str__(self) -> str:
        return str(self.term)


class QuotationTrace(models.Model):
    """What the records say of one quotation. ``start`` and ``end`` index the reading of the statement's version,
    the place indexes the text of the transcript's version, without its title."""

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="traces")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    agreement = models.CharField(max_length=9, choices=[(one.value, one.value) for one in Agreement])
    transcript = models.ForeignKey(Transcript, on_delete=models.CASCADE, related_name="traces", null=True)
    place_start = models.PositiveIntegerField(null=True)
    place_end = models.PositiveIntegerField(null=True)
    score = models.FloatField(default=0)
    speaker = models.CharField(max_length=300, blank=True, help_text="Who speaks there by the record.")
    words = models.JSONField(default=list)

    class Meta:
        """Order and integrity."""

        ordering = ("statement", "start")
        constraints = [
            models.UniqueConstraint(fields=("statement", "start", "end"), name="quotation_traced_once"),
            models.CheckConstraint(condition=Q(score__gte=0) & Q(score__lte=1), name="trace_score"),
            models.CheckConstraint(
                condition=Q(transcript__isnull=True, place_start__isnull=True, place_end__isnull=True)
                | Q(transcript__isnull=False, place_start__isnull=False, place_end__isnull=False),
                name="trace_has_a_place_or_none",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.statement_id}@{self.start}: {self.agreement}"


class TraceDue(models.Model):
    """A version whose quotations are to be traced: it was just analysed, or a record came that may have them."""

    version = models.OneToOneField(Version, on_delete=models.CASCADE, related_name="trace_due")

    def __str__(self) -> str:
        return str(self.version_id)
