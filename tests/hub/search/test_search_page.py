"""The search as pages and feeds: what a reader sees, in how many queries, and that nothing typed fails."""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree, html

from audiatur.hub.models import Speaker, Statement, Story
from tests.hub.factories import NOON, hours, make_article, make_source, make_speaker, make_statement, make_story
from tests.hub.search.holdings import Library, build_library, index

pytestmark = pytest.mark.django_db


@pytest.fixture
def library() -> Library:
    return build_library()


def page(client: Client, query: str) -> html.HtmlElement:
    response = client.get(f"/search/?{query}")
    assert response.status_code == 200, query
    return html.document_fromstring(response.content)


def texts(root: html.HtmlElement, xpath: str) -> list[str]:
    """The words of the elements that an XPath finds."""
    found = root.xpath(xpath)
    assert isinstance(found, list)
    return [" ".join(str(one.text_content()).split()) for one in found if isinstance(one, html.HtmlElement)]


def hrefs(root: html.HtmlElement, xpath: str) -> list[str]:
    """The addresses that an XPath finds."""
    found = root.xpath(xpath)
    assert isinstance(found, list)
    return [str(one) for one in found]


def test_without_words_it_is_a_form(library: Library, client: Client) -> None:
    root = page(client, "")
    assert texts(root, "//article") == []
    assert "Dusk" in texts(root, "//select[@name='source']/option")


def test_what_is_found_stands_with_its_outlet_and_what_was_sought_is_marked(library: Library, client: Client) -> None:
    root = page(client, "q=grain+corridor")
    assert texts(root, "//h2[@id='found']") == ["2 articles"]
    assert texts(root, "//article[1]//h3") == ["Ferry talks resume"]
    assert texts(root, "//article[1]//mark") == ["grain", "corridor"]
    assert texts(root, "//article[1]//a[@class='outlet']") == ["Dawn"]
    assert len(texts(root, "//article//aside[@data-notice]")) == 2


@pytest.mark.parametrize(
    ("query", "note"),
    [
        ("q=-grain", "A search needs a word that is to be found beside -grain."),
        ("q=grain+OR", "OR needs a word on either side"),
        ("q=%22grain", "is never closed"),
        ("q=grain+%26", "There is no word in &"),
        ("q=grain&from=soon", "“soon” is no value of the filter “from”"),
        ("q=grain&to=2025-13-01", "so it filters nothing. Days are written as 2022-04-12."),
        ("q=grain&source=nobody", "“nobody” is no value of the filter “source”"),
        ("q=grain&country=Nowhere", "“Nowhere” is no value of the filter “country”"),
        (
            "q=grain&language=elvish",
            "“elvish” is no value of the filter “language”, so it filters nothing. Its list has them",
        ),
        ("q=grain&language=qq", "“qq” is no value of the filter “language”"),
        (f"q={'+'.join('abcdefghijklmnopqr')}", "Only 16 words are looked for at once; left out: q"),
    ],
)
def test_what_is_passed_over_is_named(library: Library, client: Client, query: str, note: str) -> None:
    assert any(note in said for said in texts(page(client, query), "//li[@class='standing']"))


@pytest.mark.parametrize(
    "query", ["q=grain&country=Tavania", "q=grain&language=en", "q=海峡&language=zh", "language=vi"]
)
def test_what_is_a_value_is_not_named(library: Library, client: Client, query: str) -> None:
    assert texts(page(client, query), "//li[@class='standing']") == []


def test_a_language_without_a_name_here_is_one_where_there_are_articles(library: Library, client: Client) -> None:
    library.articles["zh"].versions.update(language="ps")
    index()
    assert len(texts(page(client, "language=ps"), "//article//h3")) == 1
    assert texts(page(client, "language=ps"), "//li[@class='standing']") == []


def test_nothing_found_says_what_was_searched_and_offers_more(library: Library, client: Client) -> None:
    query = "q=%22grain+ferry%22+storm&side=strait/east&from=2025-05-04"
    root = page(client, query)
    (said,) = texts(root, "//p[@class='empty']")
    assert 'Articles with “"grain ferry" storm” (Side: East, Published from: 4 May 2025)' in said
    links = hrefs(root, "//ul[@class='looser']//a/@href")
    assert [texts(root, "//ul[@class='looser']//a")[number] for number in (0, 2, 3)] == [
        "Without the filter “Side: East”",
        "Any of the words",
        "The words of the phrase anywhere",
    ]
    assert texts(page(client, links[2].partition("?")[2]), "//article//h3") == ["Storm closes harbour"]


@pytest.mark.parametrize("number", ["0", "-1", "2", "99999999999999999999", "x", "%00", "١"])
def test_any_page_number_is_a_page(library: Library, client: Client, number: str) -> None:
    assert texts(page(client, f"q=ferry&page={number}"), "//article//h3") == [
        "Ferry talks resume",
        "Storm closes harbour",
    ]


def test_pages_follow_each_other(library: Library, client: Client) -> None:
    for number in range(25):
        make_article(library.sources["dawn"], f"Lamp {number}", published=NOON + hours(number))
    index()
    first, second = (texts(page(client, f"q=lamp&page={number}"), "//article//h3") for number in (1, 2))
    assert [*first, *second] == [f"Lamp {number}" for number in reversed(range(25))]
    assert len(first) == 20


QUERIES = {
    "q=ferry": 12,
    "q=ferry&side=strait/east&language=en": 13,
    "q=grain&kind=statements": 14,
    "q=ferry&kind=stories": 13,
    "q=vorel&kind=speakers": 22,
    "q=nowhere": 10,
}


@pytest.mark.parametrize("query", QUERIES)
def test_more_rows_take_no_more_queries(library: Library, client: Client, query: str) -> None:
    client.get("/search/?q=ferry")
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get(f"/search/?{query}")
    for number in range(15):
        article = make_article(library.sources["dawn"], f"Ferry {number}", f"Ferry grain {number}.", published=NOON)
        make_statement(article, "Ferry grain", speaker=make_speaker(f"Vorel Number{number}"), mention="Ferry", cue="")
    index()
    with CaptureQueriesContext(connection) as many:
        client.get(f"/search/?{query}")
    assert len(many) <= max(len(few), QUERIES[query])
    assert len(few) <= QUERIES[query]


@given(words=st.text(max_size=60), kind=st.sampled_from(["articles", "statements", "speakers", "stories", ""]))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_that_can_be_typed_fails(library: Library, client: Client, words: str, kind: str) -> None:
    query = quote(words, safe="", errors="replace")
    assert client.get(f"/search/?q={query}&kind={kind}&language={query}&country={query}").status_code == 200


def test_a_search_is_a_feed(library: Library, client: Client) -> None:
    root = page(client, "q=grain&order=relevance")
    links = hrefs(root, "//link[@rel='alternate'][contains(@type, 'rss') or contains(@type, 'feed+json')]/@href")
    feeds = {link.partition("?")[0]: client.get(link).content for link in links}
    titles = [element.findtext("title") for element in etree.fromstring(feeds["/search.rss"]).iter("item")]
    assert titles == ["Ferry talks resume", "Grain prices rise", "A deal on the strait"]
    assert [item["title"] for item in json.loads(feeds["/search.json"])["items"]] == titles


def test_statements_as_a_feed_have_their_own_addresses_and_words(library: Library, client: Client) -> None:
    feed = json.loads(client.get("/search.json?q=grain&kind=statements").content)
    (item,) = feed["items"]
    row = Statement.objects.get(uid=item["id"].rpartition(":")[2])
    assert item["url"].endswith(f"/statements/{row.uid}/")
    assert item["title"] == "Ada Vorel: The grain corridor stays open"
    assert "<blockquote>The grain corridor stays open</blockquote>" in item["content_html"]
    assert 'data-notice="dawn"' in item["content_html"]


def test_a_ledger_with_its_filters_is_a_feed(library: Library, client: Client) -> None:
    root = html.document_fromstring(client.get("/topics/strait/statements/?language=ru").content)
    (link,) = hrefs(root, "//link[contains(@type, 'atom')]/@href")
    feed = etree.fromstring(client.get(link).content)
    titles = [element.findtext("{*}title") for element in feed.iter("{http://www.w3.org/2005/Atom}entry")]
    assert titles == ["Володимир Зеленовський: переговоры о зерне продолжатся"]
    whole = etree.fromstring(client.get("/topics/strait/statements.atom").content)
    assert len(list(whole.iter("{http://www.w3.org/2005/Atom}entry"))) == 2


@pytest.mark.parametrize("query", ["", "?language=ru&class=speech"])
def test_the_ledgers_of_what_was_merged_lead_on_with_their_filters(client: Client, query: str) -> None:
    speaker = make_speaker("Ada Vorel")
    Speaker.objects.filter(pk=speaker.pk).update(merged_into=make_speaker("Ada Vorel-Lund"))
    article = make_article(make_source("dawn"), "Lamps")
    story = make_story("one", article)
    Story.objects.filter(pk=story.pk).update(redirect_to=make_story("two", article))
    for old, new in ((f"/speakers/{speaker.slug}", "/speakers/ada-vorel-lund"), ("/stories/one", "/stories/two")):
        for form in ("/statements/", "/statements.jsonl", "/statements.rss"):
            answer = client.get(f"{old}{form}{query}")
            assert (answer.status_code, answer["Location"]) == (301, f"{new}{form}{query}")


def test_browsers_learn_of_the_search(client: Client) -> None:
    response = client.get("/opensearch.xml")
    assert response["Content-Type"].startswith("application/opensearchdescription+xml")
    (url,) = etree.fromstring(response.content).iter("{*}Url")
    assert str(url.get("template")).endswith("/search/?q={searchTerms}")
    root = html.document_fromstring(client.get("/search/").content)
    assert hrefs(root, "//link[@rel='search']/@href") == ["/opensearch.xml"]
