"""How well ``articles.extract`` cuts the article out of a page: the article extraction benchmark, 181 news pages.

The measure is the benchmark's own: multisets of 4-word shingles of the true and the extracted body are compared page by
page, precision and recall are averaged over the pages, and F1 is the harmonic mean of the two averages.
Its published figures for the same pages: trafilatura 2.0.0 .958, newspaper4k .949, Readability.js .947.
"""

from __future__ import annotations

import gzip
import json
import os
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from audiatur.articles.pages import extract
from audiatur.articles.values import ArticlePage
from audiatur.errors import PageError

_ROOT = Path(os.environ.get("AUDIATUR_CORPORA", Path(__file__).parents[2] / "shared" / "corpora"))
_CORPUS = _ROOT / "extraction" / "article-extraction-benchmark"

FLOORS = {
    "extraction: shingle F1": 0.963,
    "extraction: precision": 0.947,
    "extraction: recall": 0.979,
    "extraction: pages with an article": 1.0,
    "extraction: pages with a date": 0.988,
    "extraction: pages with an author": 0.85,
    "extraction: pages with a canonical URL": 0.961,
}
"""What was reached, rounded down to three places; they only rise."""

_WORD = re.compile(r"\w+")
_SHINGLE = 4


@dataclass(frozen=True, slots=True)
class PageScore:
    """Precision and recall of one page; None where there is nothing to divide by."""

    precision: float | None
    recall: float | None


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The 4-word shingles of a text with their counts; a shorter text is one shingle, an empty one none."""
    words = _WORD.findall(text)
    count = max(1, len(words) - _SHINGLE + 1)
    return Counter(tuple(words[start : start + _SHINGLE]) for start in range(count) if words)


def score(true: str, found: str) -> PageScore:
    """Compare the true body of a page with the one found."""
    wanted, got = shingles(true), shingles(found)
    shared = (wanted & got).total()
    return PageScore(
        precision=shared / got.total() if got else None,
        recall=shared / wanted.total() if wanted else None,
    )


def f1(scores: Iterable[PageScore]) -> tuple[float, float, float]:
    """F1, precision and recall over pages."""
    pages = list(scores)
    precision = mean(page.precision for page in pages if page.precision is not None)
    recall = mean(page.recall for page in pages if page.recall is not None)
    both = precision + recall
    return (2 * precision * recall / both if both else 0.0), precision, recall


def _extracted(name: str, url: str) -> ArticlePage | None:
    try:
        return extract(gzip.decompress((_CORPUS / "html" / f"{name}.html.gz").read_bytes()), url=url)
    except PageError:
        return None


def measure() -> dict[str, float]:
    """Every figure of ``FLOORS`` on the corpus."""
    truth: dict[str, dict[str, str]] = json.loads((_CORPUS / "ground-truth.json").read_text(encoding="utf-8"))
    pages = {name: _extracted(name, page["url"]) for name, page in truth.items()}
    found = [page for page in pages.values() if page is not None]
    total = len(pages)
    overall, precision, recall = f1(
        score(page["articleBody"], extracted.text if extracted is not None else "")
        for page, extracted in zip(truth.values(), pages.values(), strict=True)
    )
    values = (
        *(overall, precision, recall, len(found) / total),
        sum(page.published is not None for page in found) / total,
        sum(bool(page.authors) for page in found) / total,
        sum(page.canonical_url is not None for page in found) / total,
    )
    return dict(zip(FLOORS, values, strict=True))


def run() -> bool:
    """Print a line a figure with its floor; False where one is below. Without the corpus nothing is measured: True."""
    if not _CORPUS.exists():
        print("extraction: not measured, the corpus is absent")
        return True
    figures = measure()
    for name, value in figures.items():
        print(f"{name:42} {value:.4f}  floor {FLOORS[name]:.3f}  {'ok' if value >= FLOORS[name] else 'BELOW'}")
    return all(value >= FLOORS[name] for name, value in figures.items())


if __name__ == "__main__":
    raise SystemExit(0 if run() else 1)
