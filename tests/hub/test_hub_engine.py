"""CPU work outlives the processes that do it."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from audiatur.errors import SettingError
from audiatur.hub.worker.engine import Inline, Pool, engine, split


def die_once(mark: str) -> str:
    """Kill this process the first time; answer the second."""
    if not Path(mark).exists():
        Path(mark).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return "done"


def test_a_killed_process_costs_a_retry_and_no_work(tmp_path: Path) -> None:
    pool = Pool(1)
    try:
        errands = [pool.submit(die_once, str(tmp_path / "mark"))] + [pool.submit(abs, -number) for number in range(20)]
        assert [errand.result(timeout=60) for errand in errands] == ["done", *range(20)]
    finally:
        pool.shutdown()


@pytest.mark.parametrize("executor", [Inline(), Pool(1)])
def test_an_error_travels_in_the_future(executor: Inline | Pool) -> None:
    with executor, pytest.raises(ValueError, match="invalid literal"):
        executor.submit(int, "x").result(timeout=60)


def test_an_unknown_engine_is_refused() -> None:
    with pytest.raises(SettingError, match=r"AUDIATUR_ENGINE.*'gpu'.*use pool"):
        engine("gpu")


@pytest.mark.parametrize(("count", "parts", "sizes"), [(5, 2, [3, 2]), (1, 4, [1]), (0, 2, []), (4, 4, [1, 1, 1, 1])])
def test_split(count: int, parts: int, sizes: list[int]) -> None:
    assert [len(part) for part in split(list(range(count)), parts)] == sizes
