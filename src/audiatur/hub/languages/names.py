"""Languages by their names."""

from __future__ import annotations

from django.utils.translation import get_language_info


def language_label(code: str) -> str:
    """A language's name in the language of the page; the code where it has none here."""
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code
