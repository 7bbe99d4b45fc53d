"""The article in a page's JSON-LD."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiatur.articles.linked_data import LinkedArticle, linked_article

DATED = {"@type": "NewsArticle", "datePublished": " 2031-05-05 ", "dateModified": "2031-05-06", "inLanguage": "en"}
FOUND = LinkedArticle("2031-05-05", "2031-05-06", "en")
DEEP: object = DATED
for _ in range(30):
    DEEP = [DEEP]


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ([DATED], FOUND),
        ([[{"@type": "Organization"}, DATED]], FOUND),
        ([{"@graph": [{"@type": "WebPage", "mainEntity": DATED}]}], FOUND),
        ([{"@type": ["Thing", "LiveBlogPosting"], "datePublished": "2031"}], LinkedArticle("2031")),
        ([{"@type": "Article"}, DATED], FOUND),
        ([{"@type": "Article", "dateCreated": "2031"}], LinkedArticle("2031")),
        ([{"@type": "Article", "inLanguage": "uk"}], LinkedArticle(None, None, "uk")),
        ([{"@type": "Organization", "datePublished": "2031-05-05"}], LinkedArticle()),
        ([{"@type": "Article", "datePublished": 2031}], LinkedArticle()),
        ([DEEP], LinkedArticle()),
        ([], LinkedArticle()),
    ],
)
def test_the_article_is_found(values: list[object], found: LinkedArticle) -> None:
    assert linked_article(json.dumps(value) for value in values) == found


def test_broken_scripts_are_passed_over() -> None:
    assert linked_article(["{", "[" * 100_000, json.dumps(DATED)]) == FOUND


@given(st.lists(st.text()))
def test_never_fails(scripts: list[str]) -> None:
    assert isinstance(linked_article(scripts), LinkedArticle)
