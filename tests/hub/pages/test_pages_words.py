"""What stands in lists where an outlet gave no time or no title, and where a text is cut."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from audiatur.hub.articles.items import OPENING, beginning
from audiatur.hub.models import Article
from audiatur.hub.templatetags.reading import clock, iso, moment
from audiatur.provenance.values import Mode
from tests.hub.factories import NOON, make_article, make_source, make_story

MIDNIGHT = datetime(2025, 5, 4, tzinfo=UTC)
LONG = "The keeper of the light at Skerrin rowed ashore on Sunday with both lamps and the book of the harbour."


def pages(client: Client, article: Article) -> list[str]:
    """The front page, its story, its source and itself."""
    story = article.story
    assert story is not None
    paths = ["/", f"/stories/{story.uid}/", f"/sources/{article.source.slug}/", f"/articles/{article.uid}/"]
    return [client.get(path).content.decode() for path in paths]


@pytest.mark.parametrize(
    ("when", "in_words", "in_a_list", "for_machines"),
    [
        (MIDNIGHT, "4 May 2025", "4 May 2025", "2025-05-04"),
        (NOON, "4 May 2025, 12:00", "12:00", "2025-05-04T12:00:00+00:00"),
        (MIDNIGHT.replace(second=1), "4 May 2025, 00:00", "00:00", "2025-05-04T00:00:01+00:00"),
    ],
)
def test_midnight_is_a_day_without_a_time(when: datetime, in_words: str, in_a_list: str, for_machines: str) -> None:
    assert (moment(when), clock(when), iso(when)) == (in_words, in_a_list, for_machines)


@pytest.mark.django_db
def test_no_page_shows_a_time_that_nobody_gave(client: Client) -> None:
    source = make_source("harbour-post")
    articles = [make_article(source, f"Title {number}") for number in range(2)]
    Article.objects.update(published=MIDNIGHT)  # Seen by the hub at noon, as the pages say too.
    make_story("s", *Article.objects.filter(pk__in=[article.pk for article in articles]))
    for page in pages(client, Article.objects.get(pk=articles[0].pk)):
        shown = page.replace('00:00"', "")  # JSON-LD, for machines, has whole moments
        assert "00:00<" not in shown
        assert 'datetime="2025-05-04"' in shown


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("mode", "text", "told"),
    [
        (
            Mode.FULL,
            LONG,
            "\u201cThe keeper of the light at Skerrin rowed ashore on Sunday with both lamps and\u2026\u201d",
        ),
        (Mode.FULL, "It is out.\nNobody knows why.", "\u201cIt is out.\u201d"),
        (Mode.LINK, LONG, "Untitled item"),
        (Mode.FULL, "", "Untitled item"),
    ],
)
def test_the_first_words_stand_for_a_title(client: Client, mode: Mode, text: str, told: str) -> None:
    article = make_article(make_source("harbour-post", mode=mode), "", text)
    make_story("s", article, make_article(make_source("herald"), "Other"))
    for page in pages(client, Article.objects.get(pk=article.pk)):
        assert f"{told}</" in page
        assert ("Untitled item" in page) is (told == "Untitled item")


@pytest.mark.django_db
def test_what_stands_for_the_title_is_not_said_twice(client: Client) -> None:
    make_article(make_source("harbour-post"), "", "The light is out.")
    page = client.get("/").content.decode()
    assert page.count("The light is out.") == 1 + page.partition("</head>")[0].count("The light is out.")


@pytest.mark.parametrize(
    ("text", "most", "told"),
    [
        ("Who lit the lighthouse. Nobody knows.", 25, "Who lit the lighthouse."),
        ("He said \u201cgo.\u201d And they went.", 15, "He said \u201cgo.\u201d"),
        ("The light, it is out", 11, "The light\u2026"),
        ("Short", 20, "Short"),
        ("Abcdefgh", 4, "Abcd\u2026"),
        ("\u706f\u53f0\u706d\u4e86\u3002\u4eba", 5, "\u706f\u53f0\u706d\u4e86\u3002"),
    ],
)
def test_an_ellipsis_says_that_a_sentence_goes_on(text: str, most: int, told: str) -> None:
    assert beginning(text, most) == told


@given(st.text(alphabet="ab c.,\u2026\u706f"))
def test_a_beginning_is_the_beginning(text: str) -> None:
    told = beginning(text, 9)
    assert text.startswith(told) or text.startswith(told.removesuffix("\u2026"))
    assert len(told) <= 10 < OPENING
