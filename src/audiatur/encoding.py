"""Which encoder grouping reads with: the one that comes with audiatur, or none. Wires stories to the models."""

from __future__ import annotations

import logging
import os
from functools import cache

from audiatur.errors import ModelError, SettingError
from audiatur.stories.embedding import Encoder

_LOG = logging.getLogger(__name__)
ENCODERS = ("learned", "none")


def encoder_for(wanted: str | None = None) -> Encoder | None:
    """The sentence encoder; None: grouping goes by words alone.

    Args:
        wanted: ``learned`` or ``none``; None: as ``AUDIATUR_ENCODER`` says, else the learned one where its runtime and
            weights are installed, and otherwise none, which is logged once.

    Raises:
        SettingError: ``encoder`` where another word is given.
        ModelError: where the learned one was asked for by name and cannot be had, or its files are harmed.
    """
    asked = wanted or os.environ.get("AUDIATUR_ENCODER") or None
    if asked is not None and asked not in ENCODERS:
        raise SettingError(
            "encoder", f"{asked!r} is no encoder", place="AUDIATUR_ENCODER", remedy=f"use {' or '.join(ENCODERS)}"
        )
    if asked == "none":
        return None
    try:
        return _load()
    except ModelError as error:
        if asked is not None or error.code == "model-corrupt":
            raise
        _tell(str(error))
        return None


def _load() -> Encoder:
    try:
        from audiatur.models.encoder import sentence_encoder
    except ImportError as error:
        raise ModelError(
            "runtime-missing",
            f"the sentence encoder needs {error.name}, which is not installed",
            remedy="install onnxruntime and tokenizers, or set AUDIATUR_ENCODER=none",
        ) from error
    return sentence_encoder()


@cache
def _tell(why: str) -> None:
    """Once a process for each reason."""
    _LOG.warning("stories are grouped by words alone, without the sentence encoder: %s", why)
