"""An item of JSON Feed."""

from __future__ import annotations

from audiatur.feeds.attachments import distinct, enclosure_at
from audiatur.feeds.elements import body
from audiatur.feeds.identity import entry_id
from audiatur.feeds.json.values import as_object, authors_of, list_of, objects_in, sound, string, text_in
from audiatur.feeds.people import unique
from audiatur.feeds.reading import Cautions
from audiatur.feeds.values import Entry
from audiatur.markup.address import absolute
from audiatur.markup.html import SanitisedHtml, escaped, sanitised


def read_item(value: object, base: str | None, inherited: tuple[str, ...], cautions: Cautions) -> Entry:
    """One item; ``inherited`` are the feed's authors, who are the item's where it names none. TypeError: no object."""
    item = as_object(value)
    if item is None:
        raise TypeError("not an object")
    url = absolute(string(item, "url") or string(item, "external_url") or "", base)
    title = string(item, "title")
    published = cautions.date(string(item, "date_published"))
    updated = cautions.date(string(item, "date_modified"))
    content = body(text_in(item, "content_html") or "", url or base) or _plain(text_in(item, "content_text"))
    summary = _plain(text_in(item, "summary"))
    tags = [" ".join(sound(tag).split()) for tag in list_of(item, "tags") if isinstance(tag, str) and tag.strip()]
    return Entry(
        id=entry_id(string(item, "id"), url, title, published or updated, content or summary),
        url=url,
        title=title,
        published=published,
        updated=updated,
        authors=authors_of(item) or inherited,
        summary_html=summary,
        content_html=content,
        categories=unique(tags),
        enclosures=distinct(
            enclosure_at(string(found, "url"), string(found, "mime_type"), string(found, "size_in_bytes"), base)
            for found in objects_in(item, "attachments")
        ),
        language=string(item, "language"),
    )


def _plain(text: str | None) -> SanitisedHtml | None:
    """Plain text as HTML, a paragraph a line where it has lines; None where it says nothing."""
    lines = [line for line in (" ".join(line.split()) for line in (text or "").split("\n")) if line]
    return (escaped(lines[0]) if len(lines) == 1 else sanitised("\n".join(lines))) or None
