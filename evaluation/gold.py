"""``python -m evaluation gold``: the figures on our own annotated articles; see ``evaluation.gold_scores``."""

from __future__ import annotations

from evaluation.gold_scores import run

__all__ = ["run"]
