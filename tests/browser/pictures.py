"""Screenshots with a palette: pages are few colours and much ground, so 256 of them are enough for any of them."""

from __future__ import annotations

import base64
import struct
import zlib
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from playwright.sync_api import Page

_COLOURS: Final = 256
# Colours are counted in steps of eight: closer ones are the smoothing of letters, which nobody tells apart.
_STEP_BITS: Final = 3
# The browser decodes its own picture; what comes back is a width, a height and the bytes of red, green, blue, opacity.
_DECODE: Final = """async source => {
  const bitmap = await createImageBitmap(await (await fetch(source)).blob());
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height), pen = canvas.getContext('2d');
  pen.drawImage(bitmap, 0, 0);
  const bytes = pen.getImageData(0, 0, bitmap.width, bitmap.height).data;
  let words = '';
  for (let at = 0; at < bytes.length; at += 32768) words += String.fromCharCode(...bytes.subarray(at, at + 32768));
  return [bitmap.width, bitmap.height, btoa(words)];
}"""


def save(picture: bytes, decoder: Page, path: Path) -> None:
    """Write a screenshot (PNG) with a palette; ``decoder`` is a page of any browser, which is left as it was."""
    source = f"data:image/png;base64,{base64.b64encode(picture).decode()}"
    width, height, words = decoder.evaluate(_DECODE, source)
    pixels = np.frombuffer(base64.b64decode(words), dtype=np.uint8).reshape(height, width, 4)[:, :, :3]
    path.write_bytes(png(*quantised(pixels)))


def quantised(pixels: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """The palette of a picture, its most frequent colours, and for each pixel the number of the nearest one."""
    height, width, _ = pixels.shape
    coarse = (pixels >> _STEP_BITS).astype(np.uint32)
    keys = (coarse[:, :, 0] << 10 | coarse[:, :, 1] << 5 | coarse[:, :, 2]).ravel()
    kinds, first, place, counts = np.unique(keys, return_index=True, return_inverse=True, return_counts=True)
    colours = pixels.reshape(-1, 3)[first].astype(np.int32)
    kept = np.argsort(-counts, kind="stable")[:_COLOURS]
    far = ((colours[:, None, :] - colours[None, kept, :]) ** 2).sum(axis=2)
    nearest = far.argmin(axis=1).astype(np.uint8)
    assert len(kinds) == len(nearest)
    return colours[kept].astype(np.uint8), nearest[place].reshape(height, width)


def png(palette: NDArray[np.uint8], places: NDArray[np.uint8]) -> bytes:
    """An indexed PNG (ISO/IEC 15948), unfiltered, as suits flat colours."""
    height, width = places.shape
    rows = np.concatenate([np.zeros((height, 1), dtype=np.uint8), places], axis=1).tobytes()
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = ((b"IHDR", head), (b"PLTE", palette.tobytes()), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in parts
    )
