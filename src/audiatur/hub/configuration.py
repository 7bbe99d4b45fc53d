"""How the operator's environment is read; every mistake is named with its remedy."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from audiatur.errors import SettingError

_TRUE, _FALSE = {"1", "yes", "true", "on"}, {"", "0", "no", "false", "off"}


def flag(name: str) -> bool:
    """Whether a yes/no variable is on; SettingError where it is neither."""
    value = os.environ.get(name, "").lower()
    if value not in _TRUE | _FALSE:
        raise SettingError("not-a-flag", f"{value!r} is neither yes nor no", place=name, remedy="use 1 or 0")
    return value in _TRUE


def one_of(name: str, allowed: Sequence[str]) -> str:
    """The value of a variable of which only some are allowed, the first by default; SettingError for any other."""
    value = os.environ.get(name) or allowed[0]
    if value not in allowed:
        told = ", ".join(allowed)
        raise SettingError("not-allowed", f"{value!r} is none of {told}", place=name, remedy=f"use one of {told}")
    return value


def words(value: str) -> list[str]:
    """A list of words, separated by spaces or commas."""
    return value.replace(",", " ").split()


def secret_key(home: Path) -> str:
    """The key that signs sessions: the operator's, else the one of the first start; else one for building and tests."""
    given = os.environ.get("AUDIATUR_SECRET_KEY")
    if given:
        return given
    kept = home / "secret-key"
    return kept.read_text().strip() if kept.exists() else "only-for-building-and-tests"


def database(address: str) -> dict[str, object]:
    """Django's form of a DATABASE_URL; SettingError where it cannot be understood."""
    parts = urlsplit(address)
    if parts.scheme == "sqlite":
        # As everywhere else: three slashes and a relative path, four and an absolute one.
        return _sqlite(unquote(parts.path[1:]))
    if parts.scheme in {"postgres", "postgresql"}:
        options = dict(parse_qsl(parts.query))
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.lstrip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            # A socket's folder comes as ?host=/path, as libpq has it.
            "HOST": options.pop("host", unquote(parts.hostname or "")),
            "PORT": str(parts.port or ""),
            "CONN_HEALTH_CHECKS": True,
            "CONN_MAX_AGE": 60,
            "OPTIONS": options,
        }
    raise SettingError(
        "database-url",
        f"the scheme {parts.scheme!r} is neither sqlite nor postgresql",
        place="DATABASE_URL",
        remedy="use sqlite:////path/to/file or postgresql://user:password@host/name",
    )


def _sqlite(path: str) -> dict[str, object]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": None,
        # IMMEDIATE with WAL: 0 lock errors where WAL alone had 920 (docs/architecture.md).
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            # 64 MB of pages in memory: the indexes of a hub of some hundred thousand articles. A checkpoint, which
            # waits for the disk, every 16 MB of changes instead of every 4.
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; "
                "PRAGMA cache_size=-64000; PRAGMA wal_autocheckpoint=4000;"
            ),
        },
    }
