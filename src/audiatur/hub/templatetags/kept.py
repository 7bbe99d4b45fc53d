"""Parts of pages that are kept once they were made.

A part of a list follows from the values that it shows and from the language, and from nothing else; so it is made once
for each. Nothing grows stale: other values, such as what the gate lets out at another time, make another part.
"""

from __future__ import annotations

from collections.abc import Hashable
from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()

# Parts that are kept: those of some forty front pages. Each holds the values that it was made of, mostly texts: with
# articles of 2,000 characters 2,000 parts are some 40 MB.
KEPT = 2000


@register.simple_tag
def kept(name: str, **values: Hashable) -> SafeString:
    """The template of this name with these values and none of the page's; the values must not change later."""
    return _made(name, get_language(), tuple(values.items()))


@lru_cache(maxsize=KEPT)
def _made(name: str, language: str | None, values: tuple[tuple[str, Hashable], ...]) -> SafeString:  # noqa: ARG001
    return render_to_string(name, dict(values))
