"""The hub as an application on the reader's own device: its manifest, and what may be read there when offline.

A browser keeps the front page and the stories that were read, to show them where the network fails, and says when they
are from. Which pages it may keep the pages say themselves (``Head.keeps``). It drops a page after a day, and all of
them as soon as the terms under which this hub shows things to this reader have changed.
"""

from __future__ import annotations

import hashlib
import json
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

from audiatur.hub.pages.assets import address, load
from audiatur.hub.pages.frame import Head, page
from audiatur.hub.sources.standing import Standing
from audiatur.hub.viewer import gate_of, varied
from audiatur.provenance.values import Bar

# A reader on a journey of a day has what they last read; a court's order does not wait longer for those who stay away.
MOST_SECONDS: Final = 24 * 3600
# How seldom a browser that reads page after page asks whether the terms are still the same.
ASK_SECONDS: Final = 600
# The colours behind the bar of an installed hub: --paper of the style sheet.
PAPER: Final = "#fcfcfa"
_KEPT: Final = ("hub.css", "hub.js", "icon.svg", "icon-180.png")
_ICONS: Final = (
    ("icon-192.png", "192x192", "any"),
    ("icon-512.png", "512x512", "any"),
    ("icon-mask.png", "512x512", "maskable"),
)


def manifest(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - the signature of a view
    """What an installed hub is called, how it looks and what can be shared with it."""
    told: dict[str, object] = {
        "id": "/",
        "name": settings.HUB_NAME,
        "short_name": settings.HUB_NAME,
        "description": _("News of every side of a conflict, side by side, each item with its notice."),
        "lang": get_language(),
        "dir": "rtl" if get_language_bidi() else "ltr",
        "start_url": reverse("front"),
        "scope": reverse("front"),
        "display": "minimal-ui",
        "background_color": PAPER,
        "theme_color": PAPER,
        "categories": ["news"],
        "share_target": {"action": reverse("search"), "method": "GET", "params": {"text": "q"}},
        "icons": [
            {"src": address("icon.svg"), "sizes": "any", "type": "image/svg+xml"},
            *({"src": address(name), "sizes": size, "type": "image/png", "purpose": use} for name, size, use in _ICONS),
        ],
    }
    body = json.dumps(told, ensure_ascii=False)
    return HttpResponse(body, content_type="application/manifest+json", headers={"Cache-Control": "no-cache"})


def service_worker(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - the signature of a view
    """The script that keeps pages for reading offline, told what to keep; served at the root, for all pages."""
    script = load("sw.js")
    if script is None:
        raise FileNotFoundError("sw.js")
    assets = [address(name) for name in _KEPT]
    hub = {
        "version": hashlib.sha256("".join([script.digest, *assets]).encode()).hexdigest()[:12],
        "assets": assets,
        "offline": reverse("offline"),
        "terms": reverse("terms"),
        "most_seconds": MOST_SECONDS,
        "ask_seconds": ASK_SECONDS,
    }
    body = f"const HUB = {json.dumps(hub)};\n".encode() + script.bodies[""]
    return HttpResponse(body, content_type="text/javascript; charset=utf-8", headers={"Cache-Control": "no-cache"})


def terms(request: HttpRequest) -> HttpResponse:
    """A token of what may leave of each source to this reader now; another one means that kept pages must go."""
    standing = Standing.load(gate_of(request))
    told = sorted(
        (source.slug, _decision(standing.decisions[pk]), str(standing.gate.of(source)[0].excerpt_chars))
        for pk, source in standing.sources.items()
    )
    token = hashlib.sha256(json.dumps(told).encode()).hexdigest()[:16]
    response = HttpResponse(json.dumps({"terms": token}), content_type="application/json")
    response["Cache-Control"] = "no-store"
    return varied(response)


def offline(request: HttpRequest) -> HttpResponse:
    """What a reader without a network is shown where no kept page is at hand; it shows no item."""
    head = Head(_("Offline"), _("What this hub shows where the network fails."), reverse("offline"))
    return page(request, "hub/offline.html", head, {"hours": MOST_SECONDS // 3600})


def _decision(decided: object) -> str:
    return f"bar {decided.law}" if isinstance(decided, Bar) else str(decided)
