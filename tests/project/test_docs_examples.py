"""The examples of the guides do what the guides say."""

from __future__ import annotations

import doctest
import re
import textwrap
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from audiatur.hub.sources.models import Source
from audiatur.hub.sources.register import take_register
from audiatur.provenance.values import Mode

DOCS = Path(__file__).parents[2] / "docs"
WITH_PYTHON = [page for page in sorted(DOCS.rglob("*.md")) if ">>> " in page.read_text(encoding="utf-8")]


@pytest.mark.parametrize("page", WITH_PYTHON, ids=lambda page: page.name)
def test_python_examples_answer_as_shown(page: Path) -> None:
    failed, tried = doctest.testfile(str(page), module_relative=False)
    assert (failed, tried > 0) == (0, True)


@pytest.mark.django_db
def test_the_register_of_the_guide_is_taken_in() -> None:
    page = (DOCS / "guide" / "getting-started.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"^    topics:\n(?:(?:    .*)?\n)+", page, re.MULTILINE)
    done = take_register(yaml.safe_load(textwrap.dedent(block)), now=datetime(2026, 3, 2, tzinfo=UTC))
    assert (done.sources, done.feeds, done.topics) == (1, 1, 1)
    source = Source.objects.get()
    assert source.policy.mode == Mode.EXCERPT
    assert [str(side.slug) for side in source.sides.all()] == ["north"]
