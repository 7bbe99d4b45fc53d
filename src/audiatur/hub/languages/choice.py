"""Which language the hub speaks in an answer: its own words, its dates and numbers, and the fixed words of notices.

What outlets wrote stays in the language in which they wrote it.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.cache import patch_vary_headers

PARAMETER: Final = "lang"
"""The part of an address that asks for a language: ``?lang=uk``."""

# A choice is kept for a year after it was made.
_KEPT_SECONDS: Final = 365 * 24 * 3600


def offered(code: str | None) -> str | None:
    """The code itself where the hub speaks that language, else None."""
    return code if code in dict(settings.LANGUAGES) else None


def asked(request: HttpRequest) -> str | None:
    """The language that the address asks for; None where it asks for none, or for one that the hub does not speak."""
    return offered(request.GET.get(PARAMETER))


def for_programs(path: str) -> bool:
    """Whether an address is one that programs read: it ends in the name of a file, as feeds and lists of data do."""
    return "." in path.rpartition("/")[2]


def language_of(request: HttpRequest) -> str:
    """The language of the answer to a request.

    The address goes first. A program's answer is else in the hub's own language, for its bytes are kept and passed on.
    A page follows the reader's kept choice, then what the browser asks for, then the hub's own language.
    """
    found = asked(request)
    if found is not None:
        return found
    if for_programs(request.path):
        return str(settings.LANGUAGE_CODE)
    return offered(translation.get_language_from_request(request)) or str(settings.LANGUAGE_CODE)


def spoken(request: HttpRequest) -> AbstractContextManager[object]:
    """A context in which the hub speaks the language of a request."""
    return translation.override(language_of(request))


def middleware(answer: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Django's middleware: each answer in its language, and marked so that no cache hands it to another reader."""

    def answered(request: HttpRequest) -> HttpResponseBase:
        with spoken(request):
            response = answer(request)
            response.headers.setdefault("Content-Language", translation.get_language() or "en")
        if not for_programs(request.path):
            patch_vary_headers(response, ("Accept-Language", "Cookie"))
        return response

    return answered


def keep(response: HttpResponse, code: str) -> None:
    """Let the reader's browser keep a choice. The cookie holds the code of the language and nothing else."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        code,
        max_age=_KEPT_SECONDS,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
