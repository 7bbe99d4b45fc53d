"""Checks B: what the operator set up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

import maxminddb

from audiatur.hub.health.values import Finding, Level, judged

# What ``configuration.secret_key`` answers before the first start.
BUILDING_KEY = "only-for-building-and-tests"
# Django's own check (security.W009) asks for as many.
SHORTEST_KEY = 50
_COUNTRY = re.compile(r"[A-Z]{2}")


@dataclass(frozen=True, slots=True)
class Setup:
    """The settings that the checks look at, as they are in force."""

    home: Path
    key: str
    contact: str
    base_url: str
    hosts: tuple[str, ...]
    allow_private: bool
    jurisdiction: str
    header: str
    geoip: str


def checks(given: Setup) -> tuple[Finding, ...]:
    """The checks B."""
    return (
        key(given.key, given.home / "secret-key"),
        contact(given.contact),
        base_url(given.base_url),
        hosts(given.hosts, given.base_url),
        private(given.allow_private),
        jurisdiction(given.jurisdiction, given.header, given.geoip),
        geoip(given.geoip, proxied=given.base_url.startswith("https:") and not given.header),
    )


def key(value: str, kept: Path) -> Finding:
    """B1: the key that signs sessions is the hub's own, long, and readable by its user alone."""
    what = "the key that signs sessions"
    if value == BUILDING_KEY:
        told = "there is none yet, and the one for building and tests is known to everyone"
        return Finding("B1", what, Level.ERROR, told, "start the hub once: audiatur run makes one")
    if len(value) < SHORTEST_KEY:
        told = f"it has {len(value)} characters"
        return Finding("B1", what, Level.WARNING, told, f"set AUDIATUR_SECRET_KEY to {SHORTEST_KEY} or more at random")
    exposed = kept.exists() and bool(kept.stat().st_mode & 0o077)
    fault = f"{kept} can be read by other users of this machine" if exposed else ""
    return judged("B1", what, fault, told="present", remedy=f"chmod 600 {kept}")


def contact(value: str) -> Finding:
    """B2: outlets can reach the operator."""
    fault = "" if value.strip() else "no address is set; outlets cannot tell whom to ask, and some refuse such requests"
    remedy = "set AUDIATUR_CONTACT to a mail address or a page"
    return judged("B2", "contact address", fault, told=value, remedy=remedy, level=Level.WARNING)


def base_url(value: str) -> Finding:
    """B3: the address of the hub, of which every link in its feeds is made."""
    what, remedy = "base URL", "set AUDIATUR_BASE_URL to the hub's address, e.g. https://hub.example"
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return Finding("B3", what, Level.ERROR, f"{value!r} is no web address", remedy)
    if parts.path or parts.query or parts.fragment:
        return Finding("B3", what, Level.ERROR, f"{value} has a path; the hub answers at the root of its host", remedy)
    plain = parts.scheme == "http" and not _local(parts.hostname)
    fault = f"{value} is not encrypted; passwords of editors can be read on the way" if plain else ""
    remedy = "put a proxy with TLS before the hub and set AUDIATUR_BASE_URL to https://..."
    return judged("B3", what, fault, told=value, remedy=remedy, level=Level.WARNING)


def hosts(allowed: Sequence[str], base: str) -> Finding:
    """B4: the hub answers under its own address, and not under every other."""
    what, host = "allowed hosts", urlsplit(base).hostname or ""
    told = " ".join(allowed)
    if "*" in allowed:
        remedy = "name the hosts in AUDIATUR_ALLOWED_HOSTS"
        return Finding("B4", what, Level.WARNING, "any host name is accepted", remedy)
    known = {name.strip("[]").lower() for name in allowed}
    under = any(name.startswith(".") and f".{host}".endswith(name) for name in known)
    fault = "" if host in known or under else f"{host} is not among them: {told}; its pages answer 400"
    return judged("B4", what, fault, told=told, remedy=f"add {host} to AUDIATUR_ALLOWED_HOSTS")


def private(allowed: bool) -> Finding:
    """B5: requests to addresses inside the operator's own network are refused."""
    fault = "feeds may lead the hub to addresses of your own network" if allowed else ""
    remedy = "unset AUDIATUR_ALLOW_PRIVATE unless all sources are in your intranet"
    return judged("B5", "private addresses", fault, told="refused", remedy=remedy, level=Level.WARNING)


def jurisdiction(code: str, header: str, geoip_file: str) -> Finding:
    """B6: how the hub knows whose law a reader stands under."""
    what = "readers' jurisdiction"
    if code:
        fault = "" if _COUNTRY.fullmatch(code) else f"{code!r} is no code of two letters"
        remedy = "set AUDIATUR_JURISDICTION to an ISO 3166-1 code, e.g. DE, or leave it empty"
        return judged("B6", what, fault, told=f"every reader is taken to be in {code}", remedy=remedy)
    if header:
        told = f"from the header {header}: only a proxy that overwrites it may be able to reach the hub"
        return Finding("B6", what, Level.OK, told)
    told = "from the GeoIP file" if geoip_file else "not known; legal bars on readers do not apply"
    return Finding("B6", what, Level.OK, told)


def geoip(file: str, *, proxied: bool) -> Finding:
    """B7: the GeoIP file can be read, and is asked about readers.

    ``proxied``: the hub answers through a proxy (it speaks no TLS itself) whose header is not set up; it then sees the
    proxy's address in place of every reader's.
    """
    if not file:
        return Finding("B7", "GeoIP file", Level.OK, "none is set")
    remedy = "set AUDIATUR_GEOIP_FILE to a country database in the MaxMind format, or leave it empty"
    try:
        with maxminddb.open_database(file) as opened:
            told = f"{file}, {opened.metadata().database_type}"
    except (OSError, ValueError, maxminddb.InvalidDatabaseError) as error:
        return Finding("B7", "GeoIP file", Level.ERROR, f"{file} cannot be read: {error}", remedy)
    fault = "behind a proxy the hub sees the proxy's address: readers stay unknown, and no legal bar applies"
    remedy = "let the proxy find the country and name its header in AUDIATUR_JURISDICTION_HEADER"
    return judged("B7", "GeoIP file", fault if proxied else "", told=told, remedy=remedy, level=Level.WARNING)


def _local(host: str) -> bool:
    try:
        return ip_address(host).is_private
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
