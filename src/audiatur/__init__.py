"""audiatur: a news hub that lets the other side be heard too.

The public functions, each usable on one document with no database and no network::

    audiatur.parse(data)      a feed document -> the feed and its entries
    audiatur.extract(page)    an HTML page -> the article on it
    audiatur.read(text)       an article -> notice, furniture, original source, statements
    audiatur.group(articles)  articles in order of arrival -> the story of each
    audiatur.trace(text, records)  an article and transcripts -> each quotation's place in the record

They are loaded when first used, so that using one does not cost the start of all.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from audiatur.articles.pages import extract
    from audiatur.feeds import parse
    from audiatur.grouping import group
    from audiatur.reading import read
    from audiatur.tracing import trace

__version__ = "0.1.0"
__all__ = ["__version__", "extract", "group", "parse", "read", "trace"]

_HOMES = {
    "extract": "audiatur.articles.pages",
    "group": "audiatur.grouping",
    "parse": "audiatur.feeds",
    "read": "audiatur.reading",
    "trace": "audiatur.tracing",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'audiatur' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
