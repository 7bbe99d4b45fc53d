"""Nothing is lost: a worker killed at any moment, again and again, loses nothing and doubles nothing."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import yaml

from tests.cli.console import Hub
from tests.invariants.newsstand import Newsstand, newsstand

OUTLETS = 40
KILLS = 6
# Seconds that a worker gets to start, and to finish what the killed ones left, on a busy machine.
PATIENCE = 180

WORKER = (sys.executable, "-m", "audiatur.hub.worker")
HELD = (
    "SELECT s.slug, e.guid, v.title FROM hub_version v JOIN hub_article a ON a.id = v.article_id"
    " JOIN hub_entry e ON e.id = a.entry_id JOIN hub_source s ON s.id = a.source_id"
)
# How often each thing that analysis makes of an article is there; once, or as often as in every other article.
MADE = (
    "SELECT (SELECT count(*) FROM hub_anatomy x WHERE x.version_id = a.latest_id),"
    " (SELECT count(*) FROM hub_statement t WHERE t.version_id = a.latest_id),"
    " a.story_id IS NOT NULL, count(*) FROM hub_article a GROUP BY 1, 2, 3"
)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has every address of 127.0.0.0/8")


def rows(hub: Hub, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(hub.home / "audiatur.sqlite3", timeout=20)) as store:
        return list(store.execute(query))


def let_claims_lapse(hub: Hub) -> None:
    """What only passing time does: what a dead worker had claimed is free, and every feed is due again."""
    with closing(sqlite3.connect(hub.home / "audiatur.sqlite3", timeout=20)) as store, store:
        store.execute("UPDATE hub_feed SET next_poll = '2026-01-01 00:00:00', claimed_until = NULL")
        store.execute("UPDATE hub_leaserow SET until = NULL")


def wait_for(what: Callable[[], bool], worker: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while not what():
        assert worker.poll() is None, f"the worker ended by itself:\n{log.read_text()[-2000:]}"
        assert time.monotonic() < deadline, f"not done in {PATIENCE} s:\n{log.read_text()[-2000:]}"
        time.sleep(0.05)


def register(hub: Hub, stand: Newsstand, folder: Path) -> None:
    outlets = [
        {"slug": f"outlet-{number}", "name": f"Outlet {number}", "feeds": [{"url": stand.url(number)}]}
        for number in range(OUTLETS)
    ]
    (folder / "register.yaml").write_text(yaml.safe_dump({"sources": outlets}))
    assert hub("sources", "import", str(folder / "register.yaml")).status == 0


def kill_in_the_middle(hub: Hub, stand: Newsstand, log: Path, moment: float, *, storing: bool) -> None:
    """Start a worker and kill it ``moment`` seconds after its first request, or after it first stored something."""
    asked, held = stand.asked, len(rows(hub, HELD))
    with hub.running(*WORKER, log=log) as worker:
        wait_for(lambda: len(rows(hub, HELD)) > held if storing else stand.asked > asked, worker, log)
        time.sleep(moment)
        os.kill(worker.pid, signal.SIGKILL)


def finish(hub: Hub, stand: Newsstand, log: Path) -> None:
    with hub.running(*WORKER, log=log) as worker:
        wait_for(lambda: len(rows(hub, HELD)) >= len(stand.expected()), worker, log)
        wait_for(lambda: rows(hub, "SELECT count(*) FROM hub_article WHERE pending") == [(0,)], worker, log)
        worker.terminate()
        assert worker.wait(PATIENCE) == 0


def test_a_worker_killed_at_random_moments_loses_and_doubles_nothing(tmp_path: Path) -> None:
    moments = random.Random(12)  # noqa: S311 - the same moments in every run, as far as a machine lets them be
    hub, log = Hub(tmp_path / "hub"), tmp_path / "worker.log"
    with newsstand(OUTLETS, 2) as stand:
        register(hub, stand, tmp_path)
        kept: set[tuple[object, ...]] = set()
        for kill in range(KILLS):
            # On a busy machine no moment counted from a request alone is sure to fall into the storing.
            kill_in_the_middle(hub, stand, log, moments.uniform(0, 2), storing=kill % 2 == 1)
            held = rows(hub, HELD)
            assert kept <= set(held), "what was once stored is gone"
            kept = set(held)
            let_claims_lapse(hub)
            stand.publish()
        assert 0 < len(kept) < len(stand.expected()), "the kills came too early or too late to prove anything"
        finish(hub, stand, log)
        held = rows(hub, HELD)
    assert len(held) == len(set(held))
    assert set(held) == stand.expected()
    ((anatomies, statements, grouped, articles),) = rows(hub, MADE)
    assert (anatomies, grouped, articles) == (1, 1, len(held))
    assert isinstance(statements, int)
    assert statements >= 1
    assert rows(hub, "PRAGMA integrity_check") == [("ok",)]
