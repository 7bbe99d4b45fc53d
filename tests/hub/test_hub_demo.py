"""The demo's hub, filled as the demo fills it, shows each row of the table in its guide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.core.management import call_command
from django.test import Client
from pytest_django import DjangoDbBlocker, Settings

from audiatur.cli.demo import READERS
from audiatur.demo import DemoArticle, DemoHub, DemoServer, load
from audiatur.demo.standing import shown
from audiatur.hub.articles.models import Article, CopyKind, Entry
from audiatur.hub.demo import ENCODER, MIDWAY, live_through, register, steps_until, tour
from audiatur.hub.demo_desk import (
    CORRECTED,
    CORRECTED_SPEAKER,
    CORRECTED_WORDS,
    DROPPED,
    DROPPED_WORDS,
    MERGED,
    TRACED,
    TRACED_WORDS,
    held,
    statement,
    work,
)
from audiatur.hub.gate import Gate, Viewer, ready
from audiatur.hub.sources.models import Attempt, FeedKind, Outcome, Source
from audiatur.hub.sources.standing import Standing
from audiatur.hub.statements.editorial import Report, Verdict
from audiatur.hub.statements.models import Speaker, Statement
from audiatur.hub.stories.days import Days
from audiatur.hub.stories.front import on, stories_of
from audiatur.hub.worker.analysis import Analyst
from audiatur.hub.worker.engine import Inline
from audiatur.provenance.values import IndependenceClass, Mode, Released

EPOCH = datetime(2025, 3, 3, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", name="demo")
def filled(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[DemoHub]:
    """The demo, lived through once for all tests of this file, and taken out of the database after them."""
    hub = load(EPOCH)
    with django_db_blocker.unblock():
        with DemoServer(hub, at=hub.starts) as server:
            register(hub, server)
            noon, analyst = hub.starts + MIDWAY, Analyst(Inline(), encoder=ENCODER)
            steps = live_through(hub, server, until=noon)
            analyst.work()
            assert steps + live_through(hub, server, since=noon, until=hub.ends) == steps_until(hub, hub.ends)
        analyst.work()
        work(hub.ends)
        yield hub
        call_command("flush", verbosity=0, interactive=False)


def row(slug: str, key: str) -> Article:
    found = held(slug, key)
    assert found is not None, f"{slug}/{key}"
    return found


def released(slug: str, demo: DemoHub, jurisdiction: str | None = None) -> Released:
    gate = Gate(Viewer(demo.ends, jurisdiction))
    answer = gate.release(ready(Article.objects.filter(source__slug=slug))[0])
    assert isinstance(answer, Released)
    return answer


def states(article: DemoArticle) -> list[str]:
    """The title of each state that the outlet showed, in order."""
    standing = [shown(replace(article, deleted=None), at) for at in (article.published, *(e.at for e in article.edits))]
    return [one.title for one in standing if one is not None]


def test_every_state_of_every_article_is_a_version(demo: DemoHub) -> None:
    for source in (source for source in demo.sources if source.whole):
        for article in source.articles:
            versions = row(source.slug, article.key).versions.order_by("number")
            assert list(versions.values_list("title", flat=True)) == states(article), f"{source.slug}/{article.key}"


def test_a_summary_is_completed_by_its_page(demo: DemoHub) -> None:
    for article in demo.source("harbour-review").articles:
        assert list(row("harbour-review", article.key).versions.values_list("origin", flat=True)) == ["feed", "page"]


def test_a_headline_that_came_back_makes_three_versions(demo: DemoHub) -> None:
    first, second, third = row("dorvenia-international", "council-names-nobody").versions.order_by("number")
    assert first.title == third.title != second.title


def test_a_number_changed_in_silence_is_in_both_versions(demo: DemoHub) -> None:
    first, second = row("dorvenia-telegraph", "orsak-brifing").versions.order_by("number")
    assert ("трижды" in first.text, "четырежды" in second.text) == (True, True)
    assert second.changed == ["body"]


def test_deleted_articles_are_still_held(demo: DemoHub) -> None:
    deleted = [article for source in demo.sources for article in source.articles if article.deleted]
    assert [article.source for article in deleted] == ["ostrel-courier", "dorvenia-international"]
    for article in deleted:
        latest = row(article.source, article.key).latest
        assert latest is not None
        assert latest.title == article.title


def test_the_mirror_goes_on_where_the_outlet_is_cut_off(demo: DemoHub) -> None:
    source = demo.source("varnsky-listok")
    assert source.outage is not None
    attempts = Attempt.objects.filter(source__slug=source.slug, started__gte=source.outage.starts)
    kinds = {FeedKind.PRIMARY: {Outcome.FAILED}, FeedKind.MIRROR: {Outcome.FETCHED, Outcome.UNCHANGED}}
    for kind, outcomes in kinds.items():
        assert set(attempts.filter(feed__kind=kind).values_list("outcome", flat=True)) == outcomes
    later = sum(article.published > source.outage.starts for article in source.articles)
    assert Entry.objects.filter(source__slug=source.slug, feed__kind=FeedKind.MIRROR).count() >= later > 0
    assert Article.objects.filter(source__slug=source.slug).count() == len(source.articles)


@pytest.mark.parametrize(
    ("slug", "mode"),
    [
        ("kelmara-public", Mode.FULL),
        ("bryag", Mode.LINK),
        ("harbour-review", Mode.LINK),
        ("cronica-montalba", Mode.EXCERPT),
    ],
)
def test_each_source_leaves_as_its_policy_says(demo: DemoHub, slug: str, mode: Mode) -> None:
    leaving = released(slug, demo)
    assert leaving.mode is mode
    assert bool(leaving.text) == (mode is not Mode.LINK)


@pytest.mark.parametrize(
    ("slug", "key", "jurisdiction", "status"),
    [
        ("kelmara-today", "cutter-rams-trawler", "XB", 451),
        ("kelmara-today", "cutter-rams-trawler", "XA", 200),
        ("dorvenia-international", "council-names-nobody", "XA", 451),
        ("dorvenia-international", "council-names-nobody", "XC", 451),
        ("dorvenia-international", "council-names-nobody", "XB", 200),
    ],
)
def test_a_barred_item_answers_451(
    demo: DemoHub, client: Client, settings: Settings, slug: str, key: str, jurisdiction: str, status: int
) -> None:
    settings.JURISDICTION = jurisdiction
    assert client.get(f"/articles/{row(slug, key).uid}/").status_code == status


@pytest.mark.parametrize("reader", sorted(READERS))
def test_the_tour_leads_to_what_it_says(demo: DemoHub, client: Client, settings: Settings, reader: str) -> None:
    settings.JURISDICTION = reader
    sights = tour(reader)
    barred = [sight.path.startswith("/articles/") and sight is sights[-1] for sight in sights]
    assert [client.get(sight.path).status_code for sight in sights] == [451 if one else 200 for one in barred]
    assert any(barred)
    page = client.get(sights[0].path).content.decode()
    assert all(side.name in page for side in demo.topics[0].sides)


def test_the_tour_of_an_empty_hub_is_empty(demo: DemoHub) -> None:
    Article.objects.update(url="")  # undone with the test's transaction
    assert tour("XB") == ()


@pytest.mark.parametrize(("slug", "key"), [("ostrel-courier", "council-copy-lpa"), ("lesk-daily", "council-lpa-copy")])
def test_an_agency_report_in_two_papers_is_linked_to_the_agency(demo: DemoHub, slug: str, key: str) -> None:
    copy = row(slug, key)
    assert copy.copy_kind == CopyKind.SYNDICATED
    assert copy.copy_of == row("littoral-press", "council-vote")


@pytest.mark.parametrize("slug", ["lesk-daily", "bryag"])
def test_claims_that_contradict_or_lack_a_citation_decide_nothing(demo: DemoHub, slug: str) -> None:
    notice = released(slug, demo).notice
    assert notice.independence is IndependenceClass.UNKNOWN
    assert Source.objects.get(slug=slug).claims.filter(field="owner").exists()


def test_the_last_day_leads_with_a_story_of_all_three_sides(demo: DemoHub) -> None:
    standing = Standing.load(Gate(Viewer(demo.ends, "XB")))
    day = Days(standing).newest()
    assert day is not None
    first, *_ = stories_of(standing, on(day), None).groups
    assert {mark.name for row in first for mark in standing.sides(row.source)} == {
        side.name for side in demo.topics[0].sides
    }
    assert {row.story for row in first} == {row("littoral-press", "exchange-completed").story_id}


def test_most_events_are_told_by_more_than_one_side(demo: DemoHub) -> None:
    sides: defaultdict[int | None, set[str]] = defaultdict(set)
    count: defaultdict[int | None, int] = defaultdict(int)
    side = {source.slug: source.sides[0] for source in demo.sources}
    for story, slug in Article.objects.values_list("story", "source__slug"):
        sides[story].add(side[slug])
        count[story] += 1
    assert sum(len(found) == 3 for found in sides.values()) >= 12
    assert sum(len(found) >= 2 for found in sides.values()) >= 15
    assert sum(number == 1 for number in count.values()) <= 42  # a third are in the only feed of their language


def test_readers_are_in_the_countries_of_the_demo(demo: DemoHub) -> None:
    assert dict(demo.countries) == READERS


def test_what_was_offered_and_what_was_opened_are_two_stories(demo: DemoHub) -> None:
    offered, opened = row("littoral-press", "alviera-offers-talks"), row("littoral-press", "talks-first-day")
    assert offered.story_id != opened.story_id


def test_the_address_is_told_with_its_transcript(demo: DemoHub) -> None:
    transcript = row("kelmara-presidency", "address-to-the-nation")
    for slug, key in (
        ("kelmara-public", "halvard-address-patience"),
        ("dorvenia-international", "halvard-ultimatum"),
        ("alviera-public", "halvard-speech-analysis"),
    ):
        assert row(slug, key).story_id == transcript.story_id


def test_the_official_sites_are_records(demo: DemoHub) -> None:
    marked = set(Source.objects.filter(records=True).values_list("slug", flat=True))
    assert marked == {source.slug for source in demo.sources if source.kind == "official"}


def page_of(client: Client, article: tuple[str, str], words: str) -> str:
    """The page of the statement of an article that has these words, for a reader to whom nothing of it is barred."""
    found = statement(article, words)
    assert found is not None, words
    answer = client.get(f"/statements/{found.uid}/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_quotation_stands_beside_its_transcript(demo: DemoHub, client: Client, settings: Settings) -> None:
    settings.JURISDICTION = "XB"
    page = page_of(client, TRACED, TRACED_WORDS)
    assert "In other words in the record" in page
    assert "keep a diplomatic calendar" in page


def test_a_quotation_word_for_word_is_told_so(demo: DemoHub, client: Client) -> None:
    article = ("littoral-press", "ferran-orsak-lesk")
    assert "Word for word in the record" in page_of(client, article, "that nobody leaves the table")


def test_a_correction_stands_and_says_who_made_it(demo: DemoHub, client: Client) -> None:
    corrected = statement(CORRECTED, CORRECTED_WORDS)
    assert corrected is not None
    assert corrected.name == CORRECTED_SPEAKER
    assert "orrected by an editor" in page_of(client, CORRECTED, CORRECTED_WORDS)


def test_a_correction_survives_the_next_analysis(demo: DemoHub) -> None:
    Article.objects.filter(pk=row(*CORRECTED).pk).update(pending=True)
    Analyst(Inline(), encoder=ENCODER).work()
    corrected = statement(CORRECTED, CORRECTED_WORDS)
    assert corrected is not None
    assert corrected.name == CORRECTED_SPEAKER


def test_a_statement_that_the_newest_version_dropped_keeps_its_page(demo: DemoHub, client: Client) -> None:
    assert "the newest version no longer has it" in page_of(client, DROPPED, DROPPED_WORDS)


def test_a_merged_speaker_leads_to_the_other(demo: DemoHub, client: Client) -> None:
    one, into = (Speaker.objects.get(name=name) for name in MERGED)
    assert one.merged_into == into
    assert client.get(f"/speakers/{one.slug}/").headers["Location"] == f"/speakers/{into.slug}/"


def test_a_report_waits_for_the_editors(demo: DemoHub) -> None:
    (report,) = Report.objects.all()
    assert report.state == Verdict.OPEN
    assert Statement.objects.told_now().filter(uid=report.statement).exists()


@pytest.mark.parametrize(
    ("slug", "spellings"),
    [
        ("irena-halvard", {"Irena Halvard", "Ирена Хальвард"}),
        ("milena-orsak", {"Milena Orsak", "Милена Орсак"}),
        ("lucía-ferrán", {"Lucía Ferrán", "Lucia Ferran"}),
    ],
)
def test_spellings_and_scripts_of_a_name_are_one_speaker(demo: DemoHub, slug: str, spellings: set[str]) -> None:
    assert spellings <= set(Speaker.objects.get(slug=slug).names.values_list("spelling", flat=True))
