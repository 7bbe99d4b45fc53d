"""A story as others cite it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiatur.publishing.citations import FORMS, CitedStory, bibtex, csl, ris, text
from audiatur.publishing.values import HubIdentity
from tests.provenance.samples import held
from tests.publishing.published import items, released

HUB = HubIdentity("The Ferry Hub", "https://hub.example/")
STORY = CitedStory(
    uid="abc",
    url="https://hub.example/stories/abc/",
    title="Fish & chips",
    hub=HUB,
    seen=date(2026, 3, 4),
    items=tuple(item.released for item in items()),
    withheld=2,
)
DISCLAIMER = "not an endorsement"


def as_json(story: CitedStory) -> str:
    return json.dumps(csl(story), ensure_ascii=False)


WRITERS: list[Callable[[CitedStory], str]] = [*FORMS.values(), as_json]


@pytest.mark.parametrize("write", WRITERS)
def test_every_form_has_each_article_with_its_outlet_and_notice(write: Callable[[CitedStory], str]) -> None:
    written = write(STORY)
    assert written.count(DISCLAIMER) == len(STORY.items)
    assert written.count("Independence class") == len(STORY.items)
    assert "Переговоры о пароме" in written
    assert "may not be shown here: 2" in written


def test_text_says_who_wrote_what_where_and_when() -> None:
    written = text(STORY)
    assert written.startswith(
        "The Ferry Hub: “Fish & chips”, 3 articles side by side. https://hub.example/stories/abc/"
    )
    assert "Ilka Maro, B. Tesk: “Fish & chips: 3 < 5”, Tavania Today, 2031-05-04." in written
    assert "(seen 2026-03-04)" in written


def test_bibtex_escapes_what_latex_reads_as_commands() -> None:
    item = replace(held(), title=r"50% of {it} & #1_a ~ ^ \def", origin="https://a.example/x{y} z\\w")
    written = bibtex(replace(STORY, items=(released(item),)))
    assert r"50\% of \{it\} \& \#1\_a \textasciitilde{} \textasciicircum{} \textbackslash{}def" in written
    assert "url = {https://a.example/x%7By%7D%20z%5Cw}" in written
    assert written.count("@misc{") == 2


def test_ris_has_a_record_for_each_with_its_lines_ended_as_the_format_wants() -> None:
    written = ris(STORY)
    assert written.count("ER  - \r\n") == written.count("TY  - ") == 4
    assert "TI  - Fish & chips: 3 < 5\r\n" in written
    assert "DA  - 2031/05/04\r\n" in written
    assert "Y2  - 2026/03/04\r\n" in written


def test_csl_leaves_out_what_is_not_known() -> None:
    whole, full, excerpt, link = csl(STORY)
    assert whole["type"] == "webpage"
    assert full["author"] == [{"literal": "Ilka Maro"}, {"literal": "B. Tesk"}]
    assert "author" not in excerpt
    assert link["title"] == "Untitled item"
    assert link["URL"] == link["archive_location"] == "https://hub.example/articles/3/"


@given(st.text(max_size=60))
def test_no_title_breaks_a_record_or_leaves_a_brace_open(title: str) -> None:
    story = replace(STORY, title=title, items=(released(replace(held(), title=title)),))
    lines = ris(story).split("\r\n")
    assert all(line[2:6] == "  - " for line in lines[:-1])
    depth = 0
    written = bibtex(story).replace(r"\{", "").replace(r"\}", "")
    for sign in written:
        depth += (sign == "{") - (sign == "}")
        assert depth >= 0
    assert depth == 0
