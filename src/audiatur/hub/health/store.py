"""Checks C: the database."""

from __future__ import annotations

from pathlib import Path

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from audiatur.hub.health.values import Finding, Level, judged


def checks() -> tuple[Finding, ...]:
    """The checks C; where the database does not answer, the first one only."""
    reached = reachable()
    if reached.level is Level.ERROR:
        return (reached,)
    return (reached, migrations(_waiting()), durable(connection.vendor, _pragmas()))


def reachable() -> Finding:
    """C1: the database answers. A file that is not there is not made."""
    what = "database"
    file = connection.settings_dict["NAME"] if connection.vendor == "sqlite" else None
    if file is not None and not Path(str(file)).exists():
        return Finding("C1", what, Level.ERROR, f"there is none yet at {file}", "start the hub once: audiatur run")
    try:
        connection.ensure_connection()
        version = ".".join(map(str, connection.get_database_version()))
    except (DatabaseError, OSError) as error:
        remedy = "check DATABASE_URL, and that the server runs and lets this user in"
        return Finding("C1", what, Level.ERROR, f"it does not answer: {str(error).strip()}", remedy)
    return Finding("C1", what, Level.OK, f"{connection.display_name} {version}" + (f", {file}" if file else ""))


def _waiting() -> list[str]:
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def migrations(waiting: list[str]) -> Finding:
    """C2: the tables are those of this version of audiatur."""
    fault = f"waiting: {', '.join(waiting)}" if waiting else ""
    remedy = "make a backup, then start the hub: audiatur run brings the tables up to date"
    return judged("C2", "migrations", fault, told="up to date", remedy=remedy)


def _pragmas() -> dict[str, str]:
    if connection.vendor != "sqlite":
        return {}
    with connection.cursor() as cursor:
        return {name: str(cursor.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("journal_mode", "foreign_keys")}


def durable(vendor: str, pragmas: dict[str, str]) -> Finding:
    """C3: SQLite writes ahead, so that readers and the worker do not wait for each other, and checks its keys."""
    what = "write-ahead log"
    if vendor != "sqlite":
        return Finding("C3", what, Level.OK, f"{vendor} has its own")
    wrong = [f"{name} is {pragmas.get(name)}" for name, wanted in _WANTED.items() if pragmas.get(name) != wanted]
    remedy = "move AUDIATUR_HOME to a local disk: network file systems have no write-ahead log"
    return judged("C3", what, ", ".join(wrong), told="on", remedy=remedy)


_WANTED = {"journal_mode": "wal", "foreign_keys": "1"}
