"""A corpus of articles taken into the hub as if polled, in date order."""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from audiatur.articles.entries import lines_of
from audiatur.articles.languages import language_of
from audiatur.articles.values import Article, Content
from audiatur.articles.versions import digest
from audiatur.errors import ArticleError, InputError
from audiatur.hub.articles.delivery import Delivered, key_of
from audiatur.hub.articles.intake import Taken, take_in
from audiatur.hub.articles.models import Origin
from audiatur.hub.sources.models import Policy, Source
from audiatur.hub.sources.plain import Plain
from audiatur.hub.sources.register import free_slug, slug_of
from audiatur.hub.stories.models import Side, Topic
from audiatur.markup.address import canonical
from audiatur.provenance.values import Mode

# Articles stored at a time: in date order over all outlets, one transaction an outlet.
RUN = 500


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a corpus, ready to be stored. ``place`` is its file and line."""

    outlet: str
    delivered: Delivered
    moment: datetime
    place: str


@dataclass(slots=True)
class Loaded:
    """What loading did: ``bare`` items are kept as links, ``skipped`` lines were not understood, each with its why."""

    taken: Taken = field(default_factory=Taken)
    bare: list[str] = field(default_factory=list)
    repeated: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    sources: set[str] = field(default_factory=set)


def lines(path: str) -> Iterator[tuple[int, str]]:
    """The numbered lines of a file, unzipped where its name ends in .gz; InputError where it cannot be read."""
    try:
        with (
            gzip.open(path, "rt", encoding="utf-8")
            if path.endswith(".gz")
            else Path(path).open(encoding="utf-8") as file
        ):
            yield from ((number, line) for number, line in enumerate(file, 1) if line.strip())
    except (OSError, EOFError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise InputError(
            "unreadable", f"cannot be read: {why}", place=path, remedy="check the name, the format and the permissions"
        ) from error


def item_of(line: str, place: str, *, now: datetime) -> Item:
    """One line as an article: {outlet, url, date, title, summary, text}; ArticleError for what is none.

    The id is the address, else outlet, date and title. A day without a time is its first moment.
    """
    try:
        found = json.loads(line)
    except json.JSONDecodeError as error:
        raise ArticleError("not-json", f"no JSON: {error.msg}", place=place, remedy="one object a line") from error
    if not isinstance(found, Mapping):
        raise ArticleError("not-an-object", "no JSON object", place=place, remedy="one object a line")
    plain = Plain({name: value for name, value in found.items() if isinstance(value, str)}, place)
    outlet = plain.text("outlet").strip()
    if not outlet:
        raise ArticleError("no-outlet", "names no outlet", place=place, remedy='give it an "outlet"')
    moment = plain.moment("date")
    title = " ".join(plain.text("title").split())
    text = lines_of(plain.text("text")) or lines_of(plain.text("summary"))
    url = plain.text("url").strip()
    spoken = f"{title}\n{text}" if title else text
    language = language_of(spoken, declared=plain.text("language") or None, languages=settings.LANGUAGES_READ)
    content = Content(title or None, (), text, None, language)
    article = Article((canonical(url) or url) if url else None, moment, None, content)
    guid = url or "\n".join((outlet, plain.text("date"), title, text))
    return Item(outlet, Delivered(guid, key_of(guid), article, (), digest(content)), moment or now, place)


def read_corpus(paths: Sequence[str], *, now: datetime) -> tuple[list[Item], list[str]]:
    """All articles of the files in date order, and the lines that were not understood."""
    items, skipped = [], []
    for path in paths:
        for number, line in lines(path):
            try:
                items.append(item_of(line, f"{path}, line {number}", now=now))
            except InputError as error:
                skipped.append(str(error))
    items.sort(key=lambda item: item.moment)
    return items, skipped


def load(items: Sequence[Item], *, mode: Mode, now: datetime, progress: Callable[[int], None] | None = None) -> Loaded:
    """Store a corpus; sources not yet known get ``mode``."""
    loaded = Loaded()
    seen: set[tuple[str, str]] = set()
    sources: dict[str, Source] = {}
    for start in range(0, len(items), RUN):
        by_outlet: dict[str, list[Item]] = defaultdict(list)
        for item in items[start : start + RUN]:
            by_outlet[item.outlet].append(item)
            _note(item, seen, loaded)
        for outlet, run in by_outlet.items():
            if outlet not in sources:
                sources[outlet] = source_named(outlet, mode=mode, now=now)
                loaded.sources.add(outlet)
            loaded.taken += _take(sources[outlet], run, now)
            if progress is not None:
                progress(len(run))
    return loaded


def _note(item: Item, seen: set[tuple[str, str]], loaded: Loaded) -> None:
    name = item.delivered.article.url or item.place
    if (item.outlet, item.delivered.key) in seen:
        loaded.repeated.append(f"{item.outlet}: {name}")
    seen.add((item.outlet, item.delivered.key))
    if item.delivered.bare:
        loaded.bare.append(f"{item.outlet}: {name}")


def _take(source: Source, run: Sequence[Item], now: datetime) -> Taken:
    """Store a run; an id that stands in it several times is taken in as often, in order, as polls would have."""
    taken = Taken()
    for batch in _each_once(run):
        taken += take_in(source, [item.delivered for item in batch], feed=None, now=now, origin=Origin.FILE)
    return taken


def _each_once(run: Sequence[Item]) -> Iterable[list[Item]]:
    rest = list(run)
    while rest:
        batch: dict[str, Item] = {}
        later = []
        for item in rest:
            if item.delivered.key in batch:
                later.append(item)
            else:
                batch[item.delivered.key] = item
        yield list(batch.values())
        rest = later


@transaction.atomic
def source_named(name: str, *, mode: Mode, now: datetime) -> Source:
    """The source of this name or slug; made, with ``mode``, where there is none."""
    found = Source.objects.filter(name=name).first() or Source.objects.filter(slug=slug_of(name)).first()
    if found is not None:
        return found
    source = Source.objects.create(slug=free_slug(name), name=name, created=now)
    Policy.objects.create(source=source, mode=mode)
    return source


@transaction.atomic
def take_topic(document: Mapping[str, object], *, mode: Mode, now: datetime) -> Topic:
    """A topic file: ``{name, slug, description, sides: [{name, slug, outlets: [...]}]}``; RegisterError."""
    plain = Plain(document, "")
    plain.only("name", "slug", "description", "sides")
    name = plain.needed("name")
    # What the file leaves out of a topic that the hub has stays as the editor made it.
    described = {"description": plain.text("description")} if plain.given("description") else {}
    topic, _ = Topic.objects.update_or_create(
        slug=plain.text("slug") or slug_of(name), defaults={"name": name, **described}
    )
    for position, part in enumerate(plain.each("sides")):
        part.only("name", "slug", "outlets")
        label = part.needed("name")
        side, _ = Side.objects.update_or_create(
            topic=topic,
            slug=part.text("slug") or slug_of(label),
            defaults={"name": label},
            create_defaults={"name": label, "position": position},
        )
        side.sources.add(*(source_named(outlet, mode=mode, now=now) for outlet in part.texts("outlets")))
    return topic
