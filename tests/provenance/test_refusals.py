"""What stands at the address of a withheld item."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audiatur.provenance.refusals import refusal
from audiatur.provenance.values import Bar, Reason, Withheld
from tests.provenance.samples import notice

BAR = Bar(
    frozenset({"SE", "EU"}), "the Council", "Regulation 1/2031", "operators in the Union", "https://law.example/1"
)
LEGAL = Withheld("urn:example:item:1", 451, Reason.LEGAL, BAR, notice())


def test_a_451_names_who_demands_it_by_which_law_and_whom_it_binds() -> None:
    answer = refusal(LEGAL, hub="https://hub.example/")
    said = "\n".join(answer.paragraphs)
    assert answer.status == 451
    for words in ("the Council", "Regulation 1/2031", "operators in the Union", "EU, SE", "Tavania Today"):
        assert words in said
    assert answer.link == "https://law.example/1"


def test_a_451_names_the_hub_as_the_one_who_withholds() -> None:
    headers = dict(refusal(LEGAL, hub="https://hub.example/").headers)
    assert headers["Link"] == '<https://hub.example/>; rel="blocked-by"'


@pytest.mark.parametrize("reason", list(Reason))
def test_no_cache_may_serve_it_elsewhere(reason: Reason) -> None:
    withheld = replace(LEGAL, reason=reason)
    headers = dict(refusal(withheld, hub="https://hub.example/").headers)
    assert (headers["Cache-Control"], headers["Vary"]) == ("private, no-store", "*")


@pytest.mark.parametrize(("reason", "words"), [(Reason.POLICY, "policy"), (Reason.WINDOW, "limited time")])
def test_a_403_says_that_it_is_the_hubs_own_decision(reason: Reason, words: str) -> None:
    answer = refusal(Withheld("urn:example:item:1", 403, reason, None, notice()), hub="https://hub.example/")
    assert answer.status == 403
    assert words in answer.paragraphs[0]
    assert "Link" not in dict(answer.headers)
    assert answer.notice == notice()


@pytest.mark.parametrize("hub", ["https://hub.example/\r\nSet-Cookie: a=b", 'https://hub.example/>; rel="x"'])
def test_an_address_cannot_break_out_of_its_header(hub: str) -> None:
    link = dict(refusal(LEGAL, hub=hub).headers)["Link"]
    assert link.isprintable()
    assert link.count(">") == 1
    assert link.count('"') == 2


@pytest.mark.parametrize("url", [None, "", "javascript:alert(1)"])
def test_only_a_web_address_of_the_law_is_passed_on(url: str | None) -> None:
    assert refusal(replace(LEGAL, bar=replace(BAR, url=url)), hub="https://hub.example/").link is None
