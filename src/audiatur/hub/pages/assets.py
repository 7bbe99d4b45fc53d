"""The hub's own style, script and icons, each at an address made of its bytes, so that a browser keeps it for good.

The page's address of a file changes with its content; nothing has to be collected or packed between installing and
running. What the back office brings along is served by whitenoise.
"""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

import brotli  # type: ignore[import-untyped]  # it ships neither types nor stubs
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

_FOLDER: Final = Path(__file__).parents[1] / "static" / "hub"
_TYPES: Final = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
}
_FOR_GOOD: Final = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class Asset:
    """A file as it is served: its bytes by content coding (the empty one: as they are), its type and its digest."""

    type: str
    digest: str
    bodies: dict[str, bytes]


@lru_cache(maxsize=32)
def load(name: str) -> Asset | None:
    """A file of the hub by name, read and compressed once; None where there is no such file."""
    path = next((one for one in _FOLDER.iterdir() if one.name == name and one.suffix in _TYPES), None)
    if path is None:
        return None
    body = path.read_bytes()
    bodies = {"": body}
    if path.suffix != ".png":
        bodies |= {"br": brotli.compress(body, quality=11), "gzip": gzip.compress(body, 9, mtime=0)}
    return Asset(_TYPES[path.suffix], hashlib.sha256(body).hexdigest()[:12], bodies)


def address(name: str) -> str:
    """The address of a file; FileNotFoundError where the package lacks it, which is a fault of the hub."""
    found = load(name)
    if found is None:
        raise FileNotFoundError(name)
    return reverse("asset", args=[found.digest, name])


def accepted(request: HttpRequest) -> set[str]:
    """The content codings that the request names and does not rule out (RFC 9110, 12.5.3)."""
    told = (one.replace(" ", "").partition(";q=") for one in request.headers.get("Accept-Encoding", "").split(","))
    return {name for name, _, weight in told if weight.strip("0.") or not weight}


def asset(request: HttpRequest, digest: str, name: str) -> HttpResponse:
    """A file, for good at its own address; at the address of another state of it, to be asked for again."""
    found = load(name)
    if found is None:
        raise Http404("no such file")
    coding = next((one for one in ("br", "gzip") if one in found.bodies and one in accepted(request)), "")
    response = HttpResponse(found.bodies[coding], content_type=found.type)
    if coding:
        response["Content-Encoding"] = coding
    response["Vary"] = "Accept-Encoding"
    response["Cache-Control"] = _FOR_GOOD if digest == found.digest else "no-cache"
    return response
