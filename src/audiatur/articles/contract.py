"""The answers of this room in the form of the contracts: ``extract``'s JSON."""

from __future__ import annotations

from datetime import datetime

from audiatur.articles.values import ArticlePage


def _date(moment: datetime | None, *, to_the_day: bool) -> str | None:
    if moment is None:
        return None
    return moment.date().isoformat() if to_the_day else moment.isoformat()


def as_json(page: ArticlePage) -> dict[str, object]:
    """The article on a page as ``audiatur extract --json`` prints it; dates at the precision that the page states."""
    return {
        "title": page.title,
        "text": page.text,
        "paragraphs": [paragraph.as_json() for paragraph in page.paragraphs],
        "authors": list(page.authors),
        "published": _date(page.published, to_the_day=page.published_to_the_day),
        "modified": _date(page.modified, to_the_day=page.modified_to_the_day),
        "language": page.language,
        "canonical_url": page.canonical_url,
        "site_name": page.site_name,
    }
