"""``audiatur trace``: the fields of the contract, errors that name the file, exit statuses."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from tests.cli.console import call
from tests.corpora import corpora
from tests.records.transcripts import INLINE, LINES

ARTICLE = """Guards to stay on the island
“The guards will stay until the survey is signed,” Bordurian President Ivo Salat said on Monday.
“We will sail to the moon before the year is over,” Salat said."""


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    texts = {"article.txt": ARTICLE, "one.txt": INLINE, "two.txt": LINES, "empty.txt": "", "bad.txt": "\udcff"}
    for name, text in texts.items():
        (tmp_path / name).write_bytes(text.encode("utf-8", "surrogateescape"))
    return {name: str(tmp_path / name) for name in texts}


def test_the_fields_of_the_contract(files: dict[str, str]) -> None:
    said = call(
        "trace", files["article.txt"], files["two.txt"], files["one.txt"], "--published", "2026-03-02", "--json"
    )
    answer = json.loads(said.out)
    found, missing = answer["quotations"]
    assert said.status == 0
    assert (answer["file"], answer["text"]) == (files["article.txt"], ARTICLE)
    assert ARTICLE[found["quotation"]["start"] : found["quotation"]["end"]] == found["quotation"]["text"]
    assert (found["record"], found["agreement"], found["statement"]) == (files["one.txt"], "rewording", 0)
    assert INLINE[found["place"]["start"] : found["place"]["end"]] == found["place"]["text"]
    assert (found["speaker_in_record"], found["words"][1]) == ("Ivo Salat", ["+", "last"])
    assert (missing["agreement"], missing["record"], missing["place"], missing["score"]) == ("not found", None, None, 0)


def test_the_answer_for_people_shows_both_wordings(files: dict[str, str]) -> None:
    said = call("trace", files["article.txt"], files["one.txt"])
    assert "rewording" in said.out
    assert "[+last]" in said.out
    assert "not found" in said.out


def test_records_without_words_are_no_record(files: dict[str, str]) -> None:
    said = call("trace", files["article.txt"], files["empty.txt"], "--json")
    assert {one["agreement"] for one in json.loads(said.out)["quotations"]} == {"no record"}


@pytest.mark.parametrize("json_wanted", [[], ["--json"]])
@pytest.mark.parametrize(("name", "code"), [("missing.txt", "unreadable"), ("bad.txt", "not-utf-8")])
def test_a_record_that_cannot_be_read_is_named(
    files: dict[str, str], name: str, code: str, json_wanted: list[str]
) -> None:
    record = files.get(name, name)
    said = call("trace", files["article.txt"], files["one.txt"], record, *json_wanted)
    assert said.status == 1
    assert record in said.err
    assert len(said.err.splitlines()) == 1
    if json_wanted:
        assert json.loads(said.out)["error"]["code"] == code


@pytest.mark.parametrize(
    "words", [["trace"], ["trace", "x"], ["trace", "-", "-"], ["trace", "a", "b", "--published", "soon"]]
)
def test_wrong_usage(words: list[str]) -> None:
    assert call(*words).status == 2


@pytest.mark.corpus
def test_the_quotations_of_the_reference_article_in_the_transcript_of_the_day(tmp_path: Path) -> None:
    path = corpora("news", "two-sided-2022", "april-2022.jsonl.gz")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        text = next(row["text"] for row in map(json.loads, lines) if row["url"].endswith("/68182"))
    record = tmp_path / "record.txt"
    record.write_text(text, encoding="utf-8")
    article = corpora("seed", "istanbul-talks-2022-04-12.txt")
    answer = json.loads(call("trace", str(article), str(record), "--published", "2022-04-12", "--json").out)
    found = {one["quotation"]["text"].rstrip(","): one for one in answer["quotations"]}
    for quotation, place in {
        "returned to a deadlock": "returned to a dead-end",
        "what is happening in Ukraine is a tragedy": "that is happening in Ukraine is a tragedy",
    }.items():
        one = found[quotation]
        assert (one["place"]["text"], one["agreement"], one["speaker_in_record"]) == (
            place,
            "rewording",
            "Vladimir Putin",
        )
    assert found["majority of guarantors"]["agreement"] == "not found"
