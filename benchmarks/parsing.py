"""Parsing, sanitising included, beside feedparser: the same feeds, one run, one process; then the memory of each.

``python -m benchmarks.parsing`` prints the figures. It works without the shared corpora, on feeds of its own making.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

import feedparser

from audiatur.feeds import parse
from evaluation.feeds_figures import CORPORA
from evaluation.feeds_hostile import snapshots

# The share of feedparser's speed that is promised.
FLOOR = 15.0
# Rounds of each parser on a feed; the two take turns feed by feed, so that a busy machine slows both alike.
ROUNDS = 5
# Every 50th of 1,244 snapshots of one real feed: 25 states of it, over a year.
_EVERY = 50

_TEXT = (
    "the ministry of Vesmar said on Tuesday that talks with Alviera would go on after the harbour was opened again and "
    "that no ship had been held longer than the treaty allows while the other side denied it and asked for the papers"
)
_WORDS = _TEXT.split()


@dataclass(frozen=True, slots=True)
class Timing:
    """One feed: the medians of both in milliseconds."""

    name: str
    size: int
    ours: float
    theirs: float

    @property
    def ratio(self) -> float:
        """How many times as fast as feedparser."""
        return self.theirs / self.ours


@dataclass(frozen=True, slots=True)
class Memory:
    """A process: what it holds once a parser is loaded, and its peak after reading every feed, in MiB."""

    loaded: float
    peak: float

    def line(self) -> str:
        """The figures for a person."""
        return f"{self.peak:.1f} MiB at the peak, {self.loaded:.1f} of them once loaded"


def real_feeds() -> Iterator[tuple[str, bytes]]:
    """Real feeds of the corpora; none where they are absent."""
    folder = CORPORA / "feeds" / "miniflux" / "internal" / "reader" / "parser" / "testdata"
    for path in sorted(folder.glob("*.xml")):
        yield path.name, path.read_bytes()
    for number, data in enumerate(snapshots(every=_EVERY)):
        yield f"snapshot-{number * _EVERY}", data


def _sentence(seed: int) -> str:
    """Words of our own, the same for the same seed; no randomness, so that every run has the same feeds."""
    picked = [_WORDS[(seed * 7 + step * step + step) % len(_WORDS)] for step in range(14)]
    return " ".join(picked).capitalize() + "."


def made_feeds() -> Iterator[tuple[str, bytes]]:
    """Feeds as news sites have them: full articles in HTML with links, images, lists and page furniture."""
    for entries, paragraphs in ((20, 3), (30, 8), (50, 12)):
        items = "".join(_item(number, paragraphs) for number in range(entries))
        content = "http://purl.org/rss/1.0/modules/content/"
        head = f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="{content}">'
        channel = "<title>Klow Courier</title><link>https://klow.example/</link><description>News</description>"
        yield f"made-{entries}x{paragraphs}", f"{head}<channel>{channel}{items}</channel></rss>".encode()


def _item(number: int, paragraphs: int) -> str:
    body = "".join(
        f'<p class="b">{_sentence(number + step)} <a href="/story/{number}/{step}?a=1">{_sentence(step)[:20]}</a> '
        f"<strong>{_sentence(step * 3)[:30]}</strong> {_sentence(number * step)}</p>"
        for step in range(paragraphs)
    )
    image = f'<figure><img src="/i/{number}.jpg" alt="harbour" onerror="x()"><figcaption>Harbour</figcaption></figure>'
    return (
        f"<item><title>{_sentence(number)}</title><link>https://klow.example/story/{number}</link>"
        f'<guid isPermaLink="false">klow-{number}</guid><pubDate>Tue, 12 Apr 2022 {number % 24:02}:10:00 GMT</pubDate>'
        f"<description>{_sentence(number + 1)}</description>"
        f"<content:encoded><![CDATA[{image}{body}<script>track({number})</script>]]></content:encoded></item>"
    )


def _ours(data: bytes) -> None:
    parse(data, url="https://klow.example/feed.xml")


def _theirs(data: bytes) -> None:
    feedparser.parse(BytesIO(data), response_headers={"content-location": "https://klow.example/feed.xml"})


def _milliseconds(work: Callable[[bytes], None], data: bytes) -> float:
    begun = process_time()
    work(data)
    return (process_time() - begun) * 1000


def timings(feeds: list[tuple[str, bytes]]) -> list[Timing]:
    """Each feed by both, in turns, in seconds of this process, which a busy machine does not lengthen much."""
    found = []
    for name, data in feeds:
        ours = median(_milliseconds(_ours, data) for _ in range(ROUNDS))
        theirs = median(_milliseconds(_theirs, data) for _ in range(ROUNDS))
        found.append(Timing(name, len(data), ours, theirs))
    return found


def peak_memory(who: str, folder: Path) -> Memory:
    """The peaks of a fresh process that loads one parser and then reads every feed in a folder."""
    root = Path(__file__).parents[1]
    environment = os.environ | {"PYTHONPATH": f"{root / 'src'}{os.pathsep}{root}"}
    command = [sys.executable, "-m", "benchmarks.parsing_memory", who, str(folder)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root, env=environment)
    loaded, end = (int(figure) / 1024 for figure in answer.stdout.split())
    return Memory(loaded, end)


def memory(feeds: list[tuple[str, bytes]]) -> tuple[Memory, Memory]:
    """The memory of ours and of feedparser over the same feeds."""
    with TemporaryDirectory() as folder:
        for number, (_, data) in enumerate(feeds):
            Path(folder, f"{number:04}.xml").write_bytes(data)
        return peak_memory("ours", Path(folder)), peak_memory("theirs", Path(folder))


def _report(label: str, found: list[Timing]) -> bool:
    """Print a line a feed and one over all; whether the promise is kept."""
    for one in found:
        figures = f"{one.size:,} B, {one.ours:.2f} ms, feedparser {one.theirs:.1f} ms, {one.ratio:.1f}x"
        print(f"  {one.name}: {figures}")
    ours, theirs = median(one.ours for one in found), median(one.theirs for one in found)
    total = sum(one.theirs for one in found) / sum(one.ours for one in found)
    medians = f"medians {ours:.2f} and {theirs:.1f} ms: {theirs / ours:.1f}x"
    print(f"{label} feeds: {len(found)}; {medians}; in total {total:.1f}x")
    return theirs / ours >= FLOOR


def run() -> bool:
    """Print the timings and the memory of both; whether 15 times the speed at no more memory is kept."""
    real, made = list(real_feeds()), list(made_feeds())
    kept = True
    for label, feeds in (("real", real), ("made", made)):
        if feeds:
            kept = _report(label, timings(feeds)) and kept
        else:
            print(f"{label} feeds: the shared corpora are absent")
    ours, theirs = memory(real + made)
    print(f"memory: ours {ours.line()}; feedparser {theirs.line()}")
    return kept and ours.peak <= theirs.peak


if __name__ == "__main__":
    raise SystemExit(0 if run() else 1)
