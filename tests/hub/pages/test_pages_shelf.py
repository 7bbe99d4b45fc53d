"""The shelf on which items are kept has an end, and keeps what is asked for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from audiatur.hub.shelf import Shelf


def test_what_is_put_is_taken() -> None:
    shelf: Shelf[str] = Shelf(100)
    shelf.put("one", "first", 10)
    assert shelf.take("one") == "first"
    assert shelf.take("other") is None


def test_what_is_asked_for_stays_and_the_rest_goes() -> None:
    shelf: Shelf[int] = Shelf(20)
    shelf.put("asked", 0, 1)
    shelf.put("not asked", 0, 1)
    for number in range(100):
        shelf.put(number, number, 1)
        assert shelf.take("asked") == 0
    assert shelf.take("not asked") is None


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 40))))
def test_never_more_than_the_size_and_one_thing_is_kept(puts: list[tuple[int, int]]) -> None:
    shelf: Shelf[int] = Shelf(100)
    sizes: dict[int, int] = {}
    for key, size in puts:
        shelf.put(key, key, size)
        sizes[key] = size
    held = sum(size for key, size in sizes.items() if shelf.take(key) is not None)
    assert held <= 100 + 2 * 40
