"""The sample hub, filled as any hub is: its outlets' feeds are polled, hour by hour, over two weeks of virtual time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from asgiref.sync import async_to_sync
from django.db import transaction

from audiatur.demo.server import DemoServer
from audiatur.demo.values import DemoHub, DemoSource
from audiatur.fetching import Client
from audiatur.hub.sources.models import Bar, Claim, Feed, FeedKind, Policy, Source
from audiatur.hub.sources.register import add_feed
from audiatur.hub.statements.operations import speaker_of
from audiatur.hub.stories.models import Side, Topic
from audiatur.hub.worker.engine import Inline
from audiatur.hub.worker.pages import Reader
from audiatur.hub.worker.polling import Poller

# The steps of virtual time: shorter than the time between an edit and the next in the demo.
STEP = timedelta(hours=3)
CONTACT = "editor@hub.example"


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
    hub: DemoHub, server: DemoServer, *, until: datetime, progress: Callable[[int], None] | None = None
) -> int:
    """Poll the demo's outlets from its first day until ``until``, in steps of virtual time; how many steps."""
    steps = 0

    async def go() -> None:
        nonlocal steps
        now = hub.starts
        async with Client(CONTACT, allow_private=True, host_gap=0, per_host=8, clock=lambda: server.at) as client:
            poller, reader = Poller(client, Inline()), Reader(client, Inline())
            while now < until:
                now = min(now + STEP, until)
                server.at = now
                if now == until:
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
