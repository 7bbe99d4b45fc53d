"""The forms by which editors correct: words are only ever places of the text, never typed in anew."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from audiatur.hub.statements.asking import is_date
from audiatur.hub.statements.shown import CLASS_LABELS
from audiatur.spans import Span
from audiatur.statements.permanence import places
from audiatur.statements.values import SpeakerType, StatementClass

_OFFSETS = re.compile(r"(\d{1,7})\s*[-–]\s*(\d{1,7})\Z", re.ASCII)
_ROWS = {"rows": 3}
CLASSES = [(one.value, CLASS_LABELS[one]) for one in StatementClass]
TYPES = [
    ("", _("not known")),
    (SpeakerType.PERSON.value, _("person")),
    (SpeakerType.ORGANIZATION.value, _("organization")),
    (SpeakerType.DOCUMENT.value, _("document")),
    (SpeakerType.COLLECTIVE.value, _("collective")),
]
HELP = _("Exact words of the text, or the places of their first and last character as 120-164.")
HELP_OR_NONE = _("Exact words of the text, or the places of their first and last character as 120-164. Empty: none.")


def spans_of(reading: str, words: str, near: int) -> list[Span]:
    """The places that lines of exact words or offsets name; ValidationError where a line names none.

    Words that stand there more than once mean the place nearest to ``near``.
    """
    found = [_span_of(reading, line.strip(), near) for line in words.splitlines() if line.strip()]
    ordered = sorted(found, key=lambda span: span.start)
    if any(one.overlaps(other) for one, other in pairwise(ordered)):
        raise ValidationError(_("Two of the parts overlap."))
    return ordered


def _span_of(reading: str, line: str, near: int) -> Span:
    offsets = _OFFSETS.match(line)
    if offsets is not None:
        start, end = int(offsets[1]), int(offsets[2])
        if not 0 <= start < end <= len(reading):
            raise ValidationError(
                _("%(line)s: the text has the places 0 to %(end)s.") % {"line": line, "end": len(reading)}
            )
        return Span.of(reading, start, end)
    standing: Sequence[Span] = places(reading, line)
    if not standing:
        raise ValidationError(_("“%(words)s” does not stand in the text.") % {"words": line[:60]})
    return min(standing, key=lambda span: abs(span.start - near))


class ExactForm(forms.Form):
    """A form over one version's reading; ``near`` is where the statement stands in it."""

    note = forms.CharField(
        label=_("Why (for the log)"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, reading: str = "", near: int = 0, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.reading, self.near = reading, near
        self.fields["note"] = self.fields.pop("note")  # what is decided comes before why

    def spans(self, field: str) -> list[Span]:
        """The places that a field names."""
        return spans_of(self.reading, str(self.cleaned_data.get(field) or ""), self.near)

    def one(self, field: str) -> Span | None:
        """The one place that a field names; None where it is empty."""
        found = self.spans(field)
        if len(found) > 1:
            raise ValidationError(_("Only one place."))
        return found[0] if found else None


class SpeakerForm(ExactForm):
    """Who speaks."""

    name = forms.CharField(
        label=_("Name"),
        required=False,
        max_length=300,
        help_text=_("As the article has it; empty: the article does not settle it."),
        widget=forms.TextInput(attrs={"list": "known"}),
    )
    type = forms.ChoiceField(label=_("Kind"), choices=TYPES, required=False)
    role = forms.CharField(label=_("Role"), required=False, max_length=300)


class ClassForm(ExactForm):
    """What kind of statement it is."""

    class_ = forms.ChoiceField(label=_("Class"), choices=CLASSES)


class ContentForm(ExactForm):
    """What was said."""

    content = forms.CharField(
        label=_("Words, a part a line"), help_text=HELP, max_length=20_000, widget=forms.Textarea(attrs=_ROWS)
    )

    def clean_content(self) -> list[Span]:
        """The places."""
        return self.spans("content")


class DateForm(ExactForm):
    """When it was said."""

    date = forms.CharField(
        label=_("Date"), required=False, max_length=10, help_text=_("2022-04-12, 2022-04 or 2022; empty: not settled.")
    )
    date_text = forms.CharField(label=_("Words that say so"), required=False, help_text=HELP, max_length=300)

    def clean_date(self) -> str:
        """A date at any precision."""
        told = str(self.cleaned_data["date"]).strip()
        if told and not is_date(told):
            raise ValidationError(_("Write it as 2022-04-12, 2022-04 or 2022."))
        return told

    def clean_date_text(self) -> Span | None:
        """The place."""
        return self.one("date_text")


class PlaceForm(ExactForm):
    """Where it was said."""

    place = forms.CharField(label=_("Place"), required=False, help_text=HELP_OR_NONE, max_length=300)

    def clean_place(self) -> Span | None:
        """The place in the text."""
        return self.one("place")


class AddresseeForm(ExactForm):
    """To whom it was said."""

    addressee = forms.CharField(label=_("Addressee"), required=False, help_text=HELP_OR_NONE, max_length=300)

    def clean_addressee(self) -> Span | None:
        """The place in the text."""
        return self.one("addressee")


class RejectForm(ExactForm):
    """It is no statement."""


class AddForm(ContentForm):
    """A statement that the reader missed."""

    mention = forms.CharField(label=_("Words that name the speaker"), required=False, help_text=HELP, max_length=300)
    cue = forms.CharField(label=_("Cue"), required=False, help_text=HELP, max_length=300)
    name = forms.CharField(
        label=_("Name of the speaker"), required=False, max_length=300, help_text=_("Empty: not settled.")
    )
    type = forms.ChoiceField(label=_("Kind of speaker"), choices=TYPES, required=False, initial="person")
    class_ = forms.ChoiceField(label=_("Class"), choices=CLASSES)

    def clean_mention(self) -> Span | None:
        """The place nearest to the words."""
        return self._beside("mention")

    def clean_cue(self) -> Span | None:
        """The place nearest to the words."""
        return self._beside("cue")

    def _beside(self, field: str) -> Span | None:
        content = self.cleaned_data.get("content")
        if isinstance(content, list) and content:
            self.near = content[0].start
        return self.one(field)
