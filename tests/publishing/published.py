"""Invented channels and released items for the tests of publishing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from audiatur.provenance.gate import release
from audiatur.provenance.values import ClaimField, Held, Mode, Notice, Policy, Released
from audiatur.publishing.values import Channel, Item
from tests.provenance.samples import NOON, claim, held, notice

CHANNEL = Channel(
    title="The ferry dispute",
    description="Every side on the ferry.",
    home="https://hub.example/topics/ferry/",
    self_url="https://hub.example/topics/ferry/feed",
    id="urn:example:topic:ferry",
    updated=NOON,
    language="en",
    rights="The outlets keep their rights.",
    withheld=2,
    icon="https://hub.example/icon.png",
)

OWNED: Notice = notice(
    "Tavania Today",
    claim(ClaimField.OWNER, "Republic of Tavania <state>"),
    claim(ClaimField.COUNTRY, "Tavania & islands"),
    claim(ClaimField.MAINLY_STATE_FUNDED, "yes"),
    claim(ClaimField.STATE_GOVERNS, "yes"),
    claim(ClaimField.STATE_CONTROLS_EDITORIALLY, "yes", "https://watch.example/?a=1&b=2"),
)


def released(item: Held | None = None, policy: Policy | None = None, of: Notice = OWNED) -> Released:
    out = release(item or held(), policy or Policy(Mode.FULL), of, now=NOON, jurisdiction=None)
    assert isinstance(out, Released)
    return out


def items() -> list[Item]:
    """Three of them: full with markup, an excerpt in another script without a byline, a link without a title."""
    full = replace(
        held(html='<p>The <em>ferry</em> &amp; the <a href="https://port.example/">port</a>.</p>'),
        title="Fish & chips: 3 < 5",
        byline=("Ilka Maro", "B. Tesk"),
        updated=NOON + timedelta(hours=3),
    )
    excerpt = replace(
        held("Переговоры о пароме возобновятся в понедельник."),
        id="https://hub.example/articles/2/",
        page="https://hub.example/articles/2/?a=1&b=2",
        title="Переговоры о пароме",
        byline=(),
        language="ru",
    )
    link = replace(held(), id="urn:example:item:3", page="https://hub.example/articles/3/", title=None, origin=None)
    return [
        Item(released(full), ("ferry", "ports & ships"), "https://tavania-today.example/rss", rights="(c) the outlet"),
        Item(released(excerpt, Policy(Mode.EXCERPT, excerpt_chars=20, ends=NOON + timedelta(days=2)))),
        Item(released(link, Policy(Mode.LINK)), homepage="https://tavania-today.example/"),
    ]
