"""``audiatur sources``: a register is built, looked at and carried to another hub."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from audiatur.feeds.opml import read_opml
from tests.cli.console import Hub
from tests.hub.outlet import Answer, Outlet, outlet

REGISTER = """
topics:
  - slug: harbour
    name: The harbour
    description: Who may use it.
    sides: [{slug: north, name: North}, {slug: south, name: South}]
sources:
  - slug: gazette
    name: The Tarn Gazette
    homepage: https://gazette.example/
    language: en
    why: The paper of the northern shore.
    sides: [harbour/north]
    claims:
      - field: owner
        value: Tarn Press House
        source_url: https://registry.example/tarn-press
        retrieved: 2026-02-01
        asserted_by: Alice
      - {field: mainly-state-funded, value: "no", source_url: "https://registry.example/tarn-press"}
    policy:
      mode: excerpt
      excerpt_chars: 200
      ends: 2027-01-01T00:00:00+00:00
      outside: none
      bars:
        - jurisdictions: [XA]
          authority: The Court of Oster
          law: Press Act, section 3
          binds: publishers in Oster
    feeds:
      - {url: "https://gazette.example/feed.xml", folder: Shores/North}
      - {url: "https://mirror.example/gazette.xml", kind: mirror}
"""


@pytest.fixture
def hub(tmp_path: Path) -> Hub:
    return Hub(tmp_path / "hub")


@pytest.fixture
def press() -> Iterator[Outlet]:
    with outlet() as running:
        running.feed("/feed.xml", ("1", "Ferry sails", "It sailed."), ("2", "Ferry stops", "It stopped."))
        head = '<link rel="alternate" type="application/rss+xml" href="/feed.xml">'
        page = Answer(
            f"<!doctype html><html><head>{head}</head></html>".encode(), headers={"Content-Type": "text/html"}
        )
        running.answers["/"] = page
        yield running


def test_any_address_adds_the_feed_that_it_announces(hub: Hub, press: Outlet) -> None:
    said = hub("sources", "add", press.url("/"), "--name", "The Outlet", "--json")
    assert said.document == {
        "source": "the-outlet",
        "name": "The Outlet",
        "feed": press.url("/feed.xml"),
        "new": True,
        "others": [],
    }
    again = hub("sources", "add", press.url("/feed.xml"), "--json").document
    assert (again["source"], again["new"]) == ("the-outlet", False)


def test_a_page_without_a_feed_is_refused_with_a_remedy(hub: Hub, press: Outlet) -> None:
    press.answers["/"] = Answer(b"<!doctype html><html></html>")
    said = hub("sources", "add", press.url("/"))
    assert (said.status, said.out) == (1, "")
    assert "give the address of the feed itself" in said.err


def test_loopback_is_out_of_reach_unless_the_operator_allows_it(hub: Hub, press: Outlet) -> None:
    said = hub("sources", "add", press.url("/feed.xml"), AUDIATUR_ALLOW_PRIVATE="0")
    assert said.status == 1
    assert "AUDIATUR_ALLOW_PRIVATE=1" in said.err
    assert press.asked == []


def test_check_says_what_came_and_stores_nothing(hub: Hub, press: Outlet) -> None:
    hub("sources", "add", press.url("/feed.xml"), "--name", "The Outlet")
    checked = hub("sources", "check", "The Outlet", "--json").out
    listed = hub("sources", "list", "--json").out
    assert yaml.safe_load(checked) == [
        {"source": "the-outlet", "feed": press.url("/feed.xml"), "format": "rss-2.0", "entries": 2, "warnings": 0}
    ]
    assert yaml.safe_load(listed)[0]["articles"] == 0


def test_show_tells_claims_notice_policy_and_feeds(hub: Hub, tmp_path: Path) -> None:
    (tmp_path / "register.yaml").write_text(REGISTER)
    hub("sources", "import", str(tmp_path / "register.yaml"))
    shown = hub("sources", "show", "gazette", "--json").document
    assert shown["sides"] == ["harbour/north"]
    assert isinstance(shown["notice"], dict)
    assert shown["notice"]["owner"] == "Tarn Press House"
    assert shown["notice"]["class"] == "unknown"
    assert isinstance(shown["polls"], list)
    assert [poll["state"] for poll in shown["polls"]] == ["active", "active"]


def test_an_exported_register_makes_the_same_register_elsewhere(hub: Hub, tmp_path: Path) -> None:
    (tmp_path / "register.yaml").write_text(REGISTER)
    taken = hub("sources", "import", str(tmp_path / "register.yaml"))
    assert taken.out == "1 source, 2 new feeds, 1 topic\n"
    first = hub("sources", "export").out
    (tmp_path / "exported.yaml").write_text(first)
    other = Hub(tmp_path / "other")
    other("sources", "import", str(tmp_path / "exported.yaml"))
    assert other("sources", "export").out == first
    assert hub("sources", "import", str(tmp_path / "exported.yaml")).out == "1 source, 0 new feeds, 1 topic\n"


def test_the_exported_register_says_what_was_entered(hub: Hub, tmp_path: Path) -> None:
    (tmp_path / "register.yaml").write_text(REGISTER)
    hub("sources", "import", str(tmp_path / "register.yaml"))
    (source,) = yaml.safe_load(hub("sources", "export").out)["sources"]
    (entered,) = yaml.safe_load(REGISTER)["sources"]
    assert source["why"] == entered["why"]
    assert {(claim["field"], claim["value"]) for claim in source["claims"]} == {
        ("owner", "Tarn Press House"),
        ("mainly-state-funded", "no"),
    }
    assert source["policy"]["bars"][0]["law"] == "Press Act, section 3"
    assert (source["policy"]["mode"], source["policy"]["outside"]) == ("excerpt", "none")
    assert {feed["url"]: feed["folder"] for feed in source["feeds"]}[
        "https://gazette.example/feed.xml"
    ] == "Shores/North"


def test_opml_goes_out_and_comes_back_with_its_folders(hub: Hub, tmp_path: Path) -> None:
    (tmp_path / "register.yaml").write_text(REGISTER)
    hub("sources", "import", str(tmp_path / "register.yaml"))
    first = hub("sources", "export", "--format", "opml").out
    (tmp_path / "list.opml").write_text(first)
    other = Hub(tmp_path / "other")
    assert other("sources", "import", str(tmp_path / "list.opml")).out == "1 source, 2 new feeds, 0 topics\n"
    second = other("sources", "export", "--format", "opml").out
    listed = [(feed.url, feed.title, feed.folders) for feed in read_opml(first.encode())]
    assert [(feed.url, feed.title, feed.folders) for feed in read_opml(second.encode())] == listed
    assert ("https://gazette.example/feed.xml", "The Tarn Gazette", ("Shores", "North")) in listed


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("sources: [{name: A, colour: red}]", "sources[0]: unknown field 'colour'"),
        ("sources: [{name: A, policy: {mode: most}}]", "sources[0].policy.mode: 'most'"),
        ("sources: [{name: A}, {language: en}]", "sources[1].name: is missing"),
        ("sources: [{name: A, claims: [{field: owner, value: B, retrieved: 2026-02-30}]}]", "day is out of range"),
        ("sources: [{name: A", "line 1"),
    ],
)
def test_a_mistake_in_a_register_is_named_and_nothing_is_taken(hub: Hub, tmp_path: Path, text: str, place: str) -> None:
    (tmp_path / "register.yaml").write_text(text)
    said = hub("sources", "import", str(tmp_path / "register.yaml"))
    assert said.status == 1
    assert place in said.err
    assert yaml.safe_load(hub("sources", "export").out)["sources"] == []


def test_a_feed_of_another_source_is_left_there_and_told(hub: Hub, tmp_path: Path) -> None:
    (tmp_path / "register.yaml").write_text(REGISTER)
    hub("sources", "import", str(tmp_path / "register.yaml"))
    address = "https://gazette.example/feed.xml"
    (tmp_path / "other.yaml").write_text(f"sources: [{{name: The Herald, feeds: [{{url: '{address}'}}]}}]")
    said = hub("sources", "import", str(tmp_path / "other.yaml"))
    assert said.out == "1 source, 0 new feeds, 0 topics; left alone: 1 feed of other sources\n"
    assert said.err == (
        f"audiatur: {address} is on the register under The Tarn Gazette and was not put under The Herald\n"
    )
    again = hub("sources", "import", str(tmp_path / "other.yaml"), "--json").document
    assert again["elsewhere"] == [{"feed": address, "source": "The Tarn Gazette", "wanted": "The Herald"}]


def test_the_list_has_the_sides_and_counts_as_one_speaks(hub: Hub, tmp_path: Path) -> None:
    (tmp_path / "register.yaml").write_text(REGISTER + "  - {name: Radio Oster}\n")
    hub("sources", "import", str(tmp_path / "register.yaml"))
    first, second = hub("sources", "list").out.splitlines()
    assert " ".join(first.split()) == "radio-oster unknown link 0 feeds 0 articles Radio Oster (no side)"
    assert second.endswith("2 feeds       0 articles  The Tarn Gazette (harbour/north)")


def test_an_unknown_topic_is_answered_with_how_to_make_one(hub: Hub, press: Outlet) -> None:
    said = hub("sources", "add", press.url("/feed.xml"), "--side", "harbour/north")
    assert said.status == 1
    assert "there is no topic 'harbour'" in said.err
    assert "make the topic with its sides in the back office, or with sources import or load --topic" in said.err
    assert press.asked == []
