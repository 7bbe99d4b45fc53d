"""The operator's settings are understood, or the mistake is named."""

from __future__ import annotations

import pytest
from django.db import connection

from audiatur.errors import SettingError
from audiatur.hub.configuration import database, flag, one_of, words


@pytest.mark.parametrize(
    ("address", "key", "value"),
    [
        ("sqlite:////srv/hub.sqlite3", "NAME", "/srv/hub.sqlite3"),
        ("postgresql://ann:s%40fe@db.example:5433/hub", "PASSWORD", "s@fe"),
        ("postgresql://ann@db.example:5433/hub", "PORT", "5433"),
        ("postgres:///hub?host=/run/pg", "HOST", "/run/pg"),
    ],
)
def test_database_addresses(address: str, key: str, value: str) -> None:
    assert database(address)[key] == value


def test_an_unknown_database_is_refused_with_a_remedy() -> None:
    with pytest.raises(SettingError, match=r"DATABASE_URL.*mysql.*use sqlite"):
        database("mysql://root@localhost/hub")


def test_flags_and_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDIATUR_ALLOW_PRIVATE", "maybe")
    with pytest.raises(SettingError, match="AUDIATUR_ALLOW_PRIVATE"):
        flag("AUDIATUR_ALLOW_PRIVATE")
    assert words("en, ru uk") == ["en", "ru", "uk"]


def test_one_of_a_few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AUDIATUR_LANGUAGE", raising=False)
    assert one_of("AUDIATUR_LANGUAGE", ["en", "uk"]) == "en"
    monkeypatch.setenv("AUDIATUR_LANGUAGE", "uk")
    assert one_of("AUDIATUR_LANGUAGE", ["en", "uk"]) == "uk"
    monkeypatch.setenv("AUDIATUR_LANGUAGE", "xx")
    with pytest.raises(SettingError, match=r"AUDIATUR_LANGUAGE.*use one of en, uk"):
        one_of("AUDIATUR_LANGUAGE", ["en", "uk"])


@pytest.mark.django_db(transaction=True)
def test_sqlite_writes_ahead_and_checks_keys() -> None:
    if connection.vendor != "sqlite":
        assert connection.vendor == "postgresql"
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode")
        assert cursor.fetchone() == ("wal",)
        cursor.execute("PRAGMA foreign_keys")
        assert cursor.fetchone() == (1,)
