"""The encoder as shipped: ``python -m training.encoder.export MODEL OUT``.

``MODEL`` is a folder with ``model.safetensors`` and ``tokenizer.json`` of all-MiniLM-L6-v2, unmodified. The graph takes
the ids and the mask of a batch, averages the vectors of the pieces and scales the mean to length one. Embeddings and
multiplications are in eight-bit integers with a scale for each output; norms and attention scores stay in floats.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from transformers import AutoModel


class Pooled(nn.Module):
    """The network with the mean over pieces behind it."""

    def __init__(self, network: nn.Module) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Vectors of length one, (text, 384)."""
        pieces = self.network(input_ids=ids, attention_mask=mask, token_type_ids=torch.zeros_like(ids))[0]
        weights = mask.unsqueeze(-1).to(pieces.dtype)
        mean = (pieces * weights).sum(1) / weights.sum(1).clamp(min=1e-9)
        return nn.functional.normalize(mean, dim=1)


def export(model: Path, out: Path, *, integers: bool = True) -> None:
    """Writes ``encoder.onnx``, ``encoder-tokenizer.json`` and ``manifest.json`` to ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    network = Pooled(AutoModel.from_pretrained(model, attn_implementation="eager")).eval()
    ids = torch.randint(5, 1000, (2, 9))
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            network,
            (ids, torch.ones_like(ids)),
            str(plain),
            input_names=["ids", "mask"],
            output_names=["vectors"],
            dynamic_axes={"ids": {0: "text", 1: "piece"}, "mask": {0: "text", 1: "piece"}, "vectors": {0: "text"}},
            opset_version=17,
            dynamo=False,
        )
        if integers:
            quantize_dynamic(plain, out / "encoder.onnx", per_channel=True, weight_type=QuantType.QInt8)
        else:
            shutil.copy(plain, out / "encoder.onnx")
    onnx.checker.check_model(str(out / "encoder.onnx"))
    tokenizer = json.loads((model / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer["truncation"] = tokenizer["padding"] = None
    (out / "encoder-tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False), encoding="utf-8")
    names = ("encoder.onnx", "encoder-tokenizer.json")
    digests = {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in names}
    (out / "manifest.json").write_text(json.dumps(digests, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("model", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--floats", action="store_true", help="leave all in floats, to compare with")
    given = parser.parse_args()
    export(given.model, given.out, integers=not given.floats)
