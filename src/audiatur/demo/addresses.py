"""The addresses and identifiers of the demo's articles."""

from __future__ import annotations

from audiatur.demo.values import DemoArticle, DemoSource


def page_of(article: DemoArticle, base_url: str) -> str:
    """The address of the article's page on the demo's server."""
    return f"{base_url}/{article.source}/{article.key}.html"


def guid_of(source: DemoSource, article: DemoArticle) -> str:
    """The article's GUID: the same in the feed and its mirror, and on whichever port the server listens."""
    return f"{source.homepage}id/{article.key}"
