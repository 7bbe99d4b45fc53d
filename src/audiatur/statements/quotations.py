"""Quotation marks in a paragraph: which words stand between them.

Handles “ ”, „ “ and „ ”, « » and » «, 「 」 and 『 』, ‘ ’ and straight marks, doubled apostrophes (``''so''``), and
quotations that lack their closing mark. It does not judge whether a quotation is speech or a scare quote.
"""

from __future__ import annotations

from dataclasses import dataclass

from audiatur.statements.unclosed import end_of_words

_PAIRS = {
    "“": "”", "„": "“”", "«": "»", "‘": "’", '"': '"', "''": "''", "'": "'", "”": "”", "»": "«", "「": "」", "『": "』",
}  # fmt: skip
_NOT_OPEN = frozenset("‘'»")  # count only where they close: an apostrophe, an arrow
_SINGLE = frozenset("‘'")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks: ``start``/``end`` with the marks, ``inner_start``/``inner_end`` without them.

    ``closed`` is False where the closing mark is missing and the end is that of the paragraph; it is True where the
    mark is missing and a reporting clause tells the end.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool


def _mark_at(text: str, at: int) -> str:
    """The quotation mark at ``at``, doubled apostrophes as one; empty for none."""
    if text.startswith("''", at):
        return "''"
    return text[at] if text[at] in _PAIRS else ""


def _opens(text: str, at: int, mark: str, start: int, end: int) -> bool:
    """Whether the mark at ``at`` can open a quotation: space or a bracket before it, a word after it."""
    before = text[at - 1] if at > start else " "
    after_at = at + len(mark)
    after = text[after_at] if after_at < end else " "
    if mark == "”":  # typed by mistake for an opening mark at the head of a paragraph
        return at == start and not after.isspace()
    if mark in "“„«「『":
        return True
    return not before.isalnum() and before not in ".,!?’'”" and not after.isspace()


def _closes(text: str, at: int, mark: str, opener: str, end: int) -> bool:
    """Whether the mark at ``at`` closes a quotation that ``opener`` began."""
    mixed = (opener in "„“" and mark == '"') or (opener == '"' and mark == "”")
    if opener == "''":
        return mark == "''"
    if mark not in _PAIRS[opener] and not mixed:
        return False
    if opener not in _SINGLE:
        return True
    before = text[at - 1]
    after = text[at + 1] if at + 1 < end else " "
    return not after.isalnum() and not before.isspace() and not (before in "sS" and after == " ")


def _ends_words(text: str, at: int, end: int) -> bool:
    """Whether the mark at ``at`` stands as a closing one does: right after a word or a stop, before none."""
    after = text[at + 1] if at + 1 < end else " "
    return not text[at - 1].isspace() and text[at - 1] not in "([—–-“„«" and not after.isalnum()


def _find_close(text: str, at: int, opener: str, end: int) -> tuple[int, int] | None:
    """The start and end of the mark that closes, marks of the same kind nested once; None where there is none."""
    depth = 0
    while at < end:
        if text[at] in "“„«»”‘’'\"」』":
            mark = "''" if opener == "''" and text.startswith("''", at) else text[at]
            if opener in ("„", "«", "“") and mark == opener and not _ends_words(text, at, end):
                depth += 1
            elif opener == mark == "“":  # typed by mistake for a closing mark
                return at, at + 1
            elif _closes(text, at, mark, opener, end):
                if depth == 0:
                    return at, at + len(mark)
                depth -= 1
            at += len(mark) or 1
        else:
            at += 1
    return None


def opens_with_mark(text: str, start: int, end: int) -> bool:
    """Whether the paragraph begins with an opening double mark, as one does that carries on a quotation."""
    mark = _mark_at(text, start) if start < end else ""
    return bool(mark) and mark not in _SINGLE and _opens(text, start, mark, start, end)


def find_quotations(text: str, start: int, end: int, *, continued: bool = False) -> tuple[Quotation, ...]:
    """The quotations in ``text[start:end]``, one paragraph, outermost only, in order.

    A double mark that never closes runs to the end of the paragraph where it opens the paragraph or where the next
    one carries the quotation on (``continued``), and is left out otherwise: where it ends nobody can say. It ends
    before a reporting clause of its own ("“It is a tragedy, she said."), unless the next one carries it on. Single
    marks count only when they close.
    """
    found: list[Quotation] = []
    at = start
    while at < end:
        mark = _mark_at(text, at)
        if not mark or not _opens(text, at, mark, start, end):
            at += len(mark) or 1
            continue
        closing = _find_close(text, at + len(mark), mark, end)
        if closing is not None and closing[0] > at + len(mark):
            found.append(Quotation(at, closing[1], at + len(mark), closing[0], True))
            at = closing[1]
        elif closing is None and mark not in _NOT_OPEN and (continued or at == start) and at + len(mark) < end:
            told = None if continued else end_of_words(text, at + len(mark), end)
            stop = end if told is None else told
            found.append(Quotation(at, stop, at + len(mark), stop, told is not None))
            at = stop
        else:
            at += len(mark)
    return tuple(found)
