"""Provenance, as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from audiatur.markup.html import SanitisedHtml


class ClaimField(StrEnum):
    """The ownership facts that a claim can be about, by the words of the hub (schema.org, Wikidata in docs)."""

    OWNER = "owner"
    PARENT = "parent"
    FUNDER = "funder"
    COUNTRY = "country"
    MAINLY_STATE_FUNDED = "mainly-state-funded"
    STATE_GOVERNS = "state-governs"
    STATE_CONTROLS_EDITORIALLY = "state-controls-editorially"
    IN_SCOPE = "in-scope"
    WIKIDATA = "wikidata"
    TRUST_TXT = "trust-txt"


@dataclass(frozen=True, slots=True)
class Claim:
    """One fact with its evidence. A claim without ``source_url`` is kept but decides nothing.

    For the three questions and ``in-scope`` the value is ``yes`` or ``no``.
    """

    field: ClaimField
    value: str
    source_url: str | None
    retrieved: date | None
    asserted_by: str


class Answer(StrEnum):
    """An answer to one of the three questions of the State Media Matrix."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Answers:
    """The three answers from which the class is derived."""

    mainly_state_funded: Answer
    state_governs: Answer
    state_controls_editorially: Answer


class IndependenceClass(StrEnum):
    """The State Media Matrix, and the two cases outside it."""

    SC = "SC"
    CAPU = "CaPu"
    CAPR = "CaPr"
    ISFM = "ISFM"
    ISF = "ISF"
    ISM = "ISM"
    IP = "IP"
    NOT_IN_SCOPE = "not-in-scope"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """What the gate and the notice need to know of a source.

    ``id`` is the source's stable slug; ``page`` the absolute address of its page in this hub; ``why`` the editor's
    reason for including it; ``words`` the editor's own words, added to the notice, None where there are none.
    """

    id: str
    name: str
    homepage: str | None
    page: str
    claims: tuple[Claim, ...]
    why: str | None
    words: str | None


@dataclass(frozen=True, slots=True)
class Notice:
    """The notice that travels with every item. ``owner``, ``funder`` and ``country`` are None where not evidenced.

    ``language`` is the one in which its fixed words are told.
    """

    source_id: str
    source_name: str
    source_page: str
    owner: str | None
    funder: str | None
    country: str | None
    independence: IndependenceClass
    answers: Answers
    why: str
    disclaimer: str
    words: str | None
    evidence: tuple[Claim, ...]
    language: str = "en"


class Mode(StrEnum):
    """How much of an item may leave the hub."""

    FULL = "full"
    EXCERPT = "excerpt"
    LINK = "link"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Bar:
    """A legal bar in named jurisdictions (ISO 3166-1 alpha-2, or ``EU``), as RFC 7725 wants it told."""

    jurisdictions: frozenset[str]
    authority: str
    law: str
    binds: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """What an editor lets leave of a source.

    ``excerpt_chars`` counts code points and matters in mode excerpt. The window is half-open, ``[starts, ends)``;
    None: open on that side. ``outside`` is the mode that holds outside the window.
    """

    mode: Mode
    excerpt_chars: int = 300
    starts: datetime | None = None
    ends: datetime | None = None
    outside: Mode = Mode.LINK
    bars: tuple[Bar, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """An item as the hub holds it, before the gate.

    ``id`` is the stable id (``urn:...`` or URL) used in feeds, ``page`` the absolute address of its page in this hub,
    ``origin`` its address at the outlet. ``published`` falls back to when it was first seen.
    """

    id: str
    page: str
    origin: str | None
    title: str | None
    byline: tuple[str, ...]
    text: str
    html: SanitisedHtml | None
    language: str | None
    published: datetime
    updated: datetime
    version: int


@dataclass(frozen=True, slots=True)
class Released:
    """What may leave: only ``gate.release`` makes it, and it never comes without its notice.

    ``text`` and ``html`` are already cut to the mode; both are empty or None in mode link. ``reach`` is how many code
    points of the held text may be shown: a statement is shown only if it ends within it.
    """

    id: str
    page: str
    origin: str | None
    title: str | None
    byline: tuple[str, ...]
    text: str
    html: SanitisedHtml | None
    language: str | None
    published: datetime
    updated: datetime
    version: int
    mode: Mode
    reach: int
    complete: bool
    window_ends: datetime | None
    notice: Notice


class Reason(StrEnum):
    """Why an item is withheld."""

    LEGAL = "legal"
    POLICY = "policy"
    WINDOW = "window"


@dataclass(frozen=True, slots=True)
class Withheld:
    """What may not leave: lists leave it out and count it.

    ``status`` is 451 with ``bar`` for a legal reason, else 403.
    """

    id: str
    status: int
    reason: Reason
    bar: Bar | None
    notice: Notice


@dataclass(frozen=True, slots=True)
class Refusal:
    """The answer at the address of a withheld item: what a view needs, made by ``refusals.refusal``.

    ``headers`` are name and value, in order; ``paragraphs`` are plain text, to be escaped by whoever makes a page of
    them. ``link`` is a further address to cite (the text of the law); None where there is none.
    """

    status: int
    headers: tuple[tuple[str, str], ...]
    title: str
    paragraphs: tuple[str, ...]
    link: str | None
    notice: Notice
