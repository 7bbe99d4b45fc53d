"""Texts and pages made to stall or to break the reader."""

from __future__ import annotations

import contextlib
import re
import time

import pytest

from audiatur.articles.anatomy import anatomy
from audiatur.articles.pages import extract
from audiatur.articles.passages import paragraphs, sentences
from audiatur.errors import PageError
from tests.corpora import corpora

REPEATED = [
    "!",
    "…",
    "a ",
    "A. ",
    "“",
    "(",
    "source: A",
    "the post ",
    "RSS feed from ",
    "views ",
    "A-",
    "CITY, ",
    "1 ",
    "\n",
]


ACTIVE = re.compile(r"<script|<[^>\"]*\son\w+=|(?:href|src)=[\"']?\s*javascript:", re.IGNORECASE)


@pytest.mark.parametrize("piece", REPEATED)
def test_a_long_repetition_takes_no_time(piece: str) -> None:
    text = f"Ships wait. {piece * (20_000 // len(piece))} end"
    started = time.process_time()
    anatomy(text)
    for line in paragraphs(text)[:10]:
        sentences(text, line)
    assert time.process_time() - started < 2


@pytest.mark.parametrize("markup", ["<div>" * 5000, "<p" * 5000, "<table><tr><td>" * 2000, "&lt;" * 5000])
def test_a_deep_or_broken_page(markup: str) -> None:
    started = time.process_time()
    with contextlib.suppress(PageError):
        extract(f"<html><body>{markup}{'words and words ' * 20}</body></html>")
    assert time.process_time() - started < 5


@pytest.mark.corpus
def test_markup_made_to_attack_browsers() -> None:
    for path in sorted(corpora("hostile", "payloadsallthethings", "XSS Injection").rglob("*")):
        if path.suffix not in {".html", ".svg", ".txt", ".xml"}:
            continue
        try:
            html = extract(path.read_bytes()).html or ""
        except PageError:
            continue
        assert ACTIVE.search(html) is None, path.name
