"""Hangs the content on each frame of an English sentence: after it, before it, or around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from audiatur.statements.frames_english import Frame
from audiatur.statements.hung_english import DASHES, LIKELY, SURE, Hung, ends_as_quote
from audiatur.statements.openings_english import is_adjunct, open_content
from audiatur.statements.phrases_english import Phrase
from audiatur.statements.relatives_english import bare_relative, relative
from audiatur.statements.sentences import Token
from audiatur.statements.values import StatementClass
from audiatur.statements.verbs_english import VERBS
from audiatur.statements.words_english import (
    COORDINATORS,
    DETERMINERS,
    LEADING_ADVERBS,
    MODALS,
    PRONOUNS,
)

_TITLE_WORDS = 4  # words a quotation may have and still be the name of a broadcast or a book


def _before(tokens: Sequence[Token], frame: Frame, floor: int) -> Phrase | None:
    """What stands before the frame and can be its content."""
    last = frame.first - 1
    while last >= floor and tokens[last].kind == "p" and tokens[last].text not in ")]%$€£":
        last -= 1
    if last < floor:
        return None
    first = floor
    while first <= last and (tokens[first].kind in "p." and tokens[first].text not in "([#@$€£"):
        first += 1
    if first > last:
        return None
    quote = tokens[last]
    if quote.kind == "q" and quote.quotation and last > first and tokens[last - 1].text in ",:":
        inner = quote.text.lstrip("\"“«„'’‘ ")
        if inner[:1].isupper() and not any(t.kind == "q" for t in tokens[first : last - 1]):
            first = last
    return first, last


def _split_rest(tokens: Sequence[Token], frame: Frame, limit: int) -> Phrase | None:
    """The second half of a split quotation: the next quotation after a comma, colon or dash."""
    for at in range(frame.last + 1, limit + 1):
        if tokens[at].kind == "w" and any(v.form in ("ing", "past") for v in VERBS.get(tokens[at].lower, ())):
            return None
        if tokens[at].kind == "q":
            if tokens[at - 1].text not in ",:—–-;":
                return None
            return at, at
    return None


def _after(tokens: Sequence[Token], frame: Frame, limit: int, floor_sure: float = SURE) -> Hung | None:
    opening = open_content(tokens, frame, limit)
    if opening is None or opening.doubtful:
        return None
    return Hung(frame, frame.subject, ((opening.start, opening.end),), False, floor_sure, opening.addressee)


def _around(tokens: Sequence[Token], frame: Frame, floor: int, limit: int) -> Hung | None:
    """Content before the frame, and after it too where the frame only interrupts it."""
    before = _before(tokens, frame, floor)
    if before is None:
        return None
    following = tokens[frame.last + 1] if frame.last + 1 <= limit else None
    content: tuple[Phrase, ...] = (before,)
    if tokens[before[1]].kind == "q" and ends_as_quote(tokens[before[1]]):
        rest = _split_rest(tokens, frame, limit)
        if rest:
            content = (before, rest)
        elif frame.last + 2 <= limit and tokens[frame.last + 2].lower in MODALS and not frame.inverted:
            content = (before, (frame.last + 2, limit))
    elif following is not None and following.text in ("," + DASHES) and _goes_on(tokens, frame.last + 2, limit):
        rest = (frame.last + 2, limit)
        empty = all(t.lower in COORDINATORS | LEADING_ADVERBS | {"yet"} for t in tokens[before[0] : before[1] + 1])
        content = (rest,) if empty else (before, rest)
    return Hung(frame, frame.subject, content, True, SURE)


def _goes_on(tokens: Sequence[Token], at: int, limit: int) -> bool:
    """Whether the words from ``at`` are the rest of what was said, and not something the speaker also did."""
    if at > limit:
        return False
    word = tokens[at].lower
    if word in COORDINATORS:
        return at < limit and (tokens[at + 1].lower in PRONOUNS | DETERMINERS)
    return not (word.endswith("ing") or word in ("who", "which", "according", "while", "as", "after"))


def _titled_adjunct(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether what stands before is when or where, ending in a title in quotation marks ('On "Late Show,"')."""
    return is_adjunct(tokens, first, last) and len(tokens[last].text.split()) <= _TITLE_WORDS


def _utterance_at(tokens: Sequence[Token], at: int, limit: int) -> bool:
    """Whether a quotation that is a whole utterance begins at ``at``."""
    if at > limit or tokens[at].kind != "q":
        return False
    return tokens[at].text.lstrip("\"“«„'’‘ ")[:1].isupper()


def _as_clause(tokens: Sequence[Token], frame: Frame, floor: int, limit: int) -> Hung | None:
    """ "As Marks said, the vote was late" and "The vote was late, as Marks said": what stands across the comma."""
    pronoun = frame.first - 1
    if frame.last == limit and pronoun > floor:
        before = _before(tokens, replace(frame, first=pronoun), floor)
        return Hung(frame, frame.subject, (before,), True, LIKELY) if before else None
    if frame.last + 2 <= limit and tokens[frame.last + 1].text == "," and pronoun - floor <= 1:
        return Hung(frame, frame.subject, ((frame.last + 2, limit),), False, LIKELY)
    return None


def hang_one(tokens: Sequence[Token], frame: Frame, floor: int, limit: int) -> Hung | None:  # noqa: PLR0911, PLR0912 (ordered rules: the first that applies decides)
    """Decide where the content of one frame stands; the order of the questions is the rule."""
    if frame.relative is not None:
        related = relative(tokens, frame, limit)
        if related is not None:
            return related
    bare = bare_relative(tokens, frame, floor, limit)
    if bare is not None:
        return bare
    prev = tokens[frame.first - 1] if frame.first > floor else None
    nxt = tokens[frame.last + 1] if frame.last + 1 <= limit else None
    if prev is not None and prev.lower == "as" and not frame.follows and (nxt is None or nxt.text == ","):
        return _as_clause(tokens, frame, floor, limit)
    speech = frame.cue.class_ in (StatementClass.SPEECH, StatementClass.DOCUMENT) or frame.cue.lemma in (
        "promise",
        "vow",
    )
    cut_off = prev is not None and (
        prev.text == "," or prev.text in DASHES or (prev.kind == "q" and ends_as_quote(prev))
    )
    if frame.cue.form == "according":
        return _hang_according(tokens, frame, floor, limit)
    if not speech:
        return _after(tokens, frame, limit) or (
            _around(tokens, frame, floor, limit) if cut_off and prev and prev.kind == "q" else None
        )
    if nxt is not None and (nxt.text == ":" or nxt.lower == "that"):
        return _after(tokens, frame, limit)
    if prev is not None and prev.kind == "q" and _titled_adjunct(tokens, floor, frame.first - 1) and nxt is not None:
        return _after(tokens, frame, limit)
    if not cut_off:
        return None if frame.inverted else _after(tokens, frame, limit)
    if frame.follows and prev is not None and prev.kind != "q":
        return _after(tokens, frame, limit)
    if nxt is None or (prev is not None and prev.kind == "q"):
        if frame.follows:
            return _after(tokens, frame, limit)
        return _around(tokens, frame, floor, limit)
    adjunct = is_adjunct(tokens, floor, frame.first - 1)
    unquoted = all(t.kind != "q" for t in tokens[floor : frame.first])
    if nxt.text in ("," + DASHES) and not ((adjunct or unquoted) and _utterance_at(tokens, frame.last + 2, limit)):
        return _around(tokens, frame, floor, limit)
    if frame.inverted:
        return _around(tokens, frame, floor, limit)
    opening = open_content(tokens, frame, limit)
    if opening is None or (opening.doubtful and not adjunct):
        return _around(tokens, frame, floor, limit)
    return Hung(frame, frame.subject, ((opening.start, opening.end),), False, LIKELY, opening.addressee)


def _hang_according(tokens: Sequence[Token], frame: Frame, floor: int, limit: int) -> Hung | None:
    following = tokens[frame.last + 1] if frame.last + 1 <= limit else None
    before = _before(tokens, frame, floor)
    opens = before is None or all(
        t.lower in COORDINATORS | {"where", "which", "that", "who"} for t in tokens[before[0] : before[1] + 1]
    )
    if (
        before is not None
        and not opens
        and tokens[frame.first - 1].text == ","
        and following is not None
        and following.text == ","
    ):
        last_word = tokens[frame.first - 2].lower
        if last_word in ("where", "that", "which", "and", "but", "when"):
            return (
                Hung(frame, frame.subject, ((frame.last + 2, limit),), False, LIKELY)
                if frame.last + 2 <= limit
                else None
            )
        return _around(tokens, frame, floor, limit)
    if opens:
        start = frame.last + 1
        while start <= limit and tokens[start].kind == "p" and tokens[start].text not in "([$€£":
            start += 1
        return Hung(frame, frame.subject, ((start, limit),), False, SURE) if start <= limit else None
    return Hung(frame, frame.subject, (before,), True, SURE) if before else None
