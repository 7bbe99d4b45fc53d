"""The closed notice in a list: the outlet's class in words, and its country, in the reader's language."""

from __future__ import annotations

import pytest
from django.test import Client
from lxml import html

from audiatur.hub.models import Claim
from audiatur.provenance.values import ClaimField
from tests.hub.factories import make_article, make_source, make_story

pytestmark = [pytest.mark.django_db, pytest.mark.db_any]
QUESTIONS = (ClaimField.MAINLY_STATE_FUNDED, ClaimField.STATE_GOVERNS, ClaimField.STATE_CONTROLS_EDITORIALLY)


@pytest.mark.parametrize(
    ("answers", "language", "line"),
    [
        ("yes yes yes", "en", "state-controlled · Tavania"),
        ("yes no no", "en", "independent, state-funded · Tavania"),
        ("yes no no", "uk", "незалежне, фінансоване державою · Tavania"),
        ("", "en", "class unknown · Tavania"),
        ("", "ru", "класс неизвестен · Tavania"),
    ],
)
def test_the_line_says_the_class_in_words(client: Client, answers: str, language: str, line: str) -> None:
    source = make_source("harbour-post")
    for field, value in zip(QUESTIONS, answers.split(), strict=False):
        cited = "https://registry.example/harbour-post"
        Claim.objects.create(source=source, field=field, value=value, source_url=cited, asserted_by="the editor")
    make_story("one", make_article(source))
    page = html.document_fromstring(client.get("/stories/one/", headers={"accept-language": language}).content)
    found = page.xpath("//*[contains(concat(' ', @class, ' '), ' fold-line ')]")
    assert isinstance(found, list)
    told = {" ".join(one.text_content().split()) for one in found if isinstance(one, html.HtmlElement)}
    assert told == {line}
