"""The JSON of group and --pairs."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiatur.errors import ArticleError
from audiatur.stories.contract import assignment_as_json, pair_from_json, telling_from_json
from audiatur.stories.pairs import score_pair
from audiatur.stories.values import Assignment, StoryId, Telling
from tests.stories.sample import START, tellings


def test_a_whole_article() -> None:
    line = {
        "id": 7,
        "title": "T",
        "text": "X",
        "published": "2031-05-05T08:00:00+02:00",
        "language": "en",
        "outlet": "O",
    }
    telling = telling_from_json({**line, "side": "ignored"}, 1)
    assert telling == Telling("7", "T", "X", datetime(2031, 5, 5, 6, tzinfo=UTC), "en", "O")


@pytest.mark.parametrize(
    "line", [{"id": "1"}, {"id": "1", "title": None, "text": None, "published": None, "outlet": ""}]
)
def test_everything_but_the_id_may_be_missing(line: dict[str, str | None]) -> None:
    assert telling_from_json(line, 1) == Telling("1", "")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2031-05-05", datetime(2031, 5, 5, 12, tzinfo=UTC)),
        ("2031-05-05T06:30:00", datetime(2031, 5, 5, 6, 30, tzinfo=UTC)),
        ("2031-05-05T06:30:00Z", datetime(2031, 5, 5, 6, 30, tzinfo=UTC)),
        ("2031-05-05T06:30:00+0000", datetime(2031, 5, 5, 6, 30, tzinfo=UTC)),
        ("2031-05", None),
        ("2031", None),
        ("  ", None),
    ],
)
def test_dates_at_the_precision_known(written: str, read: datetime | None) -> None:
    assert telling_from_json({"id": "1", "published": written}, 1).published == read


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ([], "object"),
        ({"title": "T"}, "no id"),
        ({"id": ""}, "no id"),
        ({"id": True}, "no id"),
        ({"id": "1", "title": 5}, '"title"'),
        ({"id": "1", "published": "last Tuesday"}, "last Tuesday"),
        ({"id": "1", "published": 1_000_000}, '"published"'),
    ],
)
def test_a_bad_line_is_named_with_its_remedy(value: object, words: str) -> None:
    with pytest.raises(ArticleError) as caught:
        telling_from_json(value, 12)
    assert caught.value.place == "line 12"
    assert words in caught.value.message
    assert caught.value.remedy


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "title", "text", "published", "a", "b"]), inner, max_size=4)
    ),
)


def outcome(read: Callable[[object, int], object], value: object) -> str:
    try:
        read(value, 1)
    except ArticleError as error:
        return error.code
    return "read"


@given(json_values)
def test_any_json_is_an_article_or_our_error(value: object) -> None:
    assert outcome(telling_from_json, value) in {"read", "not-an-article"}
    assert outcome(pair_from_json, value) in {"read", "not-an-article"}


def test_joined_is_absent_where_nothing_was_merged() -> None:
    plain = Assignment("1", StoryId("s"), founded=True)
    merged = Assignment("2", StoryId("s"), founded=False, joined=(StoryId("t"), StoryId("u")))
    assert assignment_as_json(plain) == {"id": "1", "story": "s"}
    assert json.dumps(assignment_as_json(merged)) == '{"id": "2", "story": "s", "joined": ["t", "u"]}'


def test_a_pair_needs_no_ids_and_scores_by_event() -> None:
    ferry, dam, again, *_ = tellings()
    pair = pair_from_json({"a": {"title": ferry.title}, "b": {"title": dam.title}}, 1)
    assert score_pair(*pair) < 0.5
    assert score_pair(ferry, dam) < score_pair(ferry, again) < score_pair(ferry, ferry) <= 1
    assert score_pair(ferry, again) == score_pair(again, ferry)


def test_days_apart_make_a_pair_less_likely() -> None:
    ferry, _, again, *_ = tellings()
    later = Telling("x", again.title, again.text, START + timedelta(days=20), "en")
    assert score_pair(ferry, later) < score_pair(ferry, again)


def test_a_pair_without_words_is_unlikely() -> None:
    assert score_pair(Telling("a", ""), Telling("b", "")) < 0.2
