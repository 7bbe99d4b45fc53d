"""Comparison: the side-by-side model of a story."""

from audiatur.comparison.sides import compare

__all__ = ["compare"]
