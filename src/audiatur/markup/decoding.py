"""Documents as they came over the wire, decoded."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# How "<?" or "<x" look without a mark, XML 1.0 appendix F.
_WIDE = (
    (b"\x00\x00\x00<", "utf-32-be"),
    (b"<\x00\x00\x00", "utf-32-le"),
    (b"\x00<\x00", "utf-16-be"),
    (b"<\x00", "utf-16-le"),
)
_EBCDIC = b"\x4c\x6f\xa7\x94"  # "<?xm" in EBCDIC, XML 1.0 appendix F
# Labels that name a subset of what senders really use (the WHATWG Encoding Standard reads them so too).
_REALLY = {
    "iso8859-1": "cp1252",
    "latin-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
}
_BARRED = {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem", "utf-7"}
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*([A-Za-z0-9._:\-]{1,40})""")
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9._:\-]{1,40})""", re.IGNORECASE)
_CHARSET = re.compile(r"""charset\s*=\s*["']?([A-Za-z0-9._:\-]{1,40})""", re.IGNORECASE)
_LOOK = 1024  # bytes in which a declaration must stand, as in the HTML standard
_GUESS_FROM = 65536  # bytes that are enough to tell an alphabet and keep a guess under 50 ms


@dataclass(frozen=True, slots=True)
class Decoded:
    """A document as text.

    ``encoding`` is the Python name of the one that was used; ``cautions`` say, as (code, message), what had to be
    overridden or replaced.
    """

    text: str
    encoding: str
    cautions: tuple[tuple[str, str], ...] = ()


def _known(label: str | None) -> str | None:
    """The Python name of an encoding label, widened to what senders mean by it; None where there is none such."""
    if not label:
        return None
    try:
        info = codecs.lookup(label.strip())
    except (LookupError, ValueError):
        return None
    name = info.name
    if name in _BARRED or not getattr(info, "_is_text_encoding", True):
        return None
    return _REALLY.get(name, name)


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, ValueError):
        return None


def _marked(data: bytes) -> tuple[str, int] | None:
    """The encoding that the first bytes prove, with the length of the mark."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding, len(mark)
    for start, encoding in _WIDE:
        if data.startswith(start):
            return encoding, 0
    return None


def declared_encoding(data: bytes) -> str | None:
    """The label in an XML declaration or an HTML ``meta``; None where neither stands in the first 1,024 bytes."""
    head = data[:_LOOK]
    if head.startswith(_EBCDIC):
        declaration = re.search(r"""encoding\s*=\s*["']([\w.:-]+)""", head.decode("cp037"))
        return declaration[1] if declaration else "cp037"
    match = _DECLARED.search(head) or _META.search(head)
    return match[1].decode("ascii") if match else None


# The letters above ASCII of the languages written in Windows-1252, and its punctuation.
_WESTERN = frozenset("äöüßÄÖÜéèêëàâçîïôùûÉÈÀÇœæñÑáíóúÁÍÓÚ¿¡ãõåøÅØÆ\xa0«»°·€–—‘’“”…©®".encode("cp1252"))


def _is_western(data: bytes) -> bool:
    """Whether nearly all bytes above ASCII are those of Western Europe; then Windows-1252 needs no guessing."""
    high = data.translate(None, _ASCII)
    return sum(byte in _WESTERN for byte in high) > 0.95 * len(high)


_ASCII = bytes(range(128))


def _guess(data: bytes) -> tuple[str, str]:
    """Text and encoding by what the bytes look like; Windows-1252 where nothing can be told."""
    if _is_western(data[:_GUESS_FROM]):
        return data.decode("cp1252", errors="replace"), "cp1252"
    from charset_normalizer import from_bytes  # 3 MB that most processes never need

    best = from_bytes(data[:_GUESS_FROM]).best()
    if best is not None:
        text = _try(data, best.encoding)
        if text is not None:
            return text, best.encoding
    return data.decode("cp1252", errors="replace"), "cp1252"


def decode(data: bytes, content_type: str | None = None) -> Decoded:
    """Decode a document: a byte order mark wins, then the header, the declaration, UTF-8, and last a guess.

    A label that does not fit the bytes is passed over with the caution ``encoding-overridden``; characters that fit
    nothing become U+FFFD with ``encoding-damaged``. Never raises.
    """
    marked = _marked(data)
    if marked is not None:
        encoding, skip = marked
        text = _try(data[skip:], encoding)
        if text is not None:
            return Decoded(text, encoding)
        text = data[skip:].decode(encoding, errors="replace")
        if text.count("\ufffd") * 20 < len(text):  # a cut end or a few bad bytes; more, and the mark is chance
            return Decoded(text, encoding, (("encoding-damaged", f"some places are not {encoding} and were replaced"),))
    stated = _CHARSET.search(content_type or "")
    header = stated[1] if stated else None
    declared = declared_encoding(data)
    passed_over: list[str] = []
    for label in (header, declared, "utf-8"):
        name = _known(label)
        if name is None or (name == "cp1252" and label != declared):
            # A header's Latin-1 is a server's default, not a statement: what the document says goes first.
            passed_over += [label] if label and name is None else []
            continue
        if name == "cp1252" and not data.isascii() and (better := _try(data, "utf-8")) is not None:
            # Latin-1 text is hardly ever valid UTF-8 by chance, so the label is wrong.
            return Decoded(better, "utf-8", _overridden([str(label)], "utf-8"))
        text = _try(data, name)
        if text is not None and not (name.startswith("utf-16") and "\x00" in text[:100]):
            return Decoded(text, name, _overridden(passed_over, name))
        passed_over.append(str(label))
    return _last_attempts(data, header, passed_over)


def _overridden(passed_over: list[str], used: str) -> tuple[tuple[str, str], ...]:
    wrong = [label for label in passed_over if label.lower() != used]
    if not wrong:
        return ()
    return (("encoding-overridden", f"the document is not in {', '.join(wrong)}; read as {used}"),)


def _last_attempts(data: bytes, header: str | None, passed_over: list[str]) -> Decoded:
    """No label fits: damaged UTF-8 where most of it is sound, else a guess."""
    named = [label for label in passed_over if label != "utf-8" or passed_over.count(label) > 1]
    repaired = data.decode("utf-8", errors="replace")
    damage = repaired.count("\ufffd")
    sound = sum(1 for character in repaired[:20000] if character > "\x7f" and character != "\ufffd")
    if damage and sound > 20 * damage:
        message = f"{damage} places are not UTF-8 and were replaced"
        return Decoded(repaired, "utf-8", (("encoding-damaged", message),))
    if _known(header) == "cp1252":
        text, used = data.decode("cp1252", errors="replace"), "cp1252"
    else:
        text, used = _guess(data)
    cautions = _overridden(named, used) or (("encoding-guessed", f"no encoding is stated; read as {used}"),)
    if "\ufffd" in text:
        cautions += (("encoding-damaged", "some places fit no encoding and were replaced"),)
    return Decoded(text, used, cautions)
