"""The kinds of evidence by which an article was put into its story, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

GROUNDS = {
    "rare words in common": _("rare words in common"),
    "much the same said": _("much the same said"),
    "told in the record": _("told in the record of what was said"),
    "days apart": _("days apart"),
}
"""For each kind as ``stories.judging`` names it, how a page says it."""


def in_words(kinds: Iterable[str]) -> tuple[str, ...]:
    """Kinds of evidence as a page says them; one that is not known here stays as it was stored."""
    return tuple(str(GROUNDS.get(kind, kind)) for kind in kinds)
