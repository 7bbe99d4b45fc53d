"""Comparison: the side-by-side model of a story."""
