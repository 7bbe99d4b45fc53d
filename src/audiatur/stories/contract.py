"""The JSON of ``audiatur group``: a line in, a line out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime

from audiatur.errors import ArticleError
from audiatur.stories.clock import aware
from audiatur.stories.values import Assignment, Telling

_COARSE = re.compile(r"\d{4}(-\d{2})?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_EXAMPLE = (
    '{"id": "1", "title": "...", "text": "", "published": "2022-04-12T10:00:00Z", "language": "en", "outlet": ""}'
)


def telling_from_json(value: object, line: int) -> Telling:
    """The article in one parsed line of input; ``line`` counts from 1 and is for the message only.

    ``id`` is a string or an integer. Everything else may be missing, null or empty; other fields are ignored. A date
    without a time is read as its noon; a month or a year is too coarse to say which days a story spans and counts as
    none. ArticleError, naming the line and the remedy, where a field has the wrong type or the date can't be read.
    """
    if not isinstance(value, Mapping):
        raise _error(line, "an article is a JSON object", f"write one object a line, e.g. {_EXAMPLE}")
    key = value.get("id")
    if isinstance(key, bool) or not isinstance(key, str | int) or key == "":
        raise _error(line, "the article has no id", 'give every article an "id", a string or a whole number')
    return Telling(
        id=str(key),
        title=_text(value, "title", line),
        text=_text(value, "text", line),
        published=_moment(_text(value, "published", line), line),
        language=_text(value, "language", line) or None,
        outlet=_text(value, "outlet", line) or None,
    )


def assignment_as_json(assignment: Assignment) -> dict[str, str | list[str]]:
    """The line of the contract: ``{"id", "story", "joined"}``, the last absent where no story was merged."""
    line: dict[str, str | list[str]] = {"id": assignment.id, "story": assignment.story}
    if assignment.joined:
        line["joined"] = list(assignment.joined)
    return line


def pair_from_json(value: object, line: int) -> tuple[Telling, Telling]:
    """The two articles in one parsed line of ``--pairs``: ``{"a": article, "b": article}``, their ids optional.

    ArticleError as ``telling_from_json``.
    """
    if not isinstance(value, Mapping) or not all(isinstance(value.get(side), Mapping) for side in "ab"):
        raise _error(line, "a pair is a JSON object of two articles", 'write {"a": article, "b": article}')
    first, second = ({"id": side, **value[side]} for side in "ab")
    return telling_from_json(first, line), telling_from_json(second, line)


def _text(value: Mapping[str, object], field: str, line: int) -> str:
    found = value.get(field)
    if found is None:
        return ""
    if not isinstance(found, str):
        raise _error(line, f'"{field}" is not a string', f'write "{field}" as a string, or leave it out')
    return found


def _moment(written: str, line: int) -> datetime | None:
    written = written.strip()
    if not written or _COARSE.fullmatch(written):
        return None
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        raise _error(
            line, f"the date {written[:40]!r} cannot be read", "write it as ISO 8601, or leave it out"
        ) from None
    if _DAY.fullmatch(written):
        return moment.replace(hour=12, tzinfo=UTC)
    return aware(moment)


def _error(line: int, message: str, remedy: str) -> ArticleError:
    return ArticleError("not-an-article", message, place=f"line {line}", remedy=remedy)
