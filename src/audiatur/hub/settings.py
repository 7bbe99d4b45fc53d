"""The settings of the hub: Django's, read from the operator's environment.

Each variable is described in docs/reference/settings.md; a test fails when one is missing there.
"""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from audiatur.errors import SettingError

HOME = Path(os.environ.get("AUDIATUR_HOME", "var")).absolute()


def _database(address: str) -> dict[str, object]:
    """Django's form of a DATABASE_URL; SettingError where it cannot be understood."""
    parts = urlsplit(address)
    if parts.scheme == "sqlite":
        name = unquote(parts.path)
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": name,
            # IMMEDIATE: 0 lock errors where WAL alone had 920 (docs/architecture.md).
            "OPTIONS": {
                "timeout": 20,
                "transaction_mode": "IMMEDIATE",
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
            },
            "TEST": {"NAME": os.environ.get("AUDIATUR_TEST_DATABASE")},
        }
    if parts.scheme in {"postgres", "postgresql"}:
        options = dict(parse_qsl(parts.query))
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.lstrip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
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
        remedy="use sqlite:///path/to/file or postgresql://user:password@host/name",
    )


DATABASES = {"default": _database(os.environ.get("DATABASE_URL", f"sqlite:///{HOME / 'audiatur.sqlite3'}"))}
SECRET_KEY = os.environ.get("AUDIATUR_SECRET_KEY", "only-for-tests-and-building")
INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "audiatur.hub",
]
ROOT_URLCONF = "audiatur.hub.urls"
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
STATIC_URL = "static/"
