"""Scores a trained network by the shared scorer: ``python -m training.statements.predict CORPUS BASE WEIGHTS SPLIT``.

SPLIT is ``held-out`` (of the training articles), ``dev``, or ``train``. The whole of reading is scored, not the network
alone.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from audiatur.statements import read_statements, statement_as_json
from audiatur.statements.candidates import Tagger
from audiatur.statements.decoding import Scores
from audiatur.statements.learned import Encoded, LearnedTagger, Limits, Whole
from training.statements.corpus import is_held_out
from training.statements.features import BREAK, load_tokenizer
from training.statements.network import Encoder, Network


class TorchNetwork:
    """A network in training's own framework, as reading asks for one."""

    def __init__(self, base: Path, weights: Sequence[Path]) -> None:
        self._tokenizer = load_tokenizer(base / "tokenizer.json")
        self.break_id: int = self._tokenizer.token_to_id(BREAK)
        net = Network(Encoder(self._tokenizer.get_vocab_size()))
        states = [torch.load(path, weights_only=True) for path in weights]
        net.load_state_dict({k: sum(s[k] for s in states) / len(states) for k in states[0]})
        self._net = net.eval()

    def encode(self, texts: Sequence[str]) -> Sequence[Encoded]:
        """Word pieces of each text."""
        found = self._tokenizer.encode_batch(list(texts), add_special_tokens=False)
        return [(e.ids, e.offsets, [not t.startswith("##") for t in e.tokens]) for e in found]

    @torch.inference_mode()
    def find(self, ids: Whole, kinds: Whole) -> tuple[Scores, Scores]:
        """Vectors and cue scores of one window."""
        i = torch.from_numpy(ids)
        x = self._net.encoder(i, torch.from_numpy(kinds))
        return x.numpy(), self._net.cues(x)[0].numpy()

    @torch.inference_mode()
    def label(self, vectors: Scores, first: Whole, last: Whole, sentences: Whole, paragraphs: Whole) -> Scores:
        """Role scores for each cue."""
        f = torch.from_numpy(first)
        return self._net.roles(
            torch.from_numpy(vectors),
            torch.zeros_like(f),
            f,
            torch.from_numpy(last),
            torch.from_numpy(sentences),
            torch.from_numpy(paragraphs),
        ).numpy()


def answers(corpus: Path, tagger: Tagger | None, out: Path) -> float:
    """Writes one answer a line for every text of ``corpus``; the articles read in a second."""
    paths = sorted((corpus / "text").glob("*.txt"))
    started = time.monotonic()
    with out.open("w", encoding="utf-8") as file:
        for path in paths:
            text = path.read_bytes().decode()
            read = read_statements(text, language="en", published=None, tagger=tagger)
            found = [statement_as_json(s) for s in read]
            file.write(json.dumps({"file": path.name, "text": text, "statements": found}) + "\n")
    return len(paths) / (time.monotonic() - started)


def part(corpus: Path, split: str, folder: Path) -> Path:
    """A split as a folder of its own; ``held-out`` is linked together from the training articles."""
    if split != "held-out":
        return corpus / split
    (folder / "text").mkdir()
    (folder / "attributions").symlink_to(corpus / "train" / "attributions")
    for path in (corpus / "train" / "text").glob("*.txt"):
        if is_held_out(path.name):
            (folder / "text" / path.name).symlink_to(path)
    return folder


def main() -> None:
    """Reads and scores."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("corpus", type=Path)
    options.add_argument("base", type=Path)
    options.add_argument("weights", help="files with a comma between are averaged; 'rules' for the rules")
    options.add_argument("split")
    options.add_argument("--scorer", type=Path, required=True)
    options.add_argument("--cue", type=float, default=0.5)
    options.add_argument("--out", type=Path, help="keep the answers here")
    o = options.parse_args()
    torch.set_num_threads(1)
    np.seterr(all="ignore")
    tagger = None
    if o.weights != "rules":
        network = TorchNetwork(o.base, [Path(w) for w in o.weights.split(",")])
        tagger = LearnedTagger(network, Limits(cue=o.cue))
    with tempfile.TemporaryDirectory() as name:
        corpus = part(o.corpus, o.split, Path(name))
        out = o.out or Path(name) / "answers.jsonl"
        print(f"{answers(corpus, tagger, out):.2f} articles/s")
        sys.stdout.flush()
        subprocess.run([sys.executable, str(o.scorer), str(corpus), str(out)], check=True)


if __name__ == "__main__":
    main()
