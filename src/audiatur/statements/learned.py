"""The learned tagger: windows of the article to a network, its scores to candidates."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from audiatur.statements.candidates import Candidate, Range
from audiatur.statements.cue_classes_english import class_of_cue
from audiatur.statements.decoding import (
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
from audiatur.statements.repair import mend, rescue
from audiatur.statements.sentences import Paragraph, Sentence
from audiatur.statements.turns import name_turns
from audiatur.statements.windows import BREAK_TYPE, INSIDE, Pieces, Window, alike, cut_windows, make_pieces

Encoded = tuple[Sequence[int], Sequence[tuple[int, int]], Sequence[bool]]
Whole = NDArray[np.int64]

LONGEST = 384
"""Pieces of a window; at most the 512 places the network knows. Chosen by speed: fewer windows, less seen twice."""

CONTEXT = 48
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


@dataclass(frozen=True, slots=True)
class Limits:
    """How sure the tagger must be; for their origin see docs/technotes/tagger.md."""

    cue: float = 0.4
    kept: float = 0.4
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
            found.extend(self._read(pieces, window, sentences, text))
        mended = mend(text, paragraphs, [c for c in found if c.confidence >= self._limits.kept])
        rest = sorted((c for c in found if c.confidence < self._limits.kept), key=lambda c: -c.confidence)
        rescued = name_turns(text, paragraphs, rescue(text, paragraphs, mended, rest))
        return sorted(rescued, key=lambda c: c.cue or c.content[0])

    def _read(self, pieces: Pieces, window: Window, sentences: Sequence[Sentence], text: str) -> list[Candidate]:
        """The candidates whose cues stand in the core of a window."""
        inside = slice(window.start, window.end)
        heads = np.flatnonzero(np.array(pieces.heads[inside]))
        vectors, scores = self._network.find(np.array([pieces.ids[inside]]), np.array([pieces.kinds[inside]]))
        chances = as_probabilities(scores[heads])
        certain = find_cues(chances, self._limits.cue)
        core = [window.core_start <= window.start + at < window.core_end for at in heads]
        likely = [c for c in certain if core[c[0][0]]]
        spare = [c for c in spare_cues(chances, self._limits.quoted, certain) if core[c[0][0]]]
        cues = [*likely, *spare]
        if not cues:
            return []
        labelled = as_probabilities(
            self._network.label(
                vectors,
                heads[[first for (first, _), _ in cues]],
                heads[[last for (_, last), _ in cues]],
                np.array([pieces.sentences[inside]]),
                np.array([pieces.paragraphs[inside]]),
            )[:, heads]
        )
        places = (heads + window.start).tolist()
        found = []
        kinds = np.array(pieces.kinds[inside])[heads]
        quoted = (kinds >= INSIDE) & (kinds < BREAK_TYPE)
        sureness = np.array([sure for _, sure in cues], dtype=np.float32)
        chosen = settle(best_labels(labelled), labelled, sureness, quoted, len(spare))
        for (cue, sure), labels, scored in zip(cues, chosen, labelled, strict=True):
            candidate = self._candidate(text, pieces, places, cue, sure, self._labels(labels, scored), sentences)
            if candidate is not None:
                found.append(candidate)
        return found

    def _labels(self, labels: NDArray[np.int64], probabilities: Scores) -> Labels:
        """The runs of one cue; a source that all but began is one where there is none else."""
        found = runs_of(labels, probabilities)
        if found.sources:
            return found
        likely = likely_source(probabilities, self._limits.source)
        return Labels(((likely, self._limits.source),), found.contents) if likely else found

    def _candidate(
        self,
        text: str,
        pieces: Pieces,
        places: Sequence[int],
        cue: Run,
        sure: float,
        labels: Labels,
        sentences: Sequence[Sentence],
    ) -> Candidate | None:
        """The candidate of one cue; None where it was given no content."""
        contents = [run for run, _ in labels.contents]
        if not contents:
            return None
        source = max(labels.sources, key=lambda s: s[1])[0] if labels.sources else None
        words = _range(pieces, places, cue)
        sentence = sentences[max(0, bisect_right([s.start for s in sentences], words[0]) - 1)]
        spans = tuple(_range(pieces, places, run) for run in contents)
        certainty = sum(chance for _, chance in labels.contents) / len(labels.contents)
        return Candidate(
            source=_range(pieces, places, source) if source else None,
            cue=words,
            content=spans,
            class_=class_of_cue(text[slice(*words)], [text[slice(*span)] for span in spans]),
            paragraph=sentence.paragraph,
            sentence=(sentence.start, sentence.end),
            confidence=round(sure * certainty, 3),
        )


def _range(pieces: Pieces, places: Sequence[int], run: Run) -> Range:
    """The words of a run of head pieces, each to the end of its last piece."""
    last = places[run[1]]
    while last + 1 < len(pieces.heads) and not pieces.heads[last + 1] and pieces.ends[last + 1] > pieces.ends[last]:
        last += 1
    return pieces.starts[places[run[0]]], pieces.ends[last]
