"""Who may see and change what in the back office: Alice edits, Bob looks, Charlie is sent to the login."""

from __future__ import annotations

import re

import pytest
from django.http import HttpResponse, HttpResponseBase

from audiatur.hub.models import Source, Topic
from tests.hub.admin.conftest import People
from tests.hub.admin.samples import Register, make_register

TABLES = (
    *("source", "policy", "feed", "attempt", "article", "story", "speaker", "topic"),
    *("report", "correction", "decision"),
)
# What a Content-Security-Policy of 'self' would block: scripts and styles written into the page.
INLINE = re.compile(
    r"<script(?![^>]*\b(?:src=|type=\"application/json\"))|<style|\sstyle=\"|\son[a-z]+=\"", re.IGNORECASE
)


@pytest.fixture
def register(db: None) -> Register:
    return make_register()


def pages(register: Register) -> list[str]:
    """Every page of the back office that shows something of the hub."""
    rows = [f"/admin/hub/{table}/{pk}/change/" for table, pk in register.pages.items()]
    lists = [f"/admin/hub/{table}/" for table in register.pages]
    return ["/admin/", *lists, *rows, f"/admin/hub/source/{register.source.pk}/preview/"]


def blocked(response: HttpResponseBase) -> list[str]:
    """What the browser would refuse to run or apply, by the policy that came with the page."""
    assert isinstance(response, HttpResponse)
    assert "default-src 'self'" in response.headers["Content-Security-Policy"]
    assert "unsafe" not in response.headers["Content-Security-Policy"]
    return INLINE.findall(response.content.decode())


def test_every_table_is_looked_at(register: Register) -> None:
    assert tuple(register.pages) == TABLES


def test_alice_and_bob_see_every_page_and_charlie_none(people: People, register: Register) -> None:
    for path in pages(register):
        assert people.alice.get(path).status_code == 200, path
        assert people.bob.get(path).status_code == 200, path
        answer = people.charlie.get(path)
        assert (answer.status_code, answer.headers["Location"]) == (302, f"/admin/login/?next={path}")


def test_no_page_needs_a_script_or_style_of_its_own(people: People, register: Register) -> None:
    for path in [*pages(register), *(f"/admin/hub/{table}/add/" for table in ("source", "policy", "feed", "topic"))]:
        assert blocked(people.alice.get(path)) == [], path
    assert blocked(people.charlie.get("/admin/login/")) == []


@pytest.mark.parametrize("table", ["source", "policy", "feed", "speaker", "topic", "report"])
def test_bob_and_charlie_change_nothing(people: People, register: Register, table: str) -> None:
    path = f"/admin/hub/{table}/{register.pages[table]}/change/"
    assert 'name="_save"' in people.alice.get(path).content.decode()
    assert 'name="_save"' not in people.bob.get(path).content.decode()
    assert people.bob.post(path, {"name": "Changed"}).status_code == 403
    assert people.charlie.post(path, {"name": "Changed"}).status_code == 302
    assert not Source.objects.filter(name="Changed").exists()
    assert not Topic.objects.filter(name="Changed").exists()


@pytest.mark.parametrize("table", ["source", "policy", "feed", "topic"])
def test_bob_adds_nothing(people: People, table: str) -> None:
    path = f"/admin/hub/{table}/add/"
    assert people.alice.get(path).status_code == 200
    assert people.bob.get(path).status_code == 403
    assert people.charlie.get(path).status_code == 302


def test_the_preview_is_for_those_who_may_see_articles(people: People, register: Register) -> None:
    from django.contrib.auth.models import Permission, User

    User.objects.get(username="bob").user_permissions.remove(Permission.objects.get(codename="view_article"))
    path = f"/admin/hub/source/{register.source.pk}/preview/"
    assert people.bob.get(path).status_code == 403
    assert people.alice.get("/admin/hub/source/999999/preview/").status_code == 404


def test_the_first_page_helps_and_leads_back(people: People, register: Register) -> None:
    page = people.alice.get("/admin/").content.decode()
    assert "audiatur back office" in page
    assert "The three questions" in page
    assert 'href="/"' in page


@pytest.mark.parametrize("table", TABLES)
def test_lists_can_be_searched(people: People, register: Register, table: str) -> None:
    if table in {"policy", "attempt", "source", "feed"}:
        assert "1 " in people.alice.get(f"/admin/hub/{table}/?q=tavania").content.decode()
    assert people.alice.get(f"/admin/hub/{table}/?q=no+such+thing").status_code == 200
