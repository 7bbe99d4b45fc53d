"""Exact places in a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of Unicode code points in a text, with the words found there.

    Attributes:
        start: offset of the first code point.
        end: offset after the last code point.
        text: the words; ``of`` guarantees ``whole[start:end] == text``.

    >>> Span.of("Borduria denies it", 0, 8)
    Span(start=0, end=8, text='Borduria')
    """

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, whole: str, start: int, end: int) -> Span:
        """Cut the span out of ``whole``; ValueError where the range is empty or outside of it."""
        if not 0 <= start < end <= len(whole):
            raise ValueError(f"no span [{start}, {end}) in a text of {len(whole)} code points")
        return cls(start, end, whole[start:end])

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies within this span, borders included."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def as_json(self) -> dict[str, int | str]:
        """The form of the contracts: ``{"start", "end", "text"}``."""
        return {"start": self.start, "end": self.end, "text": self.text}
