"""Every address of the hub, with samples of it: the table that the invariants are tested over.

A route that is not in the table fails the test, so that nobody adds a way out without these tests walking it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.urls import URLPattern, URLResolver, get_resolver

from tests.invariants.sample import Sample

FORMATS = ("rss", "atom", "json")

WAYS_OUT: dict[str, Callable[[Sample], list[str]]] = {
    "front": lambda hub: ["/", "/?topic=strait", f"/?day={next(iter(hub.articles.values())).published:%Y}"],
    "story": lambda _: ["/stories/onestory/", "/stories/onestory/?topic=strait", "/stories/mergedstory/"],
    "article": lambda hub: [f"/articles/{article.uid}/" for article in hub.articles.values()] + _twins(hub),
    "sources": lambda _: ["/sources/"],
    "source": lambda hub: [f"/sources/{slug}/" for slug in hub.sources],
    "sources_opml": lambda _: ["/sources.opml"],
    "speakers": lambda _: ["/speakers/"],
    "speaker": lambda hub: [f"/speakers/namezz{slug}/" for slug in hub.sources],
    "topic": lambda _: ["/topics/strait/"],
    "side": lambda _: ["/topics/strait/sides/east/", "/topics/strait/sides/west/"],
    "about": lambda _: ["/about/"],
    "method": lambda _: ["/method/"],
    "healthz": lambda _: ["/healthz"],
    "robots": lambda _: ["/robots.txt"],
    "favicon": lambda _: ["/favicon.ico"],
    "hub_feed": lambda _: [f"/feeds/hub.{form}" for form in FORMATS],
    "topic_feed": lambda _: [f"/topics/strait.{form}" for form in FORMATS],
    "side_feed": lambda _: [f"/topics/strait/sides/{side}.{form}" for side in ("east", "west") for form in FORMATS],
    "source_feed": lambda hub: [f"/sources/{slug}.{form}" for slug in hub.sources for form in FORMATS],
    "story_feed": lambda _: [f"/stories/onestory.{form}" for form in FORMATS],
    # The back office is for editors, who see all; to everyone else it answers with its login page.
    "admin": lambda _: ["/admin/", "/admin/hub/article/", "/admin/hub/version/", "/admin/hub/source/"],
}


def _twins(hub: Sample) -> list[str]:
    twins = hub.sources["fullsource"].articles.filter(copy_of__isnull=False)
    return [f"/articles/{uid}/" for uid in twins.values_list("uid", flat=True)]


def route_names(resolver: URLResolver | None = None) -> Iterator[str]:
    """The name of every route that the hub answers; ``admin`` for those of the back office, the pattern if unnamed."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            if pattern.namespace == "admin":
                yield "admin"
            else:
                yield from route_names(pattern)
        elif isinstance(pattern, URLPattern):
            yield pattern.name or str(pattern.pattern)


def addresses(hub: Sample) -> list[str]:
    """A sample of every route."""
    return [address for sample in WAYS_OUT.values() for address in sample(hub)]
