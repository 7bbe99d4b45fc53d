"""The sample hub, filled as any hub is: its outlets' feeds are polled, hour by hour, over two weeks of virtual time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from asgiref.sync import async_to_sync
from django.db import transaction
from django.urls import reverse

from audiatur.demo.server import DemoServer
from audiatur.demo.values import DemoHub, DemoSource
from audiatur.fetching import Client
from audiatur.hub.demo_desk import (
    CORRECTED,
    CORRECTED_WORDS,
    DROPPED,
    DROPPED_WORDS,
    TRACED,
    TRACED_WORDS,
    held,
    statement,
)
from audiatur.hub.sources.models import Bar, Claim, Feed, FeedKind, Policy, Source
from audiatur.hub.sources.register import add_feed
from audiatur.hub.statements.operations import speaker_of
from audiatur.hub.stories.models import Side, Topic
from audiatur.hub.worker.engine import Inline
from audiatur.hub.worker.pages import Reader
from audiatur.hub.worker.polling import Poller

# The steps of virtual time: shorter than the time between an edit and the next in the demo, so that each state of an
# article stands at some step. Between steps the poller keeps to the rhythm it found in each feed.
STEP = timedelta(hours=3)
CONTACT = "editor@hub.example"
# What a first visit should not miss: articles as source and key, open to every reader; what is barred, by the reader.
TOLD_BY_ALL = ("littoral-press", "exchange-completed")
REWORDED = ("kelmara-public", "queen-ilse-aground")
# When the articles are read a first time: the ferry's rescue is under way, and what is said of it changes that noon.
MIDWAY = timedelta(days=6, hours=9)
# Its stories are made as those of any hub: with the sentence encoder, unless the operator or the machine has none.
ENCODER: str | None = None
BARRED = {
    "XA": ("dorvenia-international", "council-names-nobody"),
    "XB": ("kelmara-today", "cutter-rams-trawler"),
    "XC": ("dorvenia-international", "council-names-nobody"),
}
STATEMENTS = (
    ("a quotation beside the transcript, in other words", TRACED, TRACED_WORDS),
    ("a statement that an editor corrected", CORRECTED, CORRECTED_WORDS),
    ("a statement that the newest version no longer has", DROPPED, DROPPED_WORDS),
)


@dataclass(frozen=True, slots=True)
class Sight:
    """Something to look at in the filled demo: what it is, and its path in the hub."""

    what: str
    path: str


@transaction.atomic
def register(hub: DemoHub, server: DemoServer) -> None:
    """Enter the demo's topics and sources, as an editor would, with the addresses of its server."""
    for position, topic in enumerate(hub.topics):
        row = Topic.objects.create(slug=topic.slug, name=topic.name, description=topic.description, position=position)
        for place, side in enumerate(topic.sides):
            entered = Side.objects.create(topic=row, slug=side.slug, name=side.name, position=place)
            entered.speakers.set(speaker_of(name, "person") for name in side.speakers)
    for source in hub.sources:
        _enter(source, hub, server)


def _enter(demo: DemoSource, hub: DemoHub, server: DemoServer) -> None:
    source = Source.objects.create(
        slug=demo.slug,
        name=demo.name,
        homepage=demo.homepage,
        language=demo.language,
        why=demo.why,
        words=demo.words or "",
        records=demo.records,
        created=hub.starts,
    )
    source.sides.set(Side.objects.filter(slug__in=demo.sides))
    Claim.objects.bulk_create(
        Claim(
            source=source,
            field=claim.field,
            value=claim.value,
            source_url=claim.source_url or "",
            retrieved=claim.retrieved,
            asserted_by=claim.asserted_by,
        )
        for claim in demo.claims
    )
    wanted = demo.policy
    policy = Policy.objects.create(
        source=source,
        mode=wanted.mode,
        excerpt_chars=wanted.excerpt_chars,
        starts=wanted.starts,
        ends=wanted.ends,
        outside=wanted.outside,
        full_page=not demo.whole,
    )
    Bar.objects.bulk_create(
        Bar(
            policy=policy,
            jurisdictions=" ".join(sorted(bar.jurisdictions)),
            authority=bar.authority,
            law=bar.law,
            binds=bar.binds,
            url=bar.url or "",
        )
        for bar in wanted.bars
    )
    own, mirror = server.feed_urls(demo)
    add_feed(source, own, now=hub.starts)
    if mirror is not None:
        add_feed(source, mirror, now=hub.starts, kind=FeedKind.MIRROR)


def live_through(
    hub: DemoHub,
    server: DemoServer,
    *,
    until: datetime,
    since: datetime | None = None,
    progress: Callable[[int], None] | None = None,
) -> int:
    """Poll the demo's outlets from ``since``, by default its first day, until ``until``, in steps of virtual time.

    Returns how many steps it took.
    """
    steps = 0

    async def go() -> None:
        nonlocal steps
        now = since or hub.starts
        async with Client(CONTACT, allow_private=True, host_gap=0, per_host=8, clock=lambda: server.at) as client:
            poller, reader = Poller(client, Inline()), Reader(client, Inline())
            while now < until:
                now = min(now + STEP, until)
                server.at = now
                if now == hub.ends:
                    await Feed.objects.aupdate(next_poll=now)  # so that the last day is complete
                await poller.round(now=now)
                await reader.round(now=now)
                steps += 1
                if progress is not None:
                    progress(1)

    async_to_sync(go)()
    return steps


def steps_until(hub: DemoHub, until: datetime) -> int:
    """How many steps ``live_through`` will take."""
    return -(-(until - hub.starts) // STEP)


def tour(reader: str) -> tuple[Sight, ...]:
    """Where a reader in that country looks first, once the articles are grouped; what is not held is left out."""
    told, reworded, barred = (held(*which) for which in (TOLD_BY_ALL, REWORDED, BARRED[reader]))
    sights = []
    if told is not None and told.story is not None:
        sights.append(Sight("a story told on all three sides", reverse("story", args=[told.story.uid])))
        sights.append(Sight("every statement in it, with filters", reverse("story_ledger", args=[told.story.uid])))
    if reworded is not None:
        sights.append(Sight("an article seen in several versions", reverse("article", args=[reworded.uid])))
    for what, article, words in STATEMENTS:
        one = statement(article, words)
        if one is not None:
            sights.append(Sight(what, reverse("statement", args=[one.uid])))
    if barred is not None:
        sights.append(Sight("an article answered with 451", reverse("article", args=[barred.uid])))
    return tuple(sights)
