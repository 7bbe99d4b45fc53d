"""What every test shares: the database of this run, and marks that follow from what a test uses.

The whole suite runs on SQLite; the tests that use a database (``db_any``) run again on PostgreSQL, see run.sh.
"""

from __future__ import annotations

import os

import pytest
from django.conf import settings
from django.db import connections

# The browser's driver runs an event loop in the thread of the test; the tests themselves stay synchronous.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A file, not memory: threads, processes and live servers share it as they do in service."""
    if "sqlite" in str(settings.DATABASES["default"]["ENGINE"]):
        name = str(tmp_path_factory.mktemp("database") / "test.sqlite3")
        connections.databases["default"]["TEST"]["NAME"] = name


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever uses a database runs on every database; browsers come last, for their driver's event loop stays on."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)
    for item in items:
        uses = {"db", "transactional_db", "live_server"} & set(getattr(item, "fixturenames", ()))
        if uses or item.get_closest_marker("django_db"):
            item.add_marker(pytest.mark.db_any)
