"""From the text of an address to a URL that may be requested, or the reason why not.

This is the early, readable refusal. The guard on the socket is what holds: it sees what the name resolved to.
"""

from __future__ import annotations

import re
from ipaddress import IPv6Address

from yarl import URL

from audiatur.errors import AddressError
from audiatur.fetching.guard import Judge

# Ports that browsers refuse because something that is not HTTP listens there and could be made to act on the bytes of
# a request: the "bad ports" of https://fetch.spec.whatwg.org/#port-blocking
# fmt: off
BAD_PORTS = frozenset(
    {
        0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103,
        104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514,
        515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723,
        2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
    }
)
# fmt: on

_URL_LIMIT = 8_000  # RFC 9110 4.1 asks for support of 8,000 octets; longer ones are no feed's address

# A name as DNS and certificates have it, with the underscore that real hosts have too; international names come in
# their ASCII form here. Parts of 1 to 63 characters (RFC 1035 2.3.4).
_NAME = re.compile(r"(?=.{1,254}$)[0-9A-Za-z_-]{1,63}(?:\.[0-9A-Za-z_-]{1,63})*\.?")
# What a request line may carry as it is: the characters that the URL Standard does not percent-encode in a query.
_SENDABLE = re.compile(r"(?:[!#$&-;=?-Z\[\]_a-z~]|%[0-9A-Fa-f]{2})*")
_PLAIN_ORIGIN = re.compile(r"(?:https?:)?//[a-z0-9.-]+(?::[0-9]+)?(?:[/?#]|$)")
_RELATIVE = re.compile(r"(?!//)(?![A-Za-z][A-Za-z0-9+.-]*:)")


def target(text: str, judge: Judge, base: URL | None = None) -> URL:
    """The URL to request: absolute, http or https, its host in canonical form, without fragment.

    ``base`` resolves what is relative (a ``Location``). Literal addresses in any spelling are judged here already.

    Raises:
        AddressError: with a code that serves as ``Evidence.failure``: ``url_invalid``, ``scheme_unsupported``,
            ``port_forbidden`` or ``address_forbidden``.
    """
    url = _parsed(text, base)
    if url.scheme not in {"http", "https"}:
        raise AddressError("scheme_unsupported", f"{url.scheme or 'no scheme'}: only http and https are fetched")
    host = url.raw_host
    if not host:
        raise AddressError("url_invalid", "the address names no host", remedy="write it as https://host/path")
    if url.port in BAD_PORTS:
        raise AddressError("port_forbidden", f"port {url.port} belongs to another protocol than HTTP")
    if ":" not in host and not _NAME.fullmatch(host):
        raise AddressError("url_invalid", f"{host[:80]!r} is not the name of a host")
    literal = literal_address(host)
    if literal is not None:
        reason = judge(literal)
        if reason is not None:
            raise AddressError("address_forbidden", f"{literal} is {reason}")
        if literal != host:
            url = url.with_host(literal)
    return url.with_fragment(None) if url.raw_fragment else url


def literal_address(host: str) -> str | None:
    """The canonical form of a host that is an address in any spelling; None where it is a name.

    IPv4 as browsers read it (https://url.spec.whatwg.org/#concept-ipv4-parser): one to four numbers, decimal, octal
    with a leading 0 or hexadecimal with 0x, the last filling all bytes left; one trailing dot is ignored.

    Raises:
        AddressError: ``url_invalid`` where the last label is a number but the whole is no address.

    >>> literal_address("0x7f.1")
    '127.0.0.1'
    >>> literal_address("news.example") is None
    True
    """
    if ":" in host:
        return _ipv6(host)
    labels = host.removesuffix(".").split(".")
    if not _is_number(labels[-1]):
        return None
    return _ipv4([_number(label, host) for label in labels], host)


def without_secrets(text: str) -> str:
    """An address for the record: without the user and password it may carry, and cut where it is beyond all bounds.

    Of what cannot be parsed, all before the last ``@`` goes.
    """
    text = text[:_URL_LIMIT]
    if "@" not in text:
        return text
    try:
        return str(URL(text).with_user(None))
    except ValueError:
        return text.rpartition("@")[2]


def _parsed(text: str, base: URL | None) -> URL:
    if len(text) > _URL_LIMIT:
        raise AddressError("url_invalid", f"the address is longer than {_URL_LIMIT} characters")
    # Browsers read a backslash as a slash and drop white space at the ends and line breaks inside; reading it otherwise
    # than everyone else is how a check and a connection come to disagree about the host.
    cleaned = text.strip().translate({9: None, 10: None, 13: None})
    head, mark, tail = cleaned.partition("?")
    try:
        url = _verbatim(head.replace("\\", "/") + mark + tail)
        url = url if base is None else base.join(url)
        _ = url.port, url.raw_host  # both are parsed late and raise ValueError
    except (ValueError, UnicodeError) as exc:
        words = "it cannot be parsed" if "@" in text else str(exc)  # the parser's words may repeat a password
        raise AddressError("url_invalid", f"not an address: {words}") from exc
    return url


def _verbatim(text: str) -> URL:
    """The URL with its path and query as they were written, where they can be sent so.

    yarl otherwise decodes what need not be encoded (``%2F`` in a query), which breaks addresses that carry a signature
    over their own text.
    """
    as_is = _SENDABLE.fullmatch(text) is not None and (_PLAIN_ORIGIN.match(text) or _RELATIVE.match(text))
    return URL(text, encoded=bool(as_is))


def _is_number(label: str) -> bool:
    if label.isascii() and label.isdigit():
        return True
    return label[:2].lower() == "0x" and all(char in "0123456789abcdefABCDEF" for char in label[2:])


def _number(label: str, host: str) -> int:
    if not _is_number(label) or len(label) > 40:
        raise AddressError("url_invalid", f"{host} is neither a name nor an address")
    if label[:2].lower() == "0x":
        return int(label[2:] or "0", 16)
    if len(label) > 1 and label[0] == "0":
        if "8" in label or "9" in label:
            raise AddressError("url_invalid", f"{host} is neither a name nor an address")
        return int(label, 8)
    return int(label)


def _ipv6(host: str) -> str:
    try:
        IPv6Address(host.partition("%")[0])
    except ValueError as exc:
        raise AddressError("url_invalid", f"{host[:80]!r} is no IPv6 address") from exc
    return host


def _ipv4(numbers: list[int], host: str) -> str:
    *front, last = numbers
    if len(front) > 3 or any(number > 255 for number in front) or last >= 256 ** (4 - len(front)):
        raise AddressError("url_invalid", f"{host} is neither a name nor an address")
    whole = last + sum(number << (8 * (3 - place)) for place, number in enumerate(front))
    return ".".join(str(whole >> shift & 255) for shift in (24, 16, 8, 0))
