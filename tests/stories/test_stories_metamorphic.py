"""What must not matter to grouping does not: names, outlets, and what a text goes on to say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audiatur.stories.values import Telling
from tests.stories.sample import grouped, tellings, week

Change = Callable[[Telling], Telling]

INDIFFERENT: dict[str, Change] = {
    "ids renamed": lambda telling: replace(telling, id=f"http://x.example/{telling.id[::-1]}"),
    "outlets renamed": lambda telling: replace(telling, outlet=f"The {(telling.outlet or '')[::-1]}"),
    "outlets unknown": lambda telling: replace(telling, outlet=None),
    "title in capitals": lambda telling: replace(telling, title=telling.title.upper()),
    "an outlet's tail on the title": lambda telling: replace(telling, title=f"{telling.title} | Some Outlet"),
    "a time stamp in the title": lambda telling: replace(telling, title=f"{telling.title} (05.05.31 12:30)"),
    "dates unknown": lambda telling: replace(telling, published=None),
    "language unknown": lambda telling: replace(telling, language=None),
    "language of a region": lambda telling: replace(telling, language="en-GB"),
}


@pytest.mark.parametrize("change", INDIFFERENT.values(), ids=INDIFFERENT)
def test_what_does_not_matter_changes_no_group(change: Change) -> None:
    assert grouped([change(telling) for telling in tellings()]) == grouped(tellings())


@settings(max_examples=30, deadline=None)
@given(st.permutations(range(10)))
def test_renaming_by_any_permutation_changes_nothing_but_names(order: list[int]) -> None:
    renamed = [replace(telling, id=str(order[i])) for i, telling in enumerate(tellings())]
    assert grouped(renamed) == grouped(tellings())


def test_what_follows_the_lede_does_not_glue_stories_together() -> None:
    """A long background paragraph, the same in every article, is beyond the words that count."""
    lede = " ".join(f"detail{n}" for n in range(100))
    background = " ".join(telling.title for telling in tellings())
    padded = [replace(telling, text=f"{lede}x{i} {background}" * 3) for i, telling in enumerate(tellings())]
    without = [replace(telling, text=f"{lede}x{i}") for i, telling in enumerate(tellings())]
    assert grouped(padded) == grouped(without)


def test_a_digest_of_the_day_ties_no_stories_together() -> None:
    digest = Telling(
        "digest",
        "Evening briefing: what happened today",
        "The Alcyone ran aground. Work on the Kestrel dam stopped. Marat and Dahl met on Heron Island. Barley fails.",
        tellings()[8].published,
        "en",
    )
    articles = [*tellings()[:9], digest, *tellings()[9:]]
    groups = [[i for i in group if i != 9] for group in grouped(articles)]
    shifted = [[i - (i > 9) for i in group] for group in groups if group]
    assert all(len({week()[i][1] for i in group}) == 1 for group in shifted)


words = st.text(alphabet="абвгaeiклмn 0123,.’«»|—\u0301\u202e", max_size=60)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(words, words, st.sampled_from([None, "en", "ru", "xx", "zh-Hant"])), max_size=12))
def test_any_words_are_grouped_and_the_same_way_twice(rows: list[tuple[str, str, str | None]]) -> None:
    articles = [Telling(str(i), title, text, None, language) for i, (title, text, language) in enumerate(rows)]
    groups = grouped(articles)
    assert sorted(i for group in groups for i in group) == list(range(len(rows)))
    assert groups == grouped(articles)
