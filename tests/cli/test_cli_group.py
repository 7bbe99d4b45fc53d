"""``audiatur group``: a line in, a line out."""

from __future__ import annotations

import json
import select
import subprocess
from pathlib import Path

import pytest

from tests.cli.console import PATIENCE, SCRIPT, call

TALKS = {
    "id": "a",
    "title": "Ferry talks resume in Tarn",
    "text": "Minister Ada Venn said the ferry talks would resume in Tarn after a week of silence about the lighthouse.",
    "published": "2026-03-02T10:00:00Z",
    "language": "en",
    "outlet": "Gazette",
}
AGAIN = TALKS | {
    "id": "b",
    "title": "Talks on the Tarn ferry to resume, minister says",
    "text": "The ferry talks in Tarn will resume, minister Ada Venn said, after a week of silence about a lighthouse.",
    "outlet": "Herald",
}
APPLES = {
    "id": "c",
    "title": "Apple harvest breaks a record",
    "text": "Growers picked more.",
    "language": "en",
}


def written(*articles: object) -> bytes:
    return "".join(json.dumps(article) + "\n" for article in articles).encode()


def test_each_line_has_its_answer_and_final_adds_every_id() -> None:
    said = call("group", "-", "--final", stdin=written(TALKS, APPLES, AGAIN))
    first, rest = said.lines[:3], said.lines[3:]
    assert [line["id"] for line in first] == ["a", "c", "b"]
    assert [line["id"] for line in rest] == ["a", "c", "b"]
    story = {str(line["id"]): line["story"] for line in rest}
    assert story["a"] == story["b"] != story["c"]


def test_an_answer_is_written_before_the_next_line_is_read() -> None:
    with subprocess.Popen([*SCRIPT, "group", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for article in (TALKS, AGAIN):
            process.stdin.write(written(article))
            process.stdin.flush()
            assert select.select([process.stdout], [], [], PATIENCE)[0], "no answer while the input is still open"
            assert json.loads(process.stdout.readline())["id"] == article["id"]
        process.stdin.close()
        assert process.wait(PATIENCE) == 0


def test_pairs_are_scored_between_0_and_1() -> None:
    same, other = call(
        "group", "-", "--pairs", stdin=written({"a": TALKS, "b": AGAIN}, {"a": TALKS, "b": APPLES})
    ).lines
    assert set(same) == {"score"}
    assert isinstance(same["score"], float)
    assert isinstance(other["score"], float)
    assert 0 <= other["score"] < same["score"] <= 1


@pytest.mark.parametrize("bad", ["no json", "[]", '{"title": "no id"}', '{"id": "x", "published": "soon"}'])
def test_a_bad_line_is_named_and_the_others_go_on(tmp_path: Path, bad: str) -> None:
    file = tmp_path / "articles.jsonl"
    file.write_bytes(written(TALKS) + bad.encode() + b"\n" + written(APPLES))
    said = call("group", str(file))
    good, error, last = said.lines
    assert (good["id"], last["id"]) == ("a", "c")
    assert error["file"] == str(file)
    assert isinstance(error["error"], dict)
    assert "line 2" in error["error"]["message"]
    assert str(file) in said.err


def test_ids_are_only_names() -> None:
    renamed = [article | {"id": f"x{article['id']}", "colour": "green"} for article in (TALKS, APPLES, AGAIN)]
    before = call("group", "-", stdin=written(TALKS, APPLES, AGAIN)).lines
    after = call("group", "-", stdin=written(*renamed)).lines
    assert [line["story"] for line in after] == [line["story"] for line in before]
