"""Atom 0.3 and 1.0: ``recognise`` a document, ``read`` it."""

from __future__ import annotations

from audiatur.feeds.atom.feed import read, recognise

__all__ = ["read", "recognise"]
