"""The gate: mode, window and jurisdiction."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from audiatur.provenance.gate import decide, release, shows
from audiatur.provenance.jurisdictions import EU_MEMBERS, binds_in
from audiatur.provenance.values import Bar, Mode, Policy, Reason, Released, Withheld
from audiatur.spans import Span
from tests.provenance.samples import NOON, held, notice

HOUR = timedelta(hours=1)
BAR = Bar(frozenset({"EU"}), "the Council", "Regulation 1/2031", "operators in the Union")
OTHER_BAR = Bar(frozenset({"CH"}), "the Assembly", "Act 7", "operators in the Confederation")


@pytest.mark.parametrize(
    ("after_start", "expected"),
    [(-HOUR, Mode.LINK), (timedelta(0), Mode.FULL), (HOUR, Mode.FULL), (2 * HOUR, Mode.LINK), (3 * HOUR, Mode.LINK)],
)
def test_the_window_is_half_open(after_start: timedelta, expected: Mode) -> None:
    policy = Policy(Mode.FULL, starts=NOON, ends=NOON + 2 * HOUR)
    assert decide(policy, now=NOON + after_start, jurisdiction=None) is expected


def test_the_window_compares_instants_not_clocks() -> None:
    policy = Policy(Mode.FULL, ends=NOON)
    east = datetime(2031, 5, 4, 14, 59, tzinfo=timezone(3 * HOUR))
    assert decide(policy, now=east, jurisdiction=None) is Mode.FULL


@pytest.mark.parametrize(
    ("mode", "outside", "expected"),
    [
        (Mode.FULL, Mode.EXCERPT, Mode.EXCERPT),
        (Mode.FULL, Mode.NONE, Mode.NONE),
        (Mode.LINK, Mode.FULL, Mode.LINK),
        (Mode.NONE, Mode.LINK, Mode.NONE),
    ],
)
def test_a_window_that_runs_out_never_opens_a_source(mode: Mode, outside: Mode, expected: Mode) -> None:
    policy = Policy(mode, ends=NOON, outside=outside)
    assert decide(policy, now=NOON, jurisdiction=None) is expected


@pytest.mark.parametrize(
    ("jurisdiction", "bound"),
    [
        *((code, True) for code in [*sorted(EU_MEMBERS), "EU", "el", " fr ", "RE"]),
        *((code, False) for code in ["CH", "GB", "UK", "NO", "", "E"]),
    ],
)
def test_a_bar_in_the_union_binds_in_its_members(jurisdiction: str, bound: bool) -> None:
    assert len(EU_MEMBERS) == 27
    assert binds_in(BAR, jurisdiction) is bound


@pytest.mark.parametrize(
    ("named", "here", "bound"),
    [({"FR"}, "EU", False), ({"FR"}, "DE", False), ({"GB"}, "uk", True), ({"fr"}, "FR", True), (set(), "FR", False)],
)
def test_a_bar_binds_where_it_names(named: set[str], here: str, bound: bool) -> None:
    assert binds_in(replace(BAR, jurisdictions=frozenset(named)), here) is bound


def test_the_first_bar_that_binds_is_told() -> None:
    policy = Policy(Mode.FULL, bars=(OTHER_BAR, BAR))
    assert decide(policy, now=NOON, jurisdiction="SE") is BAR
    assert decide(policy, now=NOON, jurisdiction="CH") is OTHER_BAR


@pytest.mark.parametrize("jurisdiction", [None, "NO"])
def test_where_no_bar_binds_the_mode_holds(jurisdiction: str | None) -> None:
    assert decide(Policy(Mode.FULL, bars=(BAR,)), now=NOON, jurisdiction=jurisdiction) is Mode.FULL


@pytest.mark.parametrize(
    ("policy", "jurisdiction", "status", "reason"),
    [
        (Policy(Mode.NONE), None, 403, Reason.POLICY),
        (Policy(Mode.NONE, ends=NOON, outside=Mode.NONE), None, 403, Reason.POLICY),
        (Policy(Mode.FULL, ends=NOON, outside=Mode.NONE), None, 403, Reason.WINDOW),
        (Policy(Mode.FULL, bars=(BAR,)), "IE", 451, Reason.LEGAL),
        (Policy(Mode.NONE, bars=(BAR,)), "IE", 451, Reason.LEGAL),
    ],
)
def test_what_is_withheld_says_why(policy: Policy, jurisdiction: str | None, status: int, reason: Reason) -> None:
    out = release(held(), policy, notice(), now=NOON, jurisdiction=jurisdiction)
    assert isinstance(out, Withheld)
    assert (out.status, out.reason, out.bar) == (status, reason, BAR if reason is Reason.LEGAL else None)


def test_full_releases_everything() -> None:
    item = held(html="<p>The <em>ferry</em> talks.</p>")
    out = release(item, Policy(Mode.FULL, ends=NOON + HOUR), notice(), now=NOON, jurisdiction=None)
    assert isinstance(out, Released)
    assert (out.text, out.html, out.complete, out.reach) == (item.text, item.html, True, len(item.text))
    assert out.window_ends == NOON + HOUR


def test_full_makes_paragraphs_of_plain_text() -> None:
    out = release(held("a < b\n\nc & d"), Policy(Mode.FULL), notice(), now=NOON, jurisdiction=None)
    assert isinstance(out, Released)
    assert out.html == "<p>a &lt; b</p><p>c &amp; d</p>"


def test_an_excerpt_is_a_prefix_and_its_markup_holds_no_more() -> None:
    item = held("Fish & chips were served at the harbour.", html="<p>Fish &amp; chips<img src=x> secret</p>")
    out = release(item, Policy(Mode.EXCERPT, excerpt_chars=15), notice(), now=NOON, jurisdiction=None)
    assert isinstance(out, Released)
    assert (out.text, out.html) == ("Fish & chips", "<p>Fish &amp; chips</p>")
    assert (out.reach, out.complete) == (12, False)


def test_a_short_text_fits_whole_into_its_excerpt() -> None:
    out = release(held("All of it."), Policy(Mode.EXCERPT), notice(), now=NOON, jurisdiction=None)
    assert isinstance(out, Released)
    assert (out.text, out.complete, out.mode) == ("All of it.", True, Mode.EXCERPT)


def test_a_link_keeps_title_and_addresses_and_nothing_else() -> None:
    item = held(html="<p>text</p>")
    out = release(item, Policy(Mode.FULL, ends=NOON), notice(), now=NOON, jurisdiction=None)
    assert isinstance(out, Released)
    assert (out.title, out.origin, out.page) == (item.title, item.origin, item.page)
    assert (out.text, out.html, out.reach, out.complete, out.window_ends) == ("", None, 0, False, None)


def test_a_link_to_an_item_without_text_is_not_the_whole_item() -> None:
    out = release(held(""), Policy(Mode.LINK), notice(), now=NOON, jurisdiction=None)
    assert isinstance(out, Released)
    assert not out.complete


def test_a_statement_is_shown_only_if_it_ends_within_reach() -> None:
    item = held("one two three")
    out = release(item, Policy(Mode.EXCERPT, excerpt_chars=8), notice(), now=NOON, jurisdiction=None)
    assert isinstance(out, Released)
    assert [shows(out, Span.of(item.text, *edge)) for edge in ((0, 3), (4, 7), (4, 8))] == [True, True, False]


NAIVE = datetime(2031, 5, 4, 12, 0, tzinfo=UTC).replace(tzinfo=None)


@pytest.mark.parametrize("policy", [Policy(Mode.FULL, starts=NAIVE), Policy(Mode.FULL, ends=NAIVE)])
def test_a_window_without_a_zone_is_rejected(policy: Policy) -> None:
    with pytest.raises(ValueError, match="no time zone"):
        decide(policy, now=NOON, jurisdiction=None)


def test_a_moment_without_a_zone_is_rejected() -> None:
    with pytest.raises(ValueError, match="now has no time zone"):
        decide(Policy(Mode.NONE), now=NAIVE, jurisdiction=None)
    with pytest.raises(ValueError, match="published has no time zone"):
        release(replace(held(), published=NAIVE), Policy(Mode.LINK), notice(), now=NOON, jurisdiction=None)
