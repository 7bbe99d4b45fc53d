"""The register taken in: what a document leaves out stays, what it gives is checked, and nothing is lost on the way."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest
import yaml
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from audiatur.errors import RegisterError
from audiatur.hub.models import Bar, Claim, Feed, Side, Source, Topic
from audiatur.hub.sources.plain import Plain, language_or_empty, web_or_empty
from audiatur.hub.sources.register import Registered, slug_of, take_opml, take_register
from audiatur.hub.sources.writing import write_register, written
from audiatur.provenance.values import Mode

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 2, tzinfo=UTC)
WHOLE = """
topics:
  - slug: strait
    name: The strait
    description: A ferry.
    sides: [{slug: east, name: East}, {slug: west, name: West}]
sources:
  - slug: herald
    name: The Herald
    homepage: https://herald.example/
    language: en
    why: The paper of the eastern shore.
    words: Printed at night.
    sides: [strait/east]
    claims:
      - field: owner
        value: Herald House
        source_url: https://registry.example/1
        retrieved: 2026-02-01
        asserted_by: Alice
    policy:
      mode: full
      excerpt_chars: 120
      starts: 2026-01-01
      ends: 2026-06-01
      outside: none
      full_page: true
      bars: [{law: Act 7, jurisdictions: [XA, EU], authority: Court of Oster, binds: publishers, url: "https://law.example/7"}]
    feeds: [{url: "https://herald.example/feed.xml", kind: mirror, folder: Shores}]
"""


def take(text: str) -> Registered:
    document = yaml.safe_load(text)
    assert isinstance(document, Mapping)
    return take_register(document, now=NOW)


def policy_given(words: str) -> str:
    return f"sources: [{{slug: herald, policy: {words}}}]"


@pytest.mark.parametrize(
    "part",
    [
        "sources: [{slug: herald}]",
        "sources: [{name: The Herald}]",
        policy_given("{}"),
        policy_given("{bars: [{law: Act 7}]}"),
        'sources: [{slug: herald, claims: [{field: owner, value: Herald House, source_url: "https://registry.example/1"}]}]',
        'sources: [{slug: herald, feeds: [{url: "https://herald.example/feed.xml"}]}]',
        "sources: [{slug: herald, sides: null, claims: [], feeds: null}]",
        "topics: [{slug: strait}]",
        "topics: [{slug: strait, sides: [{slug: west}]}]",
    ],
)
def test_what_a_document_leaves_out_stays_as_it_is(part: str) -> None:
    take(WHOLE)
    before = write_register()
    take(part)
    assert write_register() == before


def test_what_a_document_gives_empty_is_emptied() -> None:
    take(WHOLE)
    take("sources: [{slug: herald, homepage: '', language: null, why: null, words: ''}]")
    take("sources: [{slug: herald, policy: {starts: null, ends: null}}]")
    source = Source.objects.get()
    assert (source.homepage, source.language, source.why, source.words) == ("", "", "", "")
    assert (source.policy.starts, source.policy.ends, source.policy.outside) == (None, None, Mode.NONE)


def test_one_field_is_changed_alone() -> None:
    take(WHOLE)
    before = written(Source.objects.get())
    take("sources: [{slug: herald, why: A new reason.}]")
    assert written(Source.objects.get()) == before | {"why": "A new reason."}


def test_a_part_of_the_sides_says_nothing_about_their_order_and_all_of_them_do() -> None:
    take(WHOLE)
    take("topics: [{slug: strait, sides: [{slug: west}, {slug: south, name: South}]}]")
    assert [side.slug for side in Side.objects.all()] == ["east", "west", "south"]
    take("topics: [{slug: strait, sides: [{slug: south}, {slug: west}, {slug: east}]}]")
    assert [side.slug for side in Side.objects.all()] == ["south", "west", "east"]
    assert Topic.objects.get().description == "A ferry."


@pytest.mark.parametrize(
    ("fields", "place", "remedy"),
    [
        ("homepage: 5", "sources[0].homepage: '5' is no web address", "https://host/path"),
        ("homepage: 'javascript:alert(1)'", "sources[0].homepage", "https://host/path"),
        ("homepage: 'https://a.example/" + "x" * 2000 + "'", "sources[0].homepage", "https://host/path"),
        ("language: english-very-long", "sources[0].language: 'english-very-long'", "ISO 639"),
        ("slug: 'a/b'", "sources[0].slug: 'a/b'", "Latin letters"),
        ("name: " + "x" * 201, "sources[0].name: has 201 characters", "200 are the most"),
        ("why: [a]", "sources[0].why: must be a text", "quotation marks"),
        ("feeds: [{url: nonsense}]", "sources[0].feeds[0].url: 'nonsense' is no web address", "https://host/path"),
        ("feeds: [{url: 'ftp://a.example/'}]", "sources[0].feeds[0].url", "https://host/path"),
        ("feeds: [{url: ''}]", "sources[0].feeds[0].url: is missing", "add it"),
        ("feeds: [{url: 'https://a.example/', folder: " + "x" * 301 + "}]", "sources[0].feeds[0].folder", "300"),
        ("claims: [{field: owner, value: " + "x" * 501 + "}]", "sources[0].claims[0].value", "500 are the most"),
        ("claims: [{field: state-governs, value: perhaps}]", "sources[0].claims[0].value", "use yes or no"),
        ("claims: [{field: owner, value: B, source_url: a book}]", "sources[0].claims[0].source_url", "https://"),
        ("claims: [{field: owner, value: B, asserted_by: " + "x" * 201 + "}]", "claims[0].asserted_by", "200"),
        ("policy: null", "sources[0].policy: must be a mapping", ""),
        ("policy: {mode: null}", "sources[0].policy.mode", "use one of full"),
        ("policy: {mode: full, excerpt_chars: 0}", "sources[0].policy.excerpt_chars", "from 1 to 100,000"),
        ("policy: {mode: full, starts: 2026-03-01, ends: 2026-02-01}", "sources[0].policy: the window ends", "correct"),
        ("sides: [nowhere/east]", "sources[0].sides: there is no topic 'nowhere'", "make the topic"),
    ],
)
def test_what_cannot_be_right_is_refused_with_its_place_and_remedy(fields: str, place: str, remedy: str) -> None:
    with pytest.raises(RegisterError) as refused:
        take(f"sources: [{{{'' if fields.startswith('name') else 'name: A, '}{fields}}}]")
    assert place in str(refused.value)
    assert remedy in str(refused.value)
    assert not Source.objects.exists()


@pytest.mark.parametrize("given", ["[DEU]", "[D1]", "[]", "null", "[Germany]", "yes"])
def test_what_is_no_code_of_a_country_is_refused(given: str) -> None:
    bars = f"[{{law: L, authority: C, binds: P, jurisdictions: {given}}}]"
    with pytest.raises(RegisterError, match=r"bars\[0\].jurisdictions.*ISO 3166-1"):
        take(f"sources: [{{name: A, policy: {{mode: full, bars: {bars}}}}}]")


def test_codes_of_countries_are_taken_as_people_write_them() -> None:
    bars = "[{law: L, authority: C, binds: P, jurisdictions: [de, NO]}]"  # YAML reads a bare NO as false
    take(f"sources: [{{name: A, policy: {{mode: full, bars: {bars}}}}}]")
    assert Bar.objects.get().jurisdictions == "DE NO"


def test_a_register_of_nonsense_raises_only_our_errors_and_takes_nothing() -> None:
    odd: list[object] = [None, [], {}, 5, "x", [[]], {"a": {}}, [None], -1.5, True, [{"url": {}}]]
    for value in odd:
        for name in ("name", "homepage", "claims", "policy", "feeds", "sides", "language", "slug", "why"):
            try:
                take_register({"sources": [{"name": "A", name: value}, {"colour": "red"}]}, now=NOW)
            except RegisterError:
                assert not Source.objects.exists()


def test_a_homepage_that_is_no_web_address_is_never_a_link(client: Client) -> None:
    Source.objects.create(slug="old", name="Old", homepage="javascript:alert(1)", created=NOW)
    assert "javascript:" not in client.get(reverse("source", args=["old"])).content.decode()
    assert "javascript:" not in client.get(reverse("sources_opml")).content.decode()


def test_a_list_of_feeds_is_checked_item_by_item() -> None:
    outlines = (
        '<outline text="A" xmlUrl="https://a.example/feed" htmlUrl="javascript:x" language="english"/>'
        '<outline text="B" xmlUrl="https://b.example:22/feed"/>'
        '<outline text="C" xmlUrl="https://a.example/feed"/>'
    )
    done = take_opml(f"<opml><body>{outlines}</body></opml>".encode(), mode=Mode.LINK, now=NOW)
    assert (done.feeds, done.refused) == (1, ("https://b.example:22/feed",))
    source = Source.objects.get()
    assert (source.name, source.homepage, source.language) == ("A", "", "")


def test_a_feed_is_moved_to_no_other_source_but_its_folder_is_set() -> None:
    take(WHOLE)
    address = "https://herald.example/feed.xml"
    theirs, ours = f"[{{url: '{address}'}}]", f"[{{url: '{address}', folder: X}}]"
    done = take(f"sources: [{{name: B, feeds: {theirs}}}, {{slug: herald, feeds: {ours}}}]")
    assert [(one.feed, one.source, one.wanted) for one in done.elsewhere] == [(address, "The Herald", "B")]
    assert [(feed.source.slug, feed.kind, feed.folder) for feed in Feed.objects.all()] == [("herald", "mirror", "X")]
    assert Claim.objects.count() == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Новости 24", "Газета 24"), ("新报", "晚报"), ("A" * 80, "A" * 81), ("Ørsta", "rsta"), ("…", "!")],
)
def test_different_names_have_different_slugs_that_addresses_take(one: str, other: str) -> None:
    assert slug_of(one) != slug_of(other)
    assert reverse("source", args=[slug_of(one)]) == f"/sources/{slug_of(one)}/"
    assert len(slug_of(one)) <= 64


@given(st.text())
def test_every_name_has_a_slug_that_an_address_takes(name: str) -> None:
    assert Plain({"slug": slug_of(name)}, "").slug("slug") == slug_of(name)


@pytest.mark.parametrize(("tag", "code"), [("en-GB", "en"), ("uk", "uk"), ("english", ""), (None, ""), ("ZH_cn", "zh")])
def test_the_code_of_a_language_tag(tag: str | None, code: str) -> None:
    assert language_or_empty(tag) == code


@pytest.mark.parametrize(
    ("address", "kept"),
    [(" https://a.example/ ", "https://a.example/"), ("mailto:a@b.example", ""), ("a.example", ""), (None, "")],
)
def test_only_web_addresses_are_kept(address: str | None, kept: str) -> None:
    assert web_or_empty(address) == kept
