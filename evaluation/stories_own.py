"""Own gold for stories: June 2022 from two sides, scored only; and items of April 2022 on one press conference."""

from __future__ import annotations

import gzip
import hashlib
import json
import random
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from pathlib import Path

from audiatur.stories.contract import telling_from_json
from audiatur.stories.values import StoryId, Telling

SIDES = {
    "RT": "Russia",
    "Kremlin": "Russia",
    "TASS": "Russia",
    "News Front": "Russia",
    "Ukrinform": "Ukraine",
    "Censor.NET": "Ukraine",
    "President of Ukraine": "Ukraine",
}
"""Whose outlet, for reporting recall by pair of sides; every other is a third party."""
DRAWS = 1000
GOLD = Path(__file__).parent / "gold" / "stories"


def stream(root: Path, month: str) -> tuple[list[Telling], list[Mapping[str, str]]]:
    """A month of the two-sided stream by date, and its rows."""
    with gzip.open(root / "news" / "two-sided-2022" / f"{month}-2022.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = sorted(map(json.loads, lines), key=lambda row: str(row["date"]))
    return [_telling(row, i) for i, row in enumerate(rows, 1)], rows


def _telling(row: Mapping[str, str], line: int) -> Telling:
    key = "\n".join((row["outlet"], *(row[name] or "" for name in ("date", "url", "title", "summary"))))
    name = hashlib.sha256(key.encode()).hexdigest()[:16]
    article = {"id": name, "title": row["title"], "text": row["text"] or row["summary"], "language": "en"}
    return telling_from_json(article | {"published": row["date"]}, line)


def gold(tellings: Sequence[Telling], file: Path) -> dict[str, str]:
    """The story of each item; one that no line names is a story of its own."""
    named = dict(line.split("\t") for line in file.read_text(encoding="utf-8").splitlines() if line)
    return {telling.id: named.get(telling.id, telling.id) for telling in tellings}


def by_item(truth: Mapping[str, str], found: Mapping[str, StoryId]) -> dict[str, tuple[float, float]]:
    """BCubed precision and recall of each item."""
    true, guessed = defaultdict(set), defaultdict(set)
    for name, story in truth.items():
        true[story].add(name)
        guessed[found[name]].add(name)
    answer = {}
    for name, story in truth.items():
        both = len(true[story] & guessed[found[name]])
        answer[name] = (both / len(guessed[found[name]]), both / len(true[story]))
    return answer


def f1(scores: Sequence[tuple[float, float]]) -> float:
    """F1 of the mean precision and the mean recall."""
    precision = sum(score[0] for score in scores) / len(scores)
    recall = sum(score[1] for score in scores) / len(scores)
    return 2 * precision * recall / (precision + recall)


def interval(truth: Mapping[str, str], scores: Mapping[str, tuple[float, float]], seed: int = 1) -> tuple[float, float]:
    """The middle 95 % of F1 over draws of whole stories, with replacement."""
    stories = defaultdict(list)
    for name, story in truth.items():
        stories[story].append(scores[name])
    names, drawn = sorted(stories), random.Random(seed)  # noqa: S311 - a seeded draw, to be repeatable
    found = sorted(f1([s for n in drawn.choices(names, k=len(names)) for s in stories[n]]) for _ in range(DRAWS))
    return found[DRAWS // 40], found[-DRAWS // 40]


def recall_by_sides(
    truth: Mapping[str, str], found: Mapping[str, StoryId], side: Mapping[str, str]
) -> dict[str, tuple[float, int]]:
    """For each pair of sides, the share of pairs of one story that were found in one story, and how many there are."""
    members = defaultdict(list)
    for name, story in truth.items():
        members[story].append(name)
    hit: Counter[str] = Counter()
    all_: Counter[str] = Counter()
    for names in members.values():
        for one, other in combinations(names, 2):
            kind = "-".join(sorted((side[one], side[other])))
            all_[kind] += 1
            hit[kind] += found[one] == found[other]
    return {kind: (hit[kind] / n, n) for kind, n in sorted(all_.items())}


def side_of(row: Mapping[str, str]) -> str:
    """The side of an item's outlet."""
    return SIDES.get(row["outlet"], "third")


_PRESS = (
    ("kremlin", "68182"),
    ("reuters", "dead end"),
    ("reuters", "fake"),
    ("jazeera", "had no other choice"),
    ("bbc", "noble"),
    ("express", "unprecedented"),
    ("mirror", "unprecedented"),
    ("censor", "12.04.22 13:45"),
    ("censor", "12.04.22 16:55"),
    ("censor", "12.04.22 19:05"),
)


def press_conference(tellings: Sequence[Telling], rows: Sequence[Mapping[str, str]]) -> list[str]:
    """The items on the press conference of 12 April 2022 by outlet and a mark in title or address; the seed apart."""
    found = []
    for outlet, mark in _PRESS:
        for telling, row in zip(tellings, rows, strict=True):
            where = f"{row['title'] or ''} {row['url'] or ''}".lower()
            near = str(row["date"])[:10] in {"2022-04-12", "2022-04-13"}
            if near and outlet in row["outlet"].lower() and mark in where:
                found.append(telling.id)
                break
    return found
