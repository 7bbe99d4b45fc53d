"""Decompression that cannot be made to produce more than a limit.

aiohttp is told not to decompress: how much its decompressors may yield at once has differed between its versions, and
a limit that is to hold is better kept by whoever states it.
"""

from __future__ import annotations

import zlib
from typing import Protocol

import brotli  # type: ignore[import-untyped]  # it ships neither types nor stubs

from audiatur.errors import FetchError

_MEMBERS = 1024  # concatenated gzip members; each costs a decompressor, and real bodies have one
_BROTLI_STEP = 65_536  # its limit is a hint: it fills blocks that double in size, so a large one overshoots by as much
_IDENTITY = frozenset({"", "identity", "none", "binary", "utf-8", "utf8"})  # what careless servers call no encoding


class Decoder(Protocol):
    """Takes compressed pieces, gives what they hold."""

    def feed(self, data: bytes, room: int) -> bytes:
        """What ``data`` holds, at most about ``room`` bytes and one more; the rest is dropped where there is more.

        Raises whatever its library raises on data that is not of its kind.
        """

    def finished(self) -> bool:
        """Whether the compressed data ended where it says it ends."""


class Plain:
    """No compression."""

    def feed(self, data: bytes, room: int) -> bytes:
        """The data itself."""
        return data[: room + 1]

    def finished(self) -> bool:
        """Always: the framing of HTTP says where a plain body ends."""
        return True


class Zlib:
    """gzip (also several members in a row) and deflate, with or without its zlib header."""

    def __init__(self, *, gzip: bool) -> None:
        self._bits = 16 + zlib.MAX_WBITS if gzip else zlib.MAX_WBITS
        self._gzip = gzip
        self._inner = zlib.decompressobj(self._bits)
        self._members = 1
        self._fed = False

    def feed(self, data: bytes, room: int) -> bytes:
        """See ``Decoder``."""
        if not self._fed and data:
            self._fed = True
            # RFC 9110 8.4.1.2 wants a zlib header, some servers send none; its low four bits are 8.
            if not self._gzip and data[0] & 15 != 8:
                self._bits = -zlib.MAX_WBITS
                self._inner = zlib.decompressobj(self._bits)
        out = bytearray()
        while data and len(out) <= room:
            if self._inner.eof and not self._next_member(data):
                break
            out += self._inner.decompress(data, room + 1 - len(out))
            data = self._inner.unused_data if self._inner.eof else self._inner.unconsumed_tail
        return bytes(out)

    def finished(self) -> bool:
        """See ``Decoder``; nothing at all counts as ended."""
        return self._inner.eof or not self._fed

    def _next_member(self, data: bytes) -> bool:
        """Begin another gzip member; False for what only pads the end."""
        if not self._gzip or data[:2] != b"\x1f\x8b"[: len(data)]:
            return False
        self._members += 1
        if self._members > _MEMBERS:
            raise zlib.error(f"more than {_MEMBERS} members")
        self._inner = zlib.decompressobj(self._bits)
        return True


class Brotli:
    """Brotli (RFC 7932)."""

    def __init__(self) -> None:
        self._inner = brotli.Decompressor()
        self._fed = False

    def feed(self, data: bytes, room: int) -> bytes:
        """See ``Decoder``."""
        self._fed = self._fed or bool(data)
        out = bytearray()
        while len(out) <= room and not self._inner.is_finished():
            piece = self._inner.process(data, output_buffer_limit=_BROTLI_STEP)
            data = b""
            out += piece
            if not piece:  # it wants more input
                break
        return bytes(out[: room + 1])

    def finished(self) -> bool:
        """See ``Decoder``; nothing at all counts as ended."""
        return self._inner.is_finished() or not self._fed


def decoder(content_encoding: str | None) -> Decoder:
    """The decoder for a ``Content-Encoding``; None or a word that careless servers use for nothing: ``Plain``.

    Raises:
        FetchError: ``content_encoding_unsupported`` for one that was not asked for, and for several in a row, which no
            honest server sends and which multiply a bomb.
    """
    if content_encoding is None:
        return Plain()
    words = [word for word in (part.strip().lower() for part in content_encoding.split(",")) if word not in _IDENTITY]
    if not words:
        return Plain()
    if len(words) == 1:
        match words[0]:
            case "gzip" | "x-gzip":
                return Zlib(gzip=True)
            case "deflate":
                return Zlib(gzip=False)
            case "br":
                return Brotli()
    raise FetchError(
        "content_encoding_unsupported", f"the answer is encoded as {content_encoding[:80]!r}", stage="http"
    )


def decode(decoding: Decoder, data: bytes, room: int) -> bytes:
    """One piece decoded; FetchError ``content_encoding_broken`` where it is not what it claims to be."""
    try:
        return decoding.feed(data, room)
    except (zlib.error, brotli.error) as exc:
        raise FetchError("content_encoding_broken", f"the body cannot be decompressed: {exc}", stage="http") from exc
