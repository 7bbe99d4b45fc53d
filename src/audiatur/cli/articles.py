"""An article from a file, for the commands that read one: text or HTML, with what the file itself says of it."""

from __future__ import annotations

from datetime import date, datetime

import click

from audiatur.errors import ArticleError

Contents = tuple[str, str | None, str | None, date | None]
"""Text, title, language and day of a file; None where it does not say."""


def day_of(given: str | None) -> date | None:
    """The day in an option; wrong usage where it is none."""
    if given is None:
        return None
    try:
        return datetime.fromisoformat(given).date()
    except ValueError as error:
        raise click.BadParameter(f"{given!r} is no date; write it as 2022-04-12", param_hint="--published") from error


def article_of(name: str, data: bytes, url: str | None, format_: str | None) -> Contents:
    """The article that a file holds, as ``contents_of``; ArticleError where it holds no text."""
    found = contents_of(name, data, url, format_)
    if not found[0].strip():
        raise ArticleError("empty", "it holds no text", remedy="give a file with the article, a paragraph a line")
    return found


def contents_of(name: str, data: bytes, url: str | None, format_: str | None) -> Contents:
    """What a file holds, which may be nothing: of a text file only the text is known, unchanged."""
    if format_ == "html" or (format_ is None and is_html(name, data)):
        from audiatur.articles.pages import extract

        page = extract(data, url=url)
        return page.text, page.title, page.language, page.published.date() if page.published else None
    try:
        return data.decode("utf-8"), None, None, None
    except UnicodeDecodeError as error:
        raise ArticleError(
            "not-utf-8",
            "the text is not UTF-8",
            place=f"byte {error.start}",
            remedy="convert it, e.g. with iconv -t utf-8",
        ) from error


def is_html(name: str, data: bytes) -> bool:
    """Whether a file is HTML by its name or its beginning."""
    start = data.lstrip()[:9].lower()
    return name.endswith((".html", ".htm")) or start == b"<!doctype" or start.startswith(b"<html")
