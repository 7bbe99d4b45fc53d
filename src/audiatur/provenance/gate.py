"""The one gate: what may leave of an item, here and now.

Every way out of the hub (page, feed, interface, export, search, version, diff, mirror) asks ``release`` and shows what
it answers. Nothing else makes a ``Released``; a test reads the sources and fails where something does.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from audiatur.markup.html import sanitised
from audiatur.provenance.excerpts import excerpt_end
from audiatur.provenance.jurisdictions import binds_in
from audiatur.provenance.values import Bar, Held, Mode, Notice, Policy, Reason, Released, Withheld
from audiatur.spans import Span

STRICTNESS: Final = (Mode.FULL, Mode.EXCERPT, Mode.LINK, Mode.NONE)
"""The modes from the one that releases most to the one that releases nothing."""

_LEGAL_STATUS: Final = 451  # RFC 7725
_REFUSED_STATUS: Final = 403


def _aware(moment: datetime, name: str) -> datetime:
    if moment.utcoffset() is None:
        raise ValueError(f"{name} has no time zone: {moment.isoformat()}; the gate compares instants only")
    return moment


def in_window(policy: Policy, now: datetime) -> bool:
    """Whether ``now`` is within ``[starts, ends)``. ValueError where one of the moments carries no zone."""
    _aware(now, "now")
    begun = policy.starts is None or _aware(policy.starts, "starts") <= now
    over = policy.ends is not None and _aware(policy.ends, "ends") <= now
    return begun and not over


def decide(policy: Policy, *, now: datetime, jurisdiction: str | None) -> Mode | Bar:
    """The mode that holds here and now, or the legal bar that does (the first that binds, in the policy's order).

    ``jurisdiction`` is the reader's, as the operator's settings tell it. None: it is not known, and bars on readers do
    not apply; an operator who is himself bound by a law sets the source's mode to ``none``, which holds everywhere.
    Outside the window the stricter of ``mode`` and ``outside`` holds: a source set to ``none`` stays shut when a window
    that was set earlier runs out. ValueError where a moment carries no zone.
    """
    open_now = in_window(policy, now)
    if jurisdiction is not None:
        for bar in policy.bars:
            if binds_in(bar, jurisdiction):
                return bar
    return policy.mode if open_now else max(policy.mode, policy.outside, key=STRICTNESS.index)


def release(
    held: Held, policy: Policy, notice: Notice, *, now: datetime, jurisdiction: str | None
) -> Released | Withheld:
    """What may leave of the item, with its notice; or that nothing may, and why.

    In mode link the title, byline and addresses stay and the text is empty. In mode excerpt the text is a prefix of the
    held text, cut between words, and its HTML is that prefix as plain paragraphs. In mode full everything leaves; plain
    text gets paragraphs. ValueError where a moment carries no zone.
    """
    _aware(held.published, "published")
    _aware(held.updated, "updated")
    decision = decide(policy, now=now, jurisdiction=jurisdiction)
    if isinstance(decision, Bar):
        return Withheld(held.id, _LEGAL_STATUS, Reason.LEGAL, decision, notice)
    if decision is Mode.NONE:
        reason = Reason.POLICY if policy.mode is Mode.NONE else Reason.WINDOW
        return Withheld(held.id, _REFUSED_STATUS, reason, None, notice)
    return _released(held, policy, notice, decision, window_ends=policy.ends if in_window(policy, now) else None)


def _reach(held: Held, policy: Policy, mode: Mode) -> int:
    """How many code points of the held text may leave."""
    if mode is Mode.FULL:
        return len(held.text)
    return excerpt_end(held.text, policy.excerpt_chars) if mode is Mode.EXCERPT else 0


def _released(held: Held, policy: Policy, notice: Notice, mode: Mode, *, window_ends: datetime | None) -> Released:
    reach = _reach(held, policy, mode)
    text = held.text[:reach]
    markup = held.html if mode is Mode.FULL and held.html is not None else sanitised(text) or None
    return Released(
        id=held.id,
        page=held.page,
        origin=held.origin,
        title=held.title,
        byline=held.byline,
        text=text,
        html=markup,
        language=held.language,
        published=held.published,
        updated=held.updated,
        version=held.version,
        mode=mode,
        reach=reach,
        complete=mode is not Mode.LINK and reach == len(held.text),
        window_ends=window_ends,
        notice=notice,
    )


def shows(released: Released, span: Span) -> bool:
    """Whether a span of the held text may be shown: it must end within the part that is released."""
    return span.end <= released.reach
