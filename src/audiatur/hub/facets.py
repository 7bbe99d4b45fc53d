"""A filter as a page offers it: its values, each with how much it would leave."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe


@dataclass(frozen=True, slots=True)
class Option:
    """A value of a filter, with the number of what has it, all other filters applied; None: not counted."""

    value: str
    label: str
    number: int | None
    chosen: bool

    @property
    def written(self) -> SafeString:
        """The value as HTML writes it in a list of choices."""
        number = "" if self.number is None else f" ({self.number})"
        marked = " selected" if self.chosen else ""
        told = f'<option value="{escape(self.value)}"{marked}>{escape(self.label)}{number}</option>'
        return mark_safe(told)  # noqa: S308 - what is not fixed is escaped


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter with its values."""

    key: str
    label: str
    options: tuple[Option, ...]

    @property
    def written(self) -> SafeString:
        """Its values as HTML writes them: a list of outlets has a hundred, each of which a template takes long for."""
        return mark_safe("".join(option.written for option in self.options))  # noqa: S308 - each is safe
