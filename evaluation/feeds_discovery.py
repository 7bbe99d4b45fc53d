"""Autodiscovery: the suite of pages that each announce exactly one feed, in every spelling; and lists of feeds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from audiatur.errors import AudiaturError
from audiatur.feeds import discover, parse, read_opml, write_opml
from evaluation.feeds_figures import CORPORA, Figure, Tally

FLOOR = 1.0
ROOT = CORPORA / "feeds" / "w3c-feedvalidator" / "feedfinder-tests"
# Where the suite was published, and the archive that it was taken from, which rewrote its absolute addresses.
_HOME = "http://diveintomark.org/tests/client/autodiscovery/"
_ARCHIVED = "https://web.archive.org/web/20110926231958/"
# Pages whose declared base is on another server; 51 is an absolute address, and 52 declares the base too late.
_ELSEWHERE = frozenset(("047", "048", "049", "050"))
_OTHER_HOME = "http://www.ragingplatypus.com/tests/client/autodiscovery/"


def expected(number: str) -> tuple[str, ...]:
    """The addresses of the one feed that page ``number`` announces, by the suite's own naming."""
    name = f"html4-{number}.xml"
    return (_OTHER_HOME + name,) if number in _ELSEWHERE else (_HOME + name, _ARCHIVED + _HOME + name)


def cases() -> Iterator[tuple[Path, str]]:
    """Each file of the suite with what it is: a ``page``, its ``index``, or the ``feed`` of a page."""
    for path in sorted(ROOT.rglob("*")):
        if path.suffix == ".xml":
            yield path, "feed"
        elif path.suffix == ".html":
            yield path, "index" if path.stem == "index" else "page"


def disagreements(path: Path, kind: str) -> list[str]:
    """A page leads to its feed and to no other; a feed is found to be one, and is read; the index announces none."""
    data, found_at = path.read_bytes(), _HOME + path.name
    found = [candidate for candidate in discover(data, url=found_at) if candidate.how != "anchor"]
    if kind == "index":
        return [f"announces {found[0].url}"] if found else []
    if kind == "page":
        good = len(found) == 1 and found[0].url in expected(path.stem[-3:])
        return [] if good else [f"found {[candidate.url for candidate in found]}"]
    try:
        parse(data, url=found_at)
    except AudiaturError as error:
        return [f"not read: {error}"]
    return [] if [candidate.how for candidate in found] == ["document"] else ["not found to be a feed"]


def figure() -> Figure:
    """The share of the suite's files that are understood."""
    tally = Tally()
    for path, kind in cases():
        tally.judge(path.relative_to(ROOT).as_posix(), disagreements(path, kind))
    return tally.figure("autodiscovery", FLOOR)


def opml_figure() -> Figure:
    """The share of real OPML files that load, hold feeds, and come back the same from our own writing."""
    tally = Tally()
    for path in sorted((CORPORA / "sources" / "awesome-rss-feeds").rglob("*.opml")):
        try:
            feeds = read_opml(path.read_bytes())
        except AudiaturError as error:
            tally.judge(path.name, [str(error)])
            continue
        again = read_opml(write_opml(feeds, title=path.stem))
        tally.judge(path.name, [] if feeds and again == feeds else ["does not come back the same"])
    return tally.figure("OPML", FLOOR)
