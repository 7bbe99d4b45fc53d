"""The judge's weights anew: ``python -m training.stories.train CORPORA GOLD``; prints them for ``stories/weights.py``.

``CORPORA`` holds ``stories/headlines-2014.jsonl`` and ``news/two-sided-2022/april-2022.jsonl.gz``; ``GOLD`` is
``evaluation/gold/stories/april-2022/pass-1.tsv``. Titles are learned from the one, texts from the other and from
the demo. The dates of the headlines are drawn at random, so what silence weighs there is set by hand.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from audiatur.demo.loader import load
from audiatur.models.encoder import sentence_encoder
from audiatur.stories.contract import telling_from_json
from audiatur.stories.embedding import meanings_of
from audiatur.stories.values import Telling
from audiatur.stories.weights import TEXTS, TITLES, TOLD
from training.stories.fitting import Labelled, halves, learn

SEED = 7
UNDATED = {"silence": -0.5, "age": -0.3, "crowd": -0.6, "wide": 0.0, "whole": 0.0, "told": TOLD}
"""Of the number of stories side by side: streams of 8, 16, 28 and 38 stories, each at its best bias."""


def encoded(rows: list[tuple[Telling, str]]) -> list[Labelled]:
    """With the vector of each."""
    meanings = meanings_of([telling for telling, _ in rows], sentence_encoder())
    return [Labelled(telling, gold, meaning) for (telling, gold), meaning in zip(rows, meanings, strict=True)]


def headlines(path: Path) -> list[Labelled]:
    """The labelled titles in order of arrival."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return encoded([(telling_from_json(row, i), str(row["gold"])) for i, row in enumerate(rows, 1)])


def dated(path: Path, gold: Path) -> list[Labelled]:
    """The items of the days that were grouped by hand, by date."""
    labels = dict(line.split("\t") for line in gold.read_text(encoding="utf-8").splitlines() if line)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = sorted(map(json.loads, lines), key=lambda row: str(row["date"]))
    found = []
    for i, row in enumerate(rows, 1):
        key = "\n".join((row["outlet"], *(row[name] or "" for name in ("date", "url", "title", "summary"))))
        name = hashlib.sha256(key.encode()).hexdigest()[:16]
        if name in labels:
            article = {"id": name, "title": row["title"], "text": row["text"] or row["summary"]}
            article |= {"published": row["date"], "language": "en"}
            found.append((telling_from_json(article, i), labels[name]))
    return encoded(found)


def invented() -> list[Labelled]:
    """The English articles of the demo, which come with their events: whole texts of one conflict."""
    hub = load(datetime(2031, 5, 5, tzinfo=UTC))
    found = []
    for source in hub.sources:
        for one in source.articles:
            if one.language == "en":
                text = one.body if source.whole else one.summary or one.body.partition("\n\n")[0]
                telling = Telling(f"{source.slug}/{one.key}", one.title, text, one.published, one.language)
                found.append((telling, one.event))
    return encoded(sorted(found, key=lambda row: (row[0].published or hub.starts, row[0].id)))


def main(corpora: Path, gold: Path) -> None:
    """Print both models."""
    titles = headlines(corpora / "stories" / "headlines-2014.jsonl")
    print("TITLES =", learn(halves(titles, 1, SEED), TITLES, texts=False, fixed=UNDATED))
    texts = dated(corpora / "news" / "two-sided-2022" / "april-2022.jsonl.gz", gold)
    print("TEXTS =", learn([texts, invented()], TEXTS, texts=True, fixed={"crowd": 0.0, "told": TOLD}))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
