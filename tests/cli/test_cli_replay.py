"""``audiatur replay``: the recorded past of a feed, taken in as it happened."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from tests.cli.console import Hub
from tests.hub.outlet import rss

# One item whose title goes A, B, A; a second that leaves the feed.
PAST = [
    ("2026-03-02T10:00:00+00:00", rss(("1", "A", "x"), ("2", "Gone tomorrow", "y"))),
    ("2026-03-04T10:00:00+00:00", rss(("1", "A", "x"))),
    ("2026-03-03T10:00:00+00:00", rss(("1", "B", "x"))),
]


def history(*snapshots: tuple[str, bytes]) -> str:
    return "".join(json.dumps({"fetched": at, "xml": xml.decode()}) + "\n" for at, xml in snapshots)


@pytest.fixture
def hub(tmp_path: Path) -> Hub:
    return Hub(tmp_path / "hub")


def versions(hub: Hub) -> list[tuple[str, str, str]]:
    """Id, title and day of every version held."""
    with sqlite3.connect(hub.home / "audiatur.sqlite3") as store:
        rows = store.execute(
            "SELECT e.guid, v.title, substr(v.seen, 1, 10) FROM hub_version v JOIN hub_article a ON a.id = v.article_id"
            " JOIN hub_entry e ON e.id = a.entry_id ORDER BY e.guid, v.number"
        )
        return [(str(guid), str(title), str(day)) for guid, title, day in rows]


def test_snapshots_are_taken_in_time_order_and_a_b_a_is_three_versions(hub: Hub, tmp_path: Path) -> None:
    (tmp_path / "past.jsonl").write_text(history(*PAST))
    summary = hub("replay", str(tmp_path / "past.jsonl"), "--source", "Gazette", "--json").document
    assert (summary["source"], summary["snapshots"], summary["skipped"]) == ("gazette", 3, [])
    assert (summary["entries"], summary["new_versions"]) == (2, 2)
    assert versions(hub) == [
        ("1", "A", "2026-03-02"),
        ("1", "B", "2026-03-03"),
        ("1", "A", "2026-03-04"),
        ("2", "Gone tomorrow", "2026-03-02"),
    ]


def test_what_is_no_snapshot_is_named_and_the_others_taken(hub: Hub, tmp_path: Path) -> None:
    file = tmp_path / "past.jsonl"
    broken = history(("2026-03-05T10:00:00+00:00", b"hello"))
    file.write_text(f'{history(PAST[0])}no json\n{{"fetched": "once", "xml": ""}}\n{broken}')
    summary = hub("replay", str(file), "--source", "Gazette", "--json").document
    skipped = summary["skipped"]
    assert isinstance(skipped, list)
    assert sorted(line.split(": ")[0] for line in skipped) == [f"{file}, line {number}" for number in (2, 3, 4)]
    assert (summary["snapshots"], summary["entries"]) == (1, 2)


def test_a_file_without_a_snapshot_makes_no_source(tmp_path: Path) -> None:
    file = tmp_path / "past.jsonl"
    file.write_text("no snapshot\n")
    hub = Hub(tmp_path / "hub")
    said = hub("replay", str(file), "--source", "Nobody")
    assert said.status == 1
    assert f"{file}: holds no snapshot" in said.err
    assert hub("sources", "list", "--json").out.strip() == "[]"
