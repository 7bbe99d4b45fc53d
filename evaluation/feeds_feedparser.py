"""Conformance: feedparser's own cases, every field that ``parse`` has."""

from __future__ import annotations

import codecs
import re
from calendar import timegm
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from audiatur.errors import FeedError
from audiatur.feeds import Entry, Feed, FeedFormat, ParsedFeed, parse
from audiatur.feeds.dates import read_date
from audiatur.markup.decoding import decode
from evaluation.feeds_expressions import Expectation, expectations
from evaluation.feeds_figures import CORPORA, Figure, Tally, same_html, same_instant, same_text

FLOOR = 0.97
ROOT = CORPORA / "feeds" / "feedparser" / "tests"
FOLDERS = (
    "wellformed/atom", "wellformed/atom10", "wellformed/rss", "wellformed/rdf", "wellformed/namespace",
    "wellformed/base", "wellformed/lang", "encoding", "illformed", "illformed/chardet", "illformed/geo",
)  # fmt: skip
# Where feedparser's own test server served its cases.
_SERVED = "http://127.0.0.1:8097/tests/"

_EXPECT = re.compile(
    r"Expect:[ \t]*(.*?)\s*(?:-->|\r?\n\s*\r?\n|\r?\n\s*(?:SkipUnless|Header|Description|Content)[\w-]*:)", re.DOTALL
)
_HEADER = re.compile(r"Header:[ \t]*([\w-]+):[ \t]*([^\r\n]*)")
_FORMATS = {
    "rss090": FeedFormat.RDF, "rss10": FeedFormat.RDF, "rss091n": FeedFormat.RSS_09X, "rss091u": FeedFormat.RSS_09X,
    "rss092": FeedFormat.RSS_09X, "rss093": FeedFormat.RSS_09X, "rss094": FeedFormat.RSS_09X,
    "rss20": FeedFormat.RSS_20, "rss": FeedFormat.RSS_20, "atom03": FeedFormat.ATOM_03, "atom10": FeedFormat.ATOM_10,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """A case: its bytes, the HTTP headers it is served with, and what is expected of it."""

    name: str
    data: bytes
    headers: dict[str, str]
    expected: list[Expectation]


def read_case(path: Path) -> Case:
    """Read one case; the comment that states it is in the encoding of the document itself."""
    data = path.read_bytes()
    text = ""
    for encoding in ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "latin-1"):
        try:
            text = data.decode(encoding)
        except UnicodeError:
            continue
        if "Expect" in text:
            break
    match = _EXPECT.search(text)
    headers = {name.lower(): value.strip() for name, value in _HEADER.findall(text.partition("-->")[0])}
    name = path.relative_to(ROOT).as_posix()
    return Case(name, data, headers, expectations(match[1]) if match else [])


def cases() -> Iterator[Case]:
    """Every case of the folders that the product promises."""
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).glob("*.xml")):
            yield read_case(path)


# The mapping: the end of feedparser's path below feed or entry, to whether our value agrees.
Judge = Callable[[object], bool]


def _text(ours: str | None) -> Judge:
    return lambda value: same_text(ours, str(value))


def _html(html: str | None) -> Judge:
    return lambda value: same_html(html, str(value))


def _date(ours: datetime | None) -> Judge:
    def agrees(value: object) -> bool:
        if isinstance(value, tuple):
            return same_instant(ours, datetime.fromtimestamp(timegm(value), UTC))
        read = read_date(str(value))
        return read is not None and same_instant(ours, read[0])

    return agrees


def _person(names: tuple[str, ...]) -> Judge:
    """feedparser joins name and address, ``Name (a@b)``; ours is the name."""

    def agrees(value: object) -> bool:
        name = re.sub(r"\s*\([^()]*@[^()]*\)\Z", "", str(value))
        return any(same_text(ours, name) for ours in names)

    return agrees


def _feed_judges(feed: Feed) -> dict[tuple[str | int, ...], Judge]:
    judges = {
        ("title",): _text(feed.title),
        ("link",): _text(feed.link),
        ("language",): _text(feed.language),
        ("updated",): _date(feed.updated),
        ("description",): _text(feed.description),
        ("rights",): _text(feed.rights),
    }
    aliases = {
        ("title_detail", "value"): ("title",), ("updated_parsed",): ("updated",), ("modified_parsed",): ("updated",),
        ("subtitle",): ("description",), ("tagline",): ("description",), ("copyright",): ("rights",),
        ("subtitle_detail", "value"): ("description",), ("tagline_detail", "value"): ("description",),
        ("description_detail", "value"): ("description",), ("rights_detail", "value"): ("rights",),
        ("copyright_detail", "value"): ("rights",),
    }  # fmt: skip
    return judges | {alias: judges[name] for alias, name in aliases.items()}


def _entry_judges(entry: Entry) -> dict[tuple[str | int, ...], Judge]:
    judges: dict[tuple[str | int, ...], Judge] = {
        ("title",): _text(entry.title),
        ("link",): _text(entry.url),
        ("id",): _text(entry.id),
        ("published",): _date(entry.published),
        ("updated",): _date(entry.updated),
        ("author",): _person(entry.authors),
        ("summary",): _html(entry.summary_html),
        ("content", 0, "value"): _html(entry.content_html),
        ("language",): _text(entry.language),
        ("rights",): _text(entry.rights),
        ("source", "title"): _text(entry.source.title if entry.source else None),
        ("source", "link"): _text(entry.source.url if entry.source else None),
        ("source", "href"): _text(entry.source.url if entry.source else None),
    }
    aliases = {
        ("guid",): ("id",), ("description",): ("summary",), ("title_detail", "value"): ("title",),
        ("published_parsed",): ("published",), ("updated_parsed",): ("updated",),
        ("author_detail", "name"): ("author",),
        ("issued_parsed",): ("published",), ("modified_parsed",): ("updated",), ("modified",): ("updated",),
        ("summary_detail", "value"): ("summary",), ("description_detail", "value"): ("summary",),
        ("rights_detail", "value"): ("rights",), ("copyright",): ("rights",), ("license",): ("rights",),
        ("source", "title_detail", "value"): ("source", "title"), ("issued",): ("published",),
        ("source", "url"): ("source", "href"),
    }  # fmt: skip
    for position, name in enumerate(entry.authors[:3]):
        judges["authors", position, "name"] = _text(name)
    return judges | {alias: judges[name] for alias, name in aliases.items()} | _list_judges(entry)


def _list_judges(entry: Entry) -> dict[tuple[str | int, ...], Judge]:
    judges: dict[tuple[str | int, ...], Judge] = {}
    for position in range(4):
        category = entry.categories[position] if position < len(entry.categories) else None
        judges["tags", position, "term"] = _text(category)
        enclosure = entry.enclosures[position] if position < len(entry.enclosures) else None
        judges["enclosures", position, "href"] = _text(enclosure.url if enclosure else None)
        judges["enclosures", position, "url"] = judges["enclosures", position, "href"]
        judges["enclosures", position, "type"] = _text(enclosure.type if enclosure else None)
        judges["enclosures", position, "length"] = _text(str(enclosure.length) if enclosure else None)
        if position >= len(entry.authors):
            judges["authors", position, "name"] = _text(None)
    judges["category",] = judges["tags", 0, "term"]
    return judges


def _lengths(parsed: ParsedFeed, path: tuple[str | int, ...]) -> int | None:
    """How many there are of a list that ``parse`` has; None where it has no such list."""
    if path == ("entries",):
        return len(parsed.entries)
    if len(path) == 3 and path[0] == "entries" and int(path[1]) < len(parsed.entries):
        entry = parsed.entries[int(path[1])]
        names = {"tags": entry.categories, "enclosures": entry.enclosures, "authors": entry.authors}
        found = names.get(str(path[2]))
        return None if found is None else len(found)
    return None


def judge(parsed: ParsedFeed, case: Case, expected: Expectation) -> bool | None:
    """Whether one expectation holds; None where it is about no field that ``parse`` has."""
    path = expected.path
    if path == ("version",):
        form = _FORMATS.get(str(expected.value))
        return None if form is None else parsed.feed.format is form
    if path == ("encoding",):
        return _same_characters(case, str(expected.value))
    if expected.of_length:
        count = _lengths(parsed, path)
        return None if count is None else count == expected.value
    if path[0] == "feed":
        found = _feed_judges(parsed.feed).get(path[1:])
    elif path[0] == "entries" and len(path) > 2 and isinstance(path[1], int):
        if path[1] >= len(parsed.entries):
            return False
        found = _entry_judges(parsed.entries[path[1]]).get(path[2:])
    else:
        found = None
    return None if found is None else found("" if expected.value is None else expected.value)


def _same_characters(case: Case, encoding: str) -> bool | None:
    """``parse`` does not tell the encoding, but its characters must be those of the one that is expected."""
    try:
        wanted = case.data.decode(codecs.lookup(encoding).name)
    except (LookupError, UnicodeError):
        return None
    return decode(case.data, case.headers.get("content-type")).text.lstrip("\ufeff") == wanted.lstrip("\ufeff")


def disagreements(case: Case) -> list[str] | None:
    """What disagrees in a case; None where it exercises no field that ``parse`` has."""
    if not case.expected:
        return None
    url = case.headers.get("content-location") or _SERVED + case.name
    try:
        parsed = parse(case.data, url=url, content_type=case.headers.get("content-type"))
    except FeedError as error:
        return [f"refused: {error.code}"]
    wrong, judged = [], 0
    for expected in case.expected:
        verdict = judge(parsed, case, expected)
        judged += verdict is not None
        if verdict is False:
            wrong.append(f"{'.'.join(map(str, expected.path))} is expected to be {str(expected.value)[:60]!r}")
    return wrong if judged else None


def figure() -> Figure:
    """The share of cases with a field that ``parse`` has in which every such field agrees."""
    tally = Tally()
    for case in cases():
        wrong = disagreements(case)
        if wrong is not None:
            tally.judge(case.name, wrong)
    return tally.figure("feedparser", FLOOR)
