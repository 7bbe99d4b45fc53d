"""What the parts of a story's page that belong to a side have in common: the side's name and its colour."""

from __future__ import annotations

from django.utils.translation import gettext as _

from audiatur.hub.sources.standing import SideMark


class Sided:
    """A part of the page that belongs to a side; ``mark`` is None for the articles on no side."""

    __slots__ = ()

    mark: SideMark | None

    @property
    def name(self) -> str:
        """The side's name for readers."""
        return self.mark.name if self.mark else _("On no side")

    @property
    def colour(self) -> str:
        """The class of the style sheet."""
        return self.mark.colour if self.mark else "side-none"
