"""Reading an article: what of it is article, and who said what in it. Wires the rooms together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from audiatur.articles.anatomy import anatomy
from audiatur.articles.languages import language_of
from audiatur.articles.values import Anatomy
from audiatur.spans import Span
from audiatur.statements import read_statements
from audiatur.statements.contract import statement_as_json
from audiatur.statements.values import Statement
from audiatur.tagging import tagger_for

# A first line that ends like a sentence is no headline.
_SENTENCE_ENDS = (".", "!", "…", ":", ";", ",")
_CLOSING_MARKS = "\"'”’“»)"


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as read. All spans index ``text``: the title, where one was given, as a first line of its own.

    ``language`` is None where the text does not settle it, ``published`` where nobody said.
    """

    text: str
    language: str | None
    published: date | None
    anatomy: Anatomy
    statements: tuple[Statement, ...]

    def as_json(self) -> dict[str, object]:
        """The form of the contracts."""
        found = self.anatomy
        origin = found.original_source
        return {
            "text": self.text,
            "language": self.language,
            "published": self.published.isoformat() if self.published else None,
            "furniture": [span.as_json() for span in found.furniture],
            "notice": found.notice.as_json() if found.notice else None,
            "original_source": {"name": origin.name, "evidence": origin.evidence.as_json()} if origin else None,
            "statements": [statement_as_json(statement) for statement in self.statements],
        }


def read(
    text: str,
    *,
    title: str | None = None,
    published: date | None = None,
    language: str | None = None,
    site: str | None = None,
    tagger: str | None = None,
) -> Reading:
    """Read one article: its furniture, a republisher's notice, its original source and its statements.

    Args:
        text: plain text, a paragraph a line.
        title: the headline; None where it is the first line of the text or there is none.
        published: the day of publication, from which relative dates are reckoned; None where unknown.
        language: ISO 639-1; None to find out from the text.
        site: the outlet's name, so that its own name is not taken for another source; None where unknown.
        tagger: ``learned`` or ``rules``; None: as ``AUDIATUR_TAGGER`` says, else the learned one where it is installed.

    Never fails on any text; where something is not settled the answer says None.

    Raises:
        SettingError: ``tagger`` where no such tagger exists.
        ModelError: where the learned tagger was asked for and cannot be loaded, or its files are harmed.
    """
    whole = f"{title}\n{text}" if title else text
    end = len(title) if title else _headline_end(text)
    spoken = language or language_of(whole, declared=None)
    found = _shifted(anatomy(text, title=title, site=site), len(title) + 1 if title else 0)
    outside = [*found.furniture, *([found.notice] if found.notice else [])]
    statements = read_statements(
        whole,
        language=spoken,
        published=published,
        exclude=outside,
        title_end=end,
        tagger=tagger_for(spoken, tagger),
    )
    return Reading(whole, spoken, published, found, statements)


def _headline_end(text: str) -> int | None:
    """Where the first line ends, if it is a headline: shorter than what follows and not ending like a sentence."""
    first, _, rest = text.partition("\n")
    if not rest.strip() or not first.strip() or len(first) > 200 or first.rstrip().endswith(_SENTENCE_ENDS):
        return None
    if first.rstrip().rstrip(_CLOSING_MARKS).endswith("."):  # 'returned to a "dead end."'
        return None
    return len(first)


def _shifted(found: Anatomy, offset: int) -> Anatomy:
    """The anatomy of a text that now stands ``offset`` further on."""
    if offset == 0:
        return found

    def move(span: Span) -> Span:
        return Span(span.start + offset, span.end + offset, span.text)

    origin = found.original_source
    return Anatomy(
        furniture=tuple(move(span) for span in found.furniture),
        notice=move(found.notice) if found.notice else None,
        original_source=type(origin)(origin.name, move(origin.evidence)) if origin else None,
    )
