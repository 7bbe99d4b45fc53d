"""The figures on our own gold: what is counted, and of how many."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from audiatur.statements.values import Statement
from evaluation.gold_scores_matching import Compared, Words, same_name, spans
from evaluation.own_gold_values import GoldStatement

_MARKED = re.compile("[\"“„«'‘](?=\\w).*[\"”“»'’]", re.DOTALL)
_WHOLLY = re.compile("(?:—\\s*)?[\"“„«'‘].*[\"”“»'’][.,!?…]*", re.DOTALL)
_REPLICA = re.compile(r"(?:^|[\n.!?…]\s*)[—–-]\s*$")
_AT = 0.5


@dataclass(frozen=True, slots=True)
class Figure:
    """A share: ``right`` of ``all``."""

    right: int
    all: int

    @property
    def share(self) -> float:
        """0 where there was nothing to be right about."""
        return self.right / self.all if self.all else 0.0


def _figure(answers: Iterable[bool]) -> Figure:
    listed = list(answers)
    return Figure(sum(listed), len(listed))


def f1(precision: Figure, recall: Figure) -> float:
    """The harmonic mean of two shares."""
    total = precision.share + recall.share
    return 2 * precision.share * recall.share / total if total else 0.0


def found(compared: Sequence[Compared]) -> tuple[Figure, Figure]:
    """Precision and recall of statements; optional ones count for nothing."""
    matched = sum(len(one.matched) for one in compared)
    return Figure(matched, sum(c.offered for c in compared)), Figure(matched, sum(c.wanted for c in compared))


def kind_of(one: GoldStatement, text: str = "") -> str:
    """Which kind the annotation makes it: its parts stand wholly, partly or not at all in quotation marks.

    A dash that begins a line or a sentence of ``text`` is the mark of a dialogue's words.
    """
    if _REPLICA.search(text[: one.content[0].start]):
        return "direct"
    whole = [bool(_WHOLLY.fullmatch(part.text.strip())) for part in one.content]
    if all(whole):
        return "direct"
    return "mixed" if any(whole) or any(_MARKED.search(part.text) for part in one.content) else "indirect"


def names(compared: Sequence[Compared]) -> dict[str, Figure]:
    """How often the speaker's name is right, and how often it is rightly left open."""
    matched = [pair for one in compared for pair in one.matched]
    named = [(g, r) for g, r in matched if g.name is not None]
    open_ = [(g, r) for g, r in matched if g.name is None]
    every = [g for one in compared for g in one.gold.statements if not g.optional and g.name is not None]
    right = [same_name(g, r.speaker.name) for g, r in named]
    return {
        "named speaker right, of those found": _figure(right),
        "named speaker right, where a name is given": _figure(
            same_name(g, r.speaker.name) for g, r in named if r.speaker.name is not None
        ),
        "any name given right, of those found": _figure(
            same_name(g, r.speaker.name) for g, r in matched if r.speaker.name is not None
        ),
        "left open rightly, of those to leave open": _figure(r.speaker.name is None for _, r in open_),
        "left open rightly, of those left open": _figure(g.name is None for g, r in matched if r.speaker.name is None),
        "named speaker right, of all in the gold": Figure(sum(right), len(every)),
    }


def by_reference(compared: Sequence[Compared]) -> dict[str, Figure]:
    """The share of right names, or rightly none, of each way to refer to a speaker."""
    answers: dict[str, list[bool]] = defaultdict(list)
    for gold, read in (pair for one in compared for pair in one.matched):
        answers[gold.reference].append(same_name(gold, read.speaker.name))
    return {f"speaker right, by {kind}": _figure(listed) for kind, listed in sorted(answers.items())}


def others(compared: Sequence[Compared]) -> dict[str, Figure]:
    """Source, class, kind and occasion of the statements found."""
    pairs = [(Words(one.gold.text), g, r) for one in compared for g, r in one.matched]
    dated = [(g, r) for _, g, r in pairs if g.date is not None]
    return {
        "words of the source": _figure(
            words.overlap(spans(g.mention), spans(r.speaker.mention)) >= _AT for words, g, r in pairs if g.mention
        ),
        "class": _figure(g.class_ == r.class_ for _, g, r in pairs),
        "kind": _figure(kind_of(g, one.gold.text) == r.kind for one in compared for g, r in one.matched),
        "type of speaker": _figure(g.type == r.speaker.type for _, g, r in pairs if g.type is not None),
        "date, of those dated": _figure(g.date == r.occasion.date for g, r in dated),
        "date, of those given": _figure(g.date == r.occasion.date for _, g, r in pairs if r.occasion.date is not None),
        "place, of those with one": _figure(_touches(r, g, "place") for _, g, r in pairs if g.place),
        "place, of those given": _figure(_touches(r, g, "place") for _, g, r in pairs if r.occasion.place),
        "addressee, of those with one": _figure(_touches(r, g, "addressee") for _, g, r in pairs if g.addressee),
        "addressee, of those given": _figure(_touches(r, g, "addressee") for _, g, r in pairs if r.occasion.addressee),
    }


def _touches(read: Statement, gold: GoldStatement, what: str) -> bool:
    """Whether place or addressee are the same words, wherever in the article they stand, or overlap."""
    mine = read.occasion.place if what == "place" else read.occasion.addressee
    yours = gold.place if what == "place" else gold.addressee
    if mine is None or yours is None:
        return False
    return mine.overlaps(yours) or mine.text.casefold() == yours.text.casefold()


def parents(compared: Sequence[Compared]) -> dict[str, Figure]:
    """How often the enclosing statement is right, where both it and the nested one were found."""
    wanted: list[bool] = []
    given: list[bool] = []
    for one in compared:
        back = {r: g for g, r in one.pairs.items()}
        for g, r in one.pairs.items():
            mine, theirs = one.gold.statements[g].parent, one.read[r].parent
            if one.gold.statements[g].optional:
                continue
            if mine is not None and mine in one.pairs:
                wanted.append(one.pairs[mine] == theirs)
            if theirs is not None and theirs in back:
                given.append(back[theirs] == mine)
    nested = [(c, g) for c in compared for g, s in enumerate(c.gold.statements) if s.parent is not None]
    must = [(c, g) for c, g in nested if not c.gold.statements[g].optional]
    return {
        "nested statements found": _figure(g in c.pairs for c, g in must),
        "enclosing statement right, of the nested": _figure(wanted),
        "enclosing statement right, of those given": _figure(given),
    }
