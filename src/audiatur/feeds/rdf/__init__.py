"""RSS 0.90, 1.0 and 1.1, which are RDF: ``recognise`` a document, ``read`` it."""

from __future__ import annotations

from audiatur.feeds.rdf.feed import read, recognise

__all__ = ["read", "recognise"]
