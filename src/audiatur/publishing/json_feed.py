"""Released items as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
from collections.abc import Iterable

from audiatur.publishing.characters import clean, rfc3339
from audiatur.publishing.content import content_html, description, identity, outlet, page, title, via
from audiatur.publishing.notice import notice_json
from audiatur.publishing.values import Channel, Item, Json


def json_feed(channel: Channel, items: Iterable[Item]) -> bytes:
    """The channel and its items, in the order given, as a JSON Feed document in UTF-8.

    Every item carries its notice twice: at the end of its content, and as ``_audiatur.notice``. ``url`` is its page in
    the hub, ``external_url`` its address at the outlet. The bytes depend on the arguments alone. ValueError where a
    moment has no zone.
    """
    entries: list[Json] = [_item(item) for item in items]
    feed: dict[str, Json] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": clean(channel.title),
        "home_page_url": clean(channel.home),
        "feed_url": clean(channel.self_url),
        "description": description(channel),
    }
    if channel.icon:
        feed["icon"] = clean(channel.icon)
    if channel.language:
        feed["language"] = clean(channel.language)
    feed["_audiatur"] = {
        "id": clean(channel.id),
        "updated": rfc3339(channel.updated),
        "withheld": channel.withheld,
        "rights": clean(channel.rights) if channel.rights else None,
    }
    feed["items"] = entries
    return json.dumps(feed, ensure_ascii=False, indent=1).encode()


def _item(item: Item) -> dict[str, Json]:
    released = item.released
    entry: dict[str, Json] = {"id": identity(item), "url": page(item)}
    address = via(item)
    if address:
        entry["external_url"] = address
    headline = title(item)
    if headline:
        entry["title"] = headline
    entry["content_html"] = content_html(item)
    entry["date_published"] = rfc3339(released.published)
    entry["date_modified"] = rfc3339(released.updated)
    if released.byline:
        entry["authors"] = [{"name": clean(name)} for name in released.byline]
    if item.categories:
        entry["tags"] = [clean(category) for category in item.categories]
    if released.language:
        entry["language"] = clean(released.language)
    entry["_audiatur"] = _extension(item)
    return entry


def _extension(item: Item) -> dict[str, Json]:
    released = item.released
    return {
        "mode": released.mode.value,
        "complete": released.complete,
        "window_ends": rfc3339(released.window_ends) if released.window_ends else None,
        "source": {"title": clean(released.notice.source_name), "url": outlet(item)},
        "rights": clean(item.rights) if item.rights else None,
        "notice": notice_json(released.notice),
    }
