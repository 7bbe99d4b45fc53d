"""The content files as values, with the epoch added to every day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from audiatur.demo.fields import Fields, mapping, read
from audiatur.demo.values import (
    DemoArticle,
    DemoHub,
    DemoSide,
    DemoSource,
    DemoTopic,
    Dialect,
    Edit,
    Outage,
    OutageKind,
)
from audiatur.demo.weekdays import fill
from audiatur.provenance.values import Bar, Claim, ClaimField, Mode, Policy

_EDITOR = "the demo's editor"


def load(epoch: datetime) -> DemoHub:
    """The demo as if its first day began at ``epoch``, an instant with a zone, best a midnight in UTC.

    Raises RegisterError where a content file is malformed, naming the place.
    """
    hub = mapping(read("hub"), "hub.yaml")
    registered = list(hub.each("sources"))
    works = {fields.text("slug"): _works(fields.text("slug")) for fields in registered}
    countries = hub.within("countries") or Fields(hub.place, {})
    return DemoHub(
        title=hub.text("title"),
        about=hub.text("about").strip(),
        starts=epoch,
        ends=epoch + timedelta(days=hub.number("days", 14)),
        countries=tuple((code, countries.text(code)) for code in countries.values),
        languages=hub.texts("languages"),
        topics=tuple(_topic(fields) for fields in hub.each("topics")),
        sources=tuple(_source(fields, works, epoch) for fields in registered),
    )


def _works(slug: str) -> dict[str, Fields]:
    """The articles of an outlet by key, in the order of its file."""
    found = Fields(f"{slug}.yaml", {"articles": read(slug)})
    return {fields.text("key"): fields for fields in found.each("articles")}


def _topic(fields: Fields) -> DemoTopic:
    return DemoTopic(
        slug=fields.text("slug"),
        name=fields.text("name"),
        description=fields.text("description").strip(),
        sides=tuple(
            DemoSide(side.text("slug"), side.text("name"), side.texts("speakers")) for side in fields.each("sides")
        ),
    )


def _source(fields: Fields, works: Mapping[str, Mapping[str, Fields]], epoch: datetime) -> DemoSource:
    slug, language = fields.text("slug"), fields.text("language")
    articles = [_article(work, slug, language, works, epoch) for work in works[slug].values()]
    return DemoSource(
        slug=slug,
        name=fields.text("name"),
        homepage=fields.text("homepage"),
        country=fields.text("country"),
        language=language,
        kind=fields.text("kind"),
        sides=fields.texts("sides"),
        dialect=Dialect(fields.text("dialect")),
        encoding=fields.text("encoding", "utf-8"),
        whole=fields.text("carries", "whole") == "whole",
        newest=fields.number("newest", 20),
        mirror=fields.flag("mirror"),
        records=fields.flag("records"),
        furniture=tuple(html.replace("{slug}", slug) for html in fields.texts("furniture")),
        why=fields.text("why"),
        words=fields.optional("words"),
        claims=tuple(_claim(claim, epoch.date()) for claim in fields.each("claims")),
        policy=_policy(fields.within("policy"), epoch),
        outage=_outage(fields.within("outage"), epoch),
        articles=tuple(sorted(articles, key=lambda article: article.published)),
    )


def _claim(fields: Fields, first_day: date) -> Claim:
    return Claim(
        field=ClaimField(fields.text("field")),
        value=fields.text("value"),
        source_url=fields.optional("source_url"),
        retrieved=first_day + timedelta(days=fields.number("retrieved", 0)),
        asserted_by=_EDITOR,
    )


def _policy(fields: Fields | None, epoch: datetime) -> Policy:
    if fields is None:
        return Policy(Mode.LINK)
    return Policy(
        mode=Mode(fields.text("mode")),
        excerpt_chars=fields.number("excerpt_chars", 300),
        starts=fields.day("starts", epoch),
        ends=fields.day("ends", epoch),
        outside=Mode(fields.text("outside", "link")),
        bars=tuple(
            Bar(
                jurisdictions=frozenset(bar.texts("jurisdictions")),
                authority=bar.text("authority"),
                law=bar.text("law"),
                binds=bar.text("binds"),
                url=bar.optional("url"),
            )
            for bar in fields.each("bars")
        ),
    )


def _outage(fields: Fields | None, epoch: datetime) -> Outage | None:
    if fields is None:
        return None
    starts = fields.moment("at", epoch)
    if starts is None:
        raise fields.wrong("at", "given")
    return Outage(starts, OutageKind(fields.text("how")))


def _article(
    fields: Fields, slug: str, language: str, works: Mapping[str, Mapping[str, Fields]], epoch: datetime
) -> DemoArticle:
    language = fields.text("language", language)
    published = fields.moment("at", epoch)
    if published is None:
        raise fields.wrong("at", "given")
    summary = fields.optional("summary")
    return DemoArticle(
        key=fields.text("key"),
        source=slug,
        event=fields.text("event"),
        language=language,
        title=fill(fields.text("title"), epoch, language),
        byline=fields.text("byline"),
        summary=None if summary is None else fill(summary, epoch, language),
        body=fill(_body(fields, works), epoch, language),
        categories=fields.texts("categories"),
        published=published,
        edits=tuple(_edit(edit, _body(fields, works), epoch, language) for edit in fields.each("edits")),
        deleted=fields.moment("deleted", epoch),
        copy_of=fields.optional("copy_of"),
    )


def _body(fields: Fields, works: Mapping[str, Mapping[str, Fields]]) -> str:
    """The article's own text, or as many paragraphs of the agency's as it took, with the outlet's own last line."""
    original = fields.optional("copy_of")
    if original is None:
        return fields.text("body").strip()
    agency, _, key = original.partition("/")
    taken = works[agency][key].text("body").strip().split("\n\n")[: fields.number("take", 100)]
    tail = fields.optional("tail")
    return "\n\n".join(taken if tail is None else [*taken, tail])


def _edit(fields: Fields, before: str, epoch: datetime, language: str) -> Edit:
    """An edit: a new title, a new body, or ``replace``, the body as first published with some words replaced."""
    at = fields.moment("at", epoch)
    if at is None:
        raise fields.wrong("at", "given")
    title, body = fields.optional("title"), fields.optional("body")
    for change in fields.each("replace"):
        old, body = change.text("old"), before if body is None else body
        if old not in body:
            raise change.wrong("old", "in the body")
        body = body.replace(old, change.text("new"))
    return Edit(
        at=at,
        title=None if title is None else fill(title, epoch, language),
        body=None if body is None else fill(body.strip(), epoch, language),
    )
