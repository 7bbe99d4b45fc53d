"""Records in the hub: what is one, quotations traced whichever came first, shown only as far as both may leave."""

from __future__ import annotations

import re
from datetime import timedelta
from urllib.parse import unquote

import pytest
from django.test import Client
from lxml import html
from pytest_django import Settings

from audiatur.hub.articles.models import Article
from audiatur.hub.models import QuotationTrace, Source, TraceDue, Transcript, TranscriptTerm
from audiatur.hub.records.queries import fragment
from audiatur.hub.sources.register import take_register
from audiatur.hub.sources.writing import written
from audiatur.hub.worker.analysis import Analyst
from audiatur.hub.worker.engine import Inline
from audiatur.provenance.values import Mode
from tests.hub.factories import NOON, add_version, make_article, make_source
from tests.records.transcripts import INLINE

pytestmark = [pytest.mark.django_db, pytest.mark.db_any]
NEWS = "“The guards will stay until the survey is signed,” Bordurian President Ivo Salat said on Monday."


def make_records(mode: Mode = Mode.FULL, barred: str = "") -> Source:
    source = make_source("chancery", mode=mode, barred=barred)
    source.records = True
    source.save()
    return source


def pending(article: Article) -> Article:
    Article.objects.filter(pk=article.pk).update(pending=True)
    return article


def news(days: int = 0) -> Article:
    source = Source.objects.filter(slug="gazette").first() or make_source("gazette")
    return pending(make_article(source, "Guards to stay", NEWS, published=NOON + timedelta(days=days)))


def record(source: Source, text: str = INLINE) -> Article:
    return pending(make_article(source, "News conference in Port Maren", text))


def work() -> None:
    Analyst(Inline()).work()


def traces() -> list[tuple[str, str, str]]:
    rows = QuotationTrace.objects.select_related("transcript__version")
    return [(row.agreement, row.speaker, place(row)) for row in rows]


def place(row: QuotationTrace) -> str:
    return row.transcript.version.text[row.place_start : row.place_end] if row.transcript else ""


FOUND = [("rewording", "Ivo Salat", "The guards will stay until the last survey is signed")]


@pytest.mark.parametrize("record_first", [True, False])
def test_a_quotation_is_traced_whichever_came_first(record_first: bool) -> None:
    source = make_records()
    for step in (record_first, not record_first):
        if step:
            record(source)
        else:
            news()
        work()
    assert traces() == FOUND
    assert not TraceDue.objects.exists()


def test_a_record_of_another_month_is_found_by_its_terms() -> None:
    source = make_records()
    record(source)
    work()
    news(days=90)
    work()
    assert traces() == FOUND


def test_only_marked_sources_have_records_and_unmarking_forgets_them() -> None:
    source = make_records()
    record(source)
    news()
    work()
    Source.objects.update(records=False)
    work()
    assert not Transcript.objects.exists()
    assert not TranscriptTerm.objects.exists()
    assert not QuotationTrace.objects.exclude(agreement="no record").exists()


def test_a_record_that_changes_is_traced_anew() -> None:
    source = make_records()
    article = record(source)
    news()
    work()
    other = "President of Borduria Ivo Salat: Nothing to say."
    article.latest = add_version(article, "News conference", other, seen=NOON)

    article.save()
    pending(article)
    work()
    assert Transcript.objects.count() == 1
    assert [agreement for agreement, _, _ in traces()] == ["not found"]


def test_working_again_changes_nothing() -> None:
    record(make_records())
    article = news()
    work()
    pending(article)
    work()
    assert traces() == FOUND


def page(client: Client, article: Article) -> str:
    return client.get(f"/articles/{article.uid}/").content.decode()


def test_the_page_shows_both_wordings_with_the_records_notice(client: Client) -> None:
    record(make_records())
    article = news()
    work()
    shown = page(client, article)
    assert "In other words in the record" in shown
    assert "<ins>" in shown
    assert 'data-notice="chancery"' in shown


def test_the_place_in_the_record_is_led_to_in_every_browser(client: Client) -> None:
    kept = record(make_records())
    article = news()
    work()
    links = set(re.findall(rf"/articles/{kept.uid}/#(p\d+):~:text=([^,&\"]+)", page(client, article)))
    told = html.document_fromstring(page(client, kept))
    assert links
    for name, words in links:
        assert unquote(words).split()[0] in str(told.xpath(f"string(//p[@id='{name}'])"))


@pytest.mark.parametrize(("mode", "barred"), [(Mode.NONE, ""), (Mode.LINK, ""), (Mode.FULL, "BO")])
def test_of_a_barred_record_nothing_shows_but_that_there_is_one(
    client: Client, settings: Settings, mode: Mode, barred: str
) -> None:
    settings.JURISDICTION = "BO"
    kept = record(make_records(mode, barred))
    article = news()
    work()
    shown = page(client, article)
    assert "The hub holds a record with this quotation" in shown
    assert kept.uid not in shown
    assert "last survey" not in shown
    assert "News conference" not in shown


def test_the_register_takes_and_writes_the_mark() -> None:
    take_register({"sources": [{"name": "Chancery", "records": True}, {"name": "Gazette"}]}, now=NOON)
    marks = {source.name: written(source).get("records") for source in Source.objects.all()}
    assert marks == {"Chancery": True, "Gazette": None}


def test_a_link_to_words_escapes_what_a_fragment_reads() -> None:
    assert fragment("a dead-end, they say") == "#:~:text=a%20dead%2Dend%2C%20they%20say"
