"""The preview shows what pages and feeds release, no more and no less, and saves nothing."""

from __future__ import annotations

from html import unescape
from xml.etree.ElementTree import fromstring

import pytest
from django.http import HttpResponseBase

from audiatur.hub.editors.trial import Leaving, leaving
from audiatur.hub.gate import Gate, Viewer
from audiatur.hub.models import Policy, Source
from audiatur.provenance.values import Mode, Released, Withheld
from audiatur.publishing.notice import notice_html
from tests.hub.admin.conftest import People
from tests.hub.factories import NOON, hours, make_article, make_source

TEXT = "The ferry talks resume on Monday.\nBoth ministers confirmed it in the harbour."


def path(source: Source) -> str:
    return f"/admin/hub/source/{source.pk}/preview/"


def shown(response: HttpResponseBase, policy: str) -> list[Leaving]:
    """What the page shows under the saved or the tried policy."""
    return list(getattr(response, "context")[policy])  # noqa: B009


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("jurisdiction", [None, "TV"])
def test_the_preview_is_what_the_gate_releases(db: None, mode: Mode, jurisdiction: str | None) -> None:
    source = make_source("tavania-today", mode=mode, barred="TV", excerpt_chars=20)
    articles = [make_article(source, text=TEXT, published=NOON + hours(number)) for number in range(7)]
    gate = Gate(Viewer(NOON + hours(9), jurisdiction))
    found = leaving(gate, source)
    assert len(found) == 5
    for one, article in zip(found, reversed(articles), strict=False):
        decision = gate.release(article)
        assert one.released == (decision if isinstance(decision, Released) else None)
        assert str(one.notice) == str(notice_html(decision.notice))
        assert (one.refusal.status if one.refusal else None) == (
            decision.status if isinstance(decision, Withheld) else None
        )


@pytest.mark.parametrize("mode", [Mode.FULL, Mode.EXCERPT, Mode.LINK])
def test_what_is_tried_is_what_readers_get_once_it_is_saved(people: People, mode: Mode) -> None:
    source = make_source("tavania-today", mode=Mode.NONE)
    article = make_article(source, text=TEXT)
    address = f"/articles/{article.uid}/"
    assert people.charlie.get(address).status_code == 403
    tried = shown(people.alice.get(f"{path(source)}?mode={mode}&excerpt_chars=40"), "tried")[0]
    assert Policy.objects.get().mode == "none"
    Policy.objects.update(mode=mode, excerpt_chars=40)
    page = unescape(people.charlie.get(address).content.decode())
    assert tried.released is not None
    for line in TEXT.splitlines():
        assert (line in tried.paragraphs) == (line in page)
    assert unescape(str(tried.notice)) in page
    item = fromstring(people.charlie.get("/sources/tavania-today.rss").content).find("channel/item")  # noqa: S314
    assert item is not None
    assert _told(tried.entry) == {child.tag: (child.text or "").strip() for child in item}


def _told(entry: str) -> dict[str, str]:
    return {child.tag: (child.text or "").strip() for child in fromstring(entry)}  # noqa: S314


def test_a_barred_reader_is_shown_the_words_of_the_451(people: People) -> None:
    source = make_source("tavania-today", barred="TV")
    make_article(source, text=TEXT)
    open_page = people.bob.get(path(source)).content.decode()
    assert "Both ministers confirmed it" in open_page
    page = people.bob.get(f"{path(source)}?jurisdiction=tv").content.decode()
    assert "Both ministers confirmed it" not in page
    for words in ("answers 451", "Demanded by: Court of Tavania", "Act 7", "blocked-by"):
        assert words in page


def test_a_window_is_tried_at_another_time(people: People) -> None:
    source = make_source("tavania-today", starts=NOON, ends=NOON + hours(24), outside=Mode.NONE)
    make_article(source, text=TEXT)
    within = shown(people.alice.get(f"{path(source)}?as_of={NOON:%Y-%m-%d}T13:00"), "saved")
    after = shown(people.alice.get(f"{path(source)}?as_of={NOON + hours(48):%Y-%m-%d}T13:00"), "saved")
    assert within[0].released is not None
    assert after[0].refusal is not None
    assert after[0].refusal.title.endswith("at this time")


@pytest.mark.parametrize(
    "query", ["mode=everything", "excerpt_chars=0", "jurisdiction=TAV", "starts=2031-05-05T00:00&ends=2031-05-04T00:00"]
)
def test_a_question_with_a_mistake_is_answered_with_the_saved_policy(people: People, query: str) -> None:
    source = make_source("tavania-today")
    make_article(source, text=TEXT)
    answer = people.alice.get(f"{path(source)}?{query}")
    assert answer.status_code == 200
    assert "errorlist" in answer.content.decode()
    assert not answer.context["is_trial"]


def test_a_source_without_a_policy_lets_only_links_leave(people: People) -> None:
    source = make_source("tavania-today")
    make_article(source, text=TEXT)
    Policy.objects.all().delete()
    answer = people.alice.get(path(source))
    released = shown(answer, "saved")[0].released
    assert released is not None
    assert (released.mode, released.text) == (Mode.LINK, "")
    assert "no policy yet" in answer.content.decode()


def test_the_outlets_words_are_escaped(people: People) -> None:
    source = make_source("tavania-today")
    make_article(source, title="<b>Ferry</b>", text="<script>alert(1)</script> resumes", html="<p>resumes</p>")
    page = people.alice.get(path(source)).content.decode()
    assert "<b>Ferry" not in page
    assert "<script>alert" not in page
