"""What an outlet changed in an article: the page of its changes, the way there, and the mark in lists."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.test import Client
from lxml import html

from audiatur.hub.articles.queries import STATES_ON_A_PAGE
from audiatur.hub.models import Anatomy, Article
from audiatur.hub.search.indexing import index_articles
from audiatur.provenance.values import Mode
from tests.hub.factories import NOON, add_version, hours, make_article, make_source, make_story

pytestmark = pytest.mark.django_db
Queries = Callable[[int], AbstractContextManager[object]]


def tree(client: Client, address: str) -> html.HtmlElement:
    response = client.get(address)
    assert response.status_code == 200
    return html.document_fromstring(response.content.decode())


def words(page: html.HtmlElement, xpath: str) -> list[str]:
    found = page.xpath(xpath)
    assert isinstance(found, list)
    return [" ".join(one.text_content().split()) for one in found if isinstance(one, html.HtmlElement)]


def edit(article: Article, title: str, text: str, *changed: str, byline: tuple[str, ...] = ()) -> None:
    """A further state of an article, an hour after the one before."""
    at = NOON + hours(article.versions.count())
    article.latest = add_version(article, title, text, seen=at, changed=changed, byline=byline)
    article.save()


def edited(mode: Mode = Mode.FULL) -> Article:
    """An article that its outlet changed twice."""
    source = make_source("harbour-post", mode=mode)
    article = make_article(source, "Nine hurt on the quay", "The quay is shut.\nNine people were hurt.\nFog stays.")
    edit(article, "Twelve hurt on the quay", "The quay is shut.\nTwelve people were hurt.\nFog stays.", "title", "body")
    text = "The quay is shut.\nTwelve people were hurt.\nFog stays.\nThe fog lifts."
    edit(article, "Twelve hurt on the quay", text, "body", "byline", byline=("Ilka Maro",))
    return article


def test_each_state_is_compared_with_the_one_before(client: Client) -> None:
    page = tree(client, f"/articles/{edited().uid}/changes/")
    assert words(page, "//section/h2") == ["4 May 2025, 14:00", "4 May 2025, 13:00", "4 May 2025, 12:00"]
    assert words(page, "//section[@id='v3']//h3") == ["Byline", "Text"]
    assert words(page, "//section[@id='v3']//ins") == ["put in: Ilka Maro", "put in: The fog lifts."]
    assert words(page, "//section[@id='v2']//del") == ["taken out: Nine", "taken out: Nine"]
    assert words(page, "//section[@id='v2']//ins") == ["put in: Twelve", "put in: Twelve"]
    assert words(page, "//section[@id='v2']//p[@class='kept']") == ["1 paragraph as before"] * 2
    assert words(page, "//section[@id='v1']//p") == ["Version 1 first seen"]
    assert "The outlet changed it 2 times." in page.text_content()


@pytest.mark.parametrize("mode", [Mode.EXCERPT, Mode.LINK])
def test_of_a_part_only_the_times_are_told(client: Client, mode: Mode) -> None:
    page = tree(client, f"/articles/{edited(mode).uid}/changes/")
    assert words(page, "//section/h2")[0] == "4 May 2025, 14:00"
    assert words(page, "//ins | //del") == []
    assert "Nine" not in page.text_content()
    assert "what stood in it before is not shown" in page.text_content()


def test_an_article_that_never_changed_says_so(client: Client) -> None:
    page = tree(client, f"/articles/{make_article(make_source('harbour-post')).uid}/changes/")
    assert "This hub saw no change by the outlet." in page.text_content()
    assert len(words(page, "//section/h2")) == 1


def test_furniture_is_no_part_of_a_change(client: Client) -> None:
    article = make_article(make_source("harbour-post"), "Talks", "The quay is shut.\nRead more")
    first = article.latest
    assert first is not None
    furniture = [{"start": 24, "end": 33, "text": "Read more"}]
    Anatomy.objects.create(version=first, furniture=furniture)
    edit(article, "Talks", "The quay is shut.", "body")
    page = tree(client, f"/articles/{article.uid}/changes/")
    assert "Read more" not in page.text_content()
    assert "it was page furniture, or spacing" in words(page, "//section[@id='v2']")[0]


def test_the_full_page_that_is_read_first_is_no_change(client: Client) -> None:
    article = make_article(make_source("harbour-post"))
    edit(article, "Ferry talks resume", "The ferry talks resume on Monday. All wait.", "body")
    article.versions.filter(number=2).update(origin="page")
    page = tree(client, f"/articles/{article.uid}/changes/")
    assert "full page read" in words(page, "//section[@id='v2']")[0]
    assert "This hub saw no change by the outlet." in page.text_content()
    assert "what changed" not in tree(client, f"/articles/{article.uid}/").text_content()


def test_the_article_and_every_list_lead_there(client: Client) -> None:
    article = edited()
    make_story("one", article, make_article(make_source("west-post")))
    index_articles([article.pk])
    path = f"/articles/{article.uid}/changes/"
    page = tree(client, f"/articles/{article.uid}/")
    assert words(page, f"//header//a[@href='{path}']") == ["edited 2 times, last 4 May 2025, 14:00: what changed"]
    assert words(page, f"//ol[@class='versions']//a[@href='{path}#v2']") == ["title, body changed"]
    for address in ("/", "/stories/one/", "/sources/harbour-post/", "/search/?from=2025-05-01"):
        assert words(tree(client, address), f"//main//a[@class='mode'][@href='{path}']") == ["edited"], address


def test_many_states_have_pages_and_as_many_queries(client: Client, django_assert_max_num_queries: Queries) -> None:
    article = edited()
    for number in range(STATES_ON_A_PAGE):
        edit(article, "Twelve hurt on the quay", f"Bulletin {number}.", "body")
    address = f"/articles/{article.uid}/changes/"
    tree(client, address)
    with django_assert_max_num_queries(12):
        assert len(words(tree(client, address), "//section/h2")) == STATES_ON_A_PAGE
    last = tree(client, f"{address}?page=2")
    assert words(last, "//section[@id='v3']//ins") == ["put in: Ilka Maro", "put in: The fog lifts."]
    assert words(last, "//section/h2")[-1] == "4 May 2025, 12:00"
    links = tree(client, f"/articles/{article.uid}/").xpath("//ol[@class='versions']//a/@href")
    assert [links[0], links[-1]] == [f"{address}?page=2#v2", f"{address}#v{STATES_ON_A_PAGE + 3}"]


def test_there_is_none_of_what_there_is_not(client: Client) -> None:
    assert client.get("/articles/nothing/changes/").status_code == 404
    barred = make_article(make_source("harbour-post", mode=Mode.NONE))
    assert client.get(f"/articles/{barred.uid}/changes/").status_code == 403
