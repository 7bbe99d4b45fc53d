"""Binds each cue of an English sentence to its subject: the frame on which the content is hung."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from audiatur.statements.cues_english import Cue, find_cues
from audiatur.statements.inversions_english import subject_right
from audiatur.statements.phrases_english import Phrase, is_name, subject_left
from audiatur.statements.places import ADJECTIVES
from audiatur.statements.roles_english import DOCUMENTS
from audiatur.statements.sentences import Token
from audiatur.statements.values import StatementClass
from audiatur.statements.verbs_english import VERBS
from audiatur.statements.wordlists import words
from audiatur.statements.words_english import DETERMINERS, PREPOSITIONS, PRONOUNS, RELATIVES, SUBORDINATORS

# Verbs that take words after the verb and before the subject ("said Jon Marks").
_INVERTING = words(
    """say add ask write tweet note explain reply respond argue recall continue warn insist quip joke declare
    remark observe conclude suggest report announce state counter shout exclaim according agree admit"""
)
_DASHES = "—–-"
_ADJECTIVAL = frozenset(("allege", "propose", "suppose", "pledge", "maintain", "state", "post"))
_UNREAL = frozenset(("if", "unless", "whether", "until", "lest"))
_OBJECTS = words("dispute refute rebut contest repeat cite hear call describe publish read debunk")  # of these, a noun
_NUMBERS = words(
    """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety"""
)
_PLURALS = words(
    """percent majority plurality third thirds quarter quarters five ten people officials men women some many
    others both critics few most several children police all we they you i who half one"""
)


@dataclass(frozen=True, slots=True)
class Frame:
    """A cue, its subject, and the tokens ``first`` to ``last`` that both take up.

    ``subject`` None with ``follows``: the subject is that of the frame before, or of the clause. ``relative``: the
    index of the "which" that stands before the subject, None for none. ``inverted``: the subject comes after.
    """

    cue: Cue
    subject: Phrase | None
    first: int
    last: int
    follows: bool = False
    inverted: bool = False
    relative: int | None = None


def _starts_clause(token: Token) -> bool:
    """Whether the token can open the words that are reported."""
    return (
        token.kind == "q"
        or token.lower in DETERMINERS
        or token.lower in PRONOUNS
        or token.lower in ("that", "there", "if", "whether", "how", "why", "what")
        or (token.kind == "w" and (token.text[0].isupper() or token.text[0].isdigit()))
        or token.text == ":"
    )


def _plural(tokens: Sequence[Token], subject: Phrase) -> bool:
    """Whether the subject can go with a base form ("officials say")."""
    words = [t.lower for t in tokens[subject[0] : subject[1] + 1] if t.kind == "w"]
    head = next((words[i - 1] for i, w in enumerate(words) if i and w in PREPOSITIONS), words[-1])
    if any(w in _PLURALS or w.isdigit() for w in words) or "and" in words:
        return True
    return head.endswith("s") and not head.endswith(("ss", "'s", "’s", "us", "is"))


def _has_complement(cue: Cue, following: Token | None) -> bool:
    """Whether a verb of thinking is followed by what is thought, and not by "of" or "about" or nothing."""
    if following is None:
        return False
    return _starts_clause(following) or (following.lower == "to" and cue.lemma in ("hope", "expect", "wish", "fear"))


def _is_noun(tokens: Sequence[Token], cue: Cue, subject: Phrase, demonyms: Collection[str]) -> bool:
    """Whether the cue is a noun after all: "rejected Sildavian claims that", "called the Sildavian volunteers".

    An adjective of a country is no subject of a verb in the present, nor a number of one in the singular.
    """
    if cue.first != cue.verb or cue.form not in ("third", "base"):
        return False
    numbered = tokens[subject[0]].lower in _NUMBERS or tokens[subject[0]].text[0].isdigit()
    if tokens[subject[1]].lower in demonyms or (numbered and cue.form == "third"):
        return True
    before = tokens[subject[0] - 1].lower if subject[0] > 0 else ""
    only = tokens[subject[1]]
    if not cue.noun_like or only.lower in PRONOUNS or only.text[0].isdigit():
        return False
    if before in PREPOSITIONS and subject[0] == subject[1] and cue.form == "third" and is_name(only):
        return True  # "amid Sildavian claims that"
    return any(verb.class_ is StatementClass.SPEECH_ACT or verb.lemma in _OBJECTS for verb in VERBS.get(before, ()))


def _acceptable(tokens: Sequence[Token], cue: Cue, subject: Phrase) -> bool:  # noqa: PLR0911 (ordered rules: the first that applies decides)
    """Whether verb and subject go together, for the forms that are often something else than a verb."""
    following = tokens[cue.last + 1] if cue.last + 1 < len(tokens) else None
    if (
        cue.lemma in _ADJECTIVAL
        and cue.first == cue.verb
        and (following is None or not (_starts_clause(following) or following.lower == "to"))
    ):
        return False
    if cue.form == "base" and cue.first == cue.verb and not _plural(tokens, subject):
        return False
    before = tokens[subject[0] - 1].lower if subject[0] > 0 else ""
    if cue.class_ is StatementClass.ATTITUDE and not _has_complement(cue, following):
        return False
    only = tokens[subject[0]]
    if (
        cue.form == "third"
        and subject[0] == subject[1]
        and only.text[0].islower()
        and only.lower not in PRONOUNS | {"which"}
    ):
        return following is not None and (following.lower == "that" or following.kind == "q")
    if tokens[subject[1]].lower == "who" and cue.form == "base":
        return False
    if before in _UNREAL or (before in ("when", "whenever") and cue.form in ("base", "third")):
        return False
    if cue.noun_like:
        promised = following is not None and following.lower == "to" and cue.lemma in ("promise", "vow", "pledge")
        if following is None or not (promised or _starts_clause(following)):
            return False
        if promised:
            return True
        head = tokens[subject[1]]
        if tokens[subject[0]].lower in DETERMINERS and following.lower != "that" and following.kind != "q":
            return False
        return head.lower in PRONOUNS or head.text[0].isupper() or following.lower == "that" or following.kind == "q"
    return True


def _finite_frame(tokens: Sequence[Token], cue: Cue, floor: int, demonyms: Collection[str]) -> Frame | None:
    before = tokens[cue.first - 1] if cue.first > 0 else None
    left = subject_left(tokens, cue.first, floor)
    if left is not None and not _is_noun(tokens, cue, left, demonyms) and _acceptable(tokens, cue, left):
        relative = None
        if left[0] > floor and tokens[left[0] - 1].lower in RELATIVES and tokens[left[1]].lower not in RELATIVES:
            relative = left[0] - 1
        return Frame(cue, left, left[0], cue.last, relative=relative)
    if left is not None:
        return None
    if (
        cue.lemma in _INVERTING
        and cue.form in ("past", "third")
        and (before is None or before.kind == "q" or before.text in ",—–-")
    ):
        right = subject_right(tokens, cue.last)
        if right is not None and before is not None and _inversion_ends_well(tokens, right[1]):
            return Frame(cue, right, cue.first, right[1], inverted=True)
    if before is not None and before.lower in ("and", "but", "then", "or") and cue.form in ("past", "third"):
        opens = cue.last + 1 < len(tokens) and _starts_clause(tokens[cue.last + 1])
        if cue.noun_like or (cue.form == "third" and not opens):
            return None
        return Frame(cue, None, cue.first, cue.last, follows=True)
    return None


def _inversion_ends_well(tokens: Sequence[Token], last: int) -> bool:
    """Whether what comes after an inverted subject is no clause of its own."""
    if last + 1 >= len(tokens):
        return True
    following = tokens[last + 1]
    return following.kind != "w" or following.lower in PREPOSITIONS | SUBORDINATORS or following.lower in (
        "today", "yesterday", "earlier", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "last", "this", "late",
    )  # fmt: skip


def _participle_frame(tokens: Sequence[Token], cue: Cue) -> Frame | None:
    before = tokens[cue.first - 1] if cue.first > 0 else None
    if before is None:
        return None
    dashed = before.text in _DASHES and cue.class_ is StatementClass.SPEECH
    stated = before.lower in DOCUMENTS and tokens[cue.first].lower == "saying"
    joined = before.kind == "q" or before.text == "," or before.lower in ("and", "by", "while")
    if not (joined or dashed or stated):
        return None
    following = tokens[cue.last + 1] if cue.last + 1 < len(tokens) else None
    if cue.lemma in ("report", "write", "continue", "post") and (following is None or not _starts_clause(following)):
        return None
    return Frame(cue, None, cue.first, cue.last, follows=True)


def find_frames(tokens: Sequence[Token], demonyms: Collection[str] = frozenset(ADJECTIVES)) -> list[Frame]:
    """The frames of a sentence in order; cues without a subject or a place to take one from are left out.

    ``demonyms`` are the adjectives of countries, in lower case: none of them is the subject of a verb in the present.
    """
    frames: list[Frame] = []
    floor = 0
    for cue in find_cues(tokens):
        if (frames and cue.first <= frames[-1].last) or cue.first < floor or cue.passive or cue.tentative:
            continue
        frame: Frame | None
        if cue.form == "according":
            opens = cue.first <= 1 or tokens[cue.first - 2].lower in RELATIVES | {"and", "but", "when"}
            right = subject_right(tokens, cue.last, closed=opens)
            frame = Frame(cue, right, cue.first, right[1], inverted=True) if right else None
        elif cue.finite:
            frame = _finite_frame(tokens, cue, floor, demonyms)
        else:
            frame = _participle_frame(tokens, cue)
        if frame is not None:
            frames.append(frame)
            # "Marks, a baker who said little, denied it": the clause of "who" does not part the name from its verb.
            inside = frame.subject is not None and tokens[frame.subject[0]].lower in ("who", "whose")
            floor = floor if inside else frame.last + 1
    return frames
