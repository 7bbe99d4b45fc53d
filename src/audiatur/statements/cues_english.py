"""Finds the words that introduce a statement in an English sentence: "has repeatedly said", "according to"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from audiatur.statements.sentences import Token
from audiatur.statements.values import StatementClass
from audiatur.statements.verbs_english import VERBS, Verb
from audiatur.statements.wordlists import words
from audiatur.statements.words_english import (
    ADVERBS,
    AUXILIARIES,
    BE,
    CONTRACTED_NOT,
    DETERMINERS,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
)

_STRONG_ING = words(
    """saying adding noting telling arguing claiming warning insisting suggesting stating writing asking citing
    explaining calling describing accusing declaring tweeting announcing stressing reiterating alleging
    asserting complaining conceding acknowledging admitting contending maintaining emphasizing emphasising
    remarking promising pledging vowing urging demanding praising criticizing criticising thanking blaming
    condemning quipping joking predicting repeating observing replying responding continuing concluding denying
    reporting confirming pointing lamenting labeling dubbing declining slamming boasting bragging mocking
    blasting denouncing"""
)
_ACCORDING = StatementClass.SPEECH


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue: tokens ``first`` to ``last`` of the sentence, inclusive.

    ``form`` is the verb's form, or ``according``. ``finite``: it can have a subject of its own. ``passive``: its
    speaker is not its subject. ``tentative``: a modal, an infinitive or a negation keeps it from reporting words.
    """

    first: int
    last: int
    verb: int
    lemma: str
    class_: StatementClass
    form: str
    finite: bool
    passive: bool = False
    tentative: bool = False
    noun_like: bool = False


def is_adverb(token: Token) -> bool:
    """Whether the token can stand between an auxiliary and its verb."""
    word = token.lower
    return token.kind == "w" and (word in ADVERBS or (word.endswith("ly") and token.text[0].islower()))


def _reading(tokens: Sequence[Token], at: int) -> tuple[Verb, int] | None:
    """The verb that stands at ``at`` and the index of its last token, a particle included."""
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    for verb in VERBS.get(tokens[at].lower, ()):
        if verb.particle is None:
            return verb, at
        if verb.particle == following:
            return verb, at + 1
    return None


def _according(tokens: Sequence[Token], at: int) -> Cue | None:
    if tokens[at].lower == "according" and at + 1 < len(tokens) and tokens[at + 1].lower == "to":
        return Cue(at, at + 1, at, "according", _ACCORDING, "according", finite=False)
    return None


def _cue_at(tokens: Sequence[Token], at: int) -> Cue | None:  # noqa: PLR0911, PLR0912 (ordered rules: the first that applies decides)
    """The cue whose verb is the token at ``at``; None where it is no verb of saying, or plainly a noun."""
    reading = _reading(tokens, at)
    if reading is None:
        return None
    verb, last = reading
    first, auxiliaries, tentative, infinitive = at, set[str](), False, False
    while first > 0 and tokens[first - 1].kind == "w":
        word = tokens[first - 1].lower
        if word in AUXILIARIES:
            auxiliaries.add(word)
        elif word in MODALS or word in NEGATIONS or word in CONTRACTED_NOT:
            tentative = True
            auxiliaries.add("do")
        elif word == "to":
            infinitive = True
        elif not is_adverb(tokens[first - 1]):
            break
        first -= 1
    be = bool(auxiliaries & BE) and not (
        auxiliaries & {"'s", "’s"} and verb.form != "ing" and verb.class_ is not StatementClass.ATTITUDE
    )
    if infinitive and first >= 1 and tokens[first - 1].lower in ("on", "continues", "continued"):
        goes = first - 2 if tokens[first - 1].lower == "on" else first - 1
        if goes >= 0 and tokens[goes].lower in ("went", "goes", "going", "continued", "continues"):
            return Cue(goes, last, at, verb.lemma, verb.class_, "past", finite=True)
    before = tokens[first - 1] if first > 0 else None
    if verb.form in ("past", "third", "base") and before is not None and first == at:
        if before.lower in DETERMINERS and before.lower not in (
            "this",
            "that",
            "these",
            "those",
            "some",
            "many",
            "several",
            "most",
            "few",
            "all",
            "both",
            "others",
            "each",
        ):
            return None
        if before.lower in PREPOSITIONS and verb.form != "past":
            return None
    finite = verb.form != "ing" or be
    if verb.form == "ing" and not be and tokens[at].lower not in _STRONG_ING:
        return None
    if verb.form == "base" and not auxiliaries and infinitive:
        tentative = True
    if verb.form in ("base", "third") and auxiliaries & {"'s", "’s"}:
        return None
    if verb.form == "participle" and not auxiliaries:
        return None
    by = (
        last + 1 < len(tokens) and tokens[last + 1].lower == "by" and verb.lemma not in ("respond", "reply", "continue")
    )
    if by and verb.form in ("past", "participle"):
        return None
    passive = be and verb.form in ("past", "participle")
    noun_like = verb.noun_like and not auxiliaries
    return Cue(first, last, at, verb.lemma, verb.class_, verb.form, finite, passive, tentative or infinitive, noun_like)


def find_cues(tokens: Sequence[Token]) -> list[Cue]:
    """The possible cues of a sentence, in order; whether each has a subject and content is decided elsewhere."""
    cues: list[Cue] = []
    for at, token in enumerate(tokens):
        if token.kind != "w":
            continue
        cue = _according(tokens, at) or _cue_at(tokens, at)
        if cue is not None and cues and cue.first == cues[-1].first and cues[-1].lemma in ("continue", "go"):
            cues[-1] = cue  # "continued to say"
        elif cue is not None and not (cues and cue.first <= cues[-1].last):
            cues.append(cue)
    return cues
