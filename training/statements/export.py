"""Weights to the files that are shipped: ``python -m training.statements.export BASE WEIGHTS... OUT``.

Two graphs, the encoder with the cue head and the role head; multiplications in eight-bit integers with a scale for
each output, the small heads, norms and attention scores in floats. The vocabulary keeps what a text of Latin script
can need.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.statements.network import HIDDEN, Encoder, Network


class Finding(nn.Module):
    """Encoder and cue head for one window."""

    def __init__(self, net: Network) -> None:
        super().__init__()
        self.encoder, self.cues = net.encoder, net.cues

    def forward(self, ids: Tensor, kinds: Tensor) -> tuple[Tensor, Tensor]:
        """Vectors (1, piece, size) and cue scores (1, piece, 3)."""
        x = self.encoder(ids, kinds)
        return x, self.cues(x)


class Labelling(nn.Module):
    """The role head for the cues of one window."""

    def __init__(self, net: Network) -> None:
        super().__init__()
        self.roles = net.roles

    def forward(self, vectors: Tensor, first: Tensor, last: Tensor, sentences: Tensor, paragraphs: Tensor) -> Tensor:
        """Role scores (cue, piece, 5)."""
        return self.roles(vectors, torch.zeros_like(first), first, last, sentences, paragraphs)


def average(paths: list[Path]) -> dict[str, Tensor]:
    """The mean of several states."""
    states = [torch.load(path, weights_only=True) for path in paths]
    return {k: sum(s[k] for s in states) / len(states) for k in states[0]}


_FIND_IN, _FIND_OUT = ["ids", "kinds"], ["vectors", "cues"]
_LABEL_IN, _LABEL_OUT = ["vectors", "first", "last", "sentences", "paragraphs"], ["labels"]
_AXES = {name: {1: "piece"} for name in (*_FIND_IN, *_FIND_OUT, "sentences", "paragraphs")}
_CUE_AXES = {"first": {0: "cue"}, "last": {0: "cue"}, "labels": {0: "cue", 1: "piece"}}
_IN_FLOATS = ("/cues/", "/roles/label/", "/roles/cue/")
"""Nodes that stay in floats: the last steps, where rounding costs most and little is multiplied."""


def export(net: Network, out: Path, *, integers: bool) -> None:
    """Writes ``tagger-find.onnx`` and ``tagger-label.onnx`` to ``out``."""
    n = 40
    window = (torch.randint(5, 1000, (1, n)), torch.randint(0, 8, (1, n)))
    at, zeros = torch.tensor([3, 9]), torch.zeros(1, n, dtype=torch.long)
    cues = (torch.randn(1, n, HIDDEN), at, at + 1, zeros, zeros)
    _write(Finding(net), window, _FIND_IN, _FIND_OUT, out / "tagger-find.onnx", integers)
    _write(Labelling(net), cues, _LABEL_IN, _LABEL_OUT, out / "tagger-label.onnx", integers)


def _write(
    module: nn.Module, given: tuple[Tensor, ...], names: list[str], answers: list[str], target: Path, integers: bool
) -> None:
    """One graph, its larger multiplications and its embeddings in integers."""
    axes = {k: v for k, v in (_AXES | _CUE_AXES).items() if k in (*names, *answers)}
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            module.eval(),
            given,
            plain,
            dynamo=False,
            opset_version=17,
            custom_opsets={"com.microsoft": 1},
            input_names=names,
            output_names=answers,
            dynamic_axes=axes,
        )
        if not integers:
            target.write_bytes(plain.read_bytes())
            return
        nodes = onnx.load(plain).graph.node
        quantize_dynamic(
            plain,
            target,
            per_channel=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gather"],
            nodes_to_exclude=[n.name for n in nodes if n.name.startswith(_IN_FLOATS)],
            extra_options={"MatMulConstBOnly": True},
        )


def trim(tokenizer: dict[str, object], words: Tensor) -> tuple[dict[str, object], Tensor]:
    """The vocabulary without pieces of other scripts and unused places, and its embeddings."""
    model = tokenizer["model"]
    vocabulary = sorted(model["vocab"].items(), key=lambda v: v[1])
    kept = [
        i
        for piece, i in vocabulary
        if piece in ("[PAD]", "[UNK]", "[unused0]") or (piece[:7] != "[unused" and _wanted(piece))
    ]
    names = {i: p for p, i in vocabulary}
    model["vocab"] = {names[i]: n for n, i in enumerate(kept)}
    return tokenizer, words[kept]


def _wanted(piece: str) -> bool:
    """Whether all letters are Latin, Greek or Cyrillic; digits and marks are wanted."""
    return all(
        ord(c) < 0x250 or 0x2000 <= ord(c) < 0x2190 or ord(c) in range(0x370, 0x460) for c in piece.removeprefix("##")
    )


def main() -> None:
    """Writes the graphs, the tokenizer and the manifest with their digests."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("base", type=Path)
    options.add_argument("weights", type=Path, nargs="+")
    options.add_argument("out", type=Path)
    options.add_argument("--floats", action="store_true")
    o = options.parse_args()
    state = average(o.weights)
    tokenizer = json.loads((o.base / "tokenizer.json").read_text())
    tokenizer["truncation"] = tokenizer["padding"] = tokenizer["post_processor"] = None
    tokenizer["added_tokens"] = []
    tokenizer, state["encoder.words.weight"] = trim(tokenizer, state["encoder.words.weight"])
    net = Network(Encoder(len(state["encoder.words.weight"])))
    net.load_state_dict(state)
    net.eval()
    o.out.mkdir(exist_ok=True, parents=True)
    with torch.no_grad():
        export(net, o.out, integers=not o.floats)
    words = json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    (o.out / "tokenizer.json.gz").write_bytes(gzip.compress(words, mtime=0))
    names = ["tagger-find.onnx", "tagger-label.onnx", "tokenizer.json.gz"]
    digests = {name: hashlib.sha256((o.out / name).read_bytes()).hexdigest() for name in names}
    (o.out / "manifest.json").write_text(json.dumps(digests, indent=1) + "\n", encoding="utf-8")
    print({name: (o.out / name).stat().st_size for name in names})


if __name__ == "__main__":
    main()
