"""What every evaluation of the feeds room shares: figures with floors, the corpora, and agreement of values."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from html import escape
from pathlib import Path

from audiatur.markup.html import sanitise, text_of

CORPORA = Path(os.environ.get("AUDIATUR_CORPORA", Path(__file__).parents[2] / "shared" / "corpora"))


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured share with the floor that it may not fall below; ``misses`` name the cases that disagree."""

    name: str
    value: float
    floor: float
    cases: int
    misses: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether the floor is kept."""
        return self.value >= self.floor

    def line(self) -> str:
        """One line for a person."""
        verdict = "ok" if self.holds else "BELOW ITS FLOOR"
        return f"{self.name}: {self.value:.4f} of {self.cases} (floor {self.floor}) {verdict}"


@dataclass(slots=True)
class Tally:
    """Cases as they are judged; a case counts once, and only where every field agrees."""

    cases: int = 0
    misses: list[str] = field(default_factory=list)

    def judge(self, case: str, disagreements: Sequence[str]) -> None:
        """Count a case with what disagreed in it."""
        self.cases += 1
        if disagreements:
            self.misses.append(f"{case}: {'; '.join(disagreements)}")

    def figure(self, name: str, floor: float) -> Figure:
        """The share of cases without a disagreement; 0 where there was no case, so that an empty corpus fails."""
        share = (self.cases - len(self.misses)) / self.cases if self.cases else 0.0
        return Figure(name, share, floor, self.cases, tuple(self.misses))


def same_text(ours: str | None, expected: str) -> bool:
    """A title or name is text with us: the words expected, or, where they are HTML, the text of that HTML."""
    folded = " ".join(expected.split())
    as_html = " ".join(text_of(sanitise(expected, base=None)).split())
    return (ours or "") in {folded, as_html}


def same_html(ours: str | None, expected: str) -> bool:
    """HTML agrees where the expected, passed once through the sanitiser, is ours; plain text where escaping it is."""
    known = " ".join((ours or "").split())
    clean = sanitise(expected, base=None)
    return known in {" ".join(clean.split()), " ".join(escape(expected.strip(), quote=False).split())}


def same_instant(ours: datetime | None, expected: datetime) -> bool:
    """Dates agree as instants, to the second."""
    return ours is not None and abs((ours - expected).total_seconds()) < 1
