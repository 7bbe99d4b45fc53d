"""The loader of our own gold: words become the places that were meant, and what is wrong is said with its remedy."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from audiatur.errors import InputError
from audiatur.spans import Span
from evaluation.own_gold import WANTED, check, load_set, main, read, shares
from evaluation.own_gold_values import GoldStatement

TEXT = """\
The mayor of Lowmoor, Anna Pell, said on Monday that the bridge would close. She said it was unsafe.
“It shook,” she said, “and I saw it.” The engineer told her that the mayor's office had said nothing.
"""
BRIDGE = {"content": ["the bridge would close"], "cue": "said", "mention": "The mayor of Lowmoor, Anna Pell"}
WHO = {"name": "Anna Pell", "type": "person", "class": "speech", "reference": "name"}


def statement(**fields: object) -> dict[str, object]:
    return {**BRIDGE, **WHO, **{key.rstrip("_"): value for key, value in fields.items()}}


def written(folder: Path, *statements: object, **head: object) -> Path:
    raw: dict[str, object] = {
        "title": "Bridge to close",
        "outlet": "The Lowmoor Post",
        "language": "en",
        "published": "2031-05-13",
    }
    raw |= {"text": TEXT, "statements": list(statements)} | head
    path = folder / "trial" / "01-bridge.yaml"
    path.parent.mkdir(exist_ok=True)
    dump = yaml.safe_dump(raw, allow_unicode=True, sort_keys=False).replace("'2031-05-13'", "2031-05-13", 1)
    path.write_text(dump, encoding="utf-8")
    return path


def first(folder: Path, *statements: object) -> GoldStatement:
    article, errors = read(written(folder, *statements))
    assert errors == []
    assert article is not None
    return article.statements[-1]


def test_spans_are_of_title_and_text(tmp_path: Path) -> None:
    one = first(tmp_path, statement(date="2031-05-12", date_text="on Monday", place="Lowmoor"))
    whole = f"Bridge to close\n{TEXT}"
    spans = [*one.content, one.cue, one.mention, one.date_text, one.place]
    assert [whole[span.start : span.end] for span in spans if span] == [span.text for span in spans if span]
    assert (one.start, one.date) == (whole.index("the bridge would"), "2031-05-12")


def test_parts_follow_one_another_and_the_cue_is_the_nearest(tmp_path: Path) -> None:
    content = ["“It shook,”", "“and I saw it.”"]
    one = first(tmp_path, statement(content=content, mention="she", reference="pronoun"))
    assert one.content[0].end < one.mention.start < one.cue.start < one.content[1].start  # type: ignore[union-attr]


def test_the_place_meant_can_be_counted_and_only_whole_words_count(tmp_path: Path) -> None:
    said = {"words": "said", "nth": 4}
    one = first(tmp_path, statement(content=[{"words": "it", "nth": 2}], cue=said, mention="she", reference="pronoun"))
    whole = f"Bridge to close\n{TEXT}"
    assert one.start == whole.index("it.”")
    assert one.cue is not None
    assert one.cue.start == whole.index("said nothing")


def test_a_mention_is_near_its_cue_too(tmp_path: Path) -> None:
    told = statement(content=["no"], cue="told", mention="He", name=None, reference="pronoun")
    article, errors = read(written(tmp_path, told, text="He told us at length: no. He left."))
    assert errors == []
    assert article is not None
    assert article.statements[0].mention == Span.of(article.text, *(len("Bridge to close\n") + i for i in (0, 2)))


def test_a_content_is_looked_for_from_the_statement_before(tmp_path: Path) -> None:
    quoted = statement(content=["“It shook,”"], mention="she", reference="pronoun")
    one = first(tmp_path, quoted, statement(content=["it"], mention=None, cue=None, reference="none"))
    assert one.start == f"Bridge to close\n{TEXT}".index("it.”")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"content": ["the tunnel"]}, "'the tunnel' stands there 0 times"),
        ({"content": []}, "neither words nor"),
        ({"cue": {"words": "said", "nth": 9}}, "correct nth"),
        ({"cue": "would"}, "stands inside the content"),
        ({"cue": {"words": "said", "nth": 3}}, "another paragraph"),
        ({"content": ["it was unsafe."]}, "full stop"),
        ({"class_": "rumour"}, "use one of speech, speech-act"),
        ({"reference": "none"}, "goes with mention null"),
        ({"date": "2031-5-1"}, "is no date"),
        ({"date": "2031-05-12"}, "needs inherited: true"),
        ({"date": "2031-05-14", "inherited": True}, "after publication"),
        ({"inherited": True}, "without a date or place"),
        ({"name": "Anna Pellow"}, "'Pellow' of the name"),
        ({"parent": 4}, "no statement 4"),
        ({"wher": "Lowmoor"}, "unknown field 'wher'"),
        ({"parent": "0"}, "write int or null"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path: Path, fields: dict[str, object], said: str) -> None:
    _, errors = read(written(tmp_path, statement(**fields)))
    assert [said in str(error) and "trial/01-bridge.yaml, statement 0" in str(error) for error in errors] == [True]


def test_an_equal_distance_asks_for_a_count(tmp_path: Path) -> None:
    path = written(tmp_path, statement(cue="so", content=["yes"], mention=None, reference="none"), text="so yes so")
    assert "give {words, nth}" in str(read(path)[1][0])


def test_nesting_is_asked_for_and_verified(tmp_path: Path) -> None:
    outer = statement(content=["the mayor's office had said nothing"], cue="told", mention="The engineer", name=None)
    inner = statement(content=["nothing"], mention="the mayor's office", name=None, type="organization")
    assert "give parent" in str(read(written(tmp_path, outer, inner))[1][0])
    assert read(written(tmp_path, outer, inner | {"parent": 0}))[1] == []
    assert "does not lie within" in str(read(written(tmp_path, outer | {"parent": 1}, inner | {"parent": 0}))[1][0])


def test_one_bad_statement_does_not_hide_the_others(tmp_path: Path) -> None:
    _, errors = read(written(tmp_path, statement(content=["the tunnel"]), statement(cue="sang"), 3))
    assert [str(error).split(":")[0].rsplit(", ", 1)[-1] for error in errors] == ["content", "cue", "statement 2"]


@pytest.mark.parametrize("head", [{"outlet": ""}, {"published": "soon"}, {"extra": 1}, {"statements": []}])
def test_a_head_that_is_wrong_is_an_error(tmp_path: Path, head: dict[str, object]) -> None:
    article, errors = read(written(tmp_path, statement(), **head))
    assert (article, len(errors)) == (None, 1)


def test_the_order_is_that_of_the_contents(tmp_path: Path) -> None:
    late = statement(content=["nothing"], cue=None, mention=None, reference="none")
    assert "order by first word" in str(read(written(tmp_path, late, statement()))[1][0])
    named = {"words": "the bridge would close", "nth": 1}
    assert "begins before" in str(read(written(tmp_path, late, statement(content=[named])))[1][0])


def test_a_set_is_loaded_or_its_first_fault_raised(tmp_path: Path) -> None:
    written(tmp_path, statement(), statement(content=["it was unsafe"], mention="She", reference="pronoun", name=None))
    assert list(shares(load_set("trial", tmp_path)).values()) == [0.5, 0.5, 0.0]
    with pytest.raises(InputError, match="no such set"):
        load_set("other", tmp_path)
    written(tmp_path, statement(cue="sang"))
    with pytest.raises(InputError, match="sang"):
        load_set("trial", tmp_path)


def test_check_prints_counts_and_faults(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(tmp_path, statement())
    assert check(tmp_path, [])
    assert "trial: 1 of 1 articles good, 1 statements" in capsys.readouterr().out
    written(tmp_path, statement(cue="sang"))
    assert not check(tmp_path, ["trial"])
    assert "trial/01-bridge.yaml, statement 0, cue" in capsys.readouterr().out


@pytest.mark.parametrize(("set_", "count"), [("en-dev", 30), ("en-blind", 28)])
def test_an_english_set_is_sound_and_hard_enough(set_: str, count: int) -> None:
    articles = load_set(set_)
    assert len(articles) >= count
    assert {article.language for article in articles} == {"en"}
    assert {key: share for key, share in shares(articles).items() if share < WANTED[key]} == {}


@pytest.mark.parametrize(("arguments", "code"), [(["check", "en-dev"], 0), (["show"], 2), ([], 2)])
def test_the_command_answers_with_its_code(arguments: list[str], code: int) -> None:
    assert main(arguments) == code


def test_show_marks_a_statement_in_its_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(written(tmp_path, statement()))]) == 0
    marked = "<The mayor of Lowmoor, Anna Pell>, {said} on Monday that [the bridge would close]"
    assert marked in capsys.readouterr().out
