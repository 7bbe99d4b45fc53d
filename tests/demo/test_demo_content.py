"""The demo's content holds what its guide promises, and every page of the hub finds something to show in it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import groupby
from pathlib import Path

import pytest

from audiatur.demo import DemoArticle, DemoHub, load
from audiatur.demo.standing import Shown, shown
from audiatur.demo.weekdays import fill
from audiatur.hub.demo import STEP
from audiatur.provenance.evidence import answers_from, scope_from, stated
from audiatur.provenance.independence import classify
from audiatur.provenance.values import Answer, ClaimField, Mode

EPOCH = datetime(2026, 3, 2, tzinfo=UTC)


@cache
def hub() -> DemoHub:
    return load(EPOCH)


def articles() -> list[DemoArticle]:
    return [article for source in hub().sources for article in source.articles]


def test_there_are_the_outlets_and_articles_that_were_promised() -> None:
    outlets = [source for source in hub().sources if source.kind != "official"]
    by_side: defaultdict[str, int] = defaultdict(int)
    for outlet in outlets:
        by_side[outlet.sides[0]] += 1
    assert set(by_side) == {side.slug for side in hub().topics[0].sides}
    assert min(by_side.values()) >= 3
    assert {outlet.kind for outlet in outlets} == {"state", "private", "public"}
    assert len(hub().sources) - len(outlets) == 2
    assert len(articles()) >= 150


def test_keys_are_unique_within_an_outlet_and_files_belong_to_sources() -> None:
    for source in hub().sources:
        assert len({article.key for article in source.articles}) == len(source.articles) > 0


def test_articles_have_the_length_of_news() -> None:
    lengths = {f"{article.source}/{article.key}": len(article.body.split()) for article in articles()}
    assert {name: words for name, words in lengths.items() if not 90 <= words <= 260} == {}


def test_everything_happens_within_the_fortnight() -> None:
    for article in articles():
        assert hub().starts <= article.published < hub().ends
        assert all(article.published < edit.at < hub().ends for edit in article.edits)
        assert all(before.at < after.at for before, after in zip(article.edits, article.edits[1:], strict=False))


def test_there_are_two_scripts_and_four_languages() -> None:
    cyrillic = [article for article in articles() if re.search("[а-я]", article.title)]
    assert len(cyrillic) >= 30
    assert {article.language for article in articles()} == set(hub().languages) == {"en", "ru", "bg", "es"}


def test_a_dozen_events_are_told_by_four_outlets_or_more() -> None:
    told: defaultdict[str, set[str]] = defaultdict(set)
    for article in articles():
        told[article.event].add(article.source)
    assert sum(len(outlets) >= 4 for outlets in told.values()) >= 12
    assert sum(len(outlets) == 1 for outlets in told.values()) >= 5


def test_a_dozen_events_are_told_on_all_three_sides() -> None:
    side = {source.slug: source.sides[0] for source in hub().sources}
    sides: defaultdict[str, set[str]] = defaultdict(set)
    for article in articles():
        sides[article.event].add(side[article.source])
    assert sum(len(found) == 3 for found in sides.values()) >= 12


def test_no_two_headlines_of_an_event_are_the_same() -> None:
    told: defaultdict[str, list[str]] = defaultdict(list)
    for article in articles():
        told[article.event].append(article.title)
    assert all(len(set(titles)) == len(titles) for titles in told.values())


def _body(path: str) -> str:
    slug, key = path.split("/")
    return next(article.body for article in hub().source(slug).articles if article.key == key)


@pytest.mark.parametrize(
    ("words", "record", "quoting"),
    [
        ("Patience is not the same as consent", "kelmara-presidency/address-to-the-nation", "kelmara-public"),
        ("must not become a target or a trophy", "kelmara-presidency/address-to-the-nation", "littoral-press"),
        ("our ports will not go on serving ships under the Dorvenian flag", "kelmara-presidency/address-to-the-nation",
         "dorvenia-international"),
        ("A treaty about a lamp is not a treaty about fish", "dorvenia-mfa/briefing-orsak-en", "ostrel-courier"),
        ("Двоим оказали помощь, один уже позвонил матери", "dorvenia-mfa/briefing-orsak-ru", "dorvenia-telegraph"),
        ("It was made more precise", "dorvenia-mfa/weekly-briefing-draft-en", "alviera-public"),
    ],
)  # fmt: skip
def test_quotations_stand_in_the_official_record(words: str, record: str, quoting: str) -> None:
    assert words in _body(record)
    assert any(words in article.body for article in hub().source(quoting).articles)


def test_the_speech_is_quoted_differently_by_each_side() -> None:
    consent, flag = "not the same as consent", "ships under the Dorvenian flag"
    speeches = {a.source: a.body for a in articles() if a.event == "speech" and a.source != "kelmara-presidency"}
    assert consent in speeches["kelmara-today"]
    assert consent not in speeches["dorvenia-international"]
    assert flag in speeches["dorvenia-international"]


@pytest.mark.parametrize("every", [STEP, timedelta(hours=12)])
def test_every_state_of_an_article_stands_at_some_poll(every: timedelta) -> None:
    moments = hub().moments(every)
    for article in articles():
        turns = [article.published, *(edit.at for edit in article.edits)]
        states = [shown(replace(article, deleted=None), at) for at in turns]
        polled = [one for at in moments if (one := shown(article, at)) is not None]
        assert [one for one, _ in groupby(polled, key=_words)] == [_words(one) for one in states if one], article.key


def _words(one: Shown) -> tuple[str, str]:
    return one.title, one.body


def test_two_articles_are_deleted_and_seven_edited() -> None:
    deleted = [article for article in articles() if article.deleted is not None]
    assert all(shown(article, hub().ends) is None for article in deleted)
    assert len(deleted) == 2
    assert sum(bool(article.edits) for article in articles()) >= 7


@pytest.mark.parametrize(("hours", "count"), [(12, 28), (5, 68), (500, 1)])
def test_the_moments_to_poll_reach_the_end(hours: int, count: int) -> None:
    moments = hub().moments(timedelta(hours=hours))
    assert len(moments) == count
    assert moments[-1] == hub().ends
    assert hub().starts < moments[0]


def test_titles_and_bodies_are_edited_and_one_headline_returns() -> None:
    edits = [(article, edit) for article in articles() for edit in article.edits]
    assert sum(edit.title is not None for _, edit in edits) >= 3
    assert sum(edit.body is not None for _, edit in edits) >= 3
    assert any(edit.title == article.title for article, edit in edits)


def test_agency_reports_are_carried_by_two_outlets_and_named() -> None:
    copies = [article for article in articles() if article.copy_of is not None]
    assert {copy.source for copy in copies} == {"ostrel-courier", "lesk-daily"}
    for copy in copies:
        assert copy.copy_of is not None
        original = _body(copy.copy_of)
        assert copy.body.split("\n\n")[:4] == original.split("\n\n")[:4]
        assert "(LPA)" in copy.body
    assert {copy.copy_of for copy in copies if copy.event == "council"} == {"littoral-press/council-vote"}


def test_every_kind_of_policy_is_there() -> None:
    policies = {source.slug: source.policy for source in hub().sources}
    assert {policy.mode for policy in policies.values()} == {Mode.FULL, Mode.EXCERPT, Mode.LINK}
    ended = [slug for slug, policy in policies.items() if policy.ends is not None and policy.ends < hub().ends]
    assert ended == ["bryag"]
    bars = {slug: bar for slug, policy in policies.items() for bar in policy.bars}
    assert {slug: set(bar.jurisdictions) for slug, bar in bars.items()} == {
        "kelmara-today": {"XB"},
        "dorvenia-international": {"XA", "XC"},
    }
    assert all(bar.authority and bar.law and bar.binds and bar.url for bar in bars.values())


def test_the_outage_comes_midway_and_has_a_mirror() -> None:
    (source,) = [source for source in hub().sources if source.outage is not None]
    assert source.outage is not None
    assert source.mirror_path is not None
    later = [article for article in source.articles if article.published > source.outage.starts]
    assert len(later) >= 3
    assert EPOCH + timedelta(days=4) < source.outage.starts < EPOCH + timedelta(days=10)


@pytest.mark.parametrize(
    ("slug", "expected"),
    [
        ("kelmara-public", "ISF"),
        ("ostrel-courier", "not-in-scope"),
        ("kelmara-today", "SC"),
        ("bryag", "unknown"),
        ("dorvenia-telegraph", "SC"),
        ("lesk-daily", "unknown"),
        ("dorvenia-international", "SC"),
        ("alviera-public", "ISFM"),
        ("littoral-press", "not-in-scope"),
    ],
)
def test_the_class_follows_from_the_citations(slug: str, expected: str) -> None:
    claims = hub().source(slug).claims
    assert classify(answers_from(claims), scope_from(claims)).value == expected


def test_contradicting_claims_are_all_there_and_decide_nothing() -> None:
    claims = hub().source("lesk-daily").claims
    assert stated(claims, ClaimField.OWNER) == "Harbour Media Holding; Fund for Regional Development"
    assert answers_from(claims).state_controls_editorially is Answer.UNKNOWN
    assert stated(hub().source("bryag").claims, ClaimField.OWNER) is None


def test_every_address_is_an_invented_one() -> None:
    addresses = [claim.source_url for source in hub().sources for claim in source.claims if claim.source_url]
    addresses += [source.homepage for source in hub().sources]
    assert all(re.match(r"https://[a-z.-]+\.example/", address) for address in addresses)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("{On:0} and {weekday:1}", "en", "On Monday and Tuesday"),
        ("{on:1}, {date:2}", "ru", "во вторник, 4 марта"),
        ("{on:2}", "bg", "в сряда"),
        ("{on:6} {date:6}", "es", "el domingo 8 de marzo"),
        ("{date:-2}", "en", "28 February"),
    ],
)
def test_days_are_named_in_the_language_of_the_article(text: str, language: str, expected: str) -> None:
    assert fill(text, EPOCH, language) == expected


def test_another_epoch_moves_every_date_and_leaves_no_placeholder() -> None:
    moved = load(EPOCH + timedelta(days=3))
    for before, after in zip(hub().sources, moved.sources, strict=True):
        for old, new in zip(before.articles, after.articles, strict=True):
            assert new.published - old.published == timedelta(days=3)
            assert not re.search(r"\{\w*:", new.title + new.body + "".join(edit.body or "" for edit in new.edits))


def test_the_guide_names_every_source() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "guide" / "demo.md").read_text(encoding="utf-8")
    rows = {line.split("|")[1].strip() for line in guide.splitlines() if line.startswith("| ")}
    names = {re.sub(r" \(.*", "", source.name) for source in hub().sources}
    assert names <= rows
