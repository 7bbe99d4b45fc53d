"""The document of JSON Feed (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json

from audiatur.errors import FeedError
from audiatur.feeds.batch import read_all
from audiatur.feeds.json.item import read_item
from audiatur.feeds.json.values import Object, as_object, authors_of, list_of, objects_in, string
from audiatur.feeds.limits import MAX_TAGS
from audiatur.feeds.people import unique
from audiatur.feeds.reading import Cautions
from audiatur.feeds.values import Feed, FeedFormat, ParsedFeed
from audiatur.markup.address import absolute


def load(text: str) -> Object:
    """The JSON object of a document; FeedError where it is no JSON, no object, or nested too deep."""
    if max(text.count("{"), text.count("["), text.count('"') // 4) > MAX_TAGS:
        raise FeedError(
            "beyond-limit", f"the JSON has more than {MAX_TAGS:,} objects", remedy="no real feed needs that"
        )
    try:
        value: object = json.loads(text.lstrip("\ufeff \t\r\n"))
    except RecursionError:
        raise FeedError("beyond-limit", "the JSON is nested too deep", remedy="no real feed needs that") from None
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise FeedError("not-a-feed", f"no JSON: {error.msg}", place=place, remedy="check the address") from None
    except ValueError as error:  # a number of thousands of digits
        raise FeedError("not-a-feed", f"no JSON: {error}", remedy="check the address") from None
    found = as_object(value)
    if found is None:
        raise FeedError("not-a-feed", "the JSON is no object", remedy="check that the address is that of a feed")
    return found


def recognise(document: Object) -> FeedFormat | None:
    """The version of a JSON Feed; None where the object is none: neither its version nor its items say so."""
    version = str(document.get("version") or "")
    items = document.get("items")
    if "jsonfeed.org" not in version and not (isinstance(items, list) and ("title" in document or version)):
        return None
    return (
        FeedFormat.JSON_10
        if version.rstrip("/").endswith(("1", "1.0")) and "1.1" not in version
        else FeedFormat.JSON_11
    )


def read(document: Object, form: FeedFormat, url: str | None, cautions: Cautions) -> ParsedFeed:
    """Read the document; an item that cannot be read is left out with a caution."""
    home = absolute(string(document, "home_page_url") or "", url)
    base = url or string(document, "feed_url") or home
    feed = Feed(
        format=form,
        title=string(document, "title"),
        link=home,
        language=string(document, "language"),
        description=string(document, "description"),
        self_url=absolute(string(document, "feed_url") or "", url),
        hubs=unique([at for hub in objects_in(document, "hubs") if (at := absolute(string(hub, "url") or "", base))]),
    )
    inherited = authors_of(document)
    items = list_of(document, "items")
    entries = read_all(items, cautions, lambda item: read_item(item, base, inherited, cautions))
    return ParsedFeed(feed, entries, cautions.said())
