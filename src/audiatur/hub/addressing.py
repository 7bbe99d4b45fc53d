"""The addresses of the hub's pages by the names of their routes, kept once they were made.

Django's look-up takes some 50 us, and a page of lists asks for hundreds of them; the routes never change while the hub
runs, and no address depends on the language.
"""

from __future__ import annotations

from functools import lru_cache

from django.urls import reverse


@lru_cache(maxsize=20_000)
def path_to(route: str, *args: str) -> str:
    """The path of a page; ``NoReverseMatch`` as Django raises it where a route or an argument is none."""
    return reverse(route, args=args)
