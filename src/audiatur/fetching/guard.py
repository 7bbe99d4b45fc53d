"""Which addresses may be connected to.

The judgement is on the address that a socket is about to connect to, never on a name: a name can be answered
differently a moment later. The table is ours, not ``ipaddress.is_global``, whose answers differ between Python
versions. Sources: the IANA special-purpose address registries (RFC 6890 and its updates) and, for what clouds put on
public addresses, their own documentation.
"""

from __future__ import annotations

import errno
from bisect import bisect_right
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

Judge = Callable[[str], str | None]
"""Given an address as text, why it must not be connected to, or None where it may."""

_FORBIDDEN_V4 = {
    "0.0.0.0/8": "unspecified",  # Linux connects 0.0.0.0 to the machine itself
    "10.0.0.0/8": "private",
    "100.64.0.0/10": "shared (carrier NAT)",  # also Alibaba's metadata, 100.100.100.200
    "127.0.0.0/8": "loopback",
    "168.63.129.16/32": "metadata (Azure)",
    "169.254.0.0/16": "link-local",  # also the metadata of most clouds, 169.254.169.254
    "172.16.0.0/12": "private",
    "192.0.0.0/24": "reserved (protocol assignments)",  # also Oracle's metadata, 192.0.0.192
    "192.0.2.0/24": "reserved (documentation)",
    "192.88.99.0/24": "reserved (6to4 relay)",
    "192.168.0.0/16": "private",
    "198.18.0.0/15": "reserved (benchmarking)",
    "198.51.100.0/24": "reserved (documentation)",
    "203.0.113.0/24": "reserved (documentation)",
    "224.0.0.0/4": "multicast",
    "240.0.0.0/4": "reserved",
}
_FORBIDDEN_V6 = {
    "2001::/23": "reserved (protocol assignments)",  # also Teredo, which hides an IPv4 address
    "2001:db8::/32": "reserved (documentation)",
    "3fff::/20": "reserved (documentation)",
}
_GLOBAL_V6 = ip_network(
    "2000::/3"
)  # the only part of IPv6 that is given out; loopback, fc00::/7, fe80::/10 lie outside

_STARTS: list[int] = []
_ENDS: list[int] = []
_REASONS: list[str] = []
for _net, _why in sorted((ip_network(text), why) for text, why in _FORBIDDEN_V4.items()):
    _STARTS.append(int(_net.network_address))
    _ENDS.append(int(_net.broadcast_address))
    _REASONS.append(_why)
_V6_NETWORKS = tuple((ip_network(text), why) for text, why in _FORBIDDEN_V6.items())

_NAT64 = int(IPv6Address("64:ff9b::")) >> 32  # RFC 6052: how IPv6-only networks reach IPv4
_ISATAP = (0x00005EFE, 0x02005EFE)  # RFC 5214: the two interface identifiers before an IPv4 address


class AddressForbiddenError(OSError):
    """The address must not be connected to. An ``OSError``, so that a host's other addresses are still tried."""

    def __init__(self, address: str, reason: str) -> None:
        super().__init__(errno.EACCES, f"{address} is {reason}")
        self.address = address
        self.reason = reason


def forbidden(address: str) -> str | None:
    """Why ``address`` must not be connected to, or None where it is a public unicast address.

    Takes an address as text in its canonical form, an IPv6 zone included. Addresses that carry an IPv4 address
    (mapped, NAT64, 6to4, ISATAP) are judged by that one. What is no address is forbidden: it fails closed.

    >>> forbidden("::ffff:10.0.0.1")
    'private'
    >>> forbidden("9.9.9.9") is None
    True
    """
    try:
        parsed = ip_address(address)
    except ValueError:
        return "no address"
    return _forbidden_v4(int(parsed)) if isinstance(parsed, IPv4Address) else _forbidden_v6(parsed)


def allow_everything(address: str) -> str | None:  # noqa: ARG001  # it is a Judge
    """The judge of tests and intranets: nothing is forbidden."""
    return None


def _forbidden_v4(number: int) -> str | None:
    place = bisect_right(_STARTS, number) - 1
    return _REASONS[place] if place >= 0 and number <= _ENDS[place] else None


def _forbidden_v6(address: IPv6Address) -> str | None:
    if address.scope_id is not None:
        return "link-local (it has a zone)"
    carried = _carried_v4(address)
    if carried is not None:
        return _forbidden_v4(carried)
    if address not in _GLOBAL_V6:
        return _outside(address)
    return next((why for network, why in _V6_NETWORKS if address in network), None)


def _carried_v4(address: IPv6Address) -> int | None:
    """The IPv4 address that packets to this one end up at; None for an IPv6 address in its own right."""
    number = int(address)
    if address.ipv4_mapped is not None or number >> 32 == _NAT64:
        return number & 0xFFFFFFFF
    if address.sixtofour is not None:
        return int(address.sixtofour)
    if address in _GLOBAL_V6 and (number >> 32) & 0xFFFFFFFF in _ISATAP:
        return number & 0xFFFFFFFF
    return None


def _outside(address: IPv6Address) -> str:
    """The word for an address outside of global unicast."""
    if address.is_unspecified:
        return "unspecified"
    if address.is_loopback:
        return "loopback"
    if address.is_multicast:
        return "multicast"
    if address.is_link_local:
        return "link-local"
    return "private" if address in ip_network("fc00::/7") else "reserved"
