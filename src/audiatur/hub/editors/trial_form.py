"""The question of a preview: under which policy, for which reader, at what time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from audiatur.hub.articles.items import MODE_LABELS
from audiatur.hub.gate import Viewer
from audiatur.provenance.values import Mode, Policy

_MODES = [(mode.value, MODE_LABELS[mode]) for mode in Mode]
_MINUTES = "%Y-%m-%dT%H:%M"


class _Moment(forms.DateTimeField):
    """A moment in UTC, empty for none, with the browser's own picker."""

    def __init__(self, label: str) -> None:
        widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=_MINUTES)
        super().__init__(label=label, required=False, widget=widget, input_formats=[_MINUTES])


class TrialForm(forms.Form):
    """What an editor tries; it changes nothing."""

    mode = forms.ChoiceField(choices=_MODES)
    excerpt_chars = forms.IntegerField(label="Excerpt length", min_value=1, max_value=100_000)
    starts = _Moment("Window starts")
    ends = _Moment("Window ends")
    outside = forms.ChoiceField(label="Outside the window", choices=_MODES)
    jurisdiction = forms.RegexField(
        r"^[A-Za-z]{2}$", required=False, label="Reader's country", help_text="Two letters; empty: not known."
    )
    as_of = _Moment("As of")

    def clean(self) -> dict[str, object]:
        """The window must have a beginning before its end."""
        given = super().clean() or {}
        starts, ends = given.get("starts"), given.get("ends")
        if starts and ends and starts >= ends:
            raise ValidationError("The window must start before it ends.")
        return given


@dataclass(frozen=True, slots=True)
class Trial:
    """What is tried. ``policy`` is None where it is the saved one."""

    policy: Policy | None
    viewer: Viewer


def asked(query: QueryDict, saved: Policy, *, now: datetime) -> tuple[TrialForm, Trial]:
    """The form as it is shown, and what it asks for; with mistakes in it that is the saved policy, now."""
    form = TrialForm({**_initial(saved), **query.dict()})
    if not form.is_valid():
        return form, Trial(None, Viewer(now, None))
    given = form.cleaned_data
    tried = Policy(
        mode=Mode(given["mode"]),
        excerpt_chars=given["excerpt_chars"],
        starts=given["starts"],
        ends=given["ends"],
        outside=Mode(given["outside"]),
        bars=saved.bars,
    )
    viewer = Viewer(given["as_of"] or now, given["jurisdiction"].upper() or None)
    return form, Trial(None if _same(tried, saved) else tried, viewer)


def _initial(saved: Policy) -> dict[str, object]:
    return {
        "mode": saved.mode.value,
        "excerpt_chars": saved.excerpt_chars,
        "starts": f"{saved.starts:{_MINUTES}}" if saved.starts else "",
        "ends": f"{saved.ends:{_MINUTES}}" if saved.ends else "",
        "outside": saved.outside.value,
    }


def _same(tried: Policy, saved: Policy) -> bool:
    """Whether both say the same to the minute, which is all that the form can ask for."""
    return _initial(tried) == _initial(saved)
