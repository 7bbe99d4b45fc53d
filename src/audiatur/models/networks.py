"""The tagger's network on the runtime: pieces, vectors, scores."""

from __future__ import annotations

import gzip
from collections.abc import Mapping, Sequence

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from audiatur.errors import ModelError
from audiatur.statements.decoding import Scores
from audiatur.statements.learned import Encoded, Whole

_BREAK = "[unused0]"
_CONTINUES = "##"


class OnnxNetwork:
    """Two graphs and a tokenizer, on one thread: the hub reads articles in parallel processes, not threads."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        """From the files of the model.

        Raises:
            ModelError: ``model-corrupt`` where the runtime does not take them.
        """
        try:
            self._tokenizer = Tokenizer.from_str(gzip.decompress(files["tokenizer.json.gz"]).decode("utf-8"))
            self._find = _session(files["tagger-find.onnx"])
            self._label = _session(files["tagger-label.onnx"])
            self._break_id = int(self._tokenizer.token_to_id(_BREAK) or 0)
        except Exception as error:  # the runtimes raise their own kinds, without a common root
            raise ModelError(
                "model-corrupt",
                f"the model cannot be loaded: {error}",
                remedy="install audiatur again, or set AUDIATUR_TAGGER=rules",
            ) from error

    @property
    def break_id(self) -> int:
        """The id of the piece that ends a paragraph."""
        return self._break_id

    def encode(self, texts: Sequence[str]) -> Sequence[Encoded]:
        """Word pieces of each text."""
        found = self._tokenizer.encode_batch(list(texts), add_special_tokens=False)
        return [(e.ids, e.offsets, [not t.startswith(_CONTINUES) for t in e.tokens]) for e in found]

    def find(self, ids: Whole, kinds: Whole) -> tuple[Scores, Scores]:
        """Vectors and cue scores of one window."""
        vectors, cues = self._find.run(None, {"ids": ids, "kinds": kinds})
        return vectors, np.asarray(cues)[0]

    def label(self, vectors: Scores, first: Whole, last: Whole, sentences: Whole, paragraphs: Whole) -> Scores:
        """Role scores for each cue."""
        given = {"vectors": vectors, "first": first, "last": last, "sentences": sentences, "paragraphs": paragraphs}
        (labels,) = self._label.run(None, given)
        return np.asarray(labels)


def _session(graph: bytes) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
