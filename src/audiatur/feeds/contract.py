"""The answer of ``parse`` in the JSON form of the contracts."""

from __future__ import annotations

from datetime import datetime

from audiatur.feeds.values import Enclosure, Entry, EntrySource, Feed, ParsedFeed


def as_json(parsed: ParsedFeed) -> dict[str, object]:
    """The form that ``audiatur parse --json`` and the API share; only strings, numbers, lists, objects and None.

    Dates are ISO 8601 with their zone. What the feed does not say is None; empty lists stay.
    """
    return {
        "feed": _feed(parsed.feed),
        "entries": [_entry(entry) for entry in parsed.entries],
        "warnings": [{"code": caution.code, "message": caution.message} for caution in parsed.warnings],
    }


def _feed(feed: Feed) -> dict[str, object]:
    return {
        "title": feed.title,
        "link": feed.link,
        "language": feed.language,
        "format": feed.format.value,
        "updated": _date(feed.updated),
        "description": feed.description,
        "self_url": feed.self_url,
        "rights": feed.rights,
        "hubs": list(feed.hubs),
    }


def _entry(entry: Entry) -> dict[str, object]:
    return {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "published": _date(entry.published),
        "updated": _date(entry.updated),
        "authors": list(entry.authors),
        "summary_html": entry.summary_html,
        "content_html": entry.content_html,
        "summary_text": entry.summary_text,
        "content_text": entry.content_text,
        "categories": list(entry.categories),
        "enclosures": [_enclosure(enclosure) for enclosure in entry.enclosures],
        "source": _source(entry.source),
        "language": entry.language,
        "rights": entry.rights,
    }


def _enclosure(enclosure: Enclosure) -> dict[str, object]:
    return {"url": enclosure.url, "type": enclosure.type, "length": enclosure.length}


def _source(source: EntrySource | None) -> dict[str, object] | None:
    return None if source is None else {"title": source.title, "url": source.url}


def _date(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
