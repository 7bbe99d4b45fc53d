"""Comparison: the side-by-side model of a story."""

from audiatur.comparison.laying import lay_out
from audiatur.comparison.sides import compare

__all__ = ["compare", "lay_out"]
