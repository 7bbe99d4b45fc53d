"""``audiatur run``: one process tree that serves, polls and analyses, and that ends as a whole."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.cli.console import SCRIPT, Hub
from tests.hub.outlet import Outlet, outlet

# Seconds for starting and polling on a busy machine; and what the command promises for its end.
PATIENCE, END = 120, 20


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def health(port: int) -> dict[str, object]:
    """What the hub says of itself; empty while it does not answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/healthz")
        answer = connection.getresponse()
        return dict(json.loads(answer.read())) if answer.status == 200 else {}
    except (OSError, http.client.HTTPException):
        return {}
    finally:
        connection.close()


def front(port: int, host: str) -> tuple[int, str]:
    """The status and the text of the front page, asked for under a name."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", "/", headers={"Host": f"{host}:{port}"})
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


def processes(hub: Hub) -> list[int]:
    """Every living process of this hub, whoever its parent is."""
    mark = f"AUDIATUR_HOME={hub.home}".encode()
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if mark in (folder / "environ").read_bytes().split(b"\0"):
                found.append(int(folder.name))
        except OSError:
            continue
    return found


def wait_until(what: Callable[[], bool], seconds: float, why: Callable[[], str]) -> None:
    deadline = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < deadline, why()
        time.sleep(0.1)


@pytest.fixture
def press() -> Iterator[Outlet]:
    with outlet() as running:
        running.feed("/feed.xml", ("1", "Ferry sails", "It sailed, she said."), ("2", "Ferry stops", "It stopped."))
        yield running


@contextmanager
def started(hub: Hub, port: int, log: Path, *options: str) -> Iterator[subprocess.Popen[bytes]]:
    """A running hub that answers; none of its processes outlives the test."""
    command = (*SCRIPT, "run", "--port", str(port), *options)
    try:
        with hub.running(*command, log=log, AUDIATUR_ENGINE="pool") as process:
            wait_until(lambda: health(port).get("status") == "ok", PATIENCE, log.read_text)
            yield process
    finally:
        for pid in processes(hub):
            with suppress(ProcessLookupError):  # it ended by itself meanwhile
                os.kill(pid, signal.SIGKILL)


linux = pytest.mark.skipif(sys.platform != "linux", reason="processes are found in /proc")


@linux
def test_it_says_how_to_log_in_polls_analyses_and_ends_as_a_whole(tmp_path: Path, press: Outlet) -> None:
    hub, log, port = Hub(tmp_path / "hub"), tmp_path / "run.log", free_port()
    with started(hub, port, log) as process:
        said = log.read_text()
        assert f"Log in at http://127.0.0.1:{port}/admin/ as 'editor' with the password" in said
        assert f"The hub is on http://127.0.0.1:{port} (Ctrl-C ends it)" in said
        assert hub("sources", "add", press.url("/feed.xml")).status == 0
        done = {"articles": 2, "pending": 0}
        wait_until(lambda: health(port).items() >= done.items(), PATIENCE, log.read_text)
        process.send_signal(signal.SIGTERM)
        assert process.wait(END) == 0
        assert processes(hub) == []
        assert press.asked.count("/feed.xml") == 2  # once for `sources add`, once polled
    given = hub("doctor", "--new-password", "editor", "--json")
    assert (given.status, given.document["name"]) == (0, "editor")
    assert "0 errors" in hub("doctor").out


@linux
def test_its_own_address_follows_from_where_it_listens(tmp_path: Path) -> None:
    hub, log, port = Hub(tmp_path / "hub"), tmp_path / "run.log", free_port()
    with started(hub, port, log, "--host", "0.0.0.0"):  # noqa: S104 - that is the question
        assert f"The hub is on http://127.0.0.1:{port}" in log.read_text()
        assert "set AUDIATUR_ALLOWED_HOSTS" in log.read_text()
        status, page = front(port, "localhost")
        assert (status, f'<link rel="canonical" href="http://127.0.0.1:{port}/">' in page) == (200, True)
        assert front(port, "hub.example")[0] == 400


@linux
def test_a_killed_parent_takes_its_children_along(tmp_path: Path) -> None:
    hub, log, port = Hub(tmp_path / "hub"), tmp_path / "run.log", free_port()
    with started(hub, port, log) as process:
        assert len(processes(hub)) >= 3
        process.kill()
        process.wait()
        wait_until(lambda: processes(hub) == [], END, lambda: f"still there: {processes(hub)}")


@linux
def test_a_serving_process_that_hears_nothing_ends_too(tmp_path: Path) -> None:
    hub, log, port = Hub(tmp_path / "hub"), tmp_path / "run.log", free_port()
    with started(hub, port, log) as process:
        os.kill(max(pid for pid in processes(hub) if b"\0audiatur.hub.serving\0" in command_line(pid)), signal.SIGSTOP)
        process.kill()
        process.wait()
        wait_until(lambda: processes(hub) == [], END, lambda: f"still there: {processes(hub)}")


@linux
def test_a_worker_that_dies_is_started_again(tmp_path: Path) -> None:
    hub, log, port = Hub(tmp_path / "hub"), tmp_path / "run.log", free_port()
    with started(hub, port, log):
        wait_until(lambda: bool(workers(hub)), PATIENCE, log.read_text)
        (first,) = workers(hub)
        os.kill(first, signal.SIGKILL)
        wait_until(lambda: workers(hub) not in ([], [first]), PATIENCE, log.read_text)
        assert health(port)["status"] == "ok"


def workers(hub: Hub) -> list[int]:
    """The worker process itself, without the pool that it works with."""
    return [pid for pid in processes(hub) if b"\0audiatur.hub.worker\0" in command_line(pid)]


def command_line(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def pool(hub: Hub) -> set[int]:
    """The processes that parse and read for a worker."""
    return {pid for pid in processes(hub) if b"multiprocessing.forkserver" in command_line(pid)}


@linux
def test_a_killed_worker_takes_its_pool_along(tmp_path: Path, press: Outlet) -> None:
    hub, log, port = Hub(tmp_path / "hub"), tmp_path / "run.log", free_port()
    with started(hub, port, log):
        assert hub("sources", "add", press.url("/feed.xml")).status == 0
        wait_until(lambda: health(port).items() >= {"articles": 2, "pending": 0}.items(), PATIENCE, log.read_text)
        (worker,), helpers = workers(hub), pool(hub)
        assert helpers
        os.kill(worker, signal.SIGKILL)
        wait_until(lambda: not helpers & set(processes(hub)), END, lambda: f"still there: {processes(hub)}")


def test_a_port_in_use_is_said_before_anything_is_set_up(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        said = Hub(tmp_path / "hub")("run", "--port", str(port))
    assert said.status == 1
    assert f"http://127.0.0.1:{port}: cannot listen there" in said.err
    assert "choose another --port" in said.err
    assert len(said.err.splitlines()) == 1
    assert not (tmp_path / "hub").exists()
