"""Search is a way out: what may not be shown is neither found nor told by counts, order, filters or what is missing."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from pytest_django import Settings

from audiatur.hub.models import Article, Policy
from audiatur.hub.search.indexing import index_articles
from audiatur.provenance.values import Mode
from tests.invariants.sample import ALLOWED, BARRED_IN, KINDS, Sample, build_sample, forbidden, marker

pytestmark = pytest.mark.django_db
SEARCHED = ("articles", "statements", "speakers", "stories")
# Stands nowhere; as long as the longest marker, so that answers differ in nothing else.
NOWHERE = "nowherezznosource"
# The words that the answers repeat.
_WORDS = re.compile(r"nowherezznosource|[a-z]+zz[a-z]+source", re.IGNORECASE)


@pytest.fixture
def hub() -> Sample:
    return build_sample()


def told(client: Client, address: str) -> str:
    """What an answer says, whatever word was sought."""
    return _WORDS.sub("WORD", client.get(address).content.decode())


def sought(jurisdiction: str) -> list[str]:
    """Every word that a reader may not see, and the words of former versions."""
    return sorted({word for source in ALLOWED for word in forbidden(source, jurisdiction)})


@pytest.mark.parametrize("beside", ["", "harbour+-"], ids=["sought", "left out"])
@pytest.mark.parametrize("jurisdiction", ["", BARRED_IN])
@pytest.mark.parametrize("kind", SEARCHED)
def test_a_word_that_may_not_be_seen_is_as_one_that_stands_nowhere(
    hub: Sample, client: Client, settings: Settings, kind: str, jurisdiction: str, beside: str
) -> None:
    settings.JURISDICTION = jurisdiction
    nothing = told(client, f"/search/?kind={kind}&q={beside}{NOWHERE}")
    for word in sought(jurisdiction):
        assert told(client, f"/search/?kind={kind}&q={beside}{word}") == nothing, word


@pytest.mark.parametrize("form", ["rss", "atom", "json"])
def test_feeds_tell_nothing(hub: Sample, client: Client, form: str) -> None:
    nothing = told(client, f"/search.{form}?q={NOWHERE}")
    for word in sought(""):
        assert told(client, f"/search.{form}?q={word}") == nothing, word


@pytest.mark.parametrize("kind", ["articles", "statements", "stories"])
@pytest.mark.parametrize("source", ["nonesource", "pastsource"])
def test_what_may_not_be_shown_changes_no_order_and_no_number(
    hub: Sample, client: Client, kind: str, source: str
) -> None:
    addresses = [f"/search/?kind={kind}&q={words}" for words in ("harbour", "talks+OR+shut", "ferry", "harbour+-ferry")]
    before = [client.get(address).content for address in addresses]
    article = hub.articles[source]
    assert article.latest is not None
    article.latest.title, article.latest.text = "Bells", "Bells rang over the plain all morning."
    article.latest.save()
    index_articles([article.pk])
    assert [client.get(address).content for address in addresses] == before


@pytest.mark.parametrize("mode", [Mode.LINK, Mode.EXCERPT, Mode.NONE])
def test_a_policy_that_was_tightened_holds_at_once(hub: Sample, client: Client, mode: Mode) -> None:
    word = marker("deep", "fullsource")
    assert b"data-item" in client.get(f"/search/?q={word}").content
    Policy.objects.filter(source=hub.sources["fullsource"]).update(mode=mode, excerpt_chars=60)
    for kind in SEARCHED:
        nothing = told(client, f"/search/?kind={kind}&q={NOWHERE}")
        assert told(client, f"/search/?kind={kind}&q={word}") == nothing


def test_a_shorter_excerpt_holds_at_once(hub: Sample, client: Client) -> None:
    word = marker("lede", "excerptsource")
    assert b"data-item" in client.get(f"/search/?q={word}").content
    Policy.objects.filter(source=hub.sources["excerptsource"]).update(excerpt_chars=3)
    assert b"data-item" not in client.get(f"/search/?q={word}").content


@pytest.mark.parametrize("source", sorted(ALLOWED))
def test_what_may_be_seen_is_found(hub: Sample, client: Client, source: str) -> None:
    found = {
        kind
        for kind in KINDS
        if f'data-item="{source}"'.encode() in client.get(f"/search/?q={marker(kind, source)}").content
    }
    assert found == ALLOWED[source] - {"byline"}


def test_the_index_holds_no_text_that_no_policy_lets_out(hub: Sample) -> None:
    rows = dict(Article.objects.values_list("indexed__source__slug", "indexed__full"))
    assert rows["linksource"] is False
    assert rows["nonesource"] is False
    assert rows["fullsource"] is True
