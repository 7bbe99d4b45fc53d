"""Values out of JSON whose types no one has checked."""

from __future__ import annotations

from audiatur.feeds.limits import MAX_WORD
from audiatur.feeds.people import unique

Object = dict[str, object]


def as_object(value: object) -> Object | None:
    """The value as a JSON object; None where it is none."""
    return value if isinstance(value, dict) else None


def text_in(container: Object, key: str) -> str | None:
    """A string, or a number as its digits, as it stands; None where it is absent, empty or of another type."""
    value = container.get(key)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = sound(str(value))
    return text if text.strip() else None


def sound(text: str) -> str:
    """Text without what JSON can escape but no other document can hold: NUL, and half a surrogate pair."""
    text = text.replace("\0", "")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode("utf-8")
    return text


def string(container: Object, key: str) -> str | None:
    """Like ``text_in``, with white space folded and cut to the length of a title."""
    text = text_in(container, key)
    return None if text is None else " ".join(text.split())[:MAX_WORD]


def list_of(container: Object, key: str) -> list[object]:
    """A list; empty where it is absent or of another type."""
    value = container.get(key)
    return value if isinstance(value, list) else []


def objects_in(container: Object, key: str) -> list[Object]:
    """The objects of a list; others in it are passed over."""
    return [found for value in list_of(container, key) if (found := as_object(value)) is not None]


def authors_of(container: Object) -> tuple[str, ...]:
    """The names in ``authors`` (1.1), else in ``author`` (1.0, also as a bare string)."""
    people = objects_in(container, "authors")
    single = as_object(container.get("author"))
    if not people and single is not None:
        people = [single]
    names = [name for person in people if (name := string(person, "name") or string(person, "url"))]
    if not names and (name := string(container, "author")) is not None:
        names = [name]
    return unique(names)
