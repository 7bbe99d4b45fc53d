"""Which addresses may be connected to: the table, and what follows from it for every address that carries another."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiatur.fetching.guard import allow_everything, forbidden

FORBIDDEN = """
0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.100.100.200 100.127.255.255 127.0.0.1 127.255.255.254
168.63.129.16 169.254.0.1 169.254.169.254 169.254.170.2 172.16.0.1 172.31.255.255 192.0.0.1 192.0.0.192 192.0.2.1
192.88.99.1 192.168.0.1 192.168.255.255 198.18.0.1 198.19.255.255 198.51.100.7 203.0.113.7 224.0.0.1 239.255.255.250
240.0.0.1 255.255.255.255
:: ::1 ::2 ::127.0.0.1 ::8.8.8.8 ::ffff:127.0.0.1 ::ffff:a9fe:a9fe ::ffff:0:127.0.0.1 64:ff9b::10.0.0.1
64:ff9b:1::1 100::1 100:0:0:1::1 2001::1 2001:0:4136:e378:8000:63bf:3fff:fdd2 2001:10::1 2001:20::1 2001:db8::1
2002:7f00:1::1 2002:a00:1::1 2002:a9fe:a9fe::1 3fff::1 5f00::1 fc00::1 fd00::1 fd00:ec2::254 fd20:ce::254
fe80::1 fe80::1%eth0 fe80::1%25eth0 fec0::1 ff02::1 ff0e::1 2606:4700::1%eth0 4000::1 e000::1
2a00:1450::5efe:10.0.0.1 2a00:1450::200:5efe:127.0.0.1
localhost 127.1 2130706433 0x7f.1 0177.0.0.1 example.com
"""
ALLOWED = """
1.1.1.1 9.9.9.9 11.0.0.1 100.63.255.255 100.128.0.1 126.255.255.255 128.0.0.1 168.63.129.15 169.253.255.255 172.15.0.1
172.32.0.1 192.0.1.1 192.167.0.1 198.17.0.1 198.20.0.1 223.255.255.255
2606:4700::1111 2a00:1450:4001::1 2001:200::1 2001:4860:4860::8888 2620:fe::fe 3ffe::1 ::ffff:9.9.9.9 64:ff9b::9.9.9.9
2002:909:909::1 2a00:1450::5efe:9.9.9.9
"""


@pytest.mark.parametrize("address", FORBIDDEN.split())
def test_forbidden(address: str) -> None:
    assert forbidden(address)
    assert allow_everything(address) is None


def test_an_empty_address_is_forbidden() -> None:
    assert forbidden("") == "no address"


@pytest.mark.parametrize("address", ALLOWED.split())
def test_allowed(address: str) -> None:
    assert forbidden(address) is None


@given(st.ip_addresses(v=4))
def test_an_address_that_carries_another_is_judged_by_it(inner: IPv4Address) -> None:
    number = int(inner)
    carriers = [0xFFFF << 32 | number, (0x64FF9B << 96) | number, (0x2002 << 112) | (number << 80) | 1]
    assert {forbidden(str(IPv6Address(each))) for each in carriers} == {forbidden(str(inner))}


@given(st.ip_addresses())
def test_what_python_knows_to_be_private_or_special_is_never_allowed(address: IPv4Address | IPv6Address) -> None:
    special = address.is_private or address.is_loopback or address.is_link_local or address.is_multicast
    carries = isinstance(address, IPv6Address) and (address.ipv4_mapped or address.sixtofour)
    if special and not carries:
        assert forbidden(str(address))


@given(st.text(max_size=40))
def test_what_is_no_address_is_forbidden(text: str) -> None:
    try:
        ip_address(text)
    except ValueError:
        assert forbidden(text) == "no address"
