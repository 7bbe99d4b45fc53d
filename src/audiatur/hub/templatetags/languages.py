"""How a page names itself in the other languages of the interface."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit

from django import template

from audiatur.hub.languages.choice import PARAMETER

register = template.Library()


@register.filter
def in_language(address: str, code: str) -> str:
    """An address that asks for a language, whatever it asked for before: ``/about/`` becomes ``/about/?lang=uk``."""
    parts = urlsplit(address)
    kept = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name != PARAMETER]
    return parts._replace(query=urlencode([*kept, (PARAMETER, code)])).geturl()
