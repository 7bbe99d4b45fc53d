"""Conformance: gofeed's cases, every field that ``parse`` has."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from audiatur.feeds import Entry, ParsedFeed, parse
from audiatur.feeds.dates import read_date
from evaluation.feeds_figures import CORPORA, Figure, Tally, same_html, same_instant, same_text

FLOOR = 0.97
ROOT = CORPORA / "feeds" / "gofeed" / "parser"

Found = dict[str, object]


def cases() -> Iterator[tuple[Path, Found]]:
    """Each input with what gofeed expects of it."""
    for folder in ("rss", "atom"):
        for path in sorted((ROOT / folder).glob("*.xml")):
            yield path, json.loads(path.with_suffix(".json").read_text("utf-8"))
    for path in sorted((ROOT / "json").glob("*_expected.json")):
        yield path.with_name(path.name.replace("_expected", "")), json.loads(path.read_text("utf-8"))


def disagreements(path: Path, expected: Found) -> list[str] | None:
    """What disagrees in a case; None where it exercises no field that ``parse`` has (``format`` alone is not one)."""
    wanted = list(_feed_fields(expected))
    entries = _objects(expected, "items") + _objects(expected, "entries")
    per_entry = [list(_entry_fields(item)) for item in entries]
    about_version = "version" in path.stem
    if not wanted and not any(per_entry) and not about_version:
        return None
    parsed = parse(path.read_bytes())
    wrong = [f"feed.{name}" for name, value in wanted if not _feed_agrees(parsed, name, value)]
    for position, fields in enumerate(per_entry):
        if fields and position >= len(parsed.entries):
            wrong.append(f"entry {position} is absent")
            continue
        wrong += [
            f"{position}.{name}" for name, value in fields if not _entry_agrees(parsed.entries[position], name, value)
        ]
    if not _version_agrees(parsed, expected):
        wrong.append("format")
    return wrong


def _feed_fields(expected: Found) -> Iterator[tuple[str, object]]:
    """The mapping of feed fields: gofeed's name to ours."""
    names = {
        "title": "title", "link": "link", "home_page_url": "link", "language": "language", "description": "description",
        "subtitle": "description", "rights": "rights", "copyright": "rights", "feed_url": "self_url",
        "updatedParsed": "updated", "lastBuildDateParsed": "updated",
    }  # fmt: skip
    for theirs, ours in names.items():
        if theirs in expected:
            yield ours, expected[theirs]
    page = next(
        (link for link in _objects(expected, "links") if link.get("rel") == "alternate" and link.get("href")), None
    )
    if page is not None and "link" not in expected:
        yield "link", page["href"]


def _entry_fields(item: Found) -> Iterator[tuple[str, object]]:
    """The mapping of entry fields: gofeed's name to ours."""
    names = {
        "title": "title", "link": "url", "url": "url", "id": "id", "pubDateParsed": "published",
        "publishedParsed": "published", "date_published": "published", "updatedParsed": "updated",
        "date_modified": "updated", "description": "summary", "summary": "summary", "content_html": "content",
        "author": "author", "tags": "categories", "rights": "rights",
    }  # fmt: skip
    for theirs, ours in names.items():
        if theirs in item:
            yield ours, item[theirs]
    yield from _nested_fields(item)


def _nested_fields(item: Found) -> Iterator[tuple[str, object]]:
    content, source, guid = item.get("content"), item.get("source"), item.get("guid")
    if isinstance(content, str):
        yield "content", content
    if isinstance(content, dict) and "value" in content:
        yield "content", content["value"]
    if isinstance(guid, dict) and "value" in guid:
        yield "id", guid["value"]
    if isinstance(source, dict):
        yield from ((f"source.{key}", source[key]) for key in ("title", "url") if key in source)
        links = [link for link in _objects(source, "links") if link.get("rel") == "alternate" and link.get("href")]
        if links:
            yield "source.url", links[0]["href"]
    categories = [
        entry.get("value") or entry.get("term") or entry.get("label") for entry in _objects(item, "categories")
    ]
    if any(categories):
        yield "categories", [name for name in categories if name]
    names = [person["name"] for person in _objects(item, "authors") if person.get("name")]
    if names:
        yield "authors", names
    dublin = item.get("dcExt")
    if isinstance(dublin, dict) and "subject" in dublin:
        yield "categories", dublin["subject"]
    enclosures = _objects(item, "enclosures") or _objects(item, "attachments")
    if enclosures:
        yield "enclosures", enclosures
    if (page := _page(item)) is not None:
        yield "url", page


def _page(found: Found) -> object | None:
    """The address of the first Atom link that is an alternate; None where there is none."""
    links = (link for link in _objects(found, "links") if link.get("rel") == "alternate" and link.get("href"))
    return next((link["href"] for link in links), None)


def _objects(found: Found, key: str) -> list[Found]:
    value = found.get(key)
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _feed_agrees(parsed: ParsedFeed, name: str, value: object) -> bool:
    ours = getattr(parsed.feed, name)
    if isinstance(ours, datetime) or name == "updated":
        return same_instant(ours, _instant(value))
    return same_text(ours, str(value))


def _entry_agrees(entry: Entry, name: str, value: object) -> bool:
    """Whether one field agrees; HTML once through the sanitiser, text exact, dates as instants."""
    if name in {"summary", "content"}:
        return same_html(getattr(entry, f"{name}_html"), str(value))
    if name in {"published", "updated"}:
        return same_instant(getattr(entry, name), _instant(value))
    if name == "author":
        named = value.get("name") if isinstance(value, dict) else value
        return any(same_text(author, str(named)) for author in entry.authors)
    if isinstance(value, list):
        return _list_agrees(entry, name, value)
    if name.startswith("source."):
        return entry.source is not None and same_text(getattr(entry.source, name.removeprefix("source.")), str(value))
    return same_text(getattr(entry, name), str(value))


def _list_agrees(entry: Entry, name: str, value: list[Found]) -> bool:
    """Authors and categories by name, enclosures by address, type and length; a repeated name counts once."""
    if name == "enclosures":
        return [_enclosure(item) for item in value] == [
            (mine.url, mine.type, None if mine.length is None else str(mine.length)) for mine in entry.enclosures
        ]
    ours = getattr(entry, name)
    theirs = list(dict.fromkeys(map(str, value)))
    return len(ours) == len(theirs) and all(map(same_text, ours, theirs))


def _enclosure(item: Found) -> tuple[object, object, str | None]:
    length = item.get("length", item.get("size_in_bytes"))
    return item.get("url"), item.get("type", item.get("mime_type")), None if length is None else str(length)


def _instant(value: object) -> datetime:
    read = read_date(str(value))
    if read is None:
        raise ValueError(f"the corpus holds no date: {value}")
    return read[0]


def _version_agrees(parsed: ParsedFeed, expected: Found) -> bool:
    """Our format names the family of the version; rss 2.0 where none is stated."""
    version = str(expected.get("version") or "2.0")
    form = parsed.feed.format.value
    family, _, _number = form.partition("-")
    if family in {"atom", "json"}:
        return form.endswith(version)
    if family == "rdf":
        return version in {"0.9", "0.90", "1.0", "1.1"}
    return form == ("rss-0.9x" if version.startswith("0.9") else "rss-2.0")


def figure() -> Figure:
    """The share of cases with a field that ``parse`` has in which every such field agrees."""
    tally = Tally()
    for path, expected in cases():
        wrong = disagreements(path, expected)
        if wrong is not None:
            tally.judge(f"{path.parent.name}/{path.name}", wrong)
    return tally.figure("gofeed", FLOOR)
