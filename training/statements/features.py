"""Articles to pieces and labels, with the features that reading uses."""

from __future__ import annotations

import bisect
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor

from audiatur.statements.sentences import lay_out
from audiatur.statements.windows import Pieces, alike, make_pieces
from training.statements.corpus import Article, Range

IGNORE = -100
BREAK = "[unused0]"


@dataclass(frozen=True, slots=True)
class Labelled:
    """The labels of one attribution, by piece: its cue's first and last piece, and (piece, label) of its roles."""

    first: int
    last: int
    roles: tuple[tuple[int, int], ...]
    lowest: int
    highest: int


@dataclass(frozen=True, slots=True)
class Example:
    """An article ready for training."""

    name: str
    pieces: Pieces
    cues: tuple[int, ...]
    labelled: tuple[Labelled, ...]


def load_tokenizer(path: Path) -> Tokenizer:
    """The tokenizer without padding or truncation."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def pieces_of(text: str, tokenizer: Tokenizer) -> Pieces:
    """The pieces of a text, laid out as reading does."""
    paragraphs = lay_out(text)
    same = alike(text, paragraphs)
    encoded = tokenizer.encode_batch([same[p.start : p.end] for p in paragraphs], add_special_tokens=False)
    rows = [(e.ids, e.offsets, [not t.startswith("##") for t in e.tokens]) for e in encoded]
    return make_pieces(text, paragraphs, rows, tokenizer.token_to_id(BREAK))


def _covered(pieces: Pieces, span: Range) -> list[int]:
    """The head pieces that a range of the text touches."""
    at = bisect.bisect_right(pieces.ends, span[0])
    found = []
    while at < len(pieces.starts) and pieces.starts[at] < span[1]:
        if pieces.heads[at]:
            found.append(at)
        at += 1
    return found


def label(article: Article, tokenizer: Tokenizer) -> Example:
    """The article's pieces and labels."""
    pieces = pieces_of(article.text, tokenizer)
    cues = [0 if head else IGNORE for head in pieces.heads]
    labelled = []
    for attribution in article.attributions:
        own = _covered(pieces, (attribution.cue[0][0], attribution.cue[-1][1]))
        roles: dict[int, int] = {}
        for spans, begin in ((attribution.content, 3), (attribution.source, 1)):
            for span in spans:
                for n, at in enumerate(_covered(pieces, span)):
                    roles[at] = begin if n == 0 else begin + 1
        if not own or not roles:
            continue
        for n, at in enumerate(own):
            cues[at] = 1 if n == 0 else 2
        places = [*own, *roles]
        labelled.append(Labelled(own[0], own[-1], tuple(sorted(roles.items())), min(places), max(places)))
    return Example(article.name, pieces, tuple(cues), tuple(labelled))


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows as tensors (window, piece), and cues: window, first and last piece, and labels (cue, piece)."""

    ids: Tensor
    kinds: Tensor
    mask: Tensor
    sentences: Tensor
    paragraphs: Tensor
    cues: Tensor
    aside: Tensor
    row: Tensor
    first: Tensor
    last: Tensor
    roles: Tensor


def training_windows(examples: Sequence[Example], longest: int, rng: random.Random) -> list[tuple[Example, int, int]]:
    """Every article cut into runs of whole sentences, the first of a random length, in the order of length."""
    found = []
    for example in examples:
        sentences = example.pieces.sentences
        n = len(sentences)
        bounds = [i for i in range(n) if i == 0 or sentences[i] != sentences[i - 1]] + [n]
        start, room = 0, rng.randint(longest // 3, longest)
        while start < n:
            k = bisect.bisect_right(bounds, start + room) - 1
            end = bounds[k] if bounds[k] > start else min(start + room, n)
            found.append((example, start, end))
            start, room = end, longest
    return sorted(found, key=lambda w: w[2] - w[1] + rng.random() * 8)


def make_batch(
    windows: Sequence[tuple[Example, int, int]], rng: random.Random, negatives: float, plain: float
) -> Batch:
    """Tensors of windows. ``negatives``: cues without roles, per window. ``plain``: share of windows without case."""
    size = max(end - start for _, start, end in windows)
    shape = (len(windows), size)
    ids, kinds, mask = (torch.zeros(shape, dtype=torch.long) for _ in range(3))
    sentences, paragraphs = (torch.zeros(shape, dtype=torch.long) for _ in range(2))
    cues, aside = (torch.full(shape, IGNORE) for _ in range(2))
    asked: list[tuple[int, int, int, dict[int, int]]] = []
    for row, (example, start, end) in enumerate(windows):
        p, n = example.pieces, end - start
        ids[row, :n] = torch.tensor(p.ids[start:end])
        kind = torch.tensor(p.kinds[start:end])
        if rng.random() < plain:
            kind = torch.where((kind % 4 < 3) & (kind < 8), kind - kind % 4, kind)
        kinds[row, :n] = kind
        mask[row, :n] = 1
        sentences[row, :n] = torch.tensor(p.sentences[start:end])
        paragraphs[row, :n] = torch.tensor(p.paragraphs[start:end])
        cues[row, :n] = torch.tensor(example.cues[start:end])
        heads = [i for i in range(n) if p.heads[start + i]]
        aside[row, heads] = 0
        own = _labels_within(example, start, end, cues[row], aside[row])
        gold = {at for first, last, _ in own for at in range(first, last + 1)}
        spare = [rng.choice(heads) for _ in range(int(negatives + rng.random()))] if heads else []
        own += [(at, at, {}) for at in spare if at not in gold and cues[row, at] == 0]
        asked += [(row, *labels) for labels in own]
    roles = torch.full((len(asked), size), IGNORE)
    for k, (row, _, _, tags) in enumerate(asked):
        example, start, end = windows[row]
        roles[k, [i for i in range(end - start) if example.pieces.heads[start + i]]] = 0
        for at, tag in tags.items():
            roles[k, at] = tag
    row, first, last = (torch.tensor([a[i] for a in asked], dtype=torch.long) for i in range(3))
    return Batch(ids, kinds, mask, sentences, paragraphs, cues, aside, row, first, last, roles)


def _labels_within(
    example: Example, start: int, end: int, cues: Tensor, aside: Tensor
) -> list[tuple[int, int, dict[int, int]]]:
    """The cues wholly inside a window with their roles, all by place in it; what is cut off is left out of the loss."""
    found: list[tuple[int, int, dict[int, int]]] = []
    for a in example.labelled:
        for at, tag in a.roles:
            if start <= at < end:
                aside[at - start] = tag
        if a.first < start or a.last >= end:
            continue
        if a.lowest < start or a.highest >= end:
            cues[a.first - start : a.last + 1 - start] = IGNORE
        else:
            found.append((a.first - start, a.last - start, {at - start: tag for at, tag in a.roles}))
    return found
