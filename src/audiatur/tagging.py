"""Which tagger reads an article: the learned one where it can be had, or the rules. Wires reading to the models."""

from __future__ import annotations

import logging
import os
from functools import cache

from audiatur.errors import ModelError, SettingError
from audiatur.statements.candidates import Tagger

_LOG = logging.getLogger(__name__)
TAGGERS = ("learned", "rules")
_HARMED = "model-corrupt"


def tagger_for(language: str | None, wanted: str | None = None) -> Tagger | None:
    """The learned tagger of a language; None: the rules of the core.

    Args:
        language: a BCP 47 tag; only English has a learned tagger.
        wanted: ``learned`` or ``rules``; None: as ``AUDIATUR_TAGGER`` says, else the learned one where its runtime
            and weights are installed, and otherwise the rules, which is logged once.

    Raises:
        SettingError: ``tagger`` where another word is given.
        ModelError: where the learned one was asked for by name and cannot be had, or its files are harmed.
    """
    asked = wanted or os.environ.get("AUDIATUR_TAGGER") or None
    if asked is not None and asked not in TAGGERS:
        raise SettingError(
            "tagger", f"{asked!r} is no tagger", place="AUDIATUR_TAGGER", remedy=f"use {' or '.join(TAGGERS)}"
        )
    if asked == "rules" or (language or "").lower().partition("-")[0] != "en":
        return None
    from audiatur.models import english_tagger

    if asked is not None:
        return english_tagger()
    try:
        return english_tagger()
    except ModelError as error:
        if error.code == _HARMED:
            raise
        _tell(str(error))
        return None


@cache
def _tell(why: str) -> None:
    """Once a process for each reason."""
    _LOG.warning("statements are read by rules, not by the learned tagger: %s", why)
