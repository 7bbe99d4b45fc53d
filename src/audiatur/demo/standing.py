"""What an outlet shows at a given moment: edits made, deletions gone, nothing of the future."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from html import escape

from audiatur.demo.values import DemoArticle, DemoSource

_STRONG = re.compile(r"\*\*(.+?)\*\*")
_EMPHASIS = re.compile(r"\*(.+?)\*")


@dataclass(frozen=True, slots=True)
class Shown:
    """An article as it stands at a moment; ``updated`` is that of its last edit, else of its publication."""

    article: DemoArticle
    title: str
    body: str
    updated: datetime

    @property
    def paragraphs(self) -> list[str]:
        """The paragraphs as the author marked them up."""
        return [" ".join(part.split()) for part in self.body.split("\n\n")]

    @property
    def summary(self) -> str:
        """Plain text: the outlet's own summary, else the first paragraph."""
        return (self.article.summary or self.paragraphs[0]).replace("*", "")

    @property
    def html(self) -> str:
        """The paragraphs as HTML, without the outlet's furniture."""
        return "\n".join(f"<p>{_inline(part)}</p>" for part in self.paragraphs)


def _inline(text: str) -> str:
    marked = _STRONG.sub(r"<strong>\1</strong>", escape(text, quote=False))
    return _EMPHASIS.sub(r"<em>\1</em>", marked)


def shown(article: DemoArticle, at: datetime) -> Shown | None:
    """The article as it stands at ``at``; None before its publication and after its deletion."""
    if at < article.published or is_deleted(article, at):
        return None
    title, body, updated = article.title, article.body, article.published
    for edit in sorted(article.edits, key=lambda edit: edit.at):
        if edit.at <= at:
            title, body, updated = edit.title or title, edit.body or body, edit.at
    return Shown(article, title, body, updated)


def is_deleted(article: DemoArticle, at: datetime) -> bool:
    """Whether the outlet has taken the article down by then."""
    return article.deleted is not None and article.deleted <= at


def newest(source: DemoSource, at: datetime) -> list[Shown]:
    """What the outlet's feed holds at ``at``: newest first, as many as the feed has room for."""
    standing = [one for article in source.articles if (one := shown(article, at)) is not None]
    standing.sort(key=lambda one: one.article.published, reverse=True)
    return standing[: source.newest]
