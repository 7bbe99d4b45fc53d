"""Addresses: absolute, and canonical, so that two spellings of one address meet."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NewType
from urllib.parse import quote, urljoin, urlsplit

CanonicalUrl = NewType("CanonicalUrl", str)

# Browsers refuse longer addresses; nothing longer has ever identified an article.
MAX_LENGTH = 4096

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
# An address that is its own canonical form: no query, fragment, port, escape, dot segment or double slash in it.
_PLAIN = re.compile(
    r"https?://(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}/(?:[A-Za-z0-9_~-][A-Za-z0-9_.~-]*/)*(?:[A-Za-z0-9_~-][A-Za-z0-9_.~-]*)?"
)
_PORTS = {"http": 80, "https": 443}
# An escape; a character that may not stand in an address as it is; a stray percent sign.
_ESCAPED = re.compile(r"%([0-9A-Fa-f]{2})|([^A-Za-z0-9\-._~!$&'()*+,;=:@/?%])|%")
_SLASHES = re.compile(r"(?<!:)/{2,}")
# Parameters that tell whoever reads the statistics where a reader came from, and nothing about the article.
_TRACKING = re.compile(
    r"utm_\w+|itm_\w+|[a-z]{1,3}clid|gclsrc|mc_[ce]id|_hs(?:enc|mi)|igsh(?:id)?|ref_src|ref_url|_openstat|at_(?:medium|campaign|"
    r"custom\d|format|link_\w+|ptr_name|bbc_team)|ns_(?:source|mchannel|campaign|linkname|fee)|xtor|cmpid|ocid|smid|s_cid"
)
_WHITE = re.compile(r"[\t\r\n]+")


def absolute(url: str, base: str | None = None) -> str | None:
    """The address in full, resolved against ``base``; None where it is empty, or relative without a usable base.

    White space around it and line breaks within it are dropped, as browsers do. It is not checked further: the
    scheme may be any but ``javascript``, ``data`` and ``vbscript``, which name no place.

    >>> absolute(" b/1 ", "https://klow.example/a/")
    'https://klow.example/a/b/1'
    """
    url = url.strip()
    if url.startswith(("https://", "http://")) and "\n" not in url:
        return url
    url = _WHITE.sub("", url)
    if not url:
        return None
    scheme = _SCHEME.match(url)
    if scheme is not None:
        return None if scheme[0].lower() in {"javascript:", "data:", "vbscript:"} else url
    if base is None:
        return None
    try:
        joined = _joined(base, url)
    except ValueError:  # a malformed host such as http://[
        return None
    return joined if _SCHEME.match(joined) else None


def _joined(base: str, url: str) -> str:
    """``urljoin``, except that empty path segments stay, as RFC 3986 5.2 has it.

    The standard library drops them, and with them the second slash of an address inside an address, as archives
    have it (``https://archive.example/newest/https://klow.example/a``).
    """
    joined = urljoin(base, url)
    if url[0] in "/?#" or "//" not in base.partition("://")[2]:
        return joined
    whole = urlsplit(base)
    folder = whole.path.rpartition("/")[0]
    while url.startswith(("./", "../")):
        step, _, url = url.partition("/")
        folder = folder if step == "." else folder.rpartition("/")[0]
    return f"{whole.scheme}://{whole.netloc}{folder}/{url}"


def canonical(url: str, base: str | None = None) -> CanonicalUrl | None:
    """One spelling for all spellings of a web address; None where it is no http(s) address with a host.

    Host and percent-encoding are normalised, query parameters sorted, known tracking parameters and the fragment
    dropped; parameters that tell articles apart stay. Nothing is fetched, and http and https stay apart.

    >>> canonical("HTTPS://Klow.example:443/a?utm_source=x&id=3#top")
    'https://klow.example/a?id=3'
    """
    full = absolute(url, base)
    if full is None or len(full) > MAX_LENGTH:
        return None
    return CanonicalUrl(full) if _PLAIN.fullmatch(full) else _canonical(full)


@lru_cache(maxsize=16384)
def _canonical(full: str) -> CanonicalUrl | None:
    """The work of ``canonical``, remembered: the same entries come back at every poll."""
    try:
        parts = urlsplit(full)
        scheme, host = parts.scheme.lower(), parts.hostname
        if scheme not in _PORTS or not host:
            return None
        port = "" if parts.port in {None, _PORTS[scheme]} else f":{parts.port}"
        query = _query(parts.query)
        place = f"{_host(host)}{port}{_path(parts.path)}"
        return CanonicalUrl(f"{scheme}://{place}?{query}" if query else f"{scheme}://{place}")
    except (ValueError, UnicodeError):  # a malformed port, an impossible international host
        return None


def _host(host: str) -> str:
    """In lower case, without the dot of the root, international names as they stand in the DNS."""
    host = host.rstrip(".")
    if ":" in host:
        return f"[{host}]"
    return host if host.isascii() else host.encode("idna").decode("ascii")


def _path(path: str) -> str:
    """Without dot segments (RFC 3986, 5.2.4), its escapes in one form; an escaped slash stays what it is.

    Doubled slashes become one, but for those of an address within the address.
    """
    kept: list[str] = []
    segments = _SLASHES.sub("/", path).split("/")
    for place, segment in enumerate(segments):
        last = place == len(segments) - 1
        if segment == "..":
            kept = kept[:1] + kept[1:-1]
            kept += [""] if last else []
        elif segment != "." or last:
            kept.append("" if segment == "." else segment)
    return _unified("/".join(kept), plain="-._~") or "/"


def _query(query: str) -> str:
    """The parameters that are no tracking, sorted: sites do not care for their order, addresses differ by it."""
    parts = (part for part in query.split("&") if part)
    kept = (part for part in parts if not _TRACKING.fullmatch(part.partition("=")[0].lower()))
    # In a query a slash, colon, comma or at sign means the same with and without escape.
    return "&".join(sorted(_unified(part, plain="-._~/:,@") for part in kept))


def _unified(text: str, *, plain: str) -> str:
    """One form for each escape: none for letters, digits and ``plain``, capitals for the rest."""

    def unify(found: re.Match[str]) -> str:
        digits, other = found[1], found[2]
        if digits is not None:
            meant = chr(int(digits, 16))
            return meant if meant.isascii() and (meant.isalnum() or meant in plain) else f"%{digits.upper()}"
        return "%25" if other is None else quote(other, safe="")

    return _ESCAPED.sub(unify, text)
