"""Loads a model on its first use and keeps it for the life of the process."""

from __future__ import annotations

from functools import cache

from audiatur.errors import ModelError
from audiatur.models.files import read_files
from audiatur.statements.candidates import Tagger


@cache
def english_tagger() -> Tagger:
    """The learned tagger for English, with the rules beside it for what it cannot know.

    Raises:
        ModelError: ``runtime-missing`` where the runtime is not installed, ``model-missing`` or ``model-corrupt``.
    """
    try:
        from audiatur.models.networks import OnnxNetwork
        from audiatur.statements.blending import BlendedTagger
        from audiatur.statements.english import EnglishTagger
        from audiatur.statements.learned import LearnedTagger
    except ImportError as error:
        raise ModelError(
            "runtime-missing",
            f"the learned tagger needs {error.name}, which is not installed",
            remedy="install onnxruntime and tokenizers, or set AUDIATUR_TAGGER=rules",
        ) from error
    return BlendedTagger(LearnedTagger(OnnxNetwork(read_files())), EnglishTagger())
