"""Decompression by the piece: whatever is compressed comes back, and no more than is asked for."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from itertools import pairwise

import brotli  # type: ignore[import-untyped]  # it ships neither types nor stubs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiatur.errors import FetchError
from audiatur.fetching.decoding import decode, decoder


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def in_members(data: bytes) -> bytes:
    half = len(data) // 2
    return gzip.compress(data[:half]) + gzip.compress(data[half:])


PACKERS: list[tuple[str | None, Callable[[bytes], bytes]]] = [
    (None, bytes),
    ("utf-8", bytes),
    ("identity", bytes),
    ("gzip", gzip.compress),
    ("X-GZIP", gzip.compress),
    ("gzip, identity", gzip.compress),
    ("gzip", in_members),
    ("deflate", zlib.compress),
    ("deflate", raw_deflate),
    ("br", brotli.compress),
]


def unpack(encoding: str | None, packed: bytes, cuts: list[int], room: int) -> tuple[bytes, bool]:
    """Decode in pieces cut at ``cuts``, until more than ``room`` came."""
    decoding, out = decoder(encoding), b""
    edges = [0, *sorted(cut % (len(packed) + 1) for cut in cuts), len(packed)]
    for begin, end in pairwise(edges):
        out += decode(decoding, packed[begin:end], room - len(out))
        if len(out) > room:
            break
    return out, decoding.finished()


@given(st.sampled_from(PACKERS), st.binary(max_size=4000), st.integers(1, 40), st.lists(st.integers(0), max_size=6))
def test_what_was_compressed_comes_back(
    packer: tuple[str | None, Callable[[bytes], bytes]], data: bytes, times: int, cuts: list[int]
) -> None:
    whole = data * times
    assert unpack(packer[0], packer[1](whole), cuts, len(whole)) == (whole, True)


@given(st.sampled_from(PACKERS), st.integers(0, 5000), st.lists(st.integers(0), max_size=6))
def test_never_more_than_one_byte_over_the_limit(
    packer: tuple[str | None, Callable[[bytes], bytes]], room: int, cuts: list[int]
) -> None:
    out, _ = unpack(packer[0], packer[1](bytes(100_000)), cuts, room)
    assert out == bytes(room + 1)


@given(st.sampled_from(["gzip", "deflate", "br"]), st.binary(max_size=300))
def test_any_bytes_decode_or_are_our_error(encoding: str, data: bytes) -> None:
    try:
        unpack(encoding, data, [7, 30], 10_000)
    except FetchError as exc:
        broken = exc
    else:
        return
    assert (broken.failure, broken.stage) == ("content_encoding_broken", "http")


@pytest.mark.parametrize("packer", PACKERS[3:], ids=str)
def test_a_body_cut_short_is_told(packer: tuple[str | None, Callable[[bytes], bytes]]) -> None:
    packed = packer[1](b"The harbour is closed until further notice." * 50)
    _, finished = unpack(packer[0], packed[:-6], [], 1_000_000)
    assert not finished


def test_padding_after_the_last_member_is_passed_over() -> None:
    assert unpack("gzip", gzip.compress(b"calm sea") + b"\0" * 512, [], 100) == (b"calm sea", True)
