"""Style, script and icons: kept for good at the address of their bytes, and small on their way."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import brotli  # type: ignore[import-untyped]  # it ships neither types nor stubs
import pytest
from django.test import Client

from audiatur.hub.pages import assets

FILES = Path(assets.__file__).parents[1] / "static" / "hub"
pytestmark = pytest.mark.django_db  # a page that is missing names the hub's topics
NAMES = sorted(path.name for path in FILES.iterdir())
READ = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}


@pytest.mark.parametrize("name", NAMES)
def test_a_file_is_kept_for_good_at_its_own_address_only(client: Client, name: str) -> None:
    own = client.get(assets.address(name))
    other = client.get(f"/assets/0/{name}")
    assert (own.status_code, own.content, other.content) == (200, (FILES / name).read_bytes(), own.content)
    assert "immutable" in own["Cache-Control"]
    assert other["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("coding", ["br", "gzip", ""])
@pytest.mark.parametrize("name", ["hub.css", "hub.js"])
def test_a_text_goes_in_the_smallest_coding_that_is_accepted(client: Client, name: str, coding: str) -> None:
    accepted = {"br": "gzip, deflate, br;q=1", "gzip": "br;q=0, gzip; q=0.5", "": "br; q=0.0"}[coding]
    answer = client.get(assets.address(name), headers={"Accept-Encoding": accepted})
    assert answer.get("Content-Encoding", "") == coding
    assert answer["Vary"] == "Accept-Encoding"
    assert READ[coding](answer.content) == (FILES / name).read_bytes()


@pytest.mark.parametrize("name", ["none.css", "..%2F..%2Fsettings.py", "__init__.py"])
def test_no_other_file_is_served(client: Client, name: str) -> None:
    assert client.get(f"/assets/0/{name}").status_code == 404


def test_a_missing_file_is_a_fault_of_the_hub() -> None:
    with pytest.raises(FileNotFoundError):
        assets.address("none.css")


def test_the_style_knows_no_side_of_the_window() -> None:
    """Left and right exchange where a script runs the other way; start and end do not."""
    style = re.sub(r"/\*.*?\*/", "", (FILES / "hub.css").read_text(), flags=re.DOTALL)
    sides = r"(?:left|right)"
    physical = rf"(?:margin|padding|border|inset)-{sides}|(?:text-align|float): *{sides}|[;{{]\s*{sides} *:"
    assert re.findall(physical, style) == []


def test_every_token_that_is_used_is_defined() -> None:
    style = (FILES / "hub.css").read_text()
    used, defined = set(re.findall(r"var\((--[\w-]+)", style)), set(re.findall(r"(--[\w-]+):", style))
    assert used <= defined
