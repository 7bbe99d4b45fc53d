"""``audiatur load``: a corpus into the hub; nothing twice, nothing silently left out."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
import yaml

from tests.cli.console import Hub

ITEMS = [
    {
        "outlet": "Gazette",
        "url": "https://gazette.example/1",
        "date": "2026-03-02T10:00:00Z",
        "title": "Ferry talks resume in Tarn",
        "summary": "",
        "text": "Minister Ada Venn said on Monday that the ferry talks would resume in Tarn.",
    },
    {
        "outlet": "Herald",
        "url": "https://herald.example/1",
        "date": "2026-03-02",
        "title": "Apple harvest",
        "text": "Big.",
    },
    {"outlet": "Herald", "url": "https://herald.example/2", "date": "2026-03-03"},
]
TOPIC = """
name: The ferry
sides:
  - {name: North, outlets: [Gazette]}
  - {name: South, outlets: [Herald, Radio South]}
"""


def written(*items: object) -> str:
    return "".join(json.dumps(item) + "\n" for item in items)


@pytest.fixture
def hub(tmp_path: Path) -> Hub:
    return Hub(tmp_path / "hub")


@pytest.fixture
def corpus(tmp_path: Path) -> str:
    (tmp_path / "corpus.jsonl").write_text(written(*ITEMS))
    return str(tmp_path / "corpus.jsonl")


def test_the_summary_says_what_was_taken_in_and_why_not(hub: Hub, corpus: str) -> None:
    said = hub("load", corpus, "--json")
    summary = said.document
    assert (summary["items"], summary["new"], summary["changed"]) == (3, 3, 0)
    assert summary["kept_as_links"] == ["Herald: https://herald.example/2"]
    assert (summary["skipped"], summary["repeated"], summary["sources"]) == ([], [], ["Gazette", "Herald"])
    assert isinstance(summary["seconds"], float)
    assert isinstance(summary["peak_memory_mb"], int)
    assert "stored: 3 of 3" in said.err


def test_loading_the_same_file_twice_changes_nothing(hub: Hub, corpus: str) -> None:
    hub("load", corpus)
    again = hub("load", corpus, "--json").document
    assert (again["items"], again["new"], again["changed"]) == (3, 0, 0)
    assert sum(source["articles"] for source in yaml.safe_load(hub("sources", "list", "--json").out)) == 3


def test_bad_lines_are_named_by_file_and_line_and_the_others_taken(hub: Hub, tmp_path: Path) -> None:
    file = tmp_path / "mixed.jsonl"
    file.write_text(f'{written(ITEMS[0])}no json\n\n[1]\n{{"title": "whose?"}}\n{written(ITEMS[1])}')
    summary = hub("load", str(file), "--json").document
    assert summary["new"] == 2
    skipped = summary["skipped"]
    assert isinstance(skipped, list)
    assert [line.split(": ")[0] for line in skipped] == [f"{file}, line {number}" for number in (2, 4, 5)]


def test_a_zipped_file_is_read_and_an_id_that_comes_again_is_named(hub: Hub, tmp_path: Path) -> None:
    file = tmp_path / "corpus.jsonl.gz"
    file.write_bytes(gzip.compress(written(*ITEMS, ITEMS[0]).encode()))
    summary = hub("load", str(file), "--json").document
    assert (summary["new"], summary["repeated"]) == (3, ["Gazette: https://gazette.example/1"])


def test_a_changed_item_is_a_new_version(hub: Hub, corpus: str, tmp_path: Path) -> None:
    hub("load", corpus)
    (tmp_path / "later.jsonl").write_text(written(ITEMS[0] | {"title": "Ferry talks break off in Tarn"}))
    summary = hub("load", str(tmp_path / "later.jsonl"), "--json").document
    assert (summary["new"], summary["changed"]) == (0, 1)


def test_a_topic_file_puts_outlets_on_their_sides(hub: Hub, corpus: str, tmp_path: Path) -> None:
    (tmp_path / "topic.yaml").write_text(TOPIC)
    assert hub("load", corpus, "--topic", str(tmp_path / "topic.yaml"), "--mode", "excerpt").status == 0
    register = yaml.safe_load(hub("sources", "export").out)
    assert register["topics"][0]["sides"] == [{"slug": "north", "name": "North"}, {"slug": "south", "name": "South"}]
    sides = {source["name"]: (source["sides"], source["policy"]["mode"]) for source in register["sources"]}
    assert sides == {
        "Gazette": (["the-ferry/north"], "excerpt"),
        "Herald": (["the-ferry/south"], "excerpt"),
        "Radio South": (["the-ferry/south"], "excerpt"),
    }


def test_sources_not_yet_known_get_link(hub: Hub, corpus: str) -> None:
    hub("load", corpus)
    listed = yaml.safe_load(hub("sources", "list", "--json").out)
    assert {source["name"]: source["mode"] for source in listed} == {"Gazette": "link", "Herald": "link"}


def test_progress_goes_to_standard_error_only(hub: Hub, corpus: str) -> None:
    said = hub("load", corpus)
    assert said.out.startswith("3 items: 3 new, 0 changed; ")
    assert len(said.out.splitlines()) == 1
    assert "no title, summary or text; kept as a link: Herald: https://herald.example/2" in said.err
