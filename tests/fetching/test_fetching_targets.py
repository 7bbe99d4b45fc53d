"""From the text of an address to what is requested: spellings, ports, schemes, and what is kept as written."""

from __future__ import annotations

import re
import socket
from ipaddress import IPv4Address
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiatur.errors import AddressError
from audiatur.fetching.guard import allow_everything, forbidden
from audiatur.fetching.targets import literal_address, target, without_secrets
from tests.corpora import corpora

LOOPBACK = """
127.0.0.1 127.1 127.0.1 2130706433 0x7f000001 0x7F.1 0x7f.0x0.0x0.0x1 017700000001 0177.0.0.1 0177.0.0.01 0177.1
127.0.0.1. 00000177.0x0.1 ①②⑦.⓪.⓪.① １２７.0.0.1 127。0。0。1 0x0000000000007f000001
"""
SPELLED = [
    *[f"http://{host}/" for host in LOOPBACK.split()],
    "http://[::1]/", "http://[0:0:0:0:0:0:0:1]/", "http://[0000::1]:80/", "http://[::]/", "http://0/", "http://0x0/",
    "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://[0:0:0:0:0:ffff:169.254.169.254]/",
    "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/", "http://[fe80::1%25eth0]/", "http://[fd00:ec2::254]/",
    "http://user@127.1/", "http://public.example@127.0.0.1/", "http://127.0.0.1\\@public.example/",
    "http:\\\\127.0.0.1\\x", " \thttp://127.0.0.1/\n", "ht\ntp://127.\t0.0.1/", "//127.0.0.1/", "http:/\\2852039166/",
    "https://0251.0376.0251.0376/", "http://0xA9FEA9FE/", "http://100.100.100.200/latest", "HTTP://LOCALHOST@0X7F.1:80",
]  # fmt: skip


@pytest.mark.parametrize("url", SPELLED)
def test_every_spelling_of_a_forbidden_address_is_seen_through(url: str) -> None:
    with pytest.raises(AddressError) as caught:
        target(url, forbidden, target("http://public.example/", forbidden))
    assert caught.value.code == "address_forbidden"


@given(st.ip_addresses(v=4), st.integers(1, 4), st.lists(st.sampled_from("dox"), min_size=4, max_size=4))
def test_ipv4_is_read_as_the_system_reads_it(address: IPv4Address, parts: int, bases: list[str]) -> None:
    number = int(address)
    labels = [number >> (24 - 8 * place) & 255 for place in range(parts - 1)] + [number % 256 ** (5 - parts)]
    form = {"d": "{}", "o": "0{:o}", "x": "0x{:x}"}
    text = ".".join(form[base].format(label) for label, base in zip(labels, bases, strict=False))
    assert literal_address(text) == str(address) == socket.inet_ntoa(socket.inet_aton(text))


@pytest.mark.parametrize(
    "host", ["256.1.1.1", "1.2.3.4.5", "1.1.1.256", "1.16777216", "4294967296", "089.1.1.1", "q177.0.0.1", "0o177.1",
             "1..1", "0x41414141A9FEA9FE", "x.0x1"],
)  # fmt: skip
def test_a_number_that_is_no_address_is_refused(host: str) -> None:
    with pytest.raises(AddressError) as caught:
        literal_address(host)
    assert caught.value.code == "url_invalid"


@pytest.mark.parametrize("host", ["feed.example", "1.feed.example", "0x.feed.example", "feed.example.", "xn--e1afmkfd"])
def test_a_name_is_a_name(host: str) -> None:
    assert literal_address(host) is None
    assert target(f"http://{host}/", forbidden).raw_host == host


@pytest.mark.parametrize("url", ["https://a.example:22/", "http://a.example:6000/", "http://a.example:0/"])
def test_ports_of_other_protocols(url: str) -> None:
    with pytest.raises(AddressError) as caught:
        target(url, allow_everything)
    assert caught.value.code == "port_forbidden"


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("https://a.example/x?sign=a%2Fb+c%7E&e=1", "/x?sign=a%2Fb+c%7E&e=1"),
        ("https://a.example/лента?q=ї", "/%D0%BB%D0%B5%D0%BD%D1%82%D0%B0?q=%D1%97"),
        ("https://a.example/a b%zz", "/a%20b%25zz"),
        ("https://a.example", "/"),
        ("https://a.example?x=1#top", "/?x=1"),
    ],
)
def test_path_and_query_are_sent_as_written_where_they_can_be(text: str, sent: str) -> None:
    assert target(text, forbidden).raw_path_qs == sent


@given(st.text(max_size=60))
def test_any_text_is_a_target_or_our_error(text: str) -> None:
    codes = set()
    for url in (text, f"http://{text}", f"https://a.example/{text}", f"http://{text}/x"):
        try:
            found = target(url, forbidden)
        except AddressError as exc:
            codes.add(exc.code)
        else:
            assert str(found).isascii()
            assert not re.search(r"[\s\x00-\x1f]", found.raw_path_qs + (found.raw_host or ""))
        without_secrets(url)
    assert codes <= {"url_invalid", "scheme_unsupported", "port_forbidden", "address_forbidden"}


@pytest.mark.parametrize(
    "text", ["http://ann:s3cret@a.example/x", "http://ann:s3cret@[/x", "ann:s3cret@a.example", "//ann:s3cret@a.example"]
)
def test_no_secret_is_kept(text: str) -> None:
    assert "s3cret" not in without_secrets(text)


@pytest.mark.corpus
def test_the_bypass_lists_of_the_corpus_reach_no_forbidden_address() -> None:
    """Every address with a numeric host in the lists is refused, or is public and read as the system reads it."""
    folder: Path = corpora("hostile", "payloadsallthethings")
    text = "".join(file.read_text("utf-8", "replace") for file in sorted(folder.rglob("*")) if file.is_file())
    numeric = set(re.findall(r"https?://(?:\[[^\s\]]*\]|(?:[^\s/@]*@)?[0-9][0-9a-fA-Fx.]*)[^\s`'\"<>|]*", text))
    assert len(numeric) > 60
    refused = 0
    for url in sorted(numeric):
        try:
            host = target(url, forbidden).raw_host or ""
        except AddressError:
            refused += 1
            continue
        assert literal_address(host) is None or forbidden(host) is None, url
    assert refused > 40
