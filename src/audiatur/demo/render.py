"""An outlet's feed and pages, as documents, as they stood at a moment."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from html import escape

from audiatur.demo.addresses import page_of
from audiatur.demo.dialects import atom_10, json_feed, rdf, rss_091, rss_20
from audiatur.demo.standing import Shown, newest, shown
from audiatur.demo.values import DemoArticle, DemoSource, Dialect

_WRITERS: dict[Dialect, Callable[[DemoSource, list[Shown], str], str]] = {
    Dialect.RSS_091: rss_091,
    Dialect.RSS_20: rss_20,
    Dialect.RDF: rdf,
    Dialect.ATOM_10: atom_10,
    Dialect.JSON_10: json_feed,
    Dialect.JSON_11: json_feed,
}
_TYPES = {
    Dialect.RSS_091: "text/xml",
    Dialect.RSS_20: "application/rss+xml",
    Dialect.RDF: "application/rdf+xml",
    Dialect.ATOM_10: "application/atom+xml",
    Dialect.JSON_10: "application/json",
    Dialect.JSON_11: "application/feed+json",
}


def feed_type(source: DemoSource) -> str:
    """The media type of the source's feed, with its charset."""
    return f"{_TYPES[source.dialect]}; charset={source.encoding}"


def feed_bytes(source: DemoSource, *, at: datetime, base_url: str) -> bytes:
    """The source's feed as it stood at ``at``, in its own dialect and encoding.

    It depends on nothing but what the outlet shows then, so that an unchanged outlet gives the same bytes. Characters
    that the encoding lacks become character references. ``base_url`` is the server's, without a slash at its end.
    """
    text = _WRITERS[source.dialect](source, newest(source, at), base_url)
    return text.encode(source.encoding, "xmlcharrefreplace")


def page_html(source: DemoSource, article: DemoArticle, *, at: datetime, base_url: str) -> str | None:
    """The article's page as it stood at ``at``; None where the outlet shows none then."""
    standing = shown(article, at)
    if standing is None:
        return None
    url = page_of(article, base_url)
    linked = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": standing.title,
        "datePublished": article.published.isoformat(),
        "dateModified": standing.updated.isoformat(),
        "author": {"@type": "Person", "name": article.byline},
        "publisher": {"@type": "NewsMediaOrganization", "name": source.name},
    }
    # A "</script>" in a headline must not end the element.
    data = json.dumps(linked, ensure_ascii=False).replace("</", "<\\/")
    head = (
        f'<link rel="canonical" href="{escape(url)}">\n<meta name="author" content="{escape(article.byline)}">\n'
        f'<meta property="article:published_time" content="{article.published.isoformat()}">\n'
        f'<script type="application/ld+json">{data}</script>'
    )
    body = (
        f"<article>\n<h1>{escape(standing.title)}</h1>\n<p class=byline>{escape(article.byline)}, "
        f'<time datetime="{article.published.isoformat()}">{article.published:%Y-%m-%d %H:%M} UTC</time></p>\n'
        f"{standing.html}\n</article>"
    )
    return _document(source, article.language, standing.title, head, body)


def front_html(source: DemoSource, *, at: datetime, base_url: str) -> str:
    """The outlet's front page as it stood at ``at``, which names its feed."""
    items = "\n".join(
        f'<li><a href="{escape(page_of(one.article, base_url))}">{escape(one.title)}</a></li>'
        for one in newest(source, at)
    )
    feed_link = (
        f'<link rel="alternate" type="{_TYPES[source.dialect]}" title="{escape(source.name)}"'
        f' href="{escape(base_url + source.path)}">'
    )
    return _document(source, source.language, source.name, feed_link, f"<ul>\n{items}\n</ul>")


def _document(source: DemoSource, language: str, title: str, head: str, body: str) -> str:
    name = escape(source.name)
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{escape(title)} | {name}</title>\n'
        f'<meta property="og:site_name" content="{name}">\n{head}\n'
        "<style>body{font:1.1rem/1.6 Georgia,serif;max-width:40rem;margin:2rem auto;padding:0 1rem}</style>\n"
        f'</head>\n<body>\n<header><a href="/{source.slug}/">{name}</a></header>\n<main>\n{body}\n</main>\n'
        f"<footer>{name}: an invented outlet of the audiatur demo. Nothing here is real.</footer>\n</body>\n</html>\n"
    )
