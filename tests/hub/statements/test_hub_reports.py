"""Readers report errors without account or script; editors find them in their queue; no address is stored."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from pytest_django import Settings

from audiatur.hub.models import Report, Tally
from audiatur.hub.statements import reporting
from audiatur.hub.statements.reporting import sender_of
from tests.hub.factories import make_article, make_source
from tests.hub.statements.reading_hub import editor, read, said

pytestmark = pytest.mark.django_db
TEXT = "Ada Lund said the port opens."
WRONG = {"wrong": "speaker", "words": "It was Ivo Maro.", "contact": "", "website": ""}


@pytest.fixture
def address(db: None) -> str:
    (row,) = read(make_article(make_source("post"), "Port", TEXT), said(TEXT, "the port opens", name="Ada Lund"))
    return f"/statements/{row.uid}/report/"


def test_a_report_lands_in_the_queue_and_the_reader_sees_it(client: Client, address: str) -> None:
    answer = client.post(address, WRONG, follow=True)
    assert "Your report was received" in answer.content.decode()
    report = Report.objects.get()
    assert (report.wrong, report.words, report.state) == ("speaker", "It was Ivo Maro.", "open")
    client.force_login(editor().user)
    assert "Someone else said it" in client.get("/admin/hub/report/?state__exact=open").content.decode()
    assert "It was Ivo Maro." in client.get(f"/editors/statements/{report.statement}/").content.decode()


def test_an_editor_decides_and_notes(client: Client, address: str) -> None:
    client.post(address, WRONG)
    report = Report.objects.get()
    client.force_login(editor().user)
    client.post(f"/admin/hub/report/{report.pk}/change/", {"state": "accepted", "note": "corrected"})
    report.refresh_from_db()
    assert (report.state, report.note, report.handled_by) == ("accepted", "corrected", "alice")
    assert report.handled is not None


@pytest.mark.parametrize(
    "sent", [{"wrong": ""}, {"wrong": "everything"}, {"words": "x" * 2001}, {"contact": "x" * 201}]
)
def test_what_is_missing_or_too_long_is_told(client: Client, address: str, sent: dict[str, str]) -> None:
    answer = client.post(address, WRONG | sent)
    assert (answer.status_code, Report.objects.count()) == (200, 0)
    assert "Something is missing or too long" in answer.content.decode()


def test_a_program_that_fills_the_trap_is_not_heard(client: Client, address: str) -> None:
    assert client.post(address, WRONG | {"website": "http://spam.example"}).status_code == 302
    assert not Report.objects.exists()


def test_a_form_from_elsewhere_is_refused(address: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(address, WRONG).status_code == 403
    token = strict.get(address).cookies["csrftoken"].value
    assert strict.post(address, WRONG | {"csrfmiddlewaretoken": token}).status_code == 302


def test_too_many_from_one_address_are_refused_and_others_are_not(
    client: Client, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reporting, "A_DAY", 2)
    one, other = "203.0.113.8", "203.0.113.9"
    assert [client.post(address, WRONG, REMOTE_ADDR=one).status_code for _ in range(3)] == [302, 302, 429]
    assert client.post(address, WRONG, REMOTE_ADDR=other).status_code == 302
    assert Report.objects.count() == 3


def test_behind_a_proxy_its_last_word_tells_readers_apart(
    client: Client, address: str, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    monkeypatch.setattr(reporting, "A_DAY", 1)
    assert [client.post(address, WRONG).status_code for _ in range(2)] == [302, 302]
    settings.ADDRESS_HEADER = "X-Forwarded-For"
    told = ["203.0.113.8", "198.51.100.1, 203.0.113.8", "203.0.113.8, 203.0.113.9"]
    sent = [client.post(address, WRONG, headers={"X-Forwarded-For": words}).status_code for words in told]
    assert sent == [302, 429, 302]


def test_no_address_is_stored_and_days_are_forgotten(client: Client, address: str) -> None:
    Tally.objects.create(sender="former", day=date(2020, 1, 1), number=3)
    client.post(address, WRONG, REMOTE_ADDR="203.0.113.9")
    tally = Tally.objects.get()
    assert (tally.number, "203" in tally.sender[:4]) == (1, False)
    assert tally.sender == sender_of("203.0.113.9", tally.day)
    stored = [str(value) for row in Report.objects.values() for value in row.values()]
    assert not any("203.0.113.9" in value for value in stored)


def test_a_sender_is_another_the_next_day() -> None:
    assert sender_of("203.0.113.9", date(2031, 3, 2)) != sender_of("203.0.113.9", date(2031, 3, 3))
