"""RSS 0.91 to 0.94 and 2.0: ``recognise`` a document, ``read`` it."""

from __future__ import annotations

from audiatur.feeds.rss.feed import read, recognise

__all__ = ["read", "recognise"]
