"""Comparison: the side-by-side model of a story."""

from audiatur.comparison.laying import lay_out

__all__ = ["lay_out"]
