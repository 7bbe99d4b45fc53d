"""The persons, bodies and places of an article, as the reader of it builds them up, and what their names tell."""

from __future__ import annotations

from dataclasses import dataclass, field

from audiatur.statements.given_names import FEMALE_NAMES, GIVEN_NAMES, MALE_NAMES
from audiatur.statements.names import Name, is_body, is_place
from audiatur.statements.offices_english import Office
from audiatur.statements.roles_english import FEMALE_ROLES, MALE_ROLES, TITLES_FEMALE, TITLES_MALE
from audiatur.statements.values import SpeakerType

_SOFT_MALE = ("Luca", "Nikola", "Ilya", "Mustafa", "Joshua", "Sasha", "Misha", "Kolya", "Vanya", "Abba", "Musa", "Isa")


@dataclass(slots=True, eq=False)
class Entity:
    """Someone or something that the article names, or speaks of without a name.

    Attributes:
        name: the fullest name in the article; empty for someone without ("a nurse").
        type: None where it can't be told.
        gender: ``m``, ``f``, or None where nothing tells.
        likely: the gender that the ending of an unknown given name makes likely; never more than a hint.
        offices: what the article says that it is.
        at: where it is named, in order.
        nouns: what kind of body the article calls it ("the company, Tarn Lines").
        peer: "Lord" or the like, which belongs to a name; else empty.
    """

    name: str
    type: SpeakerType | None
    gender: str | None = None
    likely: str | None = None
    offices: list[Office] = field(default_factory=list)
    at: list[int] = field(default_factory=list)
    nouns: set[str] = field(default_factory=set)
    peer: str = ""

    @property
    def called(self) -> str:
        """The name as it is given to a reader."""
        return f"{self.peer} {self.name}" if self.peer and self.type is SpeakerType.PERSON else self.name

    @property
    def words(self) -> list[str]:
        """The words of the name, in lower case."""
        return self.name.lower().split()

    @property
    def role(self) -> str | None:
        """The first office the article gives, as it is written; None for none, and for who is no person."""
        told = [o.text for o in self.offices if not o.text.endswith("-year-old") and o.text != "Dr"]
        return told[0] if told and self.type is SpeakerType.PERSON else None

    def fits(self, gender: str | None) -> bool:
        """Whether a word of that gender can mean it."""
        return gender is None or self.gender is None or self.gender == gender


def gender_of(name: str, title: str | None, role: str | None) -> str | None:
    """``m`` or ``f`` by title, office or given name; None where none of them tells."""
    told = set((role or "").lower().replace("’s", "").split())
    if title in TITLES_MALE or told & MALE_ROLES:
        return "m"
    if title in TITLES_FEMALE or told & FEMALE_ROLES:
        return "f"
    given = name.split()
    first = given[0].lower().partition("-")[0] if given else ""
    if first in MALE_NAMES:
        return "m"
    return "f" if first in FEMALE_NAMES else None


def likely_gender(name: str) -> str | None:
    """A hint from the ending of a given name that no table has: "Milka" is more often a woman, "Ivor" a man."""
    given = name.split()
    if len(given) < 2 or given[0] in _SOFT_MALE:
        return None
    return "f" if given[0].lower().endswith(("a", "ie", "ine", "elle")) else "m"


def type_of(name: Name) -> SpeakerType | None:
    """What a name stands for at first sight; None where it can't be told."""
    if is_place(name.text):
        return SpeakerType.COLLECTIVE
    if is_body(name.text) and not name.title:
        return SpeakerType.ORGANIZATION
    if name.role or name.title:
        return SpeakerType.PERSON
    first = name.text.split()[0].lower()
    return SpeakerType.PERSON if first in GIVEN_NAMES and " " in name.text else None
