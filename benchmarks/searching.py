"""The search in the database: what a query costs on a large hub, and what indexing an article costs.

Runs on the hub of the environment (``DATABASE_URL``), e.g. one that ``benchmarks.pages_hub`` made:

    python -m benchmarks.searching

Queries are drawn by seed from the words of its titles: single words, two words, phrases, two words without a third, two
words of one outlet; each is asked once before it is timed. Printed are the median and the 95th of 100, in milliseconds,
of processor time for the hits alone, as the page asks for them; a PostgreSQL server's own time is not in it.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Mapping
from statistics import median, quantiles
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from audiatur.hub.search.results import Search

SEED, QUERIES = 3, 60
LIMIT = 10.0  # milliseconds of two words, the median


def main() -> bool:
    """Measure; whether two words stay below the limit."""
    import django

    django.setup()
    from django.conf import settings
    from django.db import connection
    from django.utils import timezone

    from audiatur.hub.gate import Gate, Viewer
    from audiatur.hub.models import IndexedArticle, Version
    from audiatur.hub.search.asking import Asked
    from audiatur.hub.search.results import Search
    from audiatur.hub.sources.standing import Standing

    standing = Standing.load(Gate(Viewer(timezone.now(), None)))
    keys = list(IndexedArticle.objects.order_by("-key").values_list("version", flat=True)[::97])
    titles = [title.split() for title in Version.objects.filter(pk__in=keys[:900]).values_list("title", flat=True)]
    print(f"searching: {IndexedArticle.objects.count():,} articles, {connection.vendor}, {settings.LANGUAGES_READ}")
    held = True
    for kind in ("articles", "statements"):
        for name, asked in queries(titles).items():
            made = [Asked.of({**given, "kind": kind}, standing) for given in asked]
            times = [timed(Search(standing, one), Search(standing, one)) for one in made]
            print(f"searching: {kind}, {name}: {median(times):.1f} ms, 95th {quantiles(times, n=20)[-1]:.1f} ms")
            held &= name != "two words" or median(times) < LIMIT
    return held


def queries(titles: list[list[str]]) -> Mapping[str, list[dict[str, str]]]:
    """What is asked, by kind of question."""
    drawn = random.Random(SEED)  # noqa: S311 - to be repeatable
    told = [drawn.choice([title for title in titles if len(title) > 3]) for _ in range(QUERIES)]
    return {
        "one word": [{"q": title[0]} for title in told],
        "two words": [{"q": f"{title[0]} {title[2]}"} for title in told],
        "a phrase": [{"q": f'"{title[1]} {title[2]}"'} for title in told],
        "without a word": [{"q": f"{title[0]} {title[1]} -{title[2]}"} for title in told],
        "of an outlet": [{"q": f"{title[0]} {title[1]}", "source": "outlet-3"} for title in told],
        "by date": [{"q": f"{title[0]} {title[1]}", "order": "newest"} for title in told],
        "a filter alone": [{"side": "strait/east"} for _ in told[:10]],
    }


def timed(first: Search, second: Search) -> float:
    """Milliseconds of processor time of the second of two equal searches."""
    assert first.hits is not None
    begun = time.process_time()
    assert second.hits is not None
    return (time.process_time() - begun) * 1000


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
