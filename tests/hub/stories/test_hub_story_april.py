"""The reference article among the news of its day: one quotation in three wordings, in one row of the story's page."""

from __future__ import annotations

import gzip
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.test import Client
from lxml import html

from audiatur.hub.articles.corpus import load, read_corpus
from audiatur.hub.models import Article, Source
from audiatur.hub.worker.analysis import Analyst
from audiatur.hub.worker.engine import Inline
from audiatur.provenance.values import Mode
from tests.corpora import corpora

pytestmark = [pytest.mark.django_db, pytest.mark.corpus]
NOW = datetime(2022, 4, 14, tzinfo=UTC)
# Who reports the press conference, and who keeps its record; the others of the day would cost minutes.
OUTLETS = {"RT", "Reuters", "Kremlin"}
ADDRESS = "https://rt.example/istanbul"


def the_day(folder: Path) -> str:
    """A corpus of 12 April 2022 with the reference article, which says itself that it comes from RT."""
    title, _, text = corpora("seed", "istanbul-talks-2022-04-12.txt").read_text(encoding="utf-8").partition("\n")
    seed = {"outlet": "RT", "url": ADDRESS, "date": "2022-04-12", "title": title, "text": text}
    with gzip.open(corpora("news", "two-sided-2022", "april-2022.jsonl.gz"), "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    chosen = [row for row in rows if row["outlet"] in OUTLETS and row["date"].startswith("2022-04-12")]
    file = folder / "day.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in [*chosen, seed]), encoding="utf-8")
    return str(file)


def page(client: Client, address: str) -> html.HtmlElement:
    return html.document_fromstring(client.get(address).content)


def words_of(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_one_quotation_in_three_wordings_stands_in_one_row(client: Client, tmp_path: Path) -> None:
    items, skipped = read_corpus([the_day(tmp_path)], now=NOW)
    assert not skipped
    load(items, mode=Mode.FULL, now=NOW)
    Source.objects.filter(name="Kremlin").update(records=True)
    Analyst(Inline(), encoder="none").work()
    story = Article.objects.get(url=ADDRESS).story
    assert story is not None
    rows = [words_of(row) for row in page(client, f"/stories/{story.uid}/").find_class("utterance")]
    row = next(row for row in rows if "“returned to a deadlock”" in row)
    assert "returned to a dead-end" in row
    assert "peace talks with Ukraine are at dead end" in row
    for outlet in OUTLETS:
        assert outlet in row
