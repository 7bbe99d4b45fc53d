"""A source's policy in plain words."""

from __future__ import annotations

from datetime import datetime

from django.utils.dateformat import format as dated
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from audiatur.hub.languages.numbers import number
from audiatur.provenance.gate import in_window
from audiatur.provenance.values import Mode, Policy

_MODES = {
    Mode.FULL: _("the full text of its items"),
    Mode.LINK: _("titles and links to its items, without their text"),
    Mode.NONE: _("nothing of its items"),
}


def mode_words(policy: Policy, mode: Mode) -> str:
    """What a mode lets leave, in words."""
    if mode is not Mode.EXCERPT:
        return str(_MODES[mode])
    told = ngettext(
        "excerpts of its items of at most %(number)s character, with a link to the whole",
        "excerpts of its items of at most %(number)s characters, with a link to the whole",
        policy.excerpt_chars,
    )
    return told % {"number": number(policy.excerpt_chars)}


def policy_words(policy: Policy, now: datetime) -> tuple[str, ...]:
    """The policy as sentences: what is republished, from when until when, and what holds outside of that time.

    Bars are not told here; they have their own place, with the authority and the law.
    """
    told = gettext("This hub republishes %(what)s.") % {"what": mode_words(policy, policy.mode)}
    if policy.starts is None and policy.ends is None:
        return (told, gettext("No time limit is set."))
    outside = gettext("Outside of that time it republishes %(what)s.") % {"what": mode_words(policy, policy.outside)}
    return (told, f"{_window(policy)} {_at_present(policy, now)}", outside)


def _window(policy: Policy) -> str:
    told = {"start": _moment(policy.starts), "end": _moment(policy.ends)}
    if policy.ends is None:
        return gettext("This holds from %(start)s.") % told
    if policy.starts is None:
        return gettext("This holds until %(end)s.") % told
    return gettext("This holds from %(start)s until %(end)s.") % told


def _at_present(policy: Policy, now: datetime) -> str:
    if in_window(policy, now):
        return gettext("That time is now.")
    begun = policy.starts is None or policy.starts <= now
    return gettext("That time is over.") if begun else gettext("That time has not begun.")


def _moment(moment: datetime | None) -> str:
    return f"{dated(moment, 'j E Y, H:i')} UTC" if moment else ""
