"""Pages in the words of schema.org."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiatur.provenance.notice import DISCLAIMER
from audiatur.provenance.values import ClaimField, Mode, Policy
from audiatur.publishing import jsonld
from audiatur.publishing.values import HubIdentity, Json
from audiatur.statements.values import SpeakerType
from tests.provenance.samples import NOON, claim, notice
from tests.publishing.published import OWNED, items, released

HUB = HubIdentity("The Ferry Hub", "https://hub.example/")


@pytest.mark.parametrize(
    "text", ["</script><script>alert(1)</script>", "<!--", "a & b", "]]>", "line\u2028and\u2029more", "плавный", '"\\']
)
def test_nothing_ends_the_script(text: str) -> None:
    written = jsonld.script_safe({text: [text]})
    assert not set("<>&\u2028\u2029") & set(written)
    assert json.loads(written) == {text: [text]}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(JSON)
def test_what_is_written_reads_back_the_same(value: Json) -> None:
    assert json.loads(jsonld.script_safe(value)) == value


def test_an_article_names_its_outlet_its_origin_and_the_hub() -> None:
    node = jsonld.news_article(items()[0].released, HUB, republished=NOON)
    assert node["@type"] == "NewsArticle"
    assert node["isBasedOn"] == "https://tavania-today.example/ferry"
    assert node["creditText"] == "Tavania Today"
    assert node["usageInfo"] == "https://hub.example/sources/tavania-today/"
    assert node["sdPublisher"] == {"@type": "Organization", "name": "The Ferry Hub", "url": "https://hub.example/"}
    assert (node["datePublished"], node["sdDatePublished"]) == ("2031-05-04T12:00:00Z", "2031-05-04T12:00:00Z")
    assert node["author"] == [{"@type": "Person", "name": "Ilka Maro"}, {"@type": "Person", "name": "B. Tesk"}]


def test_an_article_carries_its_notice_and_none_of_its_text() -> None:
    for item in items():
        written = jsonld.script_safe(jsonld.news_article(item.released, HUB))
        assert DISCLAIMER in written
        assert "articleBody" not in written
        assert "возобновятся" not in written


def test_what_is_not_known_is_left_out() -> None:
    node = jsonld.news_article(items()[2].released, HUB)
    assert not {"headline", "isBasedOn", "sdDatePublished", "expires"} & set(node)


def test_a_window_is_told() -> None:
    out = released(policy=Policy(Mode.FULL, ends=NOON + timedelta(days=1)))
    assert jsonld.news_article(out, HUB)["expires"] == "2031-05-05T12:00:00Z"


def test_a_source_is_told_with_its_evidence_only() -> None:
    told = notice(
        "Tavania Today",
        claim(ClaimField.PARENT, "Maro Holding"),
        claim(ClaimField.FUNDER, "Maro Holding"),
        claim(ClaimField.FUNDER, "State Fund"),
        claim(ClaimField.COUNTRY, "Tavania", None),
    )
    node = jsonld.news_organization(told, homepage="https://tavania-today.example/")
    assert node["parentOrganization"] == [{"@type": "Organization", "name": "Maro Holding"}]
    assert [part["name"] for part in node["funder"]] == ["Maro Holding", "State Fund"]  # type: ignore[union-attr,index,call-overload]
    assert "location" not in node
    assert "Country: unknown" in str(node["ownershipFundingInfo"])


@pytest.mark.parametrize(
    ("kind", "type_", "role"),
    [
        (SpeakerType.PERSON, "Person", "jobTitle"),
        (SpeakerType.ORGANIZATION, "Organization", "description"),
        (SpeakerType.DOCUMENT, "Thing", "description"),
        (None, "Thing", "description"),
    ],
)
def test_a_speaker_is_a_person_an_organization_or_a_thing(kind: SpeakerType | None, type_: str, role: str) -> None:
    node = jsonld.speaker(name="Ilka Maro", url="https://hub.example/s/1/", kind=kind, role="minister")
    assert (node["@type"], node[role]) == (type_, "minister")


def test_a_story_lists_its_articles_in_order() -> None:
    page = jsonld.collection_page(
        HUB, url="https://hub.example/s/1/", name="Ferry", items=[item.released for item in items()]
    )
    listed = page["mainEntity"]
    assert isinstance(listed, dict)
    assert listed["numberOfItems"] == 3
    assert [part["position"] for part in listed["itemListElement"]] == [1, 2, 3]  # type: ignore[union-attr,index,call-overload]
    empty = jsonld.item_list([], HUB)
    assert (empty["numberOfItems"], empty["itemListElement"]) == (0, [])


def test_the_pages_of_the_hub_belong_to_its_site() -> None:
    site = {"@type": "WebSite", "name": "The Ferry Hub", "url": "https://hub.example/"}
    about = jsonld.about_page(HUB, url="https://hub.example/about/", name="About")
    method = jsonld.web_page(HUB, url="https://hub.example/method/", name="Method", description=" ")
    assert about["isPartOf"] == method["isPartOf"] == site
    assert "description" not in method
    assert jsonld.website(HUB)["publisher"] == jsonld.publisher(HUB)
    assert jsonld.document(about, method) == {"@context": "https://schema.org", "@graph": [about, method]}


def test_an_owner_stands_in_the_words_alone() -> None:
    node = jsonld.news_organization(OWNED)
    assert "parentOrganization" not in node
    assert "Owner: Republic of Tavania <state>" in str(node["ownershipFundingInfo"])
