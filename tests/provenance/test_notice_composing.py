"""The notice says what is evidenced, and says so in the same words for every source."""

from __future__ import annotations

import pytest

from audiatur.provenance.notice import DEFAULT_WHY, DISCLAIMER, compose_notice
from audiatur.provenance.values import Answer, ClaimField, IndependenceClass
from tests.provenance.samples import claim, facts, notice


def test_what_is_evidenced_is_said() -> None:
    made = notice(
        "Tavania Today",
        claim(ClaimField.OWNER, "Republic of Tavania"),
        claim(ClaimField.FUNDER, "state budget"),
        claim(ClaimField.COUNTRY, "Tavania"),
        claim(ClaimField.MAINLY_STATE_FUNDED, "yes"),
        claim(ClaimField.STATE_GOVERNS, "yes"),
        claim(ClaimField.STATE_CONTROLS_EDITORIALLY, "no"),
    )
    assert (made.owner, made.funder, made.country) == ("Republic of Tavania", "state budget", "Tavania")
    assert made.independence is IndependenceClass.ISFM
    assert len(made.evidence) == 6


def test_what_is_not_evidenced_is_unknown() -> None:
    made = notice("Tavania Today", claim(ClaimField.OWNER, "Republic of Tavania", None))
    assert (made.owner, made.funder, made.country) == (None, None, None)
    assert made.independence is IndependenceClass.UNKNOWN
    assert made.answers.state_governs is Answer.UNKNOWN
    assert made.evidence == ()


@pytest.mark.parametrize(
    ("why", "said"), [(None, DEFAULT_WHY), ("  ", DEFAULT_WHY), ("Its line is cut.", "Its line is cut.")]
)
def test_the_reason_is_the_editors_or_the_same_for_all(why: str | None, said: str) -> None:
    assert compose_notice(facts("Tavania Today", why=why)).why == said


@pytest.mark.parametrize(("words", "said"), [(None, None), (" ", None), ("We wrote to them.", "We wrote to them.")])
def test_the_editors_words_are_kept_as_they_are(words: str | None, said: str | None) -> None:
    made = compose_notice(facts("Tavania Today", why="Asked for.", words=words))
    assert (made.words, made.disclaimer) == (said, DISCLAIMER)


def test_two_sources_with_their_labels_exchanged_get_the_mirror_image() -> None:
    claims = (claim(ClaimField.STATE_GOVERNS, "yes"), claim(ClaimField.OWNER, "the state"))
    one, other = notice("Tavania Today", *claims), notice("Ostrel Post", *claims)
    assert repr(one).replace("Tavania Today", "Ostrel Post").replace("tavania-today", "ostrel-post") == repr(other)
