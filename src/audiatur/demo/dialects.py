"""The feed documents of the demo's outlets, one writer a dialect.

They are written as outlets write them, by hand-made templates: CDATA here, escaped HTML there, relative links and page
furniture in the content. The hub's own feeds are made elsewhere, by ``publishing``.
"""

from __future__ import annotations

import json
from datetime import datetime
from email.utils import format_datetime
from html import escape

from audiatur.demo.addresses import guid_of, page_of
from audiatur.demo.standing import Shown
from audiatur.demo.values import DemoSource, Dialect


def _content(source: DemoSource, one: Shown) -> str:
    return "\n".join([one.html, *source.furniture])


def _updated(source: DemoSource, items: list[Shown]) -> datetime:
    """When the document last changed as far as its items say; the day of the first article where it is empty."""
    return max((one.updated for one in items), default=source.articles[0].published)


def _cdata(html: str) -> str:
    return f"<![CDATA[{html.replace(']]>', ']]]]><![CDATA[>')}]]>"


def _prolog(source: DemoSource) -> str:
    return f'<?xml version="1.0" encoding="{source.encoding}"?>\n'


def _categories(one: Shown) -> str:
    return "".join(f"<category>{escape(name)}</category>" for name in one.article.categories)


def rss_20(source: DemoSource, items: list[Shown], base_url: str) -> str:
    """RSS 2.0 with ``dc:creator``, ``content:encoded`` where the outlet gives whole articles, and GUIDs."""
    written = "".join(
        f"<item><title>{escape(one.title)}</title><link>{page_of(one.article, base_url)}</link>"
        f'<guid isPermaLink="false">{escape(guid_of(source, one.article))}</guid>'
        f"<pubDate>{format_datetime(one.article.published, usegmt=True)}</pubDate>"
        f"<dc:creator>{escape(one.article.byline)}</dc:creator>{_categories(one)}"
        f"<description>{escape(one.summary)}</description>"
        + (f"<content:encoded>{_cdata(_content(source, one))}</content:encoded>" if source.whole else "")
        + (f"<dc:language>{one.article.language}</dc:language>" if one.article.language != source.language else "")
        + "</item>\n"
        for one in items
    )
    return (
        f'{_prolog(source)}<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
        f"<channel><title>{escape(source.name)}</title><link>{base_url}/{source.slug}/</link>"
        f"<description>{escape(source.name)}</description><language>{source.language}</language>"
        f"<lastBuildDate>{format_datetime(_updated(source, items), usegmt=True)}</lastBuildDate><ttl>15</ttl>\n"
        f'<atom:link rel="self" type="application/rss+xml" href="{base_url}{source.path}"/>\n'
        f"{written}</channel></rss>\n"
    )


def rss_091(source: DemoSource, items: list[Shown], base_url: str) -> str:
    """RSS 0.91: no GUIDs, no namespaces, the whole article escaped in its description; dates as many had them."""
    written = "".join(
        f"<item>\n<title>{escape(one.title)}</title>\n<link>{page_of(one.article, base_url)}</link>\n"
        f"<description>{escape(_content(source, one))}</description>\n"
        f"<pubDate>{format_datetime(one.article.published, usegmt=True)}</pubDate>\n</item>\n"
        for one in items
    )
    return (
        f'{_prolog(source)}<rss version="0.91">\n<channel>\n<title>{escape(source.name)}</title>\n'
        f"<link>{base_url}/{source.slug}/</link>\n<description>{escape(source.name)}</description>\n"
        f"<language>{source.language}</language>\n{written}</channel>\n</rss>\n"
    )


def rdf(source: DemoSource, items: list[Shown], base_url: str) -> str:
    """RSS 1.0, as RDF, with Dublin Core dates and authors."""
    listed = "".join(f'<rdf:li rdf:resource="{escape(guid_of(source, one.article))}"/>' for one in items)
    written = "".join(
        f'<item rdf:about="{escape(guid_of(source, one.article))}"><title>{escape(one.title)}</title>'
        f"<link>{page_of(one.article, base_url)}</link><description>{escape(one.summary)}</description>"
        f"<dc:creator>{escape(one.article.byline)}</dc:creator><dc:date>{one.article.published.isoformat()}</dc:date>"
        + "".join(f"<dc:subject>{escape(name)}</dc:subject>" for name in one.article.categories)
        + f"<content:encoded>{_cdata(_content(source, one))}</content:encoded></item>\n"
        for one in items
    )
    return (
        f'{_prolog(source)}<rdf:RDF xmlns="http://purl.org/rss/1.0/"'
        ' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
        f'<channel rdf:about="{base_url}{source.path}"><title>{escape(source.name)}</title>'
        f"<link>{base_url}/{source.slug}/</link><description>{escape(source.name)}</description>"
        f"<dc:language>{source.language}</dc:language>"
        f"<dc:date>{_updated(source, items).isoformat()}</dc:date>"
        f"<items><rdf:Seq>{listed}</rdf:Seq></items></channel>\n{written}</rdf:RDF>\n"
    )


def atom_10(source: DemoSource, items: list[Shown], base_url: str) -> str:
    """Atom 1.0, content as escaped HTML, relative links against ``xml:base``."""
    written = "".join(
        f"<entry><id>{escape(guid_of(source, one.article))}</id><title>{escape(one.title)}</title>"
        f'<link rel="alternate" type="text/html" href="{page_of(one.article, base_url)}"/>'
        f"<published>{one.article.published.isoformat()}</published><updated>{one.updated.isoformat()}</updated>"
        f"<author><name>{escape(one.article.byline)}</name></author>"
        + "".join(f'<category term="{escape(name)}"/>' for name in one.article.categories)
        + f'<summary type="text">{escape(one.summary)}</summary>'
        f'<content type="html">{escape(_content(source, one))}</content></entry>\n'
        for one in items
    )
    return (
        f'{_prolog(source)}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{source.language}"'
        f' xml:base="{base_url}/{source.slug}/">\n<id>{escape(source.homepage)}</id>'
        f"<title>{escape(source.name)}</title><updated>{_updated(source, items).isoformat()}</updated>"
        f'<link rel="self" type="application/atom+xml" href="{base_url}{source.path}"/>'
        f'<link rel="alternate" type="text/html" href="{base_url}/{source.slug}/"/>\n{written}</feed>\n'
    )


def json_feed(source: DemoSource, items: list[Shown], base_url: str) -> str:
    """JSON Feed 1.0 or 1.1, as the source's dialect says."""
    newer = source.dialect is Dialect.JSON_11
    written: list[dict[str, object]] = []
    for one in items:
        author = {"name": one.article.byline}
        written.append(
            {
                "id": guid_of(source, one.article),
                "url": page_of(one.article, base_url),
                "title": one.title,
                "summary": one.summary,
                "content_html": _content(source, one),
                "date_published": one.article.published.isoformat(),
                "date_modified": one.updated.isoformat(),
                "tags": list(one.article.categories),
                **({"authors": [author], "language": one.article.language} if newer else {"author": author}),
            }
        )
    document: dict[str, object] = {
        "version": f"https://jsonfeed.org/version/{'1.1' if newer else '1'}",
        "title": source.name,
        "home_page_url": f"{base_url}/{source.slug}/",
        "feed_url": f"{base_url}{source.path}",
        **({"language": source.language} if newer else {}),
        "items": written,
    }
    return json.dumps(document, ensure_ascii=False, indent=1)
