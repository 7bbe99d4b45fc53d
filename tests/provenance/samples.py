"""Invented sources, claims and items for the tests of provenance and publishing."""

from __future__ import annotations

from datetime import UTC, date, datetime

from audiatur.markup.html import SanitisedHtml
from audiatur.provenance.notice import compose_notice
from audiatur.provenance.values import Claim, ClaimField, Held, Notice, SourceFacts

NOON = datetime(2031, 5, 4, 12, 0, tzinfo=UTC)


def claim(
    field: ClaimField, value: str, source_url: str | None = "https://registry.example/entry", day: int = 1
) -> Claim:
    return Claim(field, value, source_url, date(2031, 5, day), "the editor")


def facts(name: str = "Tavania Today", *claims: Claim, why: str | None = None, words: str | None = None) -> SourceFacts:
    slug = name.lower().replace(" ", "-")
    return SourceFacts(
        slug, name, f"https://{slug}.example/", f"https://hub.example/sources/{slug}/", claims, why, words
    )


def notice(name: str = "Tavania Today", *claims: Claim) -> Notice:
    return compose_notice(facts(name, *claims))


def held(
    text: str = "The ferry talks resume on Monday.\nBoth ministers confirmed it.", html: str | None = None
) -> Held:
    return Held(
        id="urn:example:item:1",
        page="https://hub.example/articles/1/",
        origin="https://tavania-today.example/ferry",
        title="Ferry talks resume",
        byline=("Ilka Maro",),
        text=text,
        html=None if html is None else SanitisedHtml(html),
        language="en",
        published=NOON,
        updated=NOON,
        version=1,
    )
