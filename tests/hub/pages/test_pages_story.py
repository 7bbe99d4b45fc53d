"""The page of a story: columns, comparison, merged stories."""

from __future__ import annotations

import pytest
from django.test import Client
from lxml import html
from pytest_django import DjangoAssertNumQueries

from audiatur.hub.models import Article, Side, Story
from audiatur.provenance.values import Mode
from tests.hub.factories import (
    NOON,
    hours,
    make_article,
    make_source,
    make_speaker,
    make_statement,
    make_story,
    make_topic,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def sides() -> list[Side]:
    return make_topic("strait", "east", "west")[1]


def body(client: Client, address: str = "/stories/one/") -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def column_names(page: str) -> list[str]:
    found = html.document_fromstring(page).xpath("//div[contains(@class, 'abreast-head')]/h3")
    assert isinstance(found, list)
    return [element.text_content().split()[0] for element in found if isinstance(element, html.HtmlElement)]


def test_a_column_for_each_side_and_a_last_one_for_no_side(client: Client, sides: list[Side]) -> None:
    sources = [make_source("aside"), make_source("west-one", sides=sides[1:]), make_source("east-one", sides=sides[:1])]
    make_story("one", *(make_article(source) for source in sources))
    assert column_names(body(client)) == ["East", "West", "On"]


def test_a_side_without_articles_keeps_its_column(client: Client, sides: list[Side]) -> None:
    make_story("one", make_article(make_source("east-one", sides=sides[:1])))
    page = body(client)
    assert column_names(page) == ["East", "West"]
    assert "No article of this side is in the story." in page


@pytest.mark.parametrize(("held", "told"), [(1, "1 article of this side is"), (2, "2 articles of this side are")])
def test_a_side_that_is_withheld_is_not_said_to_be_silent(
    client: Client, sides: list[Side], held: int, told: str
) -> None:
    shut = make_source("west-one", mode=Mode.NONE, sides=sides[1:])
    make_story(
        "one", make_article(make_source("east-one", sides=sides[:1])), *(make_article(shut) for _ in range(held))
    )
    page = " ".join(body(client).split())
    assert f"{told} not shown here." in page
    assert f"East 1, West 0 ({held} not shown)" in page
    assert "the earliest article shown here" in page
    for untrue in ("No article of this side", "0 articles", "Reported only by", "West 0,", "West 0."):
        assert untrue not in page


def test_what_else_of_a_side_is_withheld_is_counted_in_its_column(client: Client, sides: list[Side]) -> None:
    sources = [make_source("west-one", sides=sides[1:]), make_source("west-two", mode=Mode.NONE, sides=sides[1:])]
    make_story("one", *map(make_article, sources))
    assert "1 more article of this side is not shown here." in " ".join(body(client).split())


def test_a_side_of_which_only_older_articles_are_held_is_not_said_to_be_silent(
    client: Client, sides: list[Side], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("audiatur.hub.stories.queries.MOST", 1)
    old = make_article(make_source("west-one", sides=sides[1:]), published=NOON - hours(5))
    make_story("one", old, make_article(make_source("east-one", sides=sides[:1])))
    page = " ".join(body(client).split())
    assert "1 older article of this side has no room here." in page
    assert "No article of this side" not in page


def test_the_earliest_article_heads_the_story(client: Client) -> None:
    source = make_source("harbour-post")
    make_story("one", make_article(source, "Later", published=NOON + hours(2)), make_article(source, "Earlier"))
    assert ">Earlier</h1>" in body(client)


def test_the_topic_can_be_chosen(client: Client, sides: list[Side]) -> None:
    _, others = make_topic("budget", "left", "right")
    source = make_source("east-one", sides=[sides[0], others[0]])
    make_story("one", make_article(source), make_article(make_source("east-two", sides=sides[:1])))
    assert column_names(body(client)) == ["East", "West"]
    assert column_names(body(client, "/stories/one/?topic=budget")) == ["Left", "Right", "On"]
    assert client.get("/stories/one/?topic=nothing").status_code == 404


def test_a_merged_story_leads_to_the_one_it_became_part_of(client: Client) -> None:
    story = make_story("one", make_article(make_source("harbour-post")))
    Story.objects.create(uid="two", created=NOON, first_published=NOON, last_published=NOON, redirect_to=story)
    response = client.get("/stories/two/")
    assert (response.status_code, response["Location"]) == (301, "/stories/one/")
    assert client.get("/stories/two.rss")["Location"] == "/stories/one.rss"
    assert client.get("/stories/three/").status_code == 404


def test_the_same_words_stand_side_by_side(client: Client, sides: list[Side]) -> None:
    speaker = make_speaker("Ilka Maro")
    words = "the harbour of Tavania will open again on Monday morning"
    for slug, side in (("east-one", sides[:1]), ("west-one", sides[1:])):
        article = make_article(make_source(slug, sides=side), text=f"Ilka Maro said {words}.")
        make_statement(article, words, speaker=speaker)
    make_story("one", *Article.objects.all())
    page = body(client)
    assert "The same words, side by side" in page
    assert page.count(f">{words}</blockquote>") == 2


def test_what_only_one_side_reports_is_told(client: Client, sides: list[Side]) -> None:
    speaker = make_speaker("Ilka Maro")
    east = make_article(
        make_source("east-one", sides=sides[:1]),
        text="Ilka Maro said the pilot of the second ferry was asleep at the wheel.",
    )
    make_statement(east, "the pilot of the second ferry was asleep at the wheel", speaker=speaker)
    west = make_article(make_source("west-one", sides=sides[1:]), text="Nothing was said.")
    make_story("one", east, west)
    only = html.document_fromstring(body(client)).xpath("//section[@aria-label='Only: East']")
    assert isinstance(only, list)
    assert len(only) == 1
    assert isinstance(only[0], html.HtmlElement)
    assert "the pilot of the second ferry was asleep at the wheel" in only[0].text_content()


def test_articles_linked_only_are_said_not_to_be_compared(client: Client, sides: list[Side]) -> None:
    linked = make_article(make_source("east-one", sides=sides[:1], mode=Mode.LINK), text="Unseen words.")
    make_story("one", linked, make_article(make_source("west-one", sides=sides[1:])))
    page = body(client)
    assert "1 of these is linked only" in page
    assert "Unseen words" not in page


def test_reasons_show_only_words_that_are_shown(client: Client) -> None:
    source = make_source("harbour-post", mode=Mode.LINK)
    first = make_article(source, "Ferry strike", "A long harbour text.")
    second = make_article(source, "Ferry delayed", "Another harbour text.")
    make_story("one", first, second)
    Article.objects.filter(pk=second.pk).update(story_nearest=first.uid, story_shared=["ferry", "harbour"])
    page = body(client)
    assert "Words that both have: ferry." in page
    assert "harbour" not in page.replace("harbour-post", "").replace("Harbour Post", "")


@pytest.mark.parametrize("mode", [Mode.NONE, Mode.LINK])
def test_reasons_tell_no_words_of_an_article_that_may_not_leave(client: Client, mode: Mode) -> None:
    shut = make_article(make_source("shut", mode=mode), "Untitled", "The harbour burns.")
    shown = make_article(make_source("open"), "Ferry delayed", "Fog. " * 60 + "The harbour burns.")
    make_story("one", shut, shown)
    Article.objects.filter(pk=shown.pk).update(story_nearest=shut.uid, story_shared=["burns"])
    page = " ".join(body(client).split())
    assert "burns" not in page
    assert ("It is most like an article that is not shown here." in page) is (mode is Mode.NONE)


def test_queries_do_not_grow_with_articles(
    client: Client, sides: list[Side], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    speaker = make_speaker("Ilka Maro")
    sources = [make_source(f"source-{number}", sides=sides[number % 2 :][:1]) for number in range(10)]
    for number in range(100):
        article = make_article(sources[number % 10], text=f"Ilka Maro said words {number}.")
        make_statement(article, f"words {number}", speaker=speaker)
    make_story("one", *Article.objects.all())
    with django_assert_max_num_queries(26):
        body(client)
