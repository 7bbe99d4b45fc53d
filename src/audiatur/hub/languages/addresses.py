"""The addresses of a page in each language of the interface."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit

from audiatur.hub.languages.choice import PARAMETER


def plain(address: str) -> str:
    """An address that asks for no language: the permanent one of a page."""
    parts = urlsplit(address)
    kept = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name != PARAMETER]
    return parts._replace(query=urlencode(kept)).geturl()


def in_language(address: str, code: str) -> str:
    """An address that asks for a language, whatever it asked for before: ``/about/`` becomes ``/about/?lang=uk``."""
    parts = urlsplit(plain(address))
    asked_for = urlencode({PARAMETER: code})
    return parts._replace(query=f"{parts.query}&{asked_for}" if parts.query else asked_for).geturl()
