"""What pages say of a story: why an article is in it, what is near it, what editors decided; and where they decide."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from audiatur.hub.models import Article, Kinship, Side, Story, StoryDecision
from audiatur.hub.stories.deciding import fix, merge, move, pin, split, undo
from audiatur.provenance.values import Mode
from tests.hub.factories import NOON, hours, make_article, make_source, make_story, make_topic
from tests.hub.statements.reading_hub import editor

pytestmark = pytest.mark.django_db
EDIT = "/editors/stories/one/"


@pytest.fixture
def port() -> list[Article]:
    """A larger and a smaller story, alike."""
    source = make_source("harbour-post")
    made = [make_article(source, f"Ferry {number}", published=NOON + hours(number)) for number in range(5)]
    stories = make_story("one", *made[:3]), make_story("two", *made[3:])
    Kinship.objects.create(story=stories[0], other=stories[1], kind="same", likeness=0.6)
    return list(Article.objects.order_by("published"))


@pytest.fixture
def alice(client: Client) -> Client:
    """Alice, who edits, at her browser."""
    client.force_login(editor().user)
    return client


def body(client: Client, address: str = "/stories/one/") -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return " ".join(response.content.decode().split())


def story(uid: str) -> Story:
    return Story.objects.get(uid=uid)


def test_a_story_names_those_near_it_from_both_ends(client: Client, port: list[Article]) -> None:
    for address, other in (("/stories/one/", "Ferry 3"), ("/stories/two/", "Ferry 0")):
        page = body(client, address)
        assert "Possibly the same story" in page
        assert f">{other}</a>" in page
        assert "Very much alike" in page
        assert "Merge the two" not in page


def test_a_merged_neighbour_is_named_once_and_as_what_it_is_now(client: Client, port: list[Article]) -> None:
    source = port[0].source
    third, fourth = (make_story(uid, make_article(source, f"Fog {uid}")) for uid in ("three", "four"))
    for other in (third, fourth):
        Kinship.objects.create(story=story("one"), other=other, kind="near", likeness=0.3)
    merge(third, fourth, editor())
    assert body(client).count(">Fog three</a>") == 1
    assert "/stories/four/" not in body(client)


def test_a_neighbour_of_which_nothing_may_leave_is_not_named(client: Client, port: list[Article]) -> None:
    shut = make_story("shut", make_article(make_source("shut-post", mode=Mode.NONE), "Never shown"))
    Kinship.objects.create(story=story("one"), other=shut, kind="near", likeness=0.3)
    page = body(client)
    assert "Never shown" not in page
    assert "/stories/shut/" not in page


def test_the_reason_of_an_article_is_told_in_words(client: Client, port: list[Article]) -> None:
    Article.objects.filter(pk=port[0].pk).update(story_at=NOON)
    Article.objects.filter(pk=port[1].pk).update(
        story_at=NOON + hours(1), story_nearest=port[0].uid, story_score=0.45, story_shared=["ferry"]
    )
    page = body(client)
    assert "It was like no earlier article, so a story began with it, 4 May 2025, 12:00." in page
    assert "Grouped on 4 May 2025, 13:00. It is most like" in page
    assert "The two are much alike. Words that both have: ferry." in page


def test_what_editors_decided_is_told_with_the_day_and_why(client: Client, port: list[Article]) -> None:
    move(port[3], story("one"), editor(), "the same ferry")
    pin(port[0], editor())
    fix(story("one"), editor())
    page = body(client)
    assert "1 article was moved here from another story, 2 March 2031, 12:00." in page
    assert 'Why: <span dir="auto">the same ferry</span>' in page
    assert "1 article was pinned" in page
    assert "Kept as it is" in page
    assert "An editor keeps the story as it is, 2 March 2031, 12:00." in page
    assert "alice" not in page
    assert "1 article was moved to another story" in body(client, "/stories/two/")


def test_what_was_taken_back_is_told_too(client: Client, port: list[Article]) -> None:
    split(story("one"), port[:1], editor())
    undo(StoryDecision.objects.get(), editor())
    page = body(client)
    assert "1 article was split off into another story" in page
    assert "Taken back" in page


def test_addresses_lead_over_any_number_of_merges(client: Client, port: list[Article]) -> None:
    source = port[0].source
    chain = [make_story(f"c{size}", *(make_article(source, f"C {size}") for _ in range(size))) for size in (1, 2, 4)]
    merge(chain[0], chain[1], editor())
    merge(chain[1], chain[2], editor())
    for route in ("/stories/c1/", "/stories/c2/", "/stories/c1.rss"):
        response = client.get(route)
        assert (response.status_code, response["Location"]) == (301, route.replace("c1", "c4").replace("c2", "c4"))


@pytest.mark.parametrize("address", ["/stories/one/", EDIT])
def test_an_editor_merges_with_one_click(alice: Client, port: list[Article], address: str) -> None:
    assert 'name="other" value="two"' in body(alice, address)
    alice.post(EDIT, {"act": "merge", "other": "two"})
    assert story("two").redirect_to == story("one")
    assert "The two are one story now." in body(alice, EDIT)


def test_an_editor_splits_moves_pins_keeps_and_takes_back(alice: Client, port: list[Article]) -> None:
    alice.post(EDIT, {"act": "pin", "article": [port[0].uid]})
    alice.post(EDIT, {"act": "fix", "note": "settled"})
    alice.post(EDIT, {"act": "move", "article": [port[1].uid], "other": "https://hub.example/stories/two/"})
    came = alice.post(EDIT, {"act": "split", "article": [port[2].uid]})
    part = Article.objects.get(pk=port[2].pk).story
    assert part is not None
    assert came["Location"] == f"/editors/stories/{part.uid}/"
    assert story("two").articles.count() == 3
    decision = StoryDecision.objects.get(act="split")
    alice.post(EDIT, {"act": "undo", "decision": decision.pk})
    assert story("one").articles.count() == 2
    assert alice.get(f"/editors/stories/{part.uid}/")["Location"] == EDIT
    assert body(alice, EDIT).count("Take back") == 2 * 3


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"act": "merge", "other": "nothing"}, "there is no story of that address"),
        ({"act": "merge", "other": "one"}, "one story already"),
        ({"act": "split"}, "no article of the story was chosen"),
        ({"act": "move", "other": "two"}, "no article of the story was chosen"),
    ],
)
def test_what_cannot_be_decided_is_said(alice: Client, port: list[Article], sent: dict[str, str], told: str) -> None:
    alice.post(EDIT, sent)
    assert told in body(alice, EDIT)
    assert not StoryDecision.objects.exists()


def test_only_editors_decide(client: Client, port: list[Article]) -> None:
    assert client.post(EDIT, {"act": "merge", "other": "two"})["Location"].startswith("/admin/login/")
    assert not StoryDecision.objects.exists()


def test_queries_do_not_grow_with_neighbours_and_decisions(
    client: Client, port: list[Article], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(20):
        near = make_story(f"n{number}", make_article(port[0].source, f"Near {number}"))
        Kinship.objects.create(story=story("one"), other=near, kind="near", likeness=0.2)
        pin(port[0], editor())
    with django_assert_max_num_queries(38):
        body(client)


@pytest.fixture
def sides() -> list[Side]:
    return make_topic("strait", "east", "west")[1]


def test_copies_of_one_report_are_one_voice(client: Client, sides: list[Side]) -> None:
    east = [make_source(f"east-{number}", sides=sides[:1]) for number in range(4)]
    wire = [make_article(source, "Wire report", published=NOON + hours(9)) for source in east]
    Article.objects.filter(pk__in=[article.pk for article in wire[1:]]).update(copy_of=wire[0], copy_kind="syndicated")
    make_story("wired", *wire)
    make_story("two-voices", *(make_article(source, "Two voices") for source in east[:2]))
    page = body(client, "/")
    assert page.index(">Two voices</a>") < page.index(">Wire report</a>")
    assert 'aria-label="Articles by side: East 1 (3 copies), West 0"' in page
    assert "East 1 (3 copies)" in body(client, "/stories/wired/")
    assert "Copies of one report count as one voice." in page


@pytest.mark.parametrize("first", [0, 1])
def test_a_report_that_both_sides_carry_is_the_voice_of_the_first(
    client: Client, sides: list[Side], first: int
) -> None:
    wire = [make_article(make_source(f"wire-{side.slug}", sides=[side]), "Wire report") for side in sides]
    Article.objects.filter(pk=wire[1 - first].pk).update(copy_of=wire[first], copy_kind="copy")
    make_story("wired", *wire)
    two = [make_article(make_source(f"own-{number}", sides=sides[:1]), "Own words") for number in range(2)]
    make_story("own", *two)
    page = body(client, "/")
    assert page.index(">Own words</a>") < page.index(">Wire report</a>")
    assert 'aria-label="Articles by side: East 1, West 1"' in page


def test_a_date_in_the_future_makes_no_story_fresher(client: Client) -> None:
    day = NOON.replace(year=2199)
    sources = [make_source(f"source-{number}") for number in range(2)]
    for title, when in (("Sure", day), ("Ahead", day + hours(9))):
        make_story(title.lower(), *(make_article(source, title, published=when) for source in sources))
    page = body(client, f"/?day={day:%Y-%m-%d}")
    assert page.index(">Sure</a>") < page.index(">Ahead</a>")
