"""The side-by-side model of a story, as values. Every word in it is a string that was given, or a part of one."""

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
    the places of its quotations in records.
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

    @property
    def words(self) -> str:
        """The pieces of content with a gap between them, for measuring; shown are the pieces."""
        return " ".join(self.content)


@dataclass(frozen=True, slots=True)
class Told:
    """An article as the comparison sees it.

    ``sides`` are ids of ``SideLabel``; none, or none that is known, puts it in the last column. ``text`` is the text
    as released, empty where none may leave; ``visible`` is False where only title and link may leave, and then text,
    statements and key terms play no part. ``key_terms`` are words that the caller holds to be telling of the article.

    ``voice`` is one key for all articles that are copies of one text, empty where the article is nobody's copy and has
    none. ``apart`` are the places of ``text`` that are not the article: furniture, a republisher's notice.
    """

    id: str
    sides: tuple[str, ...]
    outlet: str
    title: str
    published: datetime | None = None
    url: str | None = None
    language: str | None = None
    text: str = ""
    statements: tuple[ToldStatement, ...] = ()
    key_terms: tuple[str, ...] = ()
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


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, number or term with every place it was found. ``places`` is empty for key terms, which have none."""

    words: str
    tellings: tuple[str, ...]
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class QuotedSpeaker:
    """A speaker with what was reported of them. ``name`` is the fullest form that any article gives."""

    name: str
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class OnlyHere:
    """What one column reports and no other does.

    ``speakers`` are quoted in no other column; ``statements`` are matched by none of another column (those of
    ``speakers`` included); ``numbers``, ``names`` and ``key_terms`` occur in no other column's titles or texts.
    """

    speakers: tuple[QuotedSpeaker, ...] = ()
    statements: tuple[Said, ...] = ()
    numbers: tuple[Mention, ...] = ()
    names: tuple[Mention, ...] = ()
    key_terms: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """One side of the story, or the articles on no side where ``side`` is None.

    ``tellings`` and ``statements`` are chronological, undated last. ``unread`` counts the articles whose words may not
    leave: what they report is not compared, and a reader must be told so. A side without articles is an empty column.
    """

    side: SideLabel | None
    tellings: tuple[Told, ...]
    statements: tuple[Said, ...]
    only_here: OnlyHere
    unread: int


@dataclass(frozen=True, slots=True)
class Wording:
    """One column's words for the same speech. ``side`` is None for the articles on no side."""

    side: SideLabel | None
    said: Said


@dataclass(frozen=True, slots=True)
class SameSpeech:
    """The same words of one speaker as at least two columns report them.

    ``speaker`` is the fullest form of the name that any of them gives, None where none names one. ``wordings`` stand in
    the order of the columns, then of time. ``agreement`` is the least likeness of two wordings of different columns, in
    [0, 1]; 1 where all are alike word for word.
    """

    speaker: str | None
    wordings: tuple[Wording, ...]
    agreement: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """A story side by side: the sides in the editor's order, then the articles on no side, where there are any."""

    columns: tuple[Column, ...]
    same_speech: tuple[SameSpeech, ...]
