"""The page of an article: its words, its marks, its statements, its versions, its copies."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.test import Client
from lxml import html

from audiatur.hub.models import Anatomy, Article
from audiatur.provenance.values import Mode
from tests.hub.factories import NOON, add_version, make_article, make_source, make_speaker, make_statement, make_story

pytestmark = pytest.mark.django_db
TEXT = "Ilka Maro said the harbour opens.\nRead more\nShe said it is shut.\nThe Post notes: not our view."


def tree(client: Client, article: Article) -> html.HtmlElement:
    response = client.get(f"/articles/{article.uid}/")
    assert response.status_code == 200
    return html.document_fromstring(response.content.decode())


def words(page: html.HtmlElement, xpath: str) -> list[str]:
    found = page.xpath(xpath)
    assert isinstance(found, list)
    return [" ".join(one.text_content().split()) for one in found if isinstance(one, html.HtmlElement)]


def test_the_text_is_shown_with_its_statements_marked(client: Client) -> None:
    article = make_article(make_source("harbour-post"), text=TEXT)
    make_statement(article, "the harbour opens", speaker=make_speaker("Ilka Maro"))
    page = tree(client, article)
    assert words(page, "//mark") == ["the harbour opens"]
    assert words(page, "//ol[@class='statements']/li/p[@class='speaker-name']/a") == ["Ilka Maro"]
    assert words(page, "//*[@id='s1']//blockquote") == ["the harbour opens"]
    assert words(page, "//*[@id='w1']") == ["1"]


def test_an_unsettled_speaker_is_said_to_be_so(client: Client) -> None:
    article = make_article(make_source("harbour-post"), text=TEXT)
    make_statement(article, "it is shut", mention="She")
    assert "“She” name not settled" in words(tree(client, article), "//*[@id='s1']/p")[0]


def test_an_excerpt_shows_no_statement_from_beyond_it(client: Client) -> None:
    article = make_article(make_source("harbour-post", mode=Mode.EXCERPT, excerpt_chars=40), text=TEXT)
    speaker = make_speaker("Ilka Maro")
    make_statement(article, "the harbour opens", speaker=speaker)
    make_statement(article, "it is shut", speaker=speaker, mention="She")
    page = tree(client, article)
    assert words(page, "//mark") == ["the harbour opens"]
    assert len(words(page, "//ol[@class='statements']/li")) == 1
    assert "Here the excerpt ends." in page.text_content()


def test_a_name_from_beyond_the_excerpt_is_not_shown(client: Client) -> None:
    source = make_source("harbour-post", mode=Mode.EXCERPT, excerpt_chars=40)
    article = make_article(source, text="The minister said the harbour opens. It was Ilka Maro.")
    make_statement(article, "the harbour opens", speaker=make_speaker("Ilka Maro"), mention="The minister")
    page = tree(client, article)
    assert "“The minister” name not settled" in words(page, "//*[@id='s1']/p")[0]
    assert "Ilka" not in page.text_content()
    assert client.get("/speakers/ilka-maro/").status_code == 404
    assert "Ilka" not in client.get("/speakers/").content.decode()


def taken_apart(article: Article) -> None:
    """The anatomy of an article with TEXT, as analysis stores it: counted from the title."""
    version = article.latest
    assert version is not None

    def span(words: str) -> dict[str, int | str]:
        start = version.reading.index(words)
        return {"start": start, "end": start + len(words), "text": words}

    Anatomy.objects.create(
        version=version,
        furniture=[span("Read more")],
        notice=span("The Post notes: not our view."),
        original_source={"name": "Wire of Tavania", "evidence": span("Ilka")},
    )


def test_furniture_is_left_out_and_a_republishers_notice_is_set_apart(client: Client) -> None:
    article = make_article(make_source("harbour-post"), text=TEXT)
    make_statement(article, "it is shut", mention="She")
    taken_apart(article)
    page = tree(client, article)
    assert words(page, "//div[@class='reading-text']/p") == [
        "Ilka Maro said the harbour opens.",
        "She said 1it is shut.",
        "A notice of the one who published this text, not of this hubThe Post notes: not our view.",
        "1 line of page furniture left out.",
    ]
    assert words(page, "//mark") == ["it is shut"]
    assert "Read more" not in page.text_content()
    assert "Wire of Tavania" in page.text_content()


@pytest.mark.parametrize("html_of", ["", "".join(f"<p>{line}</p>" for line in TEXT.split("\n"))])
@pytest.mark.parametrize(("mode", "most"), [(Mode.FULL, 300), (Mode.EXCERPT, 60)])
def test_furniture_leaves_in_no_feed_and_no_list(client: Client, mode: Mode, most: int, html_of: str) -> None:
    source = make_source("harbour-post", mode=mode, excerpt_chars=most)
    article = make_article(source, text=TEXT, html=html_of)
    taken_apart(article)
    for address in ("/feeds/hub.rss", "/feeds/hub.atom", "/feeds/hub.json", "/", "/sources/harbour-post/"):
        told = client.get(address).content.decode()
        assert "Read more" not in told, address
    assert "Ilka Maro said the harbour opens. She said it is" in client.get("/").content.decode()


def test_an_anatomy_that_points_elsewhere_leaves_nothing_out(client: Client) -> None:
    article = make_article(make_source("harbour-post"), text=TEXT)
    assert article.latest is not None
    Anatomy.objects.create(version=article.latest, furniture=[{"start": 30, "end": 39, "text": "Read more"}])
    assert "left out" not in tree(client, article).text_content()


@pytest.mark.parametrize(("language", "direction"), [("ru", "ltr"), ("ar", "rtl"), ("", "auto")])
def test_language_and_direction_are_told(client: Client, language: str, direction: str) -> None:
    page = tree(client, make_article(make_source("harbour-post"), language=language))
    text = page.find_class("reading-text")[0]
    assert (text.get("lang"), text.get("dir")) == (language, direction)


def test_versions_are_listed_with_what_changed(client: Client) -> None:
    article = make_article(make_source("harbour-post"), "First title")
    later = NOON + timedelta(days=1)
    article.latest = add_version(article, "Second title", "Text.", seen=later, changed=["title", "body"])
    article.save()
    page = tree(client, article)
    assert words(page, "//ol[@class='versions']/li") == [
        "4 May 2025, 12:00: first seen",
        "5 May 2025, 12:00: title, body changed",
    ]
    assert "First title" not in page.text_content()


def read_in_full(article: Article, at: datetime, *, byline: list[str]) -> None:
    """The full page of an article as its next version."""
    text = f"{article.latest.text if article.latest else ''} The whole of it."
    article.latest = add_version(article, "Talks", text, seen=at, byline=byline, changed=["body"])
    article.latest.origin = "page"
    article.latest.save()
    article.save()


def test_the_first_full_page_is_no_change_by_the_outlet(client: Client) -> None:
    article = make_article(make_source("harbour-post"), "Talks")
    read_in_full(article, NOON + timedelta(hours=1), byline=["Ada Venn"])
    page = tree(client, article)
    assert words(page, "//ol[@class='versions']/li")[1] == "4 May 2025, 13:00: full page read"
    assert '"dateModified":"2025-05-04T12:00:00Z"' in client.get(f"/articles/{article.uid}/").content.decode()
    assert b"<updated>2025-05-04T13" not in client.get("/feeds/hub.atom").content


def test_a_full_page_that_changes_later_is_a_change(client: Client) -> None:
    article = make_article(make_source("harbour-post"), "Talks")
    read_in_full(article, NOON + timedelta(hours=1), byline=[])
    read_in_full(article, NOON + timedelta(hours=2), byline=[])
    assert words(tree(client, article), "//ol[@class='versions']/li")[2] == "4 May 2025, 14:00: body changed"
    assert '"dateModified":"2025-05-04T14:00:00Z"' in client.get(f"/articles/{article.uid}/").content.decode()
    assert b"<updated>2025-05-04T14" in client.get("/feeds/hub.atom").content


def test_copies_pass_the_gate_too(client: Client) -> None:
    article = make_article(make_source("wire"))
    for slug, mode in (("open-post", Mode.FULL), ("shut-post", Mode.NONE)):
        copy = make_article(make_source(slug, mode=mode), f"As in {slug}")
        copy.copy_of, copy.copy_kind = article, "syndicated"
        copy.save()
    page = tree(client, article).text_content()
    assert "As in open-post" in page
    assert "As in shut-post" not in page
    assert "1 article is not shown here" in page


def test_it_links_to_its_story_and_its_origin(client: Client) -> None:
    article = make_article(make_source("harbour-post"))
    make_story("one", article, make_article(make_source("other")))
    page = tree(client, article)
    assert "Side by side with 1 other article" in page.text_content()
    origin = [link for link in page.iter("a") if link.get("href") == article.url]
    assert "noopener" in str(origin[0].get("rel"))


def test_markup_in_an_article_stays_text(client: Client) -> None:
    article = make_article(make_source("harbour-post"), text='<img src=x onerror="x()"> & more')
    response = client.get(f"/articles/{article.uid}/").content.decode()
    assert "<img" not in response
    assert "&lt;img src=x onerror=&quot;x()&quot;&gt; &amp; more" in response


def test_an_unknown_article_is_not_found(client: Client) -> None:
    response = client.get("/articles/nothing/")
    assert response.status_code == 404
    assert b"There is nothing at this address" in response.content
