"""Topic files and lines of a corpus."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from audiatur.errors import ArticleError
from audiatur.hub.articles.corpus import item_of, take_topic
from audiatur.hub.stories.models import Side, Topic
from audiatur.provenance.values import Mode

NOW = datetime(2026, 3, 3, tzinfo=UTC)


@pytest.mark.django_db
def test_a_topic_file_keeps_what_it_leaves_out() -> None:
    sides = [{"name": "North", "outlets": ["North Post"]}, {"name": "South", "outlets": ["South Post"]}]
    take_topic({"name": "The dam", "description": "About the dam.", "sides": sides}, mode=Mode.LINK, now=NOW)
    take_topic({"name": "The dam", "sides": [sides[1]]}, mode=Mode.LINK, now=NOW)
    assert Topic.objects.get().description == "About the dam."
    assert list(Side.objects.values_list("name", "position")) == [("North", 0), ("South", 1)]
    assert Side.objects.get(slug="south").sources.get().name == "South Post"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{", "line 7: no JSON"),
        ("[1]", "line 7: no JSON object"),
        ('{"title": "A"}', "line 7: names no outlet"),
    ],
)
def test_a_bad_line_is_named_with_its_place(line: str, why: str) -> None:
    with pytest.raises(ArticleError) as caught:
        item_of(line, "line 7", now=NOW)
    assert str(caught.value).startswith(why)


def test_a_day_without_a_time_is_its_first_moment_and_the_summary_stands_in_for_the_text() -> None:
    item = item_of('{"outlet": "O", "date": "2022-04-12", "title": "A  b", "summary": "Lede."}', "line 1", now=NOW)
    assert item.moment == datetime(2022, 4, 12, tzinfo=UTC)
    assert (item.delivered.article.content.title, item.delivered.article.content.text) == ("A b", "Lede.")
