"""JSON Feed 1.0 and 1.1: ``recognise`` a document, ``read`` it."""

from __future__ import annotations

from audiatur.feeds.json.feed import load, read, recognise

__all__ = ["load", "read", "recognise"]
