"""The doctor: each check on values, the whole on a real hub in a folder, and the answer as text and JSON."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from audiatur.cli.doctor import document, report
from audiatur.errors import InputError
from audiatur.hub.configuration import secret_key
from audiatur.hub.editors.operations import first_editor, new_password
from audiatur.hub.health import Finding, Level, examine, machine, setup, store, work
from audiatur.hub.models import Feed, FeedState, LeaseRow
from tests.cli.console import Hub
from tests.hub.factories import NOON, make_article, make_feed, make_source

OK, WARNING, ERROR = Level.OK, Level.WARNING, Level.ERROR
LONG = "k" * 60
QUIET = work.Work(feeds=1, overdue=0, failing=(), gone=(), pending=0, oldest=None, worker=True)


@pytest.mark.parametrize(
    ("finding", "id_", "level", "words"),
    [
        (machine.python((3, 11), "3.11.7"), "A1", OK, "3.11.7"),
        (machine.python((3, 10), "3.10.1"), "A1", ERROR, "too old"),
        (machine.packages({"lxml": "6.0", "nh3": "0.3"}), "A2", OK, "lxml 6.0, nh3 0.3"),
        (machine.packages({"lxml": None}), "A2", ERROR, "not installed: lxml"),
        (machine.room(50_000_000_000), "A4", OK, "50.0 GB"),
        (machine.room(500_000_000), "A4", WARNING, "only 0.5 GB"),
        (machine.room(5_000), "A4", ERROR, "only"),
        (setup.contact("desk@hub.example"), "B2", OK, "desk@hub.example"),
        (setup.contact(" "), "B2", WARNING, "no address"),
        (setup.base_url("https://hub.example"), "B3", OK, "https://hub.example"),
        (setup.base_url("http://127.0.0.1:8000"), "B3", OK, "127.0.0.1"),
        (setup.base_url("http://hub.example"), "B3", WARNING, "not encrypted"),
        (setup.base_url("https://hub.example/news"), "B3", ERROR, "has a path"),
        (setup.base_url("hub.example"), "B3", ERROR, "no web address"),
        (setup.hosts(["hub.example"], "https://hub.example"), "B4", OK, "hub.example"),
        (setup.hosts([".example"], "https://hub.example"), "B4", OK, ".example"),
        (setup.hosts(["[::1]"], "http://[::1]:8000"), "B4", OK, "::1"),
        (setup.hosts(["localhost"], "https://hub.example"), "B4", ERROR, "hub.example is not among them"),
        (setup.hosts(["*"], "https://hub.example"), "B4", WARNING, "any host"),
        (setup.private(False), "B5", OK, "refused"),
        (setup.private(True), "B5", WARNING, "your own network"),
        (setup.jurisdiction("DE", "", ""), "B6", OK, "in DE"),
        (setup.jurisdiction("GERMANY", "", ""), "B6", ERROR, "no code"),
        (setup.jurisdiction("", "X-Country", ""), "B6", OK, "X-Country"),
        (setup.jurisdiction("", "", ""), "B6", OK, "not known"),
        (setup.geoip("", proxied=True), "B7", OK, "none"),
        (setup.geoip("/nowhere/countries.mmdb", proxied=False), "B7", ERROR, "cannot be read"),
        (store.migrations([]), "C2", OK, "up to date"),
        (store.migrations(["hub.0009_more"]), "C2", ERROR, "hub.0009_more"),
        (store.durable("postgresql", {}), "C3", OK, "its own"),
        (store.durable("sqlite", {"journal_mode": "wal", "foreign_keys": "1"}), "C3", OK, "on"),
        (store.durable("sqlite", {"journal_mode": "delete", "foreign_keys": "1"}), "C3", ERROR, "journal_mode"),
        (work.failing(["https://a.example/"]), "D3", WARNING, "https://a.example/"),
        (work.gone([f"https://{n}.example/" for n in range(9)]), "D4", WARNING, "and 4 more"),
        (work.editors([]), "E1", ERROR, "nobody"),
        (work.editors(["alice"]), "E1", OK, "--new-password"),
    ],
)
def test_each_check(finding: Finding, id_: str, level: Level, words: str) -> None:
    assert (finding.id, finding.level) == (id_, level)
    assert words in finding.told
    assert bool(finding.remedy) == (level is not OK)


def test_a_folder_that_others_may_read_or_nobody_may_write(tmp_path: Path) -> None:
    home = tmp_path / "hub"
    assert machine.folder(home).level is ERROR
    home.mkdir(mode=0o700)
    assert machine.folder(home).level is OK
    home.chmod(0o755)
    assert machine.folder(home).remedy == f"chmod 700 {home}"
    assert list(home.iterdir()) == []


def test_the_key(tmp_path: Path) -> None:
    kept = tmp_path / "secret-key"
    # The key of building and tests is the one that the settings fall back to before the first start.
    assert setup.key(secret_key(tmp_path), kept).level is ERROR
    assert setup.key("short", kept).level is WARNING
    assert setup.key(LONG, kept).level is OK
    kept.touch(mode=0o600)
    kept.chmod(0o644)
    assert (setup.key(LONG, kept).level, LONG in setup.key(LONG, kept).told) == (ERROR, False)


@pytest.mark.django_db
def test_the_work_is_counted() -> None:
    now = NOON
    late, failed, ended = (make_feed(make_source(slug)) for slug in ("late", "failed", "ended"))
    Feed.objects.filter(pk=late.pk).update(next_poll=now - timedelta(hours=1))
    Feed.objects.filter(pk=failed.pk).update(failures=3, next_poll=now + timedelta(hours=1))
    Feed.objects.filter(pk=ended.pk).update(state=FeedState.GONE)
    article = make_article(late.source, published=now - timedelta(hours=5))
    type(article).objects.update(pending=True)
    make_article(failed.source)
    found = work.counted(now)
    assert (found.feeds, found.overdue, found.failing, found.gone) == (3, 1, (failed.url,), (ended.url,))
    levels = {one.id: one.level for one in work.checks(found, now)}
    assert levels == {"D1": OK, "D2": WARNING, "D3": WARNING, "D4": WARNING, "D5": WARNING, "D6": WARNING}
    assert "the oldest for 5 hours" in work.backlog(found, now).told
    assert work.overdue(found).remedy == "start it: audiatur run"
    LeaseRow.objects.create(name="analysis", holder="worker", until=now + timedelta(minutes=1))
    assert work.overdue(work.counted(now)).remedy.startswith("see the worker's log")


def test_a_quiet_hub_and_an_empty_one() -> None:
    assert {one.level for one in work.checks(QUIET, NOON)} == {OK}
    empty = work.Work(feeds=0, overdue=0, failing=(), gone=(), pending=0, oldest=None, worker=False)
    assert [one.id for one in work.checks(empty, NOON) if one.level is not OK] == ["D1"]


@pytest.mark.django_db(transaction=True)
def test_every_check_has_a_number_of_its_own_and_the_database_is_well() -> None:
    User.objects.create_superuser("alice")
    found = examine(timezone.now())
    ids = [one.id for one in found]
    assert ids == sorted(set(ids))
    assert {id_[0] for id_ in ids} == set("ABCDE")
    assert [one for one in found if one.id[0] in "CE" and one.level is not OK] == []


@pytest.mark.django_db
def test_a_new_password_lets_the_editor_in() -> None:
    User.objects.create_superuser("alice", password="the old one")
    login = new_password("alice")
    alice = User.objects.get()
    assert alice.check_password(login.password)
    assert not alice.check_password("the old one")
    with pytest.raises(InputError, match=r"no account 'bob'.*the accounts are: alice"):
        new_password("bob")


def test_the_answer_for_people_and_for_programs() -> None:
    found = (Finding("A1", "Python", OK, "3.11"), Finding("B2", "contact", WARNING, "none", "set it"))
    assert report(found).splitlines() == [
        "ok       A1  Python: 3.11",
        "warning  B2  contact: none",
        "              -> set it",
        "0 errors, 1 warning",
    ]
    answer = document(found)
    assert json.loads(json.dumps(answer)) == answer
    assert (answer["errors"], answer["warnings"]) == (0, 1)


def test_before_the_first_start_it_says_what_to_do_and_makes_nothing(tmp_path: Path) -> None:
    said = Hub(tmp_path / "hub")("doctor", "--json")
    levels = {one["id"]: one["level"] for one in said.document["findings"]}  # type: ignore[attr-defined]
    assert (said.status, levels["C1"]) == (1, "error")
    assert not (tmp_path / "hub").exists()
    asked = Hub(tmp_path / "hub")("doctor", "--new-password", "editor")
    assert (asked.status, "audiatur run" in asked.err) == (1, True)


def test_a_hub_that_was_never_run_has_no_editor_yet_and_shows_no_password(tmp_path: Path) -> None:
    hub = Hub(tmp_path / "hub")
    assert "password" not in hub("sources", "list").err
    said = hub("doctor")
    assert (said.status, "1 error, " in said.out) == (1, True), said
    assert "E1  editors: no editor yet" in said.out
    asked = hub("doctor", "--new-password", "editor")
    assert (asked.status, "audiatur run makes one" in asked.err) == (1, True)


@pytest.mark.django_db
def test_the_first_editor_is_made_once_and_again_where_nobody_can_log_in() -> None:
    login = first_editor()
    assert login is not None
    assert User.objects.get(username="editor").check_password(login.password)
    assert first_editor() is None
    User.objects.update(is_active=False)
    again = first_editor()
    assert again is not None
    assert (again.name, User.objects.count()) == ("editor-2", 2)
