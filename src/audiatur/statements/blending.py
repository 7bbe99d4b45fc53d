"""One list of candidates from those of the learned tagger and of the rules, which add what they know better.

The learned ones stand. The rules give a source that is missing beside the same cue, words where the learned ones are
but empty ("where, the"), a quotation that the learned ones have
nowhere, and what is said in a relative clause ("the letter, which Marek said was late"), for
which the training data, of one layer, knows no form.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from audiatur.statements.candidates import Candidate, Range, Tagger
from audiatur.statements.sentences import Paragraph
from audiatur.statements.values import StatementClass
from audiatur.statements.wordlists import words

_RELATIVE = re.compile(r"\b(?:which|who|whom)\s*$", re.IGNORECASE)
_REACH = 8  # characters before a source in which its relative pronoun stands
_FRAGMENT = 2  # words beyond which what the rules found at the same cue takes the place of an empty content
_MARKS = ('"', "“", "”", "„", "«", "»", "‘", "''")
_LEAST = 4  # words in marks; with fewer they are as often a title or a label
_EMPTY = words("the a which that where who whom what when one do to it its there in of as")
_PLAINLY = words("said says claimed claims insisted insists maintained maintains argued argues told alleged alleges")


@dataclass(frozen=True, slots=True)
class BlendedTagger:
    """A learned tagger and the rules, as one."""

    learned: Tagger
    rules: Tagger

    def tag(self, text: str, paragraphs: Sequence[Paragraph]) -> Sequence[Candidate]:
        """The candidates of both."""
        return blend(text, self.learned.tag(text, paragraphs), self.rules.tag(text, paragraphs))


def blend(text: str, learned: Sequence[Candidate], ruled: Sequence[Candidate]) -> list[Candidate]:
    """The candidates of both, in the order of their cues; of the learned ones none is lost."""
    taken = [part for candidate in learned for part in candidate.content]
    found = [_with_source(_made_whole(text, candidate, ruled, taken), ruled) for candidate in learned]
    for other in ruled:
        if _quotes_alone(text, other, found):
            taken_over = [c for c in found if c.cue and other.cue and _touches(c.cue, [other.cue])]
            found = [c for c in found if c not in taken_over] + [other]
            continue
        if not _in_relative(text, other):
            continue
        same = [i for i, c in enumerate(found) if c.cue and other.cue and _touches(c.cue, [other.cue])]
        found = [_with_antecedent(c, other) for c in found]
        if same:
            found[same[0]] = replace(found[same[0]], content=other.content, source=other.source)
        else:
            found.append(other)
    return sorted(found, key=lambda c: c.cue or c.content[0])


def _with_antecedent(candidate: Candidate, relative: Candidate) -> Candidate:
    """A candidate that has but the first words of what a relative clause tells of, with all of them."""
    noun = relative.content[0]
    parts = tuple((a, noun[1]) if a == noun[0] and a < b < noun[1] else (a, b) for a, b in candidate.content)
    return replace(candidate, content=parts)


def _made_whole(text: str, candidate: Candidate, ruled: Sequence[Candidate], taken: Sequence[Range]) -> Candidate:
    """With the content that the rules have for the same cue, where its own is but a word like "which" or "that".

    A name or a noun alone is left ("called for action"), and so are words that another statement has (``taken``).
    """
    own = " ".join(text[slice(*part)] for part in candidate.content).lower().split()
    if candidate.cue is None or not set(own) <= _EMPTY:
        return candidate
    for other in ruled:
        if other.cue is not None and _touches(candidate.cue, [other.cue]):
            said = " ".join(text[slice(*part)] for part in other.content)
            rest = [part for part in taken if part not in candidate.content]
            if len(said.split()) > _FRAGMENT and not any(_touches(part, rest) for part in other.content):
                return replace(candidate, content=other.content)
    return candidate


def _with_source(candidate: Candidate, ruled: Sequence[Candidate]) -> Candidate:
    """With the source that the rules have for the same cue, where it has none."""
    if candidate.source is not None or candidate.cue is None or candidate.class_ is not StatementClass.SPEECH:
        return candidate
    for other in ruled:
        same = other.cue is not None and _touches(candidate.cue, [other.cue])
        if same and other.source and not _touches(other.source, candidate.content):
            return replace(candidate, source=other.source, addressee=other.addressee, follows=other.follows)
    return candidate


def _quotes_alone(text: str, candidate: Candidate, found: Sequence[Candidate]) -> bool:
    """Whether a candidate of the rules has nothing but quotations that nobody else has, and says whose they are."""
    parts = [text[slice(*part)] for part in candidate.content]
    cue = candidate.cue
    if candidate.source is None or cue is None or not all(p[:1] in _MARKS for p in parts):
        return False
    if sum(len(p.split()) for p in parts) < _LEAST:
        return False
    return not any(_touches(part, [*candidate.content, cue]) for c in found for part in c.content)


def _in_relative(text: str, candidate: Candidate) -> bool:
    """Whether the source follows a relative pronoun and a plain verb of saying follows it."""
    if candidate.source is None or candidate.cue is None or candidate.cue[0] < candidate.source[1]:
        return False
    before = text[max(0, candidate.source[0] - _REACH) : candidate.source[0]]
    plain = text[candidate.cue[1] - len(text[slice(*candidate.cue)].rsplit(maxsplit=1)[-1]) : candidate.cue[1]].lower()
    return plain in _PLAINLY and _RELATIVE.search(before) is not None


def _touches(span: Range, others: Sequence[Range]) -> bool:
    return any(a < span[1] and span[0] < b for a, b in others)
