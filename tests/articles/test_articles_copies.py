"""Copies are found however they were edited, and look-alikes are not taken for copies."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiatur.articles.copies import LEAST_WORDS, Copyable, CopyKind, Signature, bands, judge, likeness, signature

VOCABULARY = [f"{first}{second}" for first in "bdfglmnprst" for second in ("ora", "ime", "ulka", "est", "ando", "irri")]
MONDAY = datetime(2031, 5, 5, 9, tzinfo=UTC)


def text_of_words(seed: int, count: int) -> str:
    """A text of invented words that depends on its seed alone."""
    state, words = seed * 2654435761 + 1, []
    for _ in range(count):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        words.append(VOCABULARY[(state >> 33) % len(VOCABULARY)])
    return " ".join(words)


def edited(text: str, places: list[int]) -> str:
    words = text.split()
    for place in places:
        words[place % len(words)] = f"changed{place}"
    return " ".join(words)


def article(name: str, text: str, *, outlet: str = "post", hours: int | None = 0, **more: str | None) -> Copyable:
    published = None if hours is None else MONDAY + timedelta(hours=hours)
    return Copyable(
        id=name,
        outlet=outlet,
        text=text,
        published=published,
        outlet_names=(outlet.title(),),
        url=more.get("url"),
        origin=more.get("origin"),
    )


TEXT = text_of_words(7, 200)


@given(st.integers(0, 500), st.lists(st.integers(0, 199), max_size=15))
def test_an_edited_copy_is_a_candidate_and_is_linked(seed: int, places: list[int]) -> None:
    text = text_of_words(seed, 200)
    copy = edited(text, places)
    assert set(bands(signature(text))) & set(bands(signature(copy)))
    link = judge(article("a", text), article("b", copy, outlet="courier", hours=2))
    assert link is not None
    assert (link.kind, link.original, link.copy, link.ordered) == (CopyKind.SYNDICATED, "a", "b", True)


@given(st.integers(0, 500), st.integers(501, 1000))
def test_different_texts_are_not_linked(one: int, other: int) -> None:
    a, b = text_of_words(one, 200), text_of_words(other, 200)
    assert likeness(signature(a), signature(b)) < 0.2
    assert judge(article("a", a), article("b", b, outlet="courier")) is None


@given(st.integers(0, 99), st.lists(st.integers(0, 199), max_size=60))
def test_the_estimate_is_near_the_truth(seed: int, places: list[int]) -> None:
    text = text_of_words(seed, 200)
    other = edited(text, places)
    one, two = ({tuple(t.split()[i : i + 3]) for i in range(198)} for t in (text, other))
    assert likeness(signature(text), signature(other)) == pytest.approx(len(one & two) / len(one | two), abs=0.25)


def test_a_signature_is_stable_and_ignores_case_and_punctuation() -> None:
    assert signature(TEXT) == signature(TEXT.upper().replace(" ", ", "))
    assert len(signature(TEXT)) == 512
    assert len(bands(signature(TEXT))) == 32
    assert all(-(2**63) <= key < 2**63 for key in bands(signature(TEXT)))


def test_short_texts_have_no_signature_and_no_link() -> None:
    short = " ".join(TEXT.split()[: LEAST_WORDS - 1])
    assert signature(short) == Signature(b"")
    assert bands(signature(short)) == ()
    assert likeness(signature(short), signature(short)) == 0
    assert judge(article("a", short), article("b", short, outlet="courier")) is None


def test_the_earlier_is_the_original_and_the_order_given_means_nothing() -> None:
    late, early = article("a", TEXT, hours=5), article("b", TEXT, outlet="courier", hours=1)
    link = judge(late, early)
    assert link is not None
    assert (link.original, link.copy) == ("b", "a")
    assert judge(early, late) == link


def test_the_outlet_that_is_named_is_the_original_even_if_later() -> None:
    citing = article("a", edited(TEXT, list(range(0, 60, 3))), origin="courier")
    named = article("b", TEXT, outlet="courier", hours=9)
    link = judge(citing, named)
    assert link is not None
    assert (link.original, link.copy, link.reason) == ("b", "a", "named-origin")


def test_two_outlets_with_one_agency() -> None:
    shortened = " ".join(TEXT.split()[:90])
    link = judge(article("a", TEXT, origin="VNA"), article("b", shortened, outlet="courier", hours=1, origin="vna"))
    assert link is not None
    assert link.reason == "shared-origin"


def test_without_dates_the_order_is_open() -> None:
    link = judge(article("b", TEXT, hours=None), article("a", TEXT, outlet="courier", hours=None))
    assert link is not None
    assert not link.ordered
    seen = judge(
        replace(article("b", TEXT, hours=None), seen=MONDAY),
        replace(article("a", TEXT, outlet="courier", hours=None), seen=MONDAY + timedelta(1)),
    )
    assert seen is not None
    assert (seen.original, seen.ordered) == ("b", True)


def test_a_serial_report_of_one_outlet_is_no_copy() -> None:
    monday, tuesday = f"{TEXT} 412 ships", f"{TEXT} 415 ships"
    assert judge(article("a", monday), article("b", tuesday, hours=24)) is None
    link = judge(article("a", monday), article("b", monday, hours=24))
    assert link is not None
    assert link.kind is CopyKind.COPY


def test_the_same_address_is_the_same_article() -> None:
    link = judge(
        article("a", "Old", url="https://post.example/1"), article("b", "New", hours=1, url="https://post.example/1")
    )
    assert link is not None
    assert (link.kind, link.reason, link.original) == (CopyKind.COPY, "same-address", "a")


def test_neither_itself_nor_long_after_nor_a_long_text_that_quotes() -> None:
    assert judge(article("a", TEXT), article("a", TEXT)) is None
    assert judge(article("a", TEXT), article("b", TEXT, outlet="courier", hours=24 * 30)) is None
    longer = f"{TEXT} {text_of_words(8, 700)}"
    assert judge(article("a", TEXT), article("b", longer, outlet="courier")) is None


def test_exchanging_the_outlets_exchanges_the_answer() -> None:
    one = judge(article("a", TEXT, outlet="post"), article("b", TEXT, outlet="courier", hours=1))
    other = judge(article("a", TEXT, outlet="courier"), article("b", TEXT, outlet="post", hours=1))
    assert one == other


def test_scripts_without_spaces_are_compared_too() -> None:
    text = "".join(chr(0x4E00 + (i * 37) % 900) for i in range(120))
    assert judge(article("a", text), article("b", text, outlet="courier")) is not None
