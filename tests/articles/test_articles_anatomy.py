"""The whole anatomy of a text: on an invented article, and on real ones."""

from __future__ import annotations

import gzip
import json

import pytest

from audiatur.articles.anatomy import anatomy, article_text
from tests.corpora import corpora

TEXT = """Pilots of Vesmar refuse new rules
The harbour of Vesmar stays closed, the ministry said.
Read more
Ships wait outside the mole.
READ MORE: Who owns the harbour?
Tarn Today is a state-owned broadcaster. We republish its RSS feed here, not as an endorsement.
Share this"""


def test_furniture_notice_and_origin_together() -> None:
    parts = anatomy(TEXT, title="Pilots of Vesmar refuse new rules", site="Strait Hub")
    assert [span.text for span in parts.furniture] == ["Read more", "READ MORE: Who owns the harbour?", "Share this"]
    assert parts.notice is not None
    assert parts.notice.text.startswith("Tarn Today is")
    assert parts.notice.text.endswith("endorsement.")
    assert parts.original_source is not None
    assert parts.original_source.name == "Tarn Today"
    assert parts.notice.covers(parts.original_source.evidence)


def test_an_ordinary_text_has_none_of_them() -> None:
    parts = anatomy("The harbour stays closed.\nShips wait.")
    assert (parts.furniture, parts.notice, parts.original_source) == ((), None, None)


def test_what_is_left_is_the_article() -> None:
    assert article_text(TEXT, anatomy(TEXT)) == "\n".join(TEXT.split("\n")[place] for place in (0, 1, 3))


def test_the_signature_of_blog_software_is_furniture_and_names_the_origin() -> None:
    parts = anatomy("Ships wait.\nThe post Harbour closed appeared first on Vesmar Post.")
    assert len(parts.furniture) == 1
    assert parts.original_source is not None
    assert parts.original_source.name == "Vesmar Post"


def test_an_empty_text() -> None:
    assert anatomy("").furniture == ()


@pytest.mark.corpus
def test_the_reference_article() -> None:
    text = corpora("seed", "istanbul-talks-2022-04-12.txt").read_text(encoding="utf-8")
    parts = anatomy(text)
    assert [span.text for span in parts.furniture] == ["Read more"]
    assert parts.notice is not None
    assert parts.notice.text == text.splitlines()[-1].strip()
    assert parts.original_source is not None
    assert parts.original_source.name == "RT"


@pytest.mark.corpus
@pytest.mark.parametrize("month", ["april-2022", "june-2022"])
def test_no_notice_is_seen_in_articles_that_have_none(month: str) -> None:
    path = corpora("news", "two-sided-2022", f"{month}.jsonl.gz")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        items = [json.loads(line) for line in lines]
    texts = [item["text"] or item["summary"] for item in items]
    assert [text for text in texts if anatomy(text).notice is not None] == []
