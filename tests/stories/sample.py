"""A week in invented countries, told by several outlets: the articles that the tests of grouping share."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from audiatur.stories.values import StoryId, Telling
from audiatur.stories.window import Window

START = datetime(2031, 5, 5, 6, 0, tzinfo=UTC)

_ROWS = (
    # event, hours after the start, outlet, title, text
    (
        "ferry",
        0,
        "Vardan Herald",
        "Ferry Alcyone runs aground off Port Serin",
        "The ferry Alcyone ran aground off Port Serin.",
    ),
    (
        "dam",
        1,
        "Lorrin Post",
        "Lorria halts work on the Kestrel dam",
        "Lorria suspended work on the Kestrel dam on the Oss.",
    ),
    (
        "ferry",
        2,
        "Lorrin Post",
        "Passengers rescued after ferry grounding near Serin",
        "All 214 aboard the Alcyone are safe.",
    ),
    (
        "talks",
        3,
        "Teal Radio",
        "Envoys Marat and Dahl meet on Heron Island",
        "Marat and Dahl opened talks on Heron Island.",
    ),
    (
        "dam",
        4,
        "Vardan Herald",
        "Vardana welcomes stop at Kestrel dam",
        "Vardana welcomed the halt at the Kestrel dam on the Oss.",
    ),
    (
        "ferry",
        5,
        "Teal Radio",
        "Alcyone: captain of grounded ferry questioned",
        "The captain of the ferry Alcyone was questioned.",
    ),
    (
        "harvest",
        6,
        "Lorrin Post",
        "Barley harvest worst in thirty years",
        "Farmers blame the drought for the barley harvest.",
    ),
    (
        "talks",
        8,
        "Vardan Herald",
        "Heron Island talks: Dahl sets terms",
        "Envoy Dahl named terms at the talks on Heron Island.",
    ),
    (
        "dam",
        9,
        "Teal Radio",
        "What the Kestrel dam means for the Oss",
        "The Kestrel dam would hold back the Oss for a season.",
    ),
    (
        "talks",
        26,
        "Lorrin Post",
        "Marat leaves Heron Island without a deal",
        "Envoy Marat left the talks on Heron Island early.",
    ),
)


def week() -> list[tuple[Telling, str]]:
    """The articles in order of arrival, each with its event."""
    return [
        (Telling(f"a{i}", title, text, START + timedelta(hours=hours), "en", outlet), event)
        for i, (event, hours, outlet, title, text) in enumerate(_ROWS)
    ]


def tellings() -> list[Telling]:
    return [telling for telling, _ in week()]


def grouped(articles: list[Telling]) -> list[list[int]]:
    """The groups a fresh window makes, as positions in the order of arrival: what is left when names are taken away."""
    window = Window()
    for telling in articles:
        window.assign(telling)
    final = window.final()
    groups: dict[StoryId, list[int]] = {}
    for position, telling in enumerate(articles):
        groups.setdefault(final[telling.id], []).append(position)
    return sorted(groups.values())
