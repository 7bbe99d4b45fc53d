"""Statements inside the contents of others: "Voss said the minister had promised her a bridge".

Each part of a content, without its outer marks, is read as a text of its own by the rules; what has a cue and a source
there is a statement that another one reports. A tagger that already found the same cue is believed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from audiatur.statements.candidates import Candidate, Range
from audiatur.statements.demonyms_english import read_capitals
from audiatur.statements.english import EnglishTagger
from audiatur.statements.names import is_place
from audiatur.statements.places import ADJECTIVES
from audiatur.statements.roles_english import DOCUMENTS
from audiatur.statements.sentences import Paragraph, lay_out
from audiatur.statements.values import StatementClass
from audiatur.statements.verbs_english import VERBS
from audiatur.statements.wordlists import words
from audiatur.statements.words_english import (
    ADVERBS,
    COORDINATORS,
    DETERMINERS,
    FINITE,
    LEADING_ADVERBS,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    TIME_LEADS,
    TIME_WORDS,
)

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_OPENING, _CLOSING = "“\"„«'‘", "”\"»“'’"
_THAT = re.compile(r"(?:that,?\s+)?")
_MIN_WORDS = 4  # someone, a verb and what was said
_CONFIDENCE = 0.6  # share of right ones on the development half of our own gold; see docs/technotes/speakers.md
_NO_CUES = words(
    "know knows knew known see sees saw seen find finds found feel feels felt learn learned hear heard read "
    "challenges challenge credit credits email emails"
)
_CLAUSE = 14  # words among which a clause has its verb
_TOO_SHORT = PREPOSITIONS | ADVERBS | SUBORDINATORS
_REPEATS = words("it this so that them these those")
_THE_SAME = re.compile(r"(?:much )?the (?:same|opposite|contrary)\b")
_FREE = words("what whatever how why than whichever")  # "what she says is wrong" reports no words
_CUT = words("than when while because unless is are was were so as")  # heads of what is no object of a report
_LEADING = LEADING_ADVERBS - SUBORDINATORS | TIME_WORDS | TIME_LEADS | COORDINATORS | words("that")
_PERFECT = words("had has have 'd ’d")
_HELD = words("also still now always")
_HELPERS = words("help helps helped let lets make makes twice")
_BETWEEN = 10  # words of the one told and of the day between a cue and what was said
_DEEPEST = 2


def with_nested(text: str, paragraphs: Sequence[Paragraph], candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates and those that the rules find inside their contents, to two levels down."""
    rules = EnglishTagger(read_capitals(paragraphs).demonyms)
    found = list(candidates)
    taken = [c.cue for c in candidates if c.cue]
    level: Sequence[Candidate] = candidates
    alone = [s.start for p in paragraphs for s in p.sentences if s.only_quotation]
    for _ in range(_DEEPEST):
        parts = [(outer, piece) for outer in level for part in outer.content for piece in _pieces(part, alone)]
        below = [inner for outer, piece in parts for inner in _inside(text, outer, piece, rules)]
        fresh: list[Candidate] = []
        for inner in below:
            if inner.cue and not any(inner.cue[0] < end and start < inner.cue[1] for start, end in taken):
                taken.append(inner.cue)
                fresh.append(inner)
        found += fresh
        level = fresh
        if not fresh:
            break
    return found


def _pieces(part: Range, alone: Sequence[int]) -> list[Range]:
    """A part cut where sentences begin that are nothing but a quotation (``alone``), so that marks enclose these."""
    cuts = [start for start in alone if part[0] < start < part[1]]
    return list(pairwise([part[0], *cuts, part[1]]))


def _is_clause(text: str, outer: Candidate, part: Range) -> bool:
    """Whether a part is words or a clause, not a mere object ("rejected Sildavian claims that the buoy had moved")."""
    before = text[max(0, part[0] - 8) : part[0]].split()[-1:]
    if text[part[0]] in _OPENING or before == ["that"]:
        return True
    first = [word.lower() for word in _WORD.findall(text[slice(*part)])[:_CLAUSE]]
    verbs = any(word in FINITE or word in MODALS or word.endswith(("’t", "'t", "ed")) for word in first[1:])
    return verbs and outer.class_ in (StatementClass.SPEECH, StatementClass.DOCUMENT)


def _noun_like(inner: str, one: Candidate) -> bool:
    """Whether the cue has the form of a noun ("claims", "states"): inside a content that needs a plain report."""
    cue = inner[slice(*one.cue)].lower() if one.cue else ""
    return any(verb.noun_like for verb in VERBS.get(cue, ()))


def _is_noun(inner: str, one: Candidate, demonyms: frozenset[str]) -> bool:
    """Whether the cue may as well be a noun: "claims" after a lone adjective or noun at the head of the words.

    A name is neither ("that Tarn hopes the war will end").
    """
    cue = inner[slice(*one.cue)].lower() if one.cue else ""
    noun = any(verb.noun_like for verb in VERBS.get(cue, ()))
    source = inner[slice(*one.source)].lower().split() if one.source else []
    if one.source and is_place(inner[slice(*one.source)]):
        return False
    written = inner[slice(*one.source)][:1] if one.source else ""
    named = written.isupper() and one.source and one.source[0] > 0 and source[0] not in demonyms | ADJECTIVES.keys()
    return noun and len(source) == 1 and source[0] not in DETERMINERS | PRONOUNS and not named


def _inside(text: str, outer: Candidate, part: Range, rules: EnglishTagger) -> Iterator[Candidate]:
    """The candidates inside one part of a content."""
    if not _is_clause(text, outer, part):
        return
    start, end = _unmarked(text, part)
    that = _THAT.match(text, start, end)
    start = that.end() if that else start
    inner = text[start:end]
    found = [word.lower() for word in _WORD.findall(inner)]
    if len(found) < _MIN_WORDS or not any(word in VERBS for word in found):
        return
    for one in rules.tag(inner, lay_out(inner, title_end=0)):
        if one.cue is None or one.source is None or inner[slice(*one.cue)].lower() in _NO_CUES:
            continue
        if inner[slice(*one.cue)].startswith(("'s ", "’s ")):  # "the campaign's reported contributions": a possessive
            continue
        if (
            one.source == one.content[0]
            or not all(a < b for a, b in one.content)
            or _is_noun(inner, one, rules.demonyms)
        ):
            continue
        quoted = text[part[0]] in _OPENING
        if (
            (quoted or _noun_like(inner, one))
            and not _is_plain(inner, one)
            and not (not quoted and _is_mood(inner, one))
        ):
            continue
        if all(inner[a:b].lower() in _TOO_SHORT for a, b in one.content) or not _is_report(inner, one, quoted=quoted):
            continue
        yield replace(
            one,
            source=_moved(one.source, start),
            cue=_moved(one.cue, start),
            content=tuple(_moved(piece, start) for piece in one.content),
            addressee=_moved(one.addressee, start) if one.addressee else None,
            sentence=_moved(one.sentence, start),
            paragraph=outer.paragraph,
            confidence=min(_CONFIDENCE, outer.confidence),
        )


def _is_mood(inner: str, one: Candidate) -> bool:
    """Whether somebody "hopes the war will end": a state of mind with a clause, its cue no noun."""
    return one.class_ is StatementClass.ATTITUDE and _has_clause(inner[slice(*one.content[0])])


def _is_plain(inner: str, one: Candidate) -> bool:
    """Whether somebody quoted evidently reports: words in marks of their own, or "that" in the past or of another.

    "I think that" and "I regret this" are what the one quoted says, no report.
    """
    first = one.content[0][0]
    if inner[first] in _OPENING:
        return True
    source = inner[slice(*one.source)].lower() if one.source else ""
    cue = inner[slice(*one.cue)].lower() if one.cue else ""
    performed = source in ("i", "we") and any(verb.form == "base" for verb in VERBS.get(cue, ()))
    told = cue.split()[-1:] in (["told"], ["tells"], ["said"], ["says"]) or inner[:first].split()[-1:] == ["that"]
    return told and not performed


def _is_report(inner: str, one: Candidate, *, quoted: bool) -> bool:  # noqa: PLR0911 (ordered rules: the first that applies decides)
    """Whether words or an act are reported: not "what she says is", "said it", "I have said that", "by saying that".

    Each form failed on articles of the training data; docs/technotes/speakers.md tells the counts.
    """
    if one.source is None or one.cue is None:
        return False
    first, said = one.content[0][0], inner[slice(*one.content[0])].lower()
    own_marks = inner[first] in _OPENING
    source = inner[slice(*one.source)].lower().split()
    cue = inner[slice(*one.cue)].lower().split()
    before = inner[: one.source[0]].lower().split()[-1:]
    if said in _REPEATS or _THE_SAME.match(said) or {source[0], *before} & _FREE or "accused" in cue:
        return False
    if own_marks:
        return one.cue[0] < first
    if one.class_ is StatementClass.ATTITUDE and cue[0] in _HELD | VERBS.keys():
        return source[0] not in ("i", "we", "you")
    if not _heads(inner, one.source[0]) or not _has_clause(inner[slice(*one.content[0])]):
        return False
    if not quoted and not {*cue} & _PERFECT and source[-1] not in DOCUMENTS:
        return False  # what is told before is in the perfect: "Orlova said he had told her that"
    if said.split()[0] in _CUT or cue[-1].endswith("ing") or {"who", "which"} & {*source}:
        return False
    if source[0].partition("’")[0].partition("'")[0] in ("i", "we"):
        return source[0] in ("i", "we") and cue in (["told"], ["said"]) and _after_cue(inner, one)
    return (len(source) > 1 or source[0] not in VERBS.keys() | _HELPERS) and _after_cue(inner, one)


def _heads(inner: str, source: int) -> bool:
    """Whether a source stands at the head of a clause that is no side clause: "that", a day or an adverb before it."""
    before = re.split(r"[.?!;:,…]['’\"”]?\s+|[–—()]|\s-\s", inner[:source])[-1].lower().split()
    return all(word in _LEADING for word in before) or before[-1:] == ["that"]


def _has_clause(content: str) -> bool:
    """Whether a content holds a verb, an infinitive or words in marks; a mere object is the act of someone quoted."""
    found = [word.lower() for word in _WORD.findall(content)[:_CLAUSE]]
    verb = any(w in FINITE or w in MODALS or w in VERBS or w.endswith(("’t", "'t", "ed", "ing")) for w in found[1:])
    return verb or found[:1] in (["to"], ["not"]) or any(mark in content for mark in _OPENING)


def _after_cue(inner: str, one: Candidate) -> bool:
    """Whether nothing but the one told, a date or "that" stands between a cue and what follows it."""
    if one.cue is None or one.content[0][0] < one.cue[1]:
        return True
    return (
        ":" in inner[one.cue[1] : one.content[0][0]] or len(inner[one.cue[1] : one.content[0][0]].split()) <= _BETWEEN
    )


def _unmarked(text: str, part: Range) -> Range:
    """The part without the quotation marks that stand around all of it."""
    start, end = part
    while start < end and (text[start].isspace()):
        start += 1
    closed = end > start + 1 and text[end - 1] in _CLOSING
    if start < end and text[start] in _OPENING and (closed or text[start] not in text[start + 1 : end]):
        return start + 1, end - 1 if closed else end
    return start, end


def _moved(place: Range, by: int) -> Range:
    return place[0] + by, place[1] + by
