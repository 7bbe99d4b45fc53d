""" "According to" and "with reference to" in Russian and Ukrainian: statements that need no verb."""

from __future__ import annotations

from audiatur.statements.cues_slavic import Said
from audiatur.statements.phrases_slavic import is_adverbial, is_pronoun
from audiatur.statements.subjects_slavic import is_relative
from audiatur.statements.values import StatementClass
from audiatur.statements.views_slavic import Phrase, View
from audiatur.statements.words_slavic import Language

_MAX_MENTION = 16
_GENITIVE_PARTICIPLES = ("ого", "ой", "ых", "их", "ої", "ший", "ша")
_HARD = (":", ";")


def according(view: View, language: Language) -> list[Said]:
    """The statements of "по словам S, C", "C, по словам S" and "по его словам, C", in order."""
    found: list[Said] = []
    floor = 0
    for at in range(len(view)):
        if at < floor:
            continue
        said = _possessive(view, at, floor, language) or _named(view, at, floor, language)
        if said is not None:
            found.append(said)
            floor = max(said.cue[1], *(b for _, b in said.content), (said.source or said.cue)[1]) + 1
    return found


def _possessive(view: View, at: int, floor: int, language: Language) -> Said | None:
    """ "По её словам", "на його думку"."""
    word = view.word(at + 1)
    class_ = language.source_nouns.get((view.word(at), view.word(at + 2)))
    if class_ is None or word not in language.owners:
        return None
    return _placed(view, at, at + 2, (at + 1, at + 1), (at + 2, at + 2), class_, floor, language)


def _named(view: View, at: int, floor: int, language: Language) -> Said | None:
    for words, class_ in language.sources:
        if any(view.word(at + k) != w for k, w in enumerate(words)):
            continue
        first = at + len(words)
        last = _mention_end(view, first, language)
        if last is None:
            return None
        return _placed(view, at, last, (first, last), (at, first - 1), class_, floor, language)
    return None


def _mention_end(view: View, first: int, language: Language) -> int | None:
    """The last token of the source: up to a comma that opens no apposition, a dash or the end."""
    word = view.word(first)
    if (
        view.kind(first) not in "wq"
        or word in language.prepositions
        or word[:1].isdecimal()
        or is_pronoun(word, language)
    ):
        return None
    last = first
    while last + 1 < len(view) and last - first < _MAX_MENTION:
        if view.is_comma(last + 1):
            inner = view.word(last + 2)
            participle = inner.endswith(_GENITIVE_PARTICIPLES) and len(inner) > 5 and not view.capital(last + 2)
            closing = next((k for k in range(last + 2, min(last + 14, len(view))) if view.is_comma(k)), None)
            if closing is None or not (participle or inner in language.relative):
                return last
            return closing - 1 if participle else last
        if view.kind(last + 1) not in "wq" or view.word(last + 1) in language.stops:
            return last
        last += 1
    return last


def _placed(
    view: View, at: int, last: int, source: Phrase, cue: Phrase, class_: StatementClass, floor: int, language: Language
) -> Said | None:
    """The statement around the words ``at`` to ``last``, by the marks on both sides of them."""
    end = view.last
    hard = [k for k in range(floor, at) if view.word(k) in _HARD]
    low = hard[-1] + 1 if hard else floor
    before = view.trimmed(low, at - 1) if at and view.is_comma(at - 1) else None
    if before is not None and all(
        is_adverbial(view, k, language) or view.word(k) in language.stops for k in range(before[0], before[1] + 1)
    ):
        before = None
    closing = last
    if view.is_comma(last + 1) and view.word(last + 2) in language.relative:
        closing = next((k - 1 for k in range(last + 2, end) if view.is_comma(k)), last)
    after = view.trimmed(closing + 1, end) if closing < end else None
    if after is not None:
        cut = next((k for k in range(after[0], after[1]) if view.word(k) == ";"), None)
        after = (after[0], cut - 1) if cut is not None and cut > after[0] else after
    if before is not None and after is None:
        return Said(source, cue, (before,), class_)
    if before is not None and after is not None and is_relative(view.word(before[1]), language):
        comma = next((k for k in range(after[0], after[1]) if view.is_comma(k)), after[1] + 1)
        return Said(source, cue, ((after[0], comma - 1),), class_)  # "C, который, по словам S, C"
    closed = view.is_comma(closing + 1) or (before is None and view.is_dash(closing + 1))
    opened = not at or view.is_comma(at - 1) or view.word(at - 1) in _HARD or at <= low + 2
    if after is None or not closed or not opened:
        return None
    if before is None or view.word(after[0]) in language.joins:
        return Said(source, cue, (after,), class_)
    return Said(source, cue, (before, after), class_)


def relay(view: View, language: Language, found: list[Said]) -> Said | None:
    """ "…, сообщает S со ссылкой на R": R said what the statement nearest to these words says; None for none."""
    for at in range(len(view)):
        for words in language.relays:
            if any(view.word(at + k) != w for k, w in enumerate(words)):
                continue
            first = at + len(words)
            if any(a <= at <= b for said in found for a, b in said.content) or view.kind(first) not in "wq":
                continue
            last = first
            while last + 1 < len(view) and view.kind(last + 1) in "wq":
                last += 1
            if view.is_comma(last + 1) and view.word(last + 2).startswith(
                ("близк", "знаком", "знайом", "осведом", "обізнан")
            ):
                closing = next(
                    (k for k in range(last + 2, len(view)) if view.is_comma(k) or view.kind(k) == "."), len(view)
                )
                last = closing - 1
            near = min(found, key=lambda s: abs(s.cue[0] - at), default=None)
            if near is None or near.relayed:
                return None
            return Said(
                (first, last), (at, first - 1), near.content, StatementClass.SPEECH, points=near.points, relayed=True
            )
    return None
