"""Where the content after a cue begins: past "that", past when and where and to whom it was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from audiatur.statements.frames_english import Frame
from audiatur.statements.phrases_english import Phrase, is_name
from audiatur.statements.sentences import Token
from audiatur.statements.values import StatementClass
from audiatur.statements.wordlists import words
from audiatur.statements.words_english import (
    DETERMINERS,
    FINITE,
    LEADING_ADVERBS,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    TIME_LEADS,
    TIME_WORDS,
)

_ADDRESSED = words("tell inform notify assure remind reassure ask advise brief warn promise")
_REACH = 25  # tokens between a cue and its "that" or quotation; beyond it the link is chance
_ADJUNCTS = words(
    """in on at during to after before when of about from via through with by as earlier last this late while and
    later early today yesterday again over under against for into"""
)
_OBJECT_PRONOUNS = words("him her them us me you it")


@dataclass(frozen=True, slots=True)
class Opening:
    """Content after a cue, as tokens ``start`` to ``end``; ``doubtful`` where it may only be when and where."""

    start: int
    end: int
    addressee: Phrase | None = None
    doubtful: bool = False


def is_adjunct(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the words before a frame only say when, where or how ("In a letter, ")."""
    while first <= last and tokens[first].kind == "p":
        first += 1
    if first > last:
        return False
    head = tokens[first]
    if head.kind == "q":
        return False
    word = head.lower
    short = last - first <= 14
    if word in PREPOSITIONS | {"while", "when", "although", "though", "as", "asked", "if", "because"}:
        return True
    return short and (
        word in LEADING_ADVERBS or word in TIME_WORDS or word in TIME_LEADS or word.endswith(("ing", "ed", "ly"))
    )


def _quote_end(tokens: Sequence[Token], at: int, limit: int) -> int:
    """Where content that begins with the quotation at ``at`` ends: with it, if it ends as an utterance does."""
    inner = tokens[at].text.rstrip("\"”’»'“ ")
    if inner[-1:] in ",.!?…":
        nxt = tokens[at + 1] if at + 1 <= limit else None
        if nxt is not None and nxt.kind == "q":
            return at + 1
        if (
            inner[-1:] == ","
            and nxt is not None
            and nxt.lower in ("and", "but", "or")
            and any(t.kind == "q" for t in tokens[at + 1 : min(at + 10, limit + 1)])
        ):
            return limit
        return at
    return limit


def _scan(tokens: Sequence[Token], start: int, limit: int) -> tuple[int, int] | None:
    """Past an adjunct: the index of the marker (that, quotation, colon) and of the content; None for none near."""
    for at in range(start, min(start + _REACH, limit + 1)):
        token = tokens[at]
        if token.kind == "q":
            opener = tokens[at - 1]
            whole = token.text.lstrip("\"“«„'’‘ ")[:1].isupper() and token.text.rstrip("\"”’»'“ ")[-1:] in ",.!?…"
            return (at, at) if opener.text in ",:—–" or whole else None
        if token.text == ":":
            return (at, at + 1) if at + 1 <= limit else None
        if (
            token.lower == "that"
            and tokens[at - 1].text != ","
            and tokens[at - 1].lower not in ("in", "of", "at", "on", "for", "with", "to", "after", "before", "about")
        ):
            return (at, at + 1) if at + 1 <= limit else None
        if token.kind == "." or token.text == ";":
            return None
    return None


def _past_adjuncts(tokens: Sequence[Token], at: int, limit: int) -> int | None:
    """Past "Tuesday", "last week", "in a statement", "to reporters"; None where no clause can be seen to begin."""
    first = at
    while at <= limit and at - first < _REACH:
        word = tokens[at].lower
        if word in TIME_WORDS or word in ("again", "later", "earlier", "there", "here"):
            at += 1
        elif word in TIME_LEADS and at + 1 <= limit and tokens[at + 1].lower in TIME_WORDS | {"week", "month"}:
            at += 2
        elif word in PREPOSITIONS or word in TIME_LEADS or word == "when":
            end = _phrase_end(tokens, at, limit)
            if end is None:
                return None
            at = end + 1
        elif tokens[at].text == "," and at > first:
            at += 1
        else:
            return at
    return None


def _has_verb(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether a clause has begun before ``stop``: the "that" there is inside of what was said."""
    return any(t.lower in FINITE or t.lower in MODALS for t in tokens[first:stop]) or (
        first < stop and tokens[first].lower in PRONOUNS
    )


def _weak(token: Token) -> bool:
    """Whether a clause that begins with this word is unlikely to be what was said."""
    return (
        token.lower not in DETERMINERS
        and token.lower not in PRONOUNS
        and token.lower not in ("there", "if", "what", "how")
    )


def _phrase_end(tokens: Sequence[Token], preposition: int, limit: int) -> int | None:
    """The last token of "in a statement": where a new noun phrase, pronoun or quotation begins after it."""
    at = preposition + 1
    while at <= limit:
        token, word = tokens[at], tokens[at].lower
        if token.kind != "w":
            return at - 1 if at > preposition + 1 and token.text == "," else None
        inside = tokens[at - 1].lower in PREPOSITIONS | {"and", "the", "a", "an"}
        starts = word in DETERMINERS or word in PRONOUNS or word in PREPOSITIONS or word in TIME_WORDS
        new_name = is_name(token) and tokens[at - 1].text[0].islower()
        if at > preposition + 1 and not inside and (starts or new_name):
            return at - 1
        at += 1
    return None


def _addressee_end(tokens: Sequence[Token], start: int, limit: int) -> int | None:
    """The last token of the person spoken to, who stands right after the cue; None where none does."""
    head = tokens[start]
    if head.kind != "w":
        return None
    if head.lower in _OBJECT_PRONOUNS:
        return start
    at = start
    while at <= limit and at - start < 22:
        token = tokens[at]
        word = token.lower
        stop = (
            token.kind != "w"
            or word
            in (
                "that",
                "in",
                "on",
                "at",
                "during",
                "to",
                "about",
                "how",
                "why",
                "what",
                "whether",
                "if",
                "after",
                "when",
                "while",
                "as",
            )
            or word in TIME_WORDS
            or word in ("last", "earlier", "this", "there")
        )
        if stop or (
            at > start
            and (word in PRONOUNS or (word in DETERMINERS and tokens[at - 1].lower not in PREPOSITIONS | {"and"}))
        ):
            break
        if (
            at > start
            and token.text[0].islower()
            and is_name(tokens[at - 1])
            and word not in ("and", "of", "'s", "’s", "for")
        ):
            break
        at += 1
    return at - 1 if at > start else None


def open_content(tokens: Sequence[Token], frame: Frame, limit: int) -> Opening | None:  # noqa: PLR0911, PLR0912 (ordered rules: the first that applies decides)
    """The content after ``frame``; None where nothing stands there."""
    start = frame.last + 1
    addressee: Phrase | None = None
    if start > limit:
        return None
    if (
        frame.cue.lemma in _ADDRESSED
        and tokens[start].kind == "w"
        and tokens[start].lower
        not in ("that", "if", "whether", "how", "what", "why", "to", "of", "about", "for", "against")
    ):
        last = _addressee_end(tokens, start, limit)
        if last is not None and last < limit:
            addressee, start = (start, last), last + 1
        elif frame.cue.lemma == "tell":
            return None
    token = tokens[start]
    if token.text in ":,—–" and start + 1 <= limit:
        start += 1
        token = tokens[start]
        if token.lower != "that" and token.kind != "q" and tokens[start - 1].text != ":":
            scan = _scan(tokens, start, limit)
            if scan is None:
                return Opening(start, limit, addressee, doubtful=True)
            start = scan[1]
            token = tokens[start]
    if token.lower == "that" and start + 1 <= limit:
        return Opening(start + 1, _end_at(tokens, start + 1, limit), addressee)
    if token.kind == "q":
        return Opening(start, _quote_end(tokens, start, limit), addressee)
    if frame.cue.class_ in (StatementClass.SPEECH_ACT, StatementClass.ATTITUDE):
        return Opening(start, limit, addressee)
    if token.lower in _ADJUNCTS or token.lower in TIME_WORDS or addressee is not None:
        scan = _scan(tokens, start, limit)
        past = _past_adjuncts(tokens, start, limit)
        if scan is not None and not (past is not None and _has_verb(tokens, past, scan[0])):
            return Opening(scan[1], _end_at(tokens, scan[1], limit), addressee)
        if past is None or past > limit:
            return Opening(start, limit, addressee, doubtful=True)
        return Opening(
            past, limit, addressee, doubtful=past > start and tokens[past].text[0].islower() and _weak(tokens[past])
        )
    return Opening(start, limit, addressee)


def _end_at(tokens: Sequence[Token], start: int, limit: int) -> int:
    if tokens[start].kind == "q":
        return _quote_end(tokens, start, limit)
    return limit
