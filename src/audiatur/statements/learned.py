"""The learned tagger: windows of the article to a network, its scores to candidates."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from audiatur.statements.candidates import Candidate, Range
from audiatur.statements.cue_classes_english import class_of_cue, whole_cue
from audiatur.statements.decoding import (
    CONTENT,
    Labels,
    Run,
    Scores,
    as_probabilities,
    best_labels,
    find_cues,
    likely_source,
    runs_of,
    settle,
    spare_cues,
)
from audiatur.statements.repair import filled, mend, rescue, without
from audiatur.statements.sentences import Paragraph, Sentence
from audiatur.statements.sources_english import mended_source
from audiatur.statements.sureness import likelihood
from audiatur.statements.turns import name_followed, name_turns
from audiatur.statements.windows import BREAK_TYPE, INSIDE, Pieces, Window, alike, cut_windows, make_pieces

Encoded = tuple[Sequence[int], Sequence[tuple[int, int]], Sequence[bool]]
Whole = NDArray[np.int64]

LONGEST = 320
"""Pieces of a window; at most the 512 places the network knows. See docs/technotes/tagger.md for the choice."""

CONTEXT = 32
"""Pieces of context on either side of a window's own sentences."""


class Network(Protocol):
    """What the tagger asks of a network; ``audiatur.models`` holds one."""

    @property
    def break_id(self) -> int:
        """The id of the piece that stands for the end of a paragraph."""
        ...

    def encode(self, texts: Sequence[str]) -> Sequence[Encoded]:
        """For each text the ids of its word pieces, their offsets and whether each begins a word."""
        ...

    def find(self, ids: Whole, kinds: Whole) -> tuple[Scores, Scores]:
        """For one window, a vector for each piece (1, piece, size) and the scores of the cue labels (piece, 3)."""
        ...

    def label(self, vectors: Scores, first: Whole, last: Whole, sentences: Whole, paragraphs: Whole) -> Scores:
        """For each cue, given by its first and last piece, the scores of the role labels (cue, piece, 5)."""
        ...


_LEAST_BARE = 4  # words in marks that nobody has, from which doubtful cues are asked as well


@dataclass(frozen=True, slots=True)
class Limits:
    """How sure the tagger must be; for their origin see docs/technotes/tagger.md."""

    cue: float = 0.5
    kept: float = 0.3
    quoted: float = 0.1
    source: float = 0.1


class LearnedTagger:
    """Finds the candidates of an article by a network; holds no state between articles."""

    def __init__(self, network: Network, limits: Limits | None = None) -> None:
        self._network = network
        self._limits = limits or Limits()

    def tag(self, text: str, paragraphs: Sequence[Paragraph]) -> Sequence[Candidate]:
        """The candidates of the article, in the order of their cues."""
        same = alike(text, paragraphs)
        encoded = self._network.encode([same[p.start : p.end] for p in paragraphs])
        pieces = make_pieces(text, paragraphs, encoded, self._network.break_id)
        sentences = [s for p in paragraphs for s in p.sentences]
        found: list[Candidate] = []
        for window in cut_windows(pieces.sentences, longest=LONGEST, context=CONTEXT):
            seen = _Seen(pieces, window)
            for cue, sure, labels in self._read(seen):
                candidate = self._candidate(text, seen, cue, sure, labels, sentences)
                if candidate is not None:
                    found.append(candidate)
        mended = mend(text, paragraphs, [c for c in found if c.confidence >= self._limits.kept])
        rest = sorted((c for c in found if c.confidence < self._limits.kept), key=lambda c: -c.confidence)
        rescued = name_turns(text, paragraphs, rescue(text, paragraphs, mended, rest))
        rescued = name_followed(text, paragraphs, rescued)
        return sorted(filled(text, paragraphs, rescued), key=lambda c: c.cue or c.content[0])

    def _read(self, seen: _Seen) -> list[tuple[Run, float, Labels]]:
        """The cues in the core of a window, each with what it was given; runs count pieces that begin words."""
        vectors, scores = self._network.find(seen.ids, seen.kinds)
        chances = as_probabilities(scores[seen.heads])
        certain = find_cues(chances, self._limits.cue)
        cues = [c for c in certain if seen.in_core[c[0][0]]]
        labelled = self._roles(vectors, seen, cues)
        chosen = settle(best_labels(labelled), labelled, _sureness(cues), seen.quoted, 0)
        bare = seen.quoted & ~(chosen >= CONTENT).any(axis=0)
        if bare.sum() >= _LEAST_BARE:
            spare = [c for c in spare_cues(chances, self._limits.quoted, certain) if seen.in_core[c[0][0]]]
            labelled = np.concatenate([labelled, self._roles(vectors, seen, spare)])
            cues = [*cues, *spare]
            chosen = settle(best_labels(labelled), labelled, _sureness(cues), seen.quoted, len(spare))
        return [
            (cue, sure, self._labels(labels, scored))
            for (cue, sure), labels, scored in zip(cues, chosen, labelled, strict=True)
        ]

    def _roles(self, vectors: Scores, seen: _Seen, cues: Sequence[tuple[Run, float]]) -> Scores:
        """How likely each label is for each cue and each piece that begins a word."""
        if not cues:
            return np.zeros((0, len(seen.heads), 5), dtype=np.float32)
        first = seen.heads[[run[0] for run, _ in cues]]
        last = seen.heads[[run[1] for run, _ in cues]]
        scores = self._network.label(vectors, first, last, seen.sentences, seen.paragraphs)
        return as_probabilities(scores[:, seen.heads])

    def _labels(self, labels: NDArray[np.int64], probabilities: Scores) -> Labels:
        """The runs of one cue; a source that all but began is one where there is none else."""
        found = runs_of(labels, probabilities)
        if found.sources:
            return found
        likely = likely_source(probabilities, self._limits.source)
        return Labels(((likely, self._limits.source),), found.contents) if likely else found

    def _candidate(
        self, text: str, seen: _Seen, cue: Run, sure: float, labels: Labels, sentences: Sequence[Sentence]
    ) -> Candidate | None:
        """The candidate of one cue; None where it was given no content but itself."""
        if not labels.contents:
            return None
        source, known = max(labels.sources, key=lambda s: s[1]) if labels.sources else (None, None)
        words = whole_cue(text, seen.range(cue))
        sentence = sentences[max(0, bisect_right(sentences, words[0], key=lambda s: s.start) - 1)]
        spans = tuple(without([seen.range(run) for run, _ in labels.contents], words))
        if not spans:
            return None
        certainty = sum(chance for _, chance in labels.contents) / len(labels.contents)
        size = sum(len(text[slice(*span)].split()) for span in spans)
        return Candidate(
            source=mended_source(text, seen.range(source), words) if source else None,
            cue=words,
            content=spans,
            class_=class_of_cue(text[slice(*words)], [text[slice(*span)] for span in spans]),
            paragraph=sentence.paragraph,
            sentence=(sentence.start, sentence.end),
            confidence=round(likelihood(sure, certainty, known, size), 3),
        )


class _Seen:
    """A window as the network sees it: one row of ids and kinds, and which pieces begin words."""

    def __init__(self, pieces: Pieces, window: Window) -> None:
        inside = slice(window.start, window.end)
        self._pieces = pieces
        self.ids: Whole = np.array([pieces.ids[inside]])
        self.kinds: Whole = np.array([pieces.kinds[inside]])
        self.sentences: Whole = np.array([pieces.sentences[inside]])
        self.paragraphs: Whole = np.array([pieces.paragraphs[inside]])
        self.heads: Whole = np.flatnonzero(np.array(pieces.heads[inside]))
        self._places = (self.heads + window.start).tolist()
        self.in_core = [window.core_start <= at < window.core_end for at in self._places]
        kinds = self.kinds[0, self.heads]
        self.quoted = (kinds >= INSIDE) & (kinds < BREAK_TYPE)

    def range(self, run: Run) -> Range:
        """The text of a run of words, the last to the end of its last piece."""
        pieces = self._pieces
        last = self._places[run[1]]
        while last + 1 < len(pieces.heads) and not pieces.heads[last + 1] and pieces.ends[last + 1] > pieces.ends[last]:
            last += 1
        return pieces.starts[self._places[run[0]]], pieces.ends[last]


def _sureness(cues: Sequence[tuple[Run, float]]) -> Scores:
    return np.array([sure for _, sure in cues], dtype=np.float32)
