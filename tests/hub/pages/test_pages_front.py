"""The front page: its day, its order, its coverage, its ways to other days."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from audiatur.hub.models import Article, Side
from audiatur.hub.stories.front import STORIES_ON_A_PAGE
from audiatur.provenance.values import Mode
from tests.hub.factories import NOON, hours, make_article, make_source, make_story, make_topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def sides() -> list[Side]:
    return make_topic("strait", "east", "west")[1]


def body(client: Client, address: str = "/") -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def test_an_empty_hub_says_what_to_do_next(client: Client) -> None:
    page = body(client)
    assert "Nothing to show yet" in page
    assert "audiatur sources add ADDRESS" in page
    assert 'href="/admin/"' in page
    assert "0 stories" not in page.partition("</head>")[2]


def test_a_hub_that_waits_for_its_first_articles_says_so(client: Client) -> None:
    make_source("harbour-post")
    page = body(client)
    assert "This hub has 1 source and no article of it yet" in page
    assert "audiatur sources check" in page


def test_a_day_without_stories_leads_to_one_that_has_some(client: Client) -> None:
    make_article(make_source("harbour-post"), published=NOON - timedelta(days=2))
    page = body(client, "/?day=2025-05-04")
    assert "Nothing to show for this day." in page
    assert "The day before with stories is 2 May 2025." in page


def test_the_newest_day_with_stories_is_shown(client: Client) -> None:
    source = make_source("harbour-post")
    make_article(source, "Old news", published=NOON - timedelta(days=40))
    make_article(source, "New news", published=NOON)
    page = body(client)
    assert "<h1>4 May 2025" in page
    assert "New news" in page
    assert "Old news" not in page


def test_any_past_day_is_reached_by_clicks(client: Client) -> None:
    source = make_source("harbour-post")
    make_article(source, "Long ago", published=datetime(2022, 4, 12, 23, 59, tzinfo=UTC))
    make_article(source, "New news", published=NOON)
    assert 'href="?day=2022"' in body(client)
    year = client.get("/?day=2022")
    assert year["Location"] == "/?day=2022-04-12"
    page = body(client, "/?day=2022-04-12")
    assert "Long ago" in page
    assert 'rel="next" href="?day=2025-05-04"' in page
    assert 'href="?day=2025"' in page
    assert client.get("/?day=2022-04")["Location"] == "/?day=2022-04-12"


@pytest.mark.parametrize("day", ["tomorrow", "2022-13", "2022-02-30", "9999-12-31", "0001", "2022-4-1", "٢٠٢٢"])
def test_what_is_no_day_is_not_found(client: Client, day: str) -> None:
    assert client.get("/", {"day": day}).status_code == 404


def test_stories_are_ordered_by_sides_then_outlets_then_freshness(client: Client, sides: list[Side]) -> None:
    east, east_2 = make_source("east-one", sides=sides[:1]), make_source("east-two", sides=sides[:1])
    west = make_source("west-one", sides=sides[1:])
    make_article(east, "Single but fresh", published=NOON + hours(9))
    for number, (title, sources) in enumerate(
        {"One outlet": (east, east), "Two outlets": (east, east_2), "Two sides": (east, west)}.items()
    ):
        make_story(f"s{number}", *(make_article(source, title, published=NOON + hours(1)) for source in sources))
    make_story("s9", *(make_article(east, "One outlet, fresher", published=NOON + hours(2)) for _ in range(2)))
    page = body(client)
    order = ["Two sides", "Two outlets", "One outlet, fresher", "One outlet", "Single but fresh"]
    assert sorted(order, key=lambda title: page.index(f">{title}</a></h3>")) == order


@pytest.mark.parametrize("many", ["east", "west"])
def test_no_side_pushes_another_out_of_sight(client: Client, sides: list[Side], many: str) -> None:
    few = {"east": "west", "west": "east"}[many]
    by_name = {side.slug: make_source(f"{side.slug}-one", sides=[side]) for side in sides}
    articles = [
        make_article(by_name[many], f"Title {number}", published=NOON + hours(number / 9)) for number in range(30)
    ]
    make_story("s", *articles, make_article(by_name[few], "The other side", published=NOON + hours(9)))
    page = body(client)
    assert page.index("The other side") < page.index("further articles")
    assert "19 more, and all" in page


def test_coverage_is_counted_by_side(client: Client, sides: list[Side]) -> None:
    east, none = make_source("east-one", sides=sides[:1]), make_source("aside")
    make_story("s", *(make_article(source) for source in (east, east, none)))
    assert 'aria-label="Articles by side: East 2, West 0, on no side 1"' in body(client)


def test_a_story_that_a_withheld_article_tells_too_is_not_told_by_one(client: Client, sides: list[Side]) -> None:
    shut = make_source("west-one", mode=Mode.NONE, sides=sides[1:])
    make_story("s", make_article(make_source("east-one", sides=sides[:1])), make_article(shut))
    page = body(client)
    assert 'aria-label="Articles by side: East 1, West 0 (1 not shown)"' in page
    assert "With one new article" not in page


@pytest.mark.parametrize(
    ("second", "mode", "told"),
    [("east", Mode.FULL, True), ("west", Mode.FULL, False), ("none", Mode.FULL, False), ("west", Mode.NONE, False)],
)
def test_only_one_side_reports_counts_what_is_withheld_too(
    client: Client, sides: list[Side], second: str, mode: Mode, told: bool
) -> None:
    other = make_source("other", mode=mode, sides=[side for side in sides if side.slug == second])
    make_story("s", make_article(make_source("east-one", sides=sides[:1])), make_article(other))
    assert ("Reported only by: East" in body(client)) is told


def test_withheld_articles_are_counted(client: Client) -> None:
    make_article(make_source("open"))
    make_article(make_source("shut", mode=Mode.NONE), "Never shown")
    page = body(client)
    assert "1 article is not shown here" in page
    assert "Never shown" not in page


def test_a_page_holds_thirty_stories_and_the_next_the_rest(client: Client) -> None:
    source = make_source("harbour-post")
    for number in range(STORIES_ON_A_PAGE + 2):
        make_article(source, f"Title {number}", published=NOON + timedelta(minutes=number))
    assert body(client).count("card-lead") == STORIES_ON_A_PAGE
    assert "page=2" in body(client)
    assert body(client, "/?page=2").count("card-lead") == 2


def test_a_topic_shows_what_its_sides_report(client: Client, sides: list[Side]) -> None:
    make_article(make_source("east-one", sides=sides[:1]), "Of the strait")
    make_article(make_source("aside"), "Of something else")
    page = body(client, "/?topic=strait")
    assert "Of the strait" in page
    assert "Of something else" not in page
    assert client.get("/?topic=nothing").status_code == 404


def test_what_came_in_since_a_moment_is_shown_whatever_its_day(client: Client) -> None:
    now = timezone.now()
    source = make_source("harbour-post")
    for title, seen in (("Of yesterday", now - hours(30)), ("Of this hour", now - hours(0.5))):
        make_article(source, title, published=seen)
    page = body(client, f"/?since={now - hours(2):%Y-%m-%dT%H:%MZ}")
    assert "Of this hour" in page
    assert "Of yesterday" not in page
    assert "New since" in page


@pytest.mark.parametrize("moment", ["yesterday", "2022-13-01", "9999-12-31T00:00Z", "0001-01-01"])
def test_what_is_no_moment_is_not_found(client: Client, moment: str) -> None:
    assert client.get("/", {"since": moment}).status_code == 404


@pytest.mark.parametrize("moment", ["2001-01-01T00:00Z", "2190-01-01T00:00Z", "2025-05-04", "2025-05-04T12:00"])
def test_any_moment_has_a_page(client: Client, moment: str) -> None:
    make_article(make_source("harbour-post"))
    assert "Nothing new." in body(client, f"/?since={moment}")


def test_the_hub_remembers_nothing_of_a_visit(client: Client) -> None:
    make_article(make_source("harbour-post"))
    answer = client.get("/?since=2025-05-04T12:00Z")
    assert not answer.cookies
    assert "your browser itself remembers" in body(client)


def test_queries_do_not_grow_with_articles(
    client: Client, sides: list[Side], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    sources = [make_source(f"source-{number}", sides=sides[number % 2 :][:1]) for number in range(10)]
    articles = [make_article(sources[number % 10], f"Title {number}") for number in range(100)]
    for number in range(20):
        make_story(f"s{number}", *articles[number * 5 : number * 5 + 5])
    assert Article.objects.count() == 100
    body(client)
    for address in ("/", "/?topic=strait", "/?since=2025-05-04T12:00Z", "/topics/strait/"):
        with django_assert_max_num_queries(14):
            body(client, address)


def test_titles_are_escaped(client: Client) -> None:
    make_article(make_source("harbour-post"), "<script>alert(1)</script> & Co", "</script><b>x</b>")
    page = body(client)
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; Co" in page
    assert "</script><b>" not in page
