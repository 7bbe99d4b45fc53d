"""Names of authors."""

from __future__ import annotations

import re

from audiatur.feeds.elements import first_words, title_words, words
from audiatur.feeds.limits import MAX_LIST
from audiatur.feeds.reading import Fields, Reading

# me@example.org (Bianca C.); Bianca C. <me@example.org>; RSS 2.0 asks for the first.
_ADDRESS_FIRST = re.compile(r"\S+@\S+\s*\(([^()]+)\)")
_WRITERS = ("author", "dc:creator")
_CREDITS = ("itunes:author", "media:credit", "dc:author")
RSS_AUTHORS = (*_WRITERS, *_CREDITS)
_NAME_FIRST = re.compile(r"(.+?)\s*[<(]\s*(?:mailto:)?\S+@\S+?\s*[)>]")


def name_in(text: str) -> str:
    """The name in an RSS author, which may carry an address; the text itself where there is no name in it.

    >>> name_in("desk@klow.example (Bianca Castafiore)")
    'Bianca Castafiore'
    """
    if "@" not in text:
        return text
    match = _ADDRESS_FIRST.fullmatch(text) or _NAME_FIRST.fullmatch(text)
    return match[1].strip() if match else text


def unique(items: list[str]) -> tuple[str, ...]:
    """Without repetitions, in order, at most ``MAX_LIST``."""
    return tuple(dict.fromkeys(items))[:MAX_LIST] if len(items) > 1 else tuple(items)


def rss_authors(fields: Fields) -> tuple[str, ...]:
    """The authors of an RSS item: ``author`` and ``dc:creator``, else ``itunes:author``, else ``atom:author``."""
    named: list[str] = []
    for name in _WRITERS:
        for element in fields.get(name, ()):
            child = element
            if len(element) > 0:  # an Atom person inside RSS
                child = next((node for node in element if str(node.tag).lower().endswith("name")), element)
            text = words(child)
            if text is not None and ("<" in text or "&" in text):
                text = title_words(text)
            if text is not None:
                named.append(name_in(text))
    if not named and (text := first_words(fields, *_CREDITS)) is not None:
        named.append(name_in(text))
    return unique(named)


def atom_authors(fields: Fields, reading: Reading, name: str = "author") -> tuple[str, ...]:
    """The persons of an Atom element: the name, else the e-mail address, else the text between the tags."""
    named: list[str] = []
    for element in fields.get(name, ()):
        inside = reading.fields(element)
        if (text := first_words(inside, "name", "atom:name", "email", "atom:email")) is not None:
            named.append(text)
        elif len(element) == 0 and (text := words(element)) is not None:
            named.append(name_in(text))
    return unique(named)
