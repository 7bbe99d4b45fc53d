"""A story as others cite it."""

from __future__ import annotations

import json

import pytest
from django.test import Client

from audiatur.hub.models import Story
from audiatur.provenance.values import Mode
from tests.hub.factories import NOON, make_article, make_source, make_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def story() -> Story:
    open_, shut = make_source("east-post"), make_source("west-post", mode=Mode.NONE)
    return make_story(
        "one", make_article(open_, "Harbour opens", byline=["Ada Tesk"]), make_article(shut, "Shut words")
    )


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ("txt", "text/plain"),
        ("bib", "application/x-bibtex"),
        ("ris", "application/x-research-info-systems"),
        ("json", "application/vnd.citationstyles.csl+json"),
    ],
)
def test_each_form_has_the_articles_with_their_notices(client: Client, story: Story, form: str, kind: str) -> None:
    response = client.get(f"/stories/one/cite.{form}")
    told = response.content.decode()
    assert response["Content-Type"] == f"{kind}; charset=utf-8"
    assert "Harbour opens" in told
    assert "Owner: Owner of East Post" in told
    assert "not an endorsement" in told
    assert "may not be shown here: 1" in told
    assert "Shut words" not in told


def test_csl_is_json_with_the_permanent_address(client: Client, story: Story) -> None:
    whole, article = json.loads(client.get("/stories/one/cite.json").content)
    assert whole["URL"].endswith("/stories/one/")
    assert article["author"] == [{"literal": "Ada Tesk"}]


def test_the_page_names_the_files_and_what_is_left_out(client: Client, story: Story) -> None:
    told = client.get("/stories/one/cite/").content.decode()
    for form in ("txt", "bib", "ris", "json"):
        assert f'href="/stories/one/cite.{form}"' in told
    assert "1 article is not shown here" in told


@pytest.mark.parametrize("end", ["", "whole/", "cite/", "cite.bib"])
def test_the_addresses_of_a_merged_story_lead_on(client: Client, story: Story, end: str) -> None:
    Story.objects.create(uid="two", created=NOON, first_published=NOON, last_published=NOON, redirect_to=story)
    response = client.get(f"/stories/two/{end}")
    assert (response.status_code, response["Location"]) == (301, f"/stories/one/{end}")


def test_what_is_no_form_and_no_story_is_not_found(client: Client, story: Story) -> None:
    assert client.get("/stories/one/cite.doc").status_code == 404
    assert client.get("/stories/three/cite.bib").status_code == 404
