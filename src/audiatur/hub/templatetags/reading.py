"""How marked text and moments are written in pages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time

from django import template
from django.utils.dateformat import format as dated
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from audiatur.hub.articles.marks import Paragraph, Part, Piece
from audiatur.hub.languages.numbers import number
from audiatur.hub.statements.shown import Shown

register = template.Library()
register.filter("number", number)


@register.filter
def marked(paragraph: Paragraph, statements: Sequence[Shown]) -> SafeString:
    """A paragraph with its statements marked; every character of it is kept and escaped, no white space is added."""
    by_number = {statement.number: statement for statement in statements}
    return format_html_join("", "{}", ((_piece(piece, by_number),) for piece in paragraph.pieces))


def _piece(piece: Piece, statements: dict[int, Shown]) -> SafeString:
    words: SafeString = format_html("{}", piece.text)
    if piece.cue:
        words = format_html('<span class="cue">{}</span>', words)
    if piece.speaker:
        words = format_html('<span class="who">{}</span>', words)
    if not piece.content:
        return words
    said = "; ".join(f"{number}: {statements[number].name}" for number in piece.content)
    begun = format_html_join(
        "",
        '<sup><a class="ref" id="w{0}" href="{2}" aria-label="{1}">{0}</a></sup>',
        ((number, _label(statements[number]), statements[number].path) for number in piece.begins),
    )
    depth, form = min(len(piece.content), 3), _form(piece, statements)
    return format_html('{}<mark class="depth-{} {}" title="{}">{}</mark>', begun, depth, form, said, words)


def _label(statement: Shown) -> str:
    """A statement's number and speaker, for readers who hear the page."""
    return _("Statement %(number)s, %(name)s") % {"number": statement.number, "name": statement.name}


def _form(piece: Piece, statements: dict[int, Shown]) -> str:
    """The class for the form of the innermost statement here: the one that begins last, or of these is the shortest."""
    innermost = max(piece.content, key=lambda number: _begin_and_length(statements[number]))
    return f"form-{statements[innermost].form or 'indirect'}"


def _begin_and_length(statement: Shown) -> tuple[int, int]:
    content = [mark for mark in statement.marks if mark.part is Part.CONTENT]
    return min(mark.start for mark in content), -sum(mark.end - mark.start for mark in content)


@register.filter
def day(moment: date | datetime) -> str:
    """A day in words, in the language of the page: 12 April 2022, 12 апреля 2022."""
    return dated(moment, "j E Y")


@register.filter
def moment(when: datetime, seen: bool = False) -> str:
    """A moment in words: 12 April 2022, 10:30. A day alone where no time of day is known.

    Of what the hub saw or did itself (``seen``) the time of day is known at midnight too.
    """
    return dated(when, "j E Y, H:i") if seen or timed(when) else day(when)


@register.filter
def month(when: date | datetime) -> str:
    """A month in words, by itself: April 2022, апрель 2022."""
    return dated(when, "F Y")


@register.filter
def clock(when: datetime) -> str:
    """The time of day in a list of one day: 10:30. The day where no time of day is known."""
    return f"{when:%H:%M}" if timed(when) else day(when)


def timed(when: datetime) -> bool:
    """Whether the time of day is known: sources that give a day only are kept as its first moment in UTC."""
    return when.astimezone(UTC).time() != time()


@register.filter
def precise(told: str) -> str:
    """An ISO 8601 date in words at the precision that it has: 2022-04 becomes April 2022."""
    parts = told.split("-")
    try:
        found = date(int(parts[0]), int(parts[1]) if len(parts) > 1 else 1, int(parts[2]) if len(parts) > 2 else 1)
    except ValueError:
        return told
    return (f"{found:%Y}", month(found), day(found))[min(len(parts), 3) - 1]


@register.filter
def iso(when: datetime, seen: bool = False) -> str:
    """A moment for the ``datetime`` attribute; a day where no time of day is known, as in ``moment``."""
    return when.isoformat(timespec="seconds") if seen or timed(when) else when.date().isoformat()
