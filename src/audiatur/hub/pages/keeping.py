"""Pages that are kept as they went out, under everything that they follow from.

A page of lists reads a few columns of what it shows at every request, and asks the gate; where these are the same as
they were, so is the page, to the last character. So nothing that is shown is old, and a policy, a bar, a correction or
words that are taken away hold with the next request.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Hashable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language

from audiatur.hub.pages.assets import accepted
from audiatur.hub.shelf import Shelf
from audiatur.hub.viewer import varied

# Bytes of compressed pages that a process keeps: some 400 front pages.
KEPT = 10_000_000
# As far as it pays: 9 takes three times as long for one byte in a hundred.
_LEVEL = 6
_kept: Shelf[bytes] = Shelf(KEPT)


def kept_page(request: HttpRequest, key: Hashable | None, made: Callable[[], HttpResponse]) -> HttpResponse:
    """The page kept under a key, its address and its language; else ``made``, which is kept. None: nothing is kept.

    The key must hold all that the page follows from but its address, its language and the operator's settings, and the
    page must show nothing of who is asking.
    """
    if key is None:
        return made()
    whole = (key, request.get_full_path(), get_language(), settings.HUB_NAME, settings.CONTACT, settings.BASE_URL)
    body = _kept.take(whole)
    if body is None:
        response = made()
        if response.status_code != 200:
            return response
        body = gzip.compress(response.content, _LEVEL, mtime=0)
        _kept.put(whole, body, len(body))
    packed = "gzip" in accepted(request)
    answer = HttpResponse(body if packed else gzip.decompress(body))
    if packed:
        answer["Content-Encoding"] = "gzip"
    patch_vary_headers(answer, ["Accept-Encoding"])
    return varied(answer)
