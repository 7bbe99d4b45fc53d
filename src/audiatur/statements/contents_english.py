"""Hangs the content on each frame of an English sentence: after it, before it, or around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from audiatur.statements.frames_english import Frame
from audiatur.statements.openings_english import is_adjunct, open_content
from audiatur.statements.phrases_english import Phrase, _base_phrase
from audiatur.statements.roles_english import DOCUMENTS
from audiatur.statements.sentences import Token
from audiatur.statements.values import StatementClass
from audiatur.statements.verbs_english import DIRECT_ONLY, QUOTE_ONLY, VERBS
from audiatur.statements.wordlists import words
from audiatur.statements.words_english import (
    COORDINATORS,
    DETERMINERS,
    FINITE,
    LEADING_ADVERBS,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
)

_DASHES = "—–-"
_TITLE_WORDS = 4  # words a quotation may have and still be the name of a broadcast or a book
_NAMING = words("call dub term label title")
_WRITING = words("write post tweet broadcast publish open")
_SURE, _LIKELY, _GUESS = 0.9, 0.75, 0.6


@dataclass(frozen=True, slots=True)
class Hung:
    """A frame with its content, all as token indexes, inclusive.

    ``before``: the content comes before the cue, wholly or in part. ``hole``: the tokens that the statement takes out
    of one that encloses it ("..., which he said was late, ...").
    """

    frame: Frame
    subject: Phrase | None
    content: tuple[Phrase, ...]
    before: bool
    confidence: float
    addressee: Phrase | None = None
    hole: Phrase | None = None


def _end_of(tokens: Sequence[Token]) -> int:
    """The last token that is not a closing stop."""
    last = len(tokens) - 1
    while last > 0 and tokens[last].kind in ".p" and tokens[last].text not in ")]%$€£":
        last -= 1
    return last


def _ends_as_quote(token: Token) -> bool:
    """Whether a quotation ends as one does before "he said": with a comma, a question or a call."""
    if token.kind != "q" or token.quotation is None:
        return False
    return token.text.rstrip("\"”’»'“ ")[-1:] in ",?!—-…." or token.text[-2:-1] in ",?!"


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


def _relative(tokens: Sequence[Token], frame: Frame, limit: int) -> Hung | None:
    """ "The plan, which Marks said was late, ...": antecedent and the rest of the relative clause."""
    pronoun, after = frame.relative, frame.last + 1
    if pronoun is None or pronoun == 0 or after > limit:
        return None
    head = tokens[after]
    if not (head.lower in FINITE or head.lower in MODALS or head.lower.endswith(("s", "ed"))):
        return None
    comma = tokens[pronoun - 1].text == ","
    antecedent_last = pronoun - 2 if comma else pronoun - 1
    if antecedent_last < 0 or tokens[antecedent_last].kind == "p":
        return None
    last = after
    while last < limit and not (comma and tokens[last + 1].text == ","):
        last += 1
    antecedent = (_base_phrase(tokens, 0, antecedent_last), antecedent_last)
    hole = (pronoun - 1, min(last + 1, limit)) if comma else None
    return Hung(frame, frame.subject, (antecedent, (after, last)), False, _LIKELY, hole=hole)


def _bare_relative(tokens: Sequence[Token], frame: Frame, floor: int, limit: int) -> Hung | None:
    """ "countries he said had sent aid": the words before the subject are that of the reported clause."""
    after, antecedent_last = frame.last + 1, frame.first - 1
    if frame.inverted or frame.subject is None or after >= limit or antecedent_last < floor:
        return None
    if tokens[after].lower not in FINITE | MODALS or tokens[antecedent_last].kind != "w":
        return None
    if tokens[antecedent_last].lower in SUBORDINATORS | COORDINATORS | PREPOSITIONS:
        return None
    antecedent = (_base_phrase(tokens, floor, antecedent_last), antecedent_last)
    return Hung(frame, frame.subject, (antecedent, (after, limit)), False, _GUESS)


def _after(tokens: Sequence[Token], frame: Frame, limit: int, floor_sure: float = _SURE) -> Hung | None:
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
    if tokens[before[1]].kind == "q" and _ends_as_quote(tokens[before[1]]):
        rest = _split_rest(tokens, frame, limit)
        if rest:
            content = (before, rest)
        elif frame.last + 2 <= limit and tokens[frame.last + 2].lower in MODALS and not frame.inverted:
            content = (before, (frame.last + 2, limit))
    elif following is not None and following.text in ("," + _DASHES) and _goes_on(tokens, frame.last + 2, limit):
        rest = (frame.last + 2, limit)
        empty = all(t.lower in COORDINATORS | LEADING_ADVERBS | {"yet"} for t in tokens[before[0] : before[1] + 1])
        content = (rest,) if empty else (before, rest)
    return Hung(frame, frame.subject, content, True, _SURE)


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
        return Hung(frame, frame.subject, (before,), True, _LIKELY) if before else None
    if frame.last + 2 <= limit and tokens[frame.last + 1].text == "," and pronoun - floor <= 1:
        return Hung(frame, frame.subject, ((frame.last + 2, limit),), False, _LIKELY)
    return None


def _hang_one(tokens: Sequence[Token], frame: Frame, floor: int, limit: int) -> Hung | None:  # noqa: PLR0911, PLR0912 (ordered rules: the first that applies decides)
    """Decide where the content of one frame stands; the order of the questions is the rule."""
    if frame.relative is not None:
        relative = _relative(tokens, frame, limit)
        if relative is not None:
            return relative
    bare = _bare_relative(tokens, frame, floor, limit)
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
        prev.text == "," or prev.text in _DASHES or (prev.kind == "q" and _ends_as_quote(prev))
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
    if nxt.text in ("," + _DASHES) and not ((adjunct or unquoted) and _utterance_at(tokens, frame.last + 2, limit)):
        return _around(tokens, frame, floor, limit)
    if frame.inverted:
        return _around(tokens, frame, floor, limit)
    opening = open_content(tokens, frame, limit)
    if opening is None or (opening.doubtful and not adjunct):
        return _around(tokens, frame, floor, limit)
    return Hung(frame, frame.subject, ((opening.start, opening.end),), False, _LIKELY, opening.addressee)


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
                Hung(frame, frame.subject, ((frame.last + 2, limit),), False, _LIKELY)
                if frame.last + 2 <= limit
                else None
            )
        return _around(tokens, frame, floor, limit)
    if opens:
        start = frame.last + 1
        while start <= limit and tokens[start].kind == "p" and tokens[start].text not in "([$€£":
            start += 1
        return Hung(frame, frame.subject, ((start, limit),), False, _SURE) if start <= limit else None
    return Hung(frame, frame.subject, (before,), True, _SURE) if before else None


def _is_separate(tokens: Sequence[Token], frame: Frame) -> int | None:
    """Where content before this frame must end if the frame starts a statement beside it; None where it is inside."""
    at = frame.first - 1
    if at < 1:
        return None
    while at > 0 and (
        tokens[at].lower in COORDINATORS or tokens[at].lower in ("while", "as", "then", "although", "though", "by")
    ):
        at -= 1
    moved = at < frame.first - 1
    if tokens[at].text in ",;" or tokens[at].text in _DASHES:
        return at - 1
    if tokens[at].kind == "q" and (moved or frame.follows or _ends_as_quote(tokens[at])):
        return at
    return at if moved else None


def hang(tokens: Sequence[Token], frames: Sequence[Frame]) -> list[Hung]:
    """The statements of a sentence: each frame with its content, cut where the next statement begins."""
    end = _end_of(tokens)
    hung: list[Hung] = []
    floor = 0
    for number, frame in enumerate(frames):
        one = _hang_one(tokens, frame, floor, end)
        if one is None or not _worth(tokens, one):
            continue
        one = _with_subject(tokens, one, hung)
        if one is None:
            continue
        if one.before:
            floor = max(floor, one.content[-1][1] + 1, frame.last + 1)
        hung.append(one)
        if number + 1 == len(frames):
            break
    return _cut(tokens, hung)


def _worth(tokens: Sequence[Token], one: Hung) -> bool:
    """Whether a weak verb has the quotation that makes it a cue."""
    lemma = one.frame.cue.lemma
    first = one.content[0][0]
    if lemma in _NAMING and tokens[min(len(tokens) - 1, first + (tokens[first].lower in DETERMINERS))].kind == "q":
        return False
    if lemma in _WRITING and tokens[first].lower in DETERMINERS:
        return not any(t.lower in DOCUMENTS for t in tokens[first : first + 4])
    if lemma in DIRECT_ONLY:
        return any(tokens[first].kind == "q" for first, _ in one.content)
    if lemma not in QUOTE_ONLY:
        return True
    return any(t.kind == "q" for first, last in one.content for t in tokens[first : last + 1])


def _with_subject(tokens: Sequence[Token], one: Hung, earlier: Sequence[Hung]) -> Hung | None:
    """Give a frame without a subject that of the statement before it in the sentence, or that of the clause."""
    if one.subject is not None or not one.frame.follows:
        return one
    for previous in reversed(earlier):
        if previous.subject is not None:
            return replace(one, subject=previous.subject)
    from audiatur.statements.clauses_english import clause_subject

    subject = clause_subject(tokens, one.frame.first)
    return replace(one, subject=subject, confidence=_GUESS) if subject else None


def _cut(tokens: Sequence[Token], hung: list[Hung]) -> list[Hung]:
    """End each content where a separate later statement begins, and take relative clauses out of what encloses them."""
    result: list[Hung] = []
    for number, one in enumerate(hung):
        content = list(one.content)
        for later in hung[number + 1 :]:
            first, last = content[-1]
            if later.before and later.content[0][0] <= one.frame.first:
                stop: int | None = later.content[0][1]
            elif later.frame.relative is not None and later.hole is None:
                continue
            else:
                stop = None if later.hole else _is_separate(tokens, later.frame)
            if stop is not None and first <= later.frame.first <= last + 1 and stop >= first:
                content[-1] = (first, min(last, stop))
        for other in hung:
            if other is not one and other.hole is not None:
                content = _without(content, other.hole)
        result.append(replace(one, content=tuple(_shaved(tokens, c) for c in content)))
    return result


def _without(content: list[Phrase], hole: Phrase) -> list[Phrase]:
    cut: list[Phrase] = []
    for first, last in content:
        if first < hole[0] and hole[1] < last:
            cut += [(first, hole[0] - 1), (hole[1] + 1, last)]
        else:
            cut.append((first, last))
    return cut


def _shaved(tokens: Sequence[Token], content: Phrase) -> Phrase:
    """Without marks at the ends that belong to the sentence and not to what was said."""
    first, last = content
    while last > first and tokens[last].kind in "p." and tokens[last].text not in ")]%$€£":
        last -= 1
    while first < last and tokens[first].kind == "p" and tokens[first].text not in "([$€£#@":
        first += 1
    return first, last
