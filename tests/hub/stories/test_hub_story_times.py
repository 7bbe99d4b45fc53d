"""The page of a story says of words since when they stand in their articles."""

from __future__ import annotations

import pytest
from django.test import Client
from lxml import html

from audiatur.hub.models import Article, Statement, Version
from audiatur.provenance.values import Mode
from tests.hub.factories import NOON, add_version, hours, make_article, make_source, make_story, make_topic
from tests.hub.stories.compared_hub import EAST, Compared, make_compared

pytestmark = [pytest.mark.django_db, pytest.mark.db_any]

EDITED = NOON + hours(6)


def told(client: Client, name: str) -> list[str]:
    """The words of the page's elements of a class, without what is in their notices."""
    shown: html.HtmlElement = html.document_fromstring(client.get("/stories/one/").content)
    for notice in list(shown.iter("aside")):
        notice.drop_tree()
    return [" ".join(one.text_content().split()) for one in shown.find_class(name)]


def edit_in(compared: Compared, *, origin: str = "feed") -> None:
    """Let the first article have its statement and its title from a later version only."""
    east = compared.east
    Version.objects.filter(article=east).update(title="Harbour", text="Nothing is said.")
    edit = add_version(
        east, "Harbour opens", f"Ilka Maro said “{EAST}”.", seen=EDITED, changed=["title", "body"], origin=origin
    )
    Statement.objects.filter(version__article=east).update(version=edit)
    Article.objects.filter(pk=east.pk).update(latest=edit)


def test_a_wording_that_came_with_an_edit_has_its_time_and_is_not_the_reference(client: Client) -> None:
    edit_in(make_compared(record_mode=Mode.NONE))
    east, west = told(client, "wording")
    assert "East Post 4 May 2025, 18:00" in east
    assert "West Post 4 May 2025, 15:00" in west
    assert "the reference" in west
    assert "Compared with the earliest wording, by West Post." in told(client, "utterance")[0]


def test_what_a_feed_left_out_was_there_before_the_page_was_read(client: Client) -> None:
    edit_in(make_compared(record_mode=Mode.NONE), origin="page")
    east, _ = told(client, "wording")
    assert "East Post 4 May 2025, 12:00" in east


def test_a_number_that_came_with_an_edit_has_its_time(client: Client) -> None:
    sides = make_topic("strait", "east", "west")[1]
    fire = "The fire in Brenn killed {} people on Sunday."
    east = make_article(make_source("east-post", sides=sides[:1]), "Fire", "There is a fire in Brenn.")
    west = make_article(make_source("west-post", sides=sides[1:]), "Fire", fire.format(31))
    edit = add_version(east, "Fire", fire.format(12), seen=EDITED, changed=["body"])
    Article.objects.filter(pk=east.pk).update(latest=edit)
    make_story("one", east, west)
    (numbers,) = told(client, "figures")
    assert "East Post itself 4 May 2025, 18:00" in numbers
    assert "West Post itself 4 May 2025, 12:00" in numbers


def test_a_first_report_says_since_when_it_has_its_title(client: Client) -> None:
    compared = make_compared()
    assert "title since" not in told(client, "is-first")[0]
    edit_in(compared)
    assert "Harbour opens title since 4 May 2025, 18:00" in told(client, "is-first")[0]


@pytest.mark.parametrize(("kind", "words"), [("direct", "quoted"), ("mixed", "quoted"), ("indirect", "reported")])
def test_only_words_in_quotation_marks_are_said_to_be_quoted(client: Client, kind: str, words: str) -> None:
    compared = make_compared()
    Statement.objects.filter(version__article=compared.east).update(kind=kind)
    assert f"First {words}; 2 outlets carry it" in told(client, "is-said")[0]


def test_what_the_hub_saw_at_midnight_keeps_its_clock(client: Client) -> None:
    midnight = NOON + hours(12)
    compared = make_compared(record_mode=Mode.NONE)
    edit_in(compared)
    Version.objects.filter(number=2).update(seen=midnight)
    Article.objects.filter(pk=compared.west.pk).update(published=midnight - hours(48))
    assert told(client, "is-edit")[0].startswith("5 May 2025, 00:00")
    assert "East Post 5 May 2025, 00:00" in " ".join(told(client, "wording"))
    assert told(client, "is-first")[0].startswith("3 May 2025 West Post")
