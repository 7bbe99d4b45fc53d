"""The register as a document: sources with claims, policies, feeds and sides, taken in; and lists of feeds.

Taking a document in adds and updates; it never removes a source, a feed or a claim. Of what is on the register already,
fields that the document leaves out stay as they are; those that it gives empty are emptied.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from hashlib import sha256

from django.db import transaction
from django.db.models import Model
from django.utils.text import slugify

from audiatur.errors import RegisterError
from audiatur.feeds.opml import ListedFeed, read_opml
from audiatur.hub.sources.models import Bar, Claim, Feed, FeedKind, Policy, Source
from audiatur.hub.sources.plain import Plain, language_or_empty, web_or_empty
from audiatur.hub.stories.models import Side, Topic
from audiatur.provenance.values import Answer, ClaimField, Mode

# The widths of the columns.
_NAME, _VALUE, _ASSERTED, _AUTHORITY, _LAW, _FOLDER = 200, 500, 200, 300, 500, 300
_SLUG = 64
# The longest excerpt that the back office takes.
_EXCERPT = 100_000
_YES_OR_NO = frozenset(
    {
        ClaimField.MAINLY_STATE_FUNDED,
        ClaimField.STATE_GOVERNS,
        ClaimField.STATE_CONTROLS_EDITORIALLY,
        ClaimField.IN_SCOPE,
    }
)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A feed that was not taken in, because another source has it: its address, that source, and the one wanted."""

    feed: str
    source: str
    wanted: str


@dataclass(frozen=True, slots=True)
class Registered:
    """What taking in a document did. ``feeds`` counts the new ones; ``refused`` are addresses that no feed can have."""

    sources: int
    feeds: int
    topics: int
    elsewhere: tuple[Elsewhere, ...] = ()
    refused: tuple[str, ...] = ()


def slug_of(name: str) -> str:
    """A source's part of its addresses, made from its name: Latin letters, digits and hyphens.

    A name of which letters are lost in that, or that is too long, gets a mark of its own, so that different names never
    meet.

    >>> slug_of("La Crónica"), slug_of("Новости 24")
    ('la-cronica', '24-9e71571af2')
    """
    whole = slugify(name)
    letters = unicodedata.normalize("NFKD", slugify(name, allow_unicode=True))
    kept = "".join(letter for letter in letters if not unicodedata.combining(letter))
    if whole == kept and 0 < len(whole) <= _SLUG:
        return whole
    mark = sha256(" ".join(name.casefold().split()).encode()).hexdigest()[:10]
    return f"{whole[: _SLUG - 11].rstrip('-') or 'source'}-{mark}"


def free_slug(name: str) -> str:
    """``slug_of``, with a number where another source has it already."""
    base, number = slug_of(name), 1
    slug = base
    while Source.objects.filter(slug=slug).exists():
        number += 1
        slug = f"{base[:60]}-{number}"
    return slug


@transaction.atomic
def take_register(document: Mapping[str, object], *, now: datetime) -> Registered:
    """Take in a register, all or nothing; RegisterError, with the place, for what cannot be understood."""
    plain = Plain(document, "")
    plain.only("topics", "sources")
    topics = [_topic(topic, place) for place, topic in enumerate(plain.each("topics"))]
    new, sources = 0, 0
    elsewhere: list[Elsewhere] = []
    for entry in plain.each("sources"):
        source = _source(entry, now)
        new += _feeds(source, entry, now, elsewhere)
        sources += 1
    return Registered(sources, new, len(topics), tuple(elsewhere))


def _topic(plain: Plain, place: int) -> Topic:
    plain.only("slug", "name", "description", "sides")
    slug = plain.slug("slug")
    topic = Topic.objects.filter(slug=slug).first() if slug else None
    if topic is None:
        name = plain.needed("name", most=_NAME)
        slug = slug or slug_of(name)
        topic = Topic.objects.filter(slug=slug).first() or Topic(slug=slug, name=name, position=place)
    plain.fill(topic, {"name": partial(plain.needed, most=_NAME), "description": plain.text})
    topic.save()
    _order(topic, [_side(topic, side) for side in plain.each("sides")])
    return topic


def _side(topic: Topic, plain: Plain) -> Side:
    """A side, made where it is new: then after those that the topic has."""
    plain.only("slug", "name")
    slug = plain.slug("slug") or slug_of(plain.needed("name", most=_NAME))
    side = topic.sides.filter(slug=slug).first() or Side(topic=topic, slug=slug, position=topic.sides.count())
    plain.fill(side, {"name": partial(plain.needed, most=_NAME)}, every=_is_new(side))
    side.save()
    return side


def _is_new(row: Model) -> bool:
    return row._state.adding


def _order(topic: Topic, named: Sequence[Side]) -> None:
    """Put the sides in the document's order, if it names them all; a part of them says nothing about the order."""
    if {side.pk for side in named} == set(topic.sides.values_list("pk", flat=True)):
        for position, side in enumerate(named):
            Side.objects.filter(pk=side.pk).update(position=position)


_PARTS = ("sides", "claims", "policy", "feeds")


def _source(plain: Plain, now: datetime) -> Source:
    plain.only("slug", "name", "homepage", "language", "why", "words", "records", *_PARTS)
    slug = plain.slug("slug")
    source = Source.objects.filter(slug=slug).first() if slug else None
    if source is None:
        name = plain.needed("name", most=_NAME)
        known = None if slug else Source.objects.filter(name=name).first()
        slug = slug or slug_of(name)
        source = known or Source.objects.filter(slug=slug).first() or Source(slug=slug, name=name, created=now)
    plain.fill(source, {"name": partial(plain.needed, most=_NAME), "why": plain.text, "words": plain.text})
    plain.fill(source, {"homepage": plain.address, "language": plain.language, "records": plain.flag})
    source.save()
    for claim in plain.each("claims"):
        _claim(source, claim)
    policy = plain.part("policy")
    if policy is not None:
        _policy(source, policy)
    for word in plain.texts("sides"):
        side_of(word, place=plain.at("sides")).sources.add(source)
    return source


def side_of(word: str, *, place: str) -> Side:
    """The side that ``topic/side`` or, where only one topic has it, ``side`` names; RegisterError for none."""
    topic, _, side = word.rpartition("/")
    rows = Side.objects.filter(slug=side, **({"topic__slug": topic} if topic else {}))
    found = list(rows[:2])
    if len(found) == 1:
        return found[0]
    remedy = "write it as topic/side, by their slugs"
    if found:
        raise RegisterError("unknown-side", f"several topics have side {word!r}", place=place, remedy=remedy)
    if topic and not Topic.objects.filter(slug=topic).exists():
        raise RegisterError(
            "unknown-side",
            f"there is no topic {topic!r} and so no side {word!r}",
            place=place,
            remedy="make the topic with its sides in the back office, or with sources import or load --topic",
        )
    known = [f"{one.topic.slug}/{one.slug}" for one in Side.objects.select_related("topic")[:12]]
    told = f"known are {', '.join(known)}" if known else "make its topic in the back office, or with sources import"
    raise RegisterError("unknown-side", f"there is no side {word!r}", place=place, remedy=f"{remedy}; {told}")


def _claim(source: Source, plain: Plain) -> None:
    plain.only("field", "value", "source_url", "retrieved", "asserted_by")
    field, value = plain.choice("field", ClaimField), plain.needed("value", most=_VALUE)
    if field in _YES_OR_NO and value not in {Answer.YES, Answer.NO}:
        raise RegisterError(
            "unknown-word", f"{value[:80]!r} is no answer", place=plain.at("value"), remedy="use yes or no"
        )
    key = {"field": field, "value": value, "source_url": plain.address("source_url")}
    claim = Claim.objects.filter(source=source, **key).first() or Claim(source=source, **key)
    plain.fill(claim, {"retrieved": plain.day, "asserted_by": partial(plain.text, most=_ASSERTED)})
    claim.asserted_by = claim.asserted_by.strip() or "the editor"
    claim.save()


def _policy(source: Source, plain: Plain) -> None:
    plain.only("mode", "excerpt_chars", "starts", "ends", "outside", "full_page", "bars")
    policy = Policy.objects.filter(source=source).first() or Policy(source=source)
    plain.fill(policy, {"mode": partial(plain.choice, kind=Mode)}, every=_is_new(policy))
    plain.fill(
        policy,
        {
            "excerpt_chars": partial(plain.number, least=1, most=_EXCERPT),
            "starts": plain.moment,
            "ends": plain.moment,
            "outside": partial(plain.choice, kind=Mode),
            "full_page": plain.flag,
        },
    )
    if policy.starts is not None and policy.ends is not None and policy.starts >= policy.ends:
        raise RegisterError(
            "window-out-of-order",
            f"the window ends ({policy.ends:%Y-%m-%d %H:%M}) before it starts ({policy.starts:%Y-%m-%d %H:%M})",
            place=plain.place,
            remedy="correct starts or ends",
        )
    policy.save()
    for bar in plain.each("bars"):
        _bar(policy, bar)


def _bar(policy: Policy, plain: Plain) -> None:
    """A legal bar, known by its law."""
    plain.only("jurisdictions", "authority", "law", "binds", "url")
    law = plain.needed("law", most=_LAW)
    bar = Bar.objects.filter(policy=policy, law=law).first() or Bar(policy=policy, law=law)
    plain.fill(
        bar,
        {
            "jurisdictions": plain.jurisdictions,
            "authority": partial(plain.needed, most=_AUTHORITY),
            "binds": partial(plain.needed, most=_AUTHORITY),
        },
        every=_is_new(bar),
    )
    plain.fill(bar, {"url": plain.address})
    bar.save()


def _feeds(source: Source, plain: Plain, now: datetime, elsewhere: list[Elsewhere]) -> int:
    """Put the feeds on the register; how many are new. Those that another source has are noted and left there."""
    count = 0
    for entry in plain.each("feeds"):
        entry.only("url", "kind", "folder")
        entry.needed("url")
        feed, made = add_feed(source, entry.address("url"), now=now)
        if feed.source_id != source.pk:
            elsewhere.append(Elsewhere(feed.url, feed.source.name, source.name))
            continue
        before = feed.kind, feed.folder
        entry.fill(feed, {"kind": partial(entry.choice, kind=FeedKind), "folder": partial(entry.text, most=_FOLDER)})
        if (feed.kind, feed.folder) != before:
            feed.save(update_fields=["kind", "folder"])
        count += made
    return count


def add_feed(
    source: Source, url: str, *, now: datetime, kind: str = FeedKind.PRIMARY, folder: str = ""
) -> tuple[Feed, bool]:
    """Put an address on the register, due at once; the feed, and whether it is new. An address is polled only once."""
    feed, made = Feed.objects.get_or_create(
        url=url, defaults={"source": source, "kind": kind, "folder": folder, "next_poll": now}
    )
    return feed, made


@transaction.atomic
def take_opml(data: bytes, *, mode: Mode, now: datetime) -> Registered:
    """Take in a list of feeds: a source each, by its title, with ``mode`` where new; RegisterError for no OPML."""
    sources: set[int] = set()
    elsewhere: list[Elsewhere] = []
    refused: list[str] = []
    new = 0
    for item in read_opml(data):
        if not web_or_empty(item.url):
            refused.append(item.url)
            continue
        known = Feed.objects.filter(url=item.url).select_related("source").first()
        if known is not None:
            sources.add(known.source_id)
            if item.title and item.title[:_NAME] != known.source.name:
                elsewhere.append(Elsewhere(known.url, known.source.name, item.title[:_NAME]))
            continue
        source = _listed(item, mode, now)
        kind = FeedKind.MIRROR if item.extra.get("kind") == FeedKind.MIRROR else FeedKind.PRIMARY
        add_feed(source, item.url, now=now, kind=kind, folder="/".join(item.folders)[:_FOLDER])
        sources.add(source.pk)
        new += 1
    return Registered(len(sources), new, 0, tuple(elsewhere), tuple(refused))


def _listed(item: ListedFeed, mode: Mode, now: datetime) -> Source:
    """The source that a list names, made where it is new."""
    name = (item.title or item.url)[:_NAME]
    known = Source.objects.filter(name=name).first()
    if known is not None:
        return known
    source = Source.objects.create(
        slug=free_slug(name),
        name=name,
        homepage=web_or_empty(item.site),
        language=language_or_empty(item.language),
        created=now,
    )
    Policy.objects.create(source=source, mode=mode)
    return source
