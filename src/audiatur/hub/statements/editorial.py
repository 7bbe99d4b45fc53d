"""What editors decide about statements and speakers, and what readers report, as tables. Nothing here is derived."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from audiatur.hub.articles.models import Article, Version
from audiatur.hub.statements.models import Speaker


class Field(models.TextChoices):
    """What of a statement an editor corrects."""

    ADDED = "added", _("a statement that the reader missed")
    REJECTED = "rejected", _("not a statement")
    SPEAKER = "speaker", _("Speaker")
    CLASS = "class", _("Class")
    CONTENT = "content", _("words")
    DATE = "date", _("Date")
    PLACE = "place", _("Place")
    ADDRESSEE = "addressee", _("Addressee")


class Correction(models.Model):
    """A decision on one field of a statement; it holds over every re-analysis until it is undone.

    ``statement`` is the permanent id and no reference, for the row may come later than the decision (a restored hub)
    or under another engine; ``version`` is the text whose places ``value`` names.
    """

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="corrections")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    statement = models.CharField(max_length=16, db_index=True)
    field = models.CharField(max_length=9, choices=Field)
    value = models.JSONField(default=dict)
    note = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    by_name = models.CharField(max_length=150)
    made = models.DateTimeField()
    undone = models.DateTimeField(null=True)
    undone_by = models.CharField(max_length=150, blank=True)

    class Meta:
        """Order and integrity."""

        ordering = ("-made", "-id")
        constraints = [
            models.UniqueConstraint(
                fields=("statement", "field"), condition=Q(undone__isnull=True), name="correction_once_per_field"
            ),
            models.CheckConstraint(condition=Q(field__in=Field.values), name="correction_field_known"),
        ]

    def __str__(self) -> str:
        return f"{self.statement}: {self.get_field_display()}"


class Act(models.TextChoices):
    """What an editor did to speakers."""

    MERGE = "merge", _("merged")
    NAMES = "names", _("names moved")
    STATEMENTS = "statements", _("statements moved")
    RENAME = "rename", _("renamed")


class Decision(models.Model):
    """What an editor decided about speakers: the log. What holds is in the names, merges and corrections."""

    act = models.CharField(max_length=10, choices=Act)
    speaker = models.ForeignKey(Speaker, on_delete=models.PROTECT, related_name="decisions")
    other = models.ForeignKey(Speaker, on_delete=models.PROTECT, related_name="+", null=True)
    words = models.JSONField(default=list, help_text="The names, statements or old and new name that it is about.")
    note = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    by_name = models.CharField(max_length=150)
    made = models.DateTimeField()

    class Meta:
        """Order and integrity."""

        ordering = ("-made", "-id")
        constraints = [models.CheckConstraint(condition=Q(act__in=Act.values), name="decision_act_known")]

    def __str__(self) -> str:
        return f"{self.get_act_display()}: {self.speaker}"


class Wrong(models.TextChoices):
    """What a reader finds wrong."""

    SPEAKER = "speaker", _("Someone else said it")
    WORDS = "words", _("The words are cut wrongly")
    OCCASION = "occasion", _("Date, place or addressee are wrong")
    NOTHING = "nothing", _("It is not a statement at all")
    OTHER = "other", _("Something else")


class Verdict(models.TextChoices):
    """What became of a report."""

    OPEN = "open", _("Open")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Declined")


class Report(models.Model):
    """An error that a reader reported, for the editors' queue."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="reports")
    statement = models.CharField(max_length=16, db_index=True)
    wrong = models.CharField("what is wrong", max_length=9, choices=Wrong)
    words = models.TextField("in the reader's words", blank=True)
    contact = models.CharField(max_length=200, blank=True)
    made = models.DateTimeField("received")
    state = models.CharField(max_length=8, choices=Verdict, default=Verdict.OPEN)
    note = models.TextField("note of the editors", blank=True, help_text="Not published.")
    handled_by = models.CharField(max_length=150, blank=True)
    handled = models.DateTimeField(null=True)

    class Meta:
        """Order and integrity."""

        ordering = ("-made", "-id")
        constraints = [
            models.CheckConstraint(condition=Q(state__in=Verdict.values), name="report_state_known"),
            models.CheckConstraint(condition=Q(wrong__in=Wrong.values), name="report_wrong_known"),
        ]

    def __str__(self) -> str:
        return f"{self.statement}: {self.get_wrong_display()}"


class Tally(models.Model):
    """How many reports a sender made on a day. The sender is a keyed digest of address and day, never the address."""

    sender = models.CharField(max_length=64)
    day = models.DateField(db_index=True)
    number = models.PositiveIntegerField(default=0)

    class Meta:
        """Names and integrity."""

        verbose_name_plural = "tallies"
        constraints = [models.UniqueConstraint(fields=("sender", "day"), name="tally_once_a_day")]

    def __str__(self) -> str:
        return f"{self.day}: {self.number}"
