"""The evaluation of the feeds room: conformance, autodiscovery, lists, robustness."""

from __future__ import annotations

from collections.abc import Callable

from evaluation import feeds_discovery, feeds_feedparser, feeds_gofeed, feeds_hostile
from evaluation.feeds_figures import CORPORA, Figure

FIGURES: tuple[Callable[[], Figure], ...] = (
    feeds_gofeed.figure,
    feeds_feedparser.figure,
    feeds_discovery.figure,
    feeds_discovery.opml_figure,
    feeds_hostile.figure,
)


def run(*, misses: bool = True) -> bool:
    """Print a line a figure, with the cases that disagree; whether every floor holds. True where corpora are absent."""
    if not (CORPORA / "feeds").exists():
        print("feeds: the shared corpora are absent; nothing was measured")
        return True
    figures = [figure() for figure in FIGURES]
    for figure in figures:
        print(figure.line())
        if misses:
            for miss in figure.misses:
                print(f"  {miss}")
    return all(figure.holds for figure in figures)


if __name__ == "__main__":
    raise SystemExit(0 if run() else 1)
