"""A feed document while it is being read: its tree, its base, and the cautions gathered on the way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from lxml import etree

from audiatur.feeds.dates import read_date
from audiatur.feeds.names import name_of, split_tag
from audiatur.feeds.values import Caution
from audiatur.markup.address import absolute

Fields = dict[str, list[etree._Element]]

XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def language_tag(text: str | None) -> str | None:
    """A language tag with hyphens, as BCP 47 has them; None where there is none. It is not checked further."""
    return (text or "").strip().replace("_", "-")[:64] or None


class Cautions:
    """The warnings of one document, each code once, with how often it was met."""

    __slots__ = ("_met",)

    def __init__(self, already: Iterable[tuple[str, str]] = ()) -> None:
        self._met: dict[str, tuple[str, int]] = {}
        for code, message in already:
            self.caution(code, message)

    def caution(self, code: str, message: str) -> None:
        """Note what was lived with; the same code is counted, not repeated."""
        first, count = self._met.get(code, (message, 0))
        self._met[code] = (first, count + 1)

    def said(self) -> tuple[Caution, ...]:
        """All cautions in the order in which they were first met."""
        return tuple(
            Caution(code, message if count == 1 else f"{message} (and {count - 1} more)")
            for code, (message, count) in self._met.items()
        )

    def date(self, text: str | None) -> datetime | None:
        """The instant of a date, with a caution where it has no zone or cannot be read."""
        if not text or text.isspace():
            return None
        read = read_date(text)
        if read is None:
            self.caution("bad-date", f"no date: {text.strip()[:60]!r}")
            return None
        moment, zoned = read
        if not zoned:
            self.caution("date-without-zone", f"read as UTC: {text.strip()[:60]!r}")
        return moment


class Reading(Cautions):
    """What every dialect needs at hand.

    Attributes:
        root: the root element.
        base: what relative addresses are resolved against where no ``xml:base`` stands; None where not known.
        based: whether the document holds an ``xml:base`` at all; so that most documents never look for one.
        tongued: the same for ``xml:lang``.
        broken: whether the tree was recovered from a document that is not well-formed.
        home: the namespace of the root, whose elements need no prefix.
    """

    __slots__ = ("_names", "base", "based", "broken", "home", "root", "tongued")

    def __init__(
        self,
        root: etree._Element,
        *,
        url: str | None,
        based: bool,
        tongued: bool,
        already: Iterable[tuple[str, str]] = (),
    ) -> None:
        super().__init__(already)
        self.root = root
        self.base = url
        self.based = based
        self.tongued = tongued
        self.broken = "malformed-xml" in self._met
        self._names: dict[object, str] = {}
        self.home = split_tag(str(root.tag))[0]

    def fields(self, element: etree._Element) -> Fields:
        """The children of an element by short name, in document order."""
        found: Fields = {}
        names = self._names
        for child in element:
            tag: object = child.tag
            try:
                name = names[tag]
            except KeyError:
                if not isinstance(tag, str):  # an entity that was not resolved
                    continue
                name = names[tag] = name_of(tag, self.home)
            if name in found:
                found[name].append(child)
            else:
                found[name] = [child]
        return found

    def every(self, name: str, direct: Sequence[etree._Element]) -> list[etree._Element]:
        """The elements of a name: those found ``direct`` where they should be, and in a broken document all there are.

        A tag that was never closed makes the parser nest the entries that follow into the one that it stands in.
        """
        if not self.broken:
            return list(direct)
        return [node for node in self.root.iter(etree.Element) if name_of(str(node.tag), self.home) == name]

    def base_of(self, element: etree._Element) -> str | None:
        """The address that the element's relative ones are resolved against."""
        if not self.based:
            return self.base
        bases = [value for node in (element, *element.iterancestors()) if (value := node.get(XML_BASE))]
        base = self.base
        for value in reversed(bases):
            base = absolute(value, base) or base
        return base

    def language_of(self, element: etree._Element) -> str | None:
        """``xml:lang`` of the element itself; None where it has none."""
        return language_tag(element.get(XML_LANG))

    def first_date(self, fields: Fields, names: Iterable[str]) -> datetime | None:
        """The first readable date among the named fields."""
        for name in names:
            if name in fields:
                for element in fields[name]:
                    if (moment := self.date(element.text)) is not None:
                        return moment
        return None
