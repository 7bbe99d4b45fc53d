"""Every address of the hub, with samples of it: the table that the invariants are tested over.

A route that is not in the table fails the test, so that nobody adds a way out without these tests walking it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.urls import URLPattern, URLResolver, get_resolver

from audiatur.hub.models import Statement
from tests.invariants.sample import Sample

FORMATS = ("rss", "atom", "json")
# Filters of ledgers that choose by what a table knows of statements that may not be shown.
FILTERED = ("", "?class=speech&order=said", "?side=strait/east", "?country=Tavania&nested=no", "?from=2000-01-01")

# Words that stand in the titles, excerpts and texts of all sources, and filters without any words.
SOUGHT = (
    "q=harbour",
    "q=ferry+talks&order=newest",
    "q=nothing+-lamp",
    "q=shut&kind=statements",
    "kind=statements&from=2000-01-01",
)

# They show an article, or a statement in it, as it stood in a former version: where the text may leave, so may that.
OF_VERSIONS = frozenset({"statement", "statement_json", "report", "article_changes"})

WAYS_OUT: dict[str, Callable[[Sample], list[str]]] = {
    "front": lambda hub: [
        "/",
        "/?topic=strait",
        "/?since=2000-01-01T00:00Z",
        f"/?day={next(iter(hub.articles.values())).published:%Y}",
    ],
    "story": lambda _: (
        ["/stories/onestory/", "/stories/onestory/?topic=strait", "/stories/mergedstory/"]
        + [f"/stories/near{number}/" for number in range(7)]
    ),
    "story_whole": lambda _: ["/stories/onestory/whole/", "/stories/mergedstory/whole/"],
    "story_cite": lambda _: ["/stories/onestory/cite/"],
    "story_cited": lambda _: [f"/stories/onestory/cite.{form}" for form in ("txt", "bib", "ris", "json")],
    "article": lambda hub: [f"/articles/{article.uid}/" for article in hub.articles.values()] + _twins(hub),
    "article_changes": lambda hub: [f"/articles/{article.uid}/changes/" for article in hub.articles.values()],
    "sources": lambda _: ["/sources/"],
    "source": lambda hub: [f"/sources/{slug}/" for slug in hub.sources],
    "sources_opml": lambda _: ["/sources.opml"],
    "speakers": lambda _: ["/speakers/"],
    "speaker": lambda hub: [f"/speakers/namezz{slug}/" for slug in hub.sources],
    "statement": lambda hub: [f"/statements/{uid}/" for uid in _statements(hub)],
    "statement_json": lambda hub: [f"/statements/{uid}.json" for uid in _statements(hub)],
    "report": lambda hub: [f"/statements/{uid}/report/{end}" for uid in _statements(hub) for end in ("", "?received")],
    "story_ledger": lambda _: [f"/stories/onestory/statements/{end}" for end in FILTERED],
    "story_lines": lambda _: [f"/stories/onestory/statements.jsonl{end}" for end in FILTERED],
    "speaker_ledger": lambda hub: [f"/speakers/namezz{slug}/statements/" for slug in hub.sources],
    "speaker_lines": lambda hub: [f"/speakers/namezz{slug}/statements.jsonl" for slug in hub.sources],
    "topic_ledger": lambda _: [f"/topics/strait/statements/{end}" for end in FILTERED],
    "topic_lines": lambda _: [f"/topics/strait/statements.jsonl{end}" for end in FILTERED],
    "search": lambda _: (
        ["/search/", "/search/?q=namezz&kind=speakers", "/search/?q=harbour&kind=stories"]
        + [f"/search/?{query}" for query in SOUGHT]
    ),
    "search_feed": lambda _: [f"/search.{form}?{query}" for form in FORMATS for query in SOUGHT],
    "opensearch": lambda _: ["/opensearch.xml"],
    "story_ledger_feed": lambda _: [f"/stories/onestory/statements.{form}" for form in FORMATS],
    "speaker_ledger_feed": lambda hub: [f"/speakers/namezz{slug}/statements.atom" for slug in hub.sources],
    "topic_ledger_feed": lambda _: [f"/topics/strait/statements.{form}{end}" for form in FORMATS for end in FILTERED],
    "edit_statement": lambda hub: [f"/editors/statements/{uid}/" for uid in _statements(hub)],
    "edit_story": lambda _: ["/editors/stories/onestory/", "/editors/stories/mergedstory/"],
    "edit_article": lambda hub: [f"/editors/articles/{article.uid}/" for article in hub.articles.values()],
    # To everyone else the pages of editors answer with the login, which repeats the address that was asked for.
    "edit_speaker": lambda _: ["/editors/speakers/some-one/"],
    "topic": lambda hub: ["/topics/strait/", f"/topics/strait/?year={_year(hub)}"],
    "side": lambda _: ["/topics/strait/sides/east/", "/topics/strait/sides/west/"],
    "language": lambda _: ["/language/"],
    "about": lambda _: ["/about/"],
    "method": lambda _: ["/method/"],
    "healthz": lambda _: ["/healthz"],
    "robots": lambda _: ["/robots.txt"],
    "favicon": lambda _: ["/favicon.ico"],
    "asset": lambda _: [f"/assets/0/{name}" for name in ("hub.css", "hub.js", "icon.svg", "icon-192.png", "none.css")],
    "manifest": lambda _: ["/site.webmanifest"],
    "service_worker": lambda _: ["/sw.js"],
    "terms": lambda _: ["/terms.json"],
    "offline": lambda _: ["/offline/"],
    "hub_feed": lambda _: [f"/feeds/hub.{form}" for form in FORMATS],
    "topic_feed": lambda _: [f"/topics/strait.{form}" for form in FORMATS],
    "side_feed": lambda _: [f"/topics/strait/sides/{side}.{form}" for side in ("east", "west") for form in FORMATS],
    "source_feed": lambda hub: [f"/sources/{slug}.{form}" for slug in hub.sources for form in FORMATS],
    "story_feed": lambda _: [f"/stories/onestory.{form}" for form in FORMATS],
    # The back office is for editors, who see all; to everyone else it answers with its login page.
    "admin": lambda _: ["/admin/", "/admin/hub/article/", "/admin/hub/version/", "/admin/hub/source/"],
}


def _year(hub: Sample) -> str:
    return f"{next(iter(hub.articles.values())).published:%Y}"


def _statements(hub: Sample) -> list[str]:
    """Every statement of the sample: those beyond what is published, withdrawn and dropped ones too."""
    rows = Statement.objects.filter(version__article__in=[article.pk for article in hub.articles.values()])
    return list(rows.order_by("uid").values_list("uid", flat=True).distinct())


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


def addresses(hub: Sample) -> list[tuple[str, str]]:
    """A sample of every route, each with its name."""
    return [(route, address) for route, sample in WAYS_OUT.items() for address in sample(hub)]
