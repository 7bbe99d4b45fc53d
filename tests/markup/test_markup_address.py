"""Two spellings of one address meet; two addresses do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiatur.markup import address
from audiatur.markup.address import absolute, canonical


@pytest.mark.parametrize(
    ("url", "base", "expected"),
    [
        ("https://klow.example/a", None, "https://klow.example/a"),
        (" https://klow.example/a\n", None, "https://klow.example/a"),
        ("/a", "https://klow.example/b/c", "https://klow.example/a"),
        ("../a", "https://klow.example/b/c/d", "https://klow.example/b/a"),
        ("a", "https://archive.example/x/https://klow.example/b", "https://archive.example/x/https://klow.example/a"),
        (
            "../a",
            "https://archive.example/x/https://klow.example/b/c",
            "https://archive.example/x/https://klow.example/a",
        ),
        ("//klow.example/a", "https://szohod.example/", "https://klow.example/a"),
        ("?a=1", "https://klow.example/b", "https://klow.example/b?a=1"),
        ("a", None, None),
        ("", "https://klow.example/", None),
        ("javascript:alert(1)", "https://klow.example/", None),
        ("data:text/plain,x", None, None),
        ("mailto:desk@klow.example", None, "mailto:desk@klow.example"),
        ("http://[", "https://klow.example/", "http://["),
        ("//[", "https://klow.example/", None),
    ],
)
def test_absolute(url: str, base: str | None, expected: str | None) -> None:
    assert absolute(url, base) == expected


SAME = [
    "https://klow.example/a/story?id=3&page=2",
    "HTTPS://KLOW.example/a/story?id=3&page=2",
    "https://klow.example:443/a/story?page=2&id=3",
    "https://klow.example/a/./story?id=3&page=2#comments",
    "https://klow.example/a/story?id=3&page=2&utm_source=rss&utm_medium=feed",
    "https://klow.example/a/story?fbclid=abc&id=3&page=2",
]


@pytest.mark.parametrize("url", SAME)
def test_spellings_meet(url: str) -> None:
    assert canonical(url) == SAME[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://klow.example/?p=12", "https://klow.example/?p=13"),
        ("https://klow.example/story.php?id=1", "https://klow.example/story.php?id=2"),
        ("https://klow.example/a", "https://klow.example/A"),
        ("https://klow.example/?article=1&lang=sy", "https://klow.example/?article=1&lang=en"),
        ("http://klow.example/a", "https://klow.example/a"),
    ],
)
def test_addresses_stay_apart(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


@pytest.mark.parametrize(
    "url", ["", "klow", "mailto:x@klow.example", "http://", "http://[::1", "https://x:y/", "x" * 5000]
)
def test_what_is_no_web_address_has_no_canonical_form(url: str) -> None:
    assert canonical(url) is None


@given(st.text())
def test_any_text_is_taken(text: str) -> None:
    found = canonical(text, "https://klow.example/")
    assert found is None or found.startswith(("http://", "https://"))


plain_paths = st.lists(st.from_regex(r"[A-Za-z0-9_~-][A-Za-z0-9_.~-]{0,8}", fullmatch=True), max_size=4).map("/".join)


@given(st.from_regex(r"(?:[a-z0-9]{1,5}\.){1,2}[a-z]{2,6}", fullmatch=True), plain_paths)
def test_the_short_way_says_what_the_long_way_says(host: str, path: str) -> None:
    url = f"https://{host}/{path}"
    long_way = address._canonical(url)
    assert long_way is None or canonical(url) == long_way
