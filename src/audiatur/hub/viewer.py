"""Who is asking: the one place where a request becomes a viewer, with the hub's one clock.

A reader's jurisdiction is known only from what the operator set up: a fixed setting, a header of a trusted proxy, or a
GeoIP file. Nothing that a reader sends by himself is believed, unless the operator named that header as trusted.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TypeVar

import maxminddb
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.translation import get_language

from audiatur.errors import SettingError
from audiatur.hub.gate import Gate, Viewer

Answer = TypeVar("Answer", bound=HttpResponseBase)

# ISO 3166-1 alpha-2, user-assigned codes (XA-XZ) and EU included.
_CODE = re.compile(r"[A-Za-z]{2}\Z")


def viewer_of(request: HttpRequest) -> Viewer:
    """The viewer behind a request: the time, the jurisdiction (None: not known), the language of the answer."""
    return Viewer(timezone.now(), jurisdiction_of(request), get_language() or "en")


def gate_of(request: HttpRequest) -> Gate:
    """The gate for this request; it lives as long as the answer is being made."""
    return Gate(viewer_of(request))


def jurisdiction_of(request: HttpRequest) -> str | None:
    """The two-letter code of the reader's jurisdiction; None where it is not known.

    The setting goes first, then the trusted header, then the GeoIP file. A header that is set up and missing or
    malformed says nothing, and the GeoIP file is asked.
    """
    if settings.JURISDICTION:
        return str(settings.JURISDICTION)
    if settings.JURISDICTION_HEADER:
        told = request.headers.get(settings.JURISDICTION_HEADER, "").strip()
        if _CODE.match(told):
            return told.upper()
    return _located(address_of(request)) if settings.GEOIP_FILE else None


def address_of(request: HttpRequest) -> str:
    """The reader's address on the network: what the trusted proxy says in its header, else who connected.

    Of a list, as X-Forwarded-For has it, only the last entry counts: the proxy wrote that one itself.
    """
    if settings.ADDRESS_HEADER:
        told = request.headers.get(settings.ADDRESS_HEADER, "").rpartition(",")[2].strip()
        if told:
            return told
    return str(request.META.get("REMOTE_ADDR", ""))


def varied(response: Answer) -> Answer:
    """The answer, marked so that no cache hands it to a reader under another law."""
    if settings.JURISDICTION:
        return response
    if settings.JURISDICTION_HEADER:
        patch_vary_headers(response, [settings.JURISDICTION_HEADER])
    if settings.GEOIP_FILE:
        patch_cache_control(response, private=True)
    return response


@lru_cache(maxsize=1)
def _reader(path: str) -> maxminddb.Reader:
    """The GeoIP file, opened once; SettingError where it cannot be."""
    try:
        return maxminddb.open_database(path)
    except (OSError, maxminddb.InvalidDatabaseError) as wrong:
        raise SettingError(
            "geoip-file",
            f"the GeoIP file cannot be read: {wrong}",
            place="AUDIATUR_GEOIP_FILE",
            remedy="give the path of a country database in the MaxMind format, or leave it empty",
        ) from wrong


def _located(address: str) -> str | None:
    try:
        found = _reader(str(settings.GEOIP_FILE)).get(address)
    except ValueError:  # no IP address, e.g. behind a Unix socket
        return None
    country = found.get("country") if isinstance(found, dict) else None
    code = country.get("iso_code") if isinstance(country, dict) else None
    return code.upper() if isinstance(code, str) else None
