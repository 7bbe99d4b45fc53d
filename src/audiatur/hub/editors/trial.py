"""A trial of a policy: what would leave of a source under it, by the very calls that pages and feeds make.

Nothing public is built on this; a trial gate exists only while an editor's preview is being made.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from lxml import etree

from audiatur.hub.articles.models import Article
from audiatur.hub.feeds.queries import of_sources
from audiatur.hub.gate import Gate, Viewer, absolute, facts_of, ready
from audiatur.hub.sources.models import Source
from audiatur.hub.sources.standing import Standing
from audiatur.provenance.notice import compose_notice
from audiatur.provenance.refusals import refusal
from audiatur.provenance.values import Policy, Refusal, Released
from audiatur.publishing.furniture import cut
from audiatur.publishing.notice import notice_html
from audiatur.publishing.rss import rss
from audiatur.publishing.values import Channel, Item

# Enough to see a long, a short and a bare item; a preview is read, not scrolled.
NEWEST = 5


class TrialGate(Gate):
    """The gate with one source under a policy that is not saved."""

    def __init__(self, viewer: Viewer, source: Source, policy: Policy) -> None:
        super().__init__(viewer)
        self._known[source.pk] = (policy, compose_notice(facts_of(source), viewer.language))


@dataclass(frozen=True, slots=True)
class Leaving:
    """One article as it would leave.

    Either ``released`` is set, with the ``text`` that leaves, without page furniture, and its ``entry`` in a feed as
    XML; or ``refusal`` is: what its address would answer.
    """

    headline: str
    path: str
    notice: SafeString
    released: Released | None = None
    text: str = ""
    entry: str = ""
    refusal: Refusal | None = None

    @property
    def paragraphs(self) -> list[str]:
        """The text that leaves, a paragraph a line."""
        return [line for line in self.text.splitlines() if line.strip()]

    @property
    def characters(self) -> int:
        """How many characters of text leave."""
        return len(self.text)


def leaving(gate: Gate, source: Source) -> tuple[Leaving, ...]:
    """The newest articles of a source as they would leave through a gate."""
    newest = ready(Article.objects.filter(source=source, latest__isnull=False))[:NEWEST]
    entries = {entry.released.id: entry for entry in of_sources(Standing.load(gate), [source.pk]).entries}
    return tuple(_leaving(gate, article, entries) for article in newest)


def _leaving(gate: Gate, article: Article, entries: dict[str, Item]) -> Leaving:
    decision = gate.release(article)
    headline = (article.latest.title if article.latest else "") or "(without a title)"
    path = reverse("article", args=[article.uid])
    notice = mark_safe(notice_html(decision.notice))  # noqa: S308 - made by publishing, which escapes every value
    if not isinstance(decision, Released):
        return Leaving(headline, path, notice, refusal=refusal(decision, hub=absolute(reverse("front"))))
    entry = entries.get(decision.id) or Item(decision)
    text = cut(decision.text, entry.furniture)
    return Leaving(headline, path, notice, released=decision, text=text, entry=entry_xml(entry))


def entry_xml(item: Item) -> str:
    """The item as it stands in the RSS feed of its source, indented for reading."""
    page = item.released.notice.source_page
    channel = Channel("", "", page, page, page, item.released.updated)
    root = etree.fromstring(rss(channel, [item]), etree.XMLParser(resolve_entities=False, no_network=True))
    found = root.find("channel/item")
    if found is None:
        return ""
    etree.indent(found)
    etree.cleanup_namespaces(found)
    return str(etree.tostring(found, encoding="unicode", with_tail=False))
