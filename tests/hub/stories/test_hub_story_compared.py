"""The page of a story: utterances aligned, what one side alone says, numbers, coverage, timeline, everything."""

from __future__ import annotations

import pytest
from django.test import Client
from lxml import html
from pytest_django import DjangoAssertNumQueries

from audiatur.hub.models import Article, Attempt, Side, Statement, Story, Version
from audiatur.hub.stories.deciding import fix, pin, undo
from audiatur.provenance.values import Mode
from tests.hub.factories import (
    NOON,
    add_version,
    hours,
    make_article,
    make_source,
    make_speaker,
    make_statement,
    make_story,
    make_topic,
)
from tests.hub.statements.reading_hub import editor
from tests.hub.stories.compared_hub import EAST, SAID, WEST, Compared, make_compared, trace

pytestmark = [pytest.mark.django_db, pytest.mark.db_any]


@pytest.fixture
def compared() -> Compared:
    return make_compared()


def page(client: Client, address: str = "/stories/one/") -> html.HtmlElement:
    response = client.get(address)
    assert response.status_code == 200, address
    return html.document_fromstring(response.content)


def words_of(element: html.HtmlElement) -> str:
    """The words of an element without the notices in it."""
    for notice in element.xpath(".//aside"):
        notice.drop_tree()
    return " ".join(element.text_content().split())


def row_of(client: Client, address: str = "/stories/one/") -> html.HtmlElement:
    found = page(client, address).find_class("utterance")
    assert len(found) == 1
    return found[0]


def uid_of(article: Article) -> str:
    return str(Statement.objects.get(version__article=article).uid)


def test_one_row_has_the_records_words_and_each_outlets_own(client: Client, compared: Compared) -> None:
    row = row_of(client)
    quotes = [" ".join(quote.text_content().split()) for quote in row.iter("blockquote")]
    assert [quote.casefold() for quote in quotes] == [one.casefold() for one in (SAID, EAST, WEST)]
    addresses = {link.get("href") for link in row.iter("a")}
    for article in (compared.east, compared.west):
        assert f"/statements/{uid_of(article)}/" in addresses
        assert f"/articles/{article.uid}/#s-{uid_of(article)}" in addresses
    record = [str(address) for address in addresses if str(address).startswith(f"/articles/{compared.record.uid}/#")]
    assert any(":~:text=" in address for address in record)
    assert "Compared with the record." in words_of(row)


def test_words_that_differ_are_marked_and_those_left_out_are_named(client: Client, compared: Compared) -> None:
    east, west = row_of(client).find_class("wording")
    assert [mark.text for mark in east.find_class("own")] == ["opens"]
    assert "as long as the pilots agree" in str(west.find_class("own")[-1].text)
    assert "Not in this wording:" not in words_of(west)
    assert [gone.text for gone in east.xpath(".//p[@class='missing']//del")] == []
    assert "will open" in words_of(east.find_class("differs")[0])


def test_three_words_in_a_row_that_a_wording_leaves_out_are_named(client: Client, compared: Compared) -> None:
    short, speaker = EAST.replace("opens", "will open").removesuffix(" morning"), Statement.objects.first()
    assert speaker is not None
    source = make_source("east-short", sides=compared.sides[:1])
    more = make_article(source, text=f"Ilka Maro said “{short}”.", published=NOON + hours(4))
    make_statement(more, short, speaker=speaker.speaker)
    Article.objects.exclude(pk=compared.record.pk).update(story=Story.objects.get(uid="one"))
    named = row_of(client).xpath(".//p[@class='missing']")
    assert [words_of(one) for one in named] == ["Not in this wording: morning at six"]


def test_of_a_record_that_may_not_be_shown_nothing_is_told_but_that_there_is_one(client: Client) -> None:
    make_compared(record_mode=Mode.NONE)
    row = words_of(row_of(client))
    assert "The hub holds a record with this quotation; it may not be shown here." in row
    assert "Compared with the earliest wording, by East Post." in row
    assert "Words of the harbour master" not in row


def test_the_same_utterance_in_another_story_stands_in_the_row(client: Client, compared: Compared) -> None:
    other = make_article(make_source("north-post"), "Pilots", f"Maro told them: “{WEST}”.", published=NOON + hours(9))
    speaker = Statement.objects.get(version__article=compared.east).speaker
    trace(make_statement(other, WEST, speaker=speaker, mention="Maro"), compared.record)
    make_story("two", other)
    row = row_of(client)
    assert "The same utterance in other stories: North Post" in words_of(row)
    assert f"/statements/{uid_of(other)}/" in {link.get("href") for link in row.iter("a")}


def test_a_story_of_which_nothing_was_traced_gets_the_record_from_another(client: Client, compared: Compared) -> None:
    speaker = Statement.objects.get(version__article=compared.east).speaker
    other = make_article(make_source("north-post"), "Pilots", f"Maro told them {WEST}.", published=NOON + hours(9))
    make_statement(other, WEST, speaker=speaker, mention="Maro")
    make_story("two", other)
    row = words_of(row_of(client, "/stories/two/"))
    assert SAID in row
    assert "The same utterance in other stories: East East Post" in row
    assert "West West Post" in row


def test_a_namesake_of_another_day_is_no_other_telling(client: Client, compared: Compared) -> None:
    speaker = Statement.objects.get(version__article=compared.east).speaker
    other = make_article(make_source("north-post"), "Pilots", f"Maro told them {WEST}.", published=NOON + hours(24 * 9))
    make_statement(other, WEST, speaker=speaker, mention="Maro")
    make_story("two", other)
    assert "East Post" not in words_of(page(client, "/stories/two/"))


def test_of_many_wordings_of_a_side_the_earliest_stand_on_the_page_and_all_on_the_whole(
    client: Client, compared: Compared
) -> None:
    speaker = Statement.objects.get(version__article=compared.east).speaker
    for number in range(6):
        source = make_source(f"east-{number}", sides=compared.sides[:1])
        more = make_article(source, text=f"Ilka Maro said “{EAST}” ({number}).", published=NOON + hours(4 + number))
        make_statement(more, EAST, speaker=speaker)
    Article.objects.exclude(pk=compared.record.pk).update(story=Story.objects.get(uid="one"))
    assert len(row_of(client).find_class("wording")) == 4 + 1
    assert "3 further wordings" in words_of(row_of(client))
    assert len(row_of(client, "/stories/one/whole/").find_class("wording")) == 7 + 1


def test_a_side_that_does_not_have_the_words_says_so(client: Client, compared: Compared) -> None:
    Article.objects.filter(pk=compared.west.pk).update(story=None)
    assert "West not in the articles shown here" in words_of(row_of(client))


def test_what_one_side_alone_says_is_told_by_whose_words_they_are(client: Client, compared: Compared) -> None:
    speaker = Statement.objects.get(version__article=compared.east).speaker
    for article, told in (
        (compared.east, "children lit thirty lamps"),
        (compared.west, "two heavy ropes broke during the night tide overnight"),
    ):
        more = make_article(article.source, "More", f"Ilka Maro said {told}.", published=NOON + hours(5))
        make_statement(more, told, speaker=speaker)
    Article.objects.exclude(pk=compared.record.pk).update(story=Story.objects.get(uid="one"))
    only = words_of(page(client).xpath("//section[@aria-labelledby='only']")[0])
    assert only.index("Words of its own side’s speakers") < only.index("children lit thirty lamps")
    assert only.index("Words of another side’s speakers") < only.index(
        "two heavy ropes broke during the night tide overnight"
    )


def test_numbers_that_differ_stand_side_by_side_with_who_gives_them(client: Client) -> None:
    sides = make_topic("strait", "east", "west")[1]
    told = (("east-post", sides[:1], "12"), ("west-post", sides[1:], "31"))
    made = [
        make_article(make_source(slug, sides=side), "Fire", f"The fire in Brenn killed {count} people on Sunday.")
        for slug, side, count in told
    ]
    make_story("one", *made)
    shown = page(client)
    numbers = shown.xpath("//section[@aria-labelledby='numbers']")[0]
    assert [value.text_content() for value in numbers.find_class("value")] == ["12", "31"]
    assert "East Post itself" in words_of(numbers)
    assert any("#:~:text=The%20fire" in str(link.get("href")) for link in numbers.iter("a"))
    happened = words_of(shown.xpath("//section[@aria-labelledby='timeline']")[0])
    assert happened.count("A number that others give differently: Casualties") == 2


def test_coverage_says_who_was_first_and_for_how_long_the_others_were_silent(
    client: Client, compared: Compared
) -> None:
    table = page(client).xpath("//section[@aria-labelledby='coverage']")[0]
    east, west = (words_of(row) for row in table.xpath(".//tbody/tr"))
    assert "the first of all" in east
    assert "3 hours after the first" in west
    labels = [svg.get("aria-label") for svg in table.iter("svg")]
    assert labels == ["East: 1 article", "West: 1 article"]


def test_the_timeline_tells_first_reports_edits_and_lost_feeds_in_order(client: Client, compared: Compared) -> None:
    east = compared.east
    Article.objects.filter(pk=east.pk).update(
        latest=add_version(
            east, "Harbour opens today", f"Ilka Maro said “{EAST}”.", seen=NOON + hours(6), changed=["title"]
        )
    )
    for minutes in range(3):
        Attempt.objects.create(
            source=compared.west.source,
            url="https://a.example/",
            started=NOON + hours(1 + minutes / 60),
            outcome="failed",
        )
    told = [words_of(one) for one in page(client).find_class("happening")]
    kinds = (
        "First report that the hub holds",
        "attempts failed",
        "First report of the side West",
        "Changed after publication: title",
    )
    places = [next(number for number, one in enumerate(told) if kind in one) for kind in kinds]
    assert places == sorted(places)
    assert Version.objects.filter(article=east).count() == 2


def test_words_that_came_with_an_edit_are_known_since_the_edit(client: Client, compared: Compared) -> None:
    east = compared.east
    Version.objects.filter(article=east).update(title="Harbour", text="Nothing is said.")
    edit = add_version(east, "Harbour opens", f"Ilka Maro said “{EAST}”.", seen=NOON + hours(6), changed=["body"])
    Statement.objects.filter(version__article=east).update(version=edit)
    Article.objects.filter(pk=east.pk).update(latest=edit)
    (known,) = page(client).find_class("is-said")
    assert "West Post" in words_of(known)
    assert "4 May 2025, 15:00" in words_of(known)


def test_the_timeline_tells_what_editors_decided_and_not_what_they_took_back(
    client: Client, compared: Compared
) -> None:
    kept = fix(Story.objects.get(uid="one"), editor())
    pin(compared.east, editor())
    undo(kept, editor())
    told = [words_of(one) for one in page(client).find_class("is-editor")]
    assert len(told) == 1
    assert "An editor of this hub 1 article was pinned" in told[0]


def test_the_whole_page_unfolds_everything_and_writes_out_addresses(client: Client, compared: Compared) -> None:
    whole = page(client, "/stories/one/whole/")
    assert f"/statements/{uid_of(compared.west)}/" in words_of(whole.find_class("wording")[1])
    assert whole.find_class("differs")[0].getparent().get("open") is not None


@pytest.fixture
def long_story() -> list[Side]:
    """A story of 300 articles of ten outlets, each with a statement."""
    sides = make_topic("strait", "east", "west")[1]
    speaker = make_speaker("Ilka Maro")
    sources = [make_source(f"source-{number}", sides=sides[number % 2 :][:1]) for number in range(10)]
    for number in range(300):
        words = f"the {number} boats of Brenn stay out"
        article = make_article(sources[number % 10], text=f"Ilka Maro said {words}.", published=NOON + hours(number))
        make_statement(article, words, speaker=speaker)
    make_story("one", *Article.objects.all())
    return sides


def test_queries_of_a_story_of_three_hundred_articles_are_bounded(
    client: Client, long_story: list[Side], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.get("/sources/")
    with django_assert_max_num_queries(28):
        shown = page(client)
    assert len(shown.xpath("//section[@aria-labelledby='articles']//article")) == 16
    assert "The newest are shown, 180 older are not." in words_of(shown)


def test_what_one_outlet_says_twice_is_not_told_as_carried(client: Client, compared: Compared) -> None:
    kinds = [one.text_content() for one in page(client).find_class("is-said")]
    assert len(kinds) == 1
    Article.objects.filter(pk=compared.west.pk).update(source=compared.east.source)
    assert not page(client).find_class("is-said")


def test_a_wording_that_its_article_gives_to_somebody_else_says_so(client: Client) -> None:
    said = "“The gates open tonight, engineers guard every lock, and the valley leaves before another dawn breaks”"
    sides = make_topic("strait", "east", "west")[1]
    maro, dahl = make_speaker("Ilka Maro"), make_speaker("Sten Dahl")
    for number, (speaker, side) in enumerate(((maro, sides[0]), (dahl, sides[1]), (maro, sides[1]))):
        source = make_source(f"post-{number}", sides=[side])
        make_statement(make_article(source, text=f"{speaker.name} said {said}."), said, speaker=speaker)
    make_story("one", *Article.objects.all())
    (row,) = page(client).find_class("utterance")
    assert words_of(row.find_class("speaker-name")[0]) == "Ilka Maro"
    told = [words_of(one) for one in row.find_class("wording")]
    assert ["as words of Sten Dahl" in one for one in told] == ["Post 1" in one for one in told]
