"""The documentation holds together: links lead somewhere, and every page can be reached."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted([*DOCS.rglob("*.md"), *ROOT.glob("*.md")])
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)#\s]+)[^)]*\)")


def in_navigation(part: object) -> set[str]:
    """The pages of a part of mkdocs.yml's ``nav``, however deep they stand."""
    if isinstance(part, str):
        return {part}
    parts = part.values() if isinstance(part, dict) else part if isinstance(part, list) else []
    return {page for one in parts for page in in_navigation(one)}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    targets = [link for link in _LINK.findall(page.read_text(encoding="utf-8")) if "://" not in link]
    assert [link for link in targets if not (page.parent / link).exists()] == []


def test_every_page_can_be_reached() -> None:
    listed = in_navigation(yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["nav"])
    notes = DOCS / "technotes"
    listed |= {f"technotes/{link}" for link in _LINK.findall((notes / "index.md").read_text(encoding="utf-8"))}
    assert {str(page.relative_to(DOCS)) for page in DOCS.rglob("*.md")} == listed
