"""Robustness: whatever the corpora hold, only our errors leave ``parse``, soon, and no outside file is ever read."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from audiatur.errors import AudiaturError
from audiatur.feeds import discover, parse, read_opml
from evaluation.feeds_figures import CORPORA, Figure, Tally

FLOOR = 1.0
# Seconds for the slowest document; the largest of the corpora has 316 kB, and a bomb must not be slower.
SLOWEST = 2.0
_FOLDERS = (
    "feeds/w3c-feedvalidator", "feeds/feedparser", "feeds/gofeed", "feeds/miniflux", "hostile/defusedxml",
    "hostile/payloadsallthethings", "hostile/chardet", "sources/awesome-rss-feeds",
)  # fmt: skip
_SUFFIXES = frozenset((".xml", ".json", ".html", ".opml", ".txt", ".svg", ".rss", ".md", ".htm", ".dtd"))


def documents() -> Iterator[tuple[str, bytes]]:
    """Every document of the corpora that could be sent to us in place of a feed."""
    for folder in _FOLDERS:
        for path in sorted((CORPORA / folder).rglob("*")):
            if path.is_file() and path.suffix.lower() in _SUFFIXES:
                yield path.relative_to(CORPORA).as_posix(), path.read_bytes()
    yield from _attacks()


def _attacks() -> Iterator[tuple[str, bytes]]:
    """XML attacks of the list of payloads, one a line, each also inside a feed."""
    path = CORPORA / "hostile" / "payloadsallthethings" / "XXE Injection" / "Intruders" / "xml-attacks.txt"
    for number, line in enumerate(path.read_bytes().splitlines() if path.exists() else (), 1):
        yield f"{path.name}:{number}", line
        yield (
            f"{path.name}:{number} in a feed",
            b"<rss><channel><item><title>" + line + b"</title></item></channel></rss>",
        )


def disagreements(data: bytes) -> list[str]:
    """What is wrong with how a document is taken: another error than ours, a file of ours in the answer, slowness."""
    wrong = []
    begun = perf_counter()
    for name, reader in (("parse", parse), ("read_opml", read_opml), ("discover", _discover)):
        try:
            answer = repr(reader(data))
        except AudiaturError:
            continue
        except Exception as error:  # noqa: BLE001  this is what is looked for
            wrong.append(f"{name}: {type(error).__name__}: {error}")
            continue
        if "root:x:0:0" in answer and b"root:x:0:0" not in data:
            wrong.append(f"{name}: the answer holds a file of this machine")
    taken = perf_counter() - begun
    return [*wrong, f"took {taken:.1f} s"] if taken > SLOWEST else wrong


def _discover(data: bytes) -> object:
    return discover(data, url="https://klow.example/")


def figure() -> Figure:
    """The share of all documents that are taken well."""
    tally = Tally()
    for name, data in documents():
        tally.judge(name, disagreements(data))
    return tally.figure("only our errors", FLOOR)


def snapshots(folder: str = "news/rss-wsj-world/wsj_world.jsonl.gz", every: int = 1) -> Iterator[bytes]:
    """The real snapshots of one feed over a year, every n-th of them; none where the corpus is absent."""
    path: Path = CORPORA / folder
    if not path.exists():
        return
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % every == 0:
                yield str(json.loads(line)["xml"]).encode("utf-8")
