"""Numbers as the language of the page writes them."""

from __future__ import annotations

from django.utils.numberformat import format as grouped
from django.utils.translation import get_language


def number(value: float) -> str:
    """A number for reading, its thousands apart: 1,200 and 12,500; in Russian and Ukrainian 1200 and 12 500.

    Not for years. The spaces of Russian and Ukrainian begin at five figures, as their printers have it.
    """
    if get_language() == "en":
        return grouped(value, ".", grouping=3, thousand_sep=",", force_grouping=True)
    size = 3 if abs(value) >= 10_000 else 0
    return grouped(value, ",", grouping=size, thousand_sep="\N{NO-BREAK SPACE}", force_grouping=True)
