"""Documents are decoded by what they prove, then by what they say, then by what they look like."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiatur.markup.decoding import decode

RUSSIAN = "Порт Кловa снова открыт, сообщили в министерстве"


@pytest.mark.parametrize(
    ("data", "content_type", "encoding"),
    [
        ("<a>Kłow</a>".encode(), None, "utf-8"),
        (codecs.BOM_UTF8 + "<a>Kłow</a>".encode(), "text/xml; charset=iso-8859-1", "utf-8"),
        (codecs.BOM_UTF16_LE + "<a>Kłow</a>".encode("utf-16-le"), None, "utf-16-le"),
        ("<a>Kłow</a>".encode("utf-16-be"), None, "utf-16-be"),
        ("<a>Kłow</a>".encode("utf-32-le"), None, "utf-32-le"),
        (f'<?xml version="1.0" encoding="koi8-r"?><a>{RUSSIAN}</a>'.encode("koi8-r"), None, "koi8-r"),
        (f"<a>{RUSSIAN}</a>".encode("cp1251"), "application/xml; charset=windows-1251", "cp1251"),
        ('<?xml version="1.0" encoding="gb2312"?><a>港口</a>'.encode("gbk"), None, "gb18030"),
        ('<?xml version="1.0" encoding="iso-8859-1"?><a>“Quay” – été</a>'.encode("cp1252"), None, "cp1252"),
        ('<html><meta charset="windows-1250"><p>Szohód őrség</p>'.encode("cp1250"), None, "cp1250"),
    ],
)
def test_encoding(data: bytes, content_type: str | None, encoding: str) -> None:
    found = decode(data, content_type)
    assert found.encoding == encoding
    assert "\ufffd" not in found.text


def test_a_wrong_label_is_passed_over_and_said() -> None:
    found = decode('<?xml version="1.0" encoding="utf-8"?><a>café fermé</a>'.encode("latin-1"))
    assert "café fermé" in found.text
    assert [code for code, _ in found.cautions] == ["encoding-overridden"]


def test_utf8_that_says_it_is_latin_is_utf8() -> None:
    found = decode('<?xml version="1.0" encoding="iso-8859-1"?><a>Kłów</a>'.encode())
    assert "Kłów" in found.text
    assert found.cautions


def test_a_header_of_latin_is_a_servers_default() -> None:
    data = f'<?xml version="1.0" encoding="koi8-r"?><a>{RUSSIAN}</a>'.encode("koi8-r")
    assert RUSSIAN in decode(data, "text/xml; charset=iso-8859-1").text


def test_a_few_bad_bytes_do_not_cost_the_rest() -> None:
    found = decode((RUSSIAN * 20).encode() + b"\xff" + RUSSIAN.encode())
    assert found.encoding == "utf-8"
    assert [code for code, _ in found.cautions] == ["encoding-damaged"]


@pytest.mark.parametrize("label", ["utf-7", "base64", "rot13", "idna", "nonsense", "unicode_escape"])
def test_labels_that_name_no_text_are_passed_over(label: str) -> None:
    assert "ok" in decode(f'<?xml version="1.0" encoding="{label}"?><a>ok</a>'.encode()).text


@given(st.binary(max_size=300), st.none() | st.text(max_size=40))
def test_any_bytes_are_decoded(data: bytes, content_type: str | None) -> None:
    assert isinstance(decode(data, content_type).text, str)


@given(st.text(max_size=200))
def test_utf8_comes_back(text: str) -> None:
    assert decode(("<a>" + text).encode("utf-8", "replace")).text == ("<a>" + text).encode("utf-8", "replace").decode()
