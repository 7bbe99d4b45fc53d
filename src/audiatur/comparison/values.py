"""The articles of a story as the comparison takes them, and places in their texts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from audiatur.spans import Span


@dataclass(frozen=True, slots=True)
class RecordPlace:
    """Where a statement's words stand in a primary record, as it was traced.

    ``start`` and ``end`` count code points of the record's text; ``words`` are the words there, empty where they may
    not leave: then the place ties wordings together and shows nothing. ``quotation`` are the words of the statement
    that stand there, empty where the whole statement does.
    """

    record: str
    start: int
    end: int
    words: str = ""
    quotation: str = ""


@dataclass(frozen=True, slots=True)
class SideLabel:
    """A side of a topic as the editor names it: ``id`` is what tellings refer to, ``name`` what readers see."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class ToldStatement:
    """A statement of an article, with the words that may be shown.

    ``key`` is the caller's own handle, unique in its article (e.g. the statement's number). ``speaker`` is the fullest
    name the article gives, None where it does not settle who spoke. ``content`` are the exact words, in more than one
    piece where the speaker interrupts them; ``quoted`` those inside quotation marks. ``visible`` is False where the
    words may not leave: such a statement plays no part.

    ``spans`` are the places of ``content`` in ``Told.text``, piece by piece; without them no number can be attributed
    to the speaker. ``speaker_key`` is the caller's handle of who speaks, the same in every article; empty: speakers are
    told apart by their names. ``day`` is that of the utterance, None where it is not known to the day. ``traced`` are
    the places of its quotations in records. ``since`` is when the words came into the article, with its zone; None:
    when it appeared.
    """

    key: str
    speaker: str | None
    content: tuple[str, ...]
    quoted: tuple[str, ...] = ()
    visible: bool = True
    spans: tuple[Span, ...] = ()
    speaker_key: str = ""
    day: date | None = None
    traced: tuple[RecordPlace, ...] = ()
    since: datetime | None = None

    @property
    def words(self) -> str:
        """The pieces of content with a gap between them, for measuring; shown are the pieces."""
        return " ".join(self.content)


@dataclass(frozen=True, slots=True)
class Told:
    """An article as the comparison sees it.

    ``sides`` are ids of ``SideLabel``; none, or none that is known, puts it in the last column. ``text`` is the text
    as released, empty where none may leave; ``visible`` is False where only title and link may leave, and then text
    and statements play no part.

    ``voice`` is one key for all articles that are copies of one text, empty where the article is nobody's copy and has
    none. ``apart`` are the places of ``text`` that are not the article: furniture, a republisher's notice.
    """

    id: str
    sides: tuple[str, ...]
    outlet: str
    title: str
    published: datetime | None = None
    language: str | None = None
    text: str = ""
    statements: tuple[ToldStatement, ...] = ()
    visible: bool = True
    voice: str = ""
    apart: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """A statement in its article."""

    telling: str
    outlet: str
    statement: ToldStatement


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: a span of ``Told.text`` of the article ``telling``."""

    telling: str
    span: Span
