"""The sentence encoder on its runtime: all-MiniLM-L6-v2, weights unmodified but rounded to eight bits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from audiatur.errors import ModelError
from audiatur.models.files import WEIGHTS, read_files

SIZE = 384
_LONGEST = 128
"""Pieces of a text that are read: a title and some sixty words."""
_REMEDY = "install audiatur again, or set AUDIATUR_ENCODER=none"


class OnnxEncoder:
    """One graph and a tokenizer, on one thread.

    Each text goes through the graph alone: the integers of a batch share one scale, and a text's vector must not
    depend on its company.
    """

    def __init__(self, files: Mapping[str, bytes]) -> None:
        """From the files of the model.

        Raises:
            ModelError: ``model-corrupt`` where the runtime does not take them.
        """
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self._tokenizer = Tokenizer.from_str(files["encoder-tokenizer.json"].decode("utf-8"))
            self._tokenizer.enable_truncation(_LONGEST)
            graph = files["encoder.onnx"]
            self._session = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
        except Exception as error:  # the runtimes raise their own kinds, without a common root
            raise ModelError(
                "model-corrupt", f"the encoder cannot be loaded: {error}", place="encoder", remedy=_REMEDY
            ) from error

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row of length one for each text."""
        rows = np.zeros((len(texts), SIZE), dtype=np.float32)
        for row, found in zip(rows, self._tokenizer.encode_batch(list(texts)), strict=True):
            ids = np.array([found.ids], dtype=np.int64)
            row[:] = self._session.run(None, {"ids": ids, "mask": np.ones_like(ids)})[0][0]
        return rows


@cache
def sentence_encoder() -> OnnxEncoder:
    """The encoder that comes with audiatur, loaded once a process.

    Raises:
        ModelError: ``model-missing`` or ``model-corrupt``.
    """
    try:
        return OnnxEncoder(read_files(WEIGHTS / "encoder"))
    except ModelError as error:
        raise ModelError(error.code, error.message, place=error.place, remedy=_REMEDY) from error
