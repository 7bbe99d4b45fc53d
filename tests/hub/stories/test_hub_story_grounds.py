"""Why an article is in its story, in the reader's language."""

from __future__ import annotations

from django.utils.translation import override

from audiatur.hub.stories.grounds import GROUNDS, in_words
from audiatur.stories.judging import Evidence, Models


def test_every_kind_of_evidence_has_words() -> None:
    everything = Evidence(words=1, meaning=1, smaller=1, silence=3, age=3, lede=1, wide=1, length=1, told=2)
    assert set(Models().reasons(everything)) == GROUNDS.keys()


def test_kinds_are_told_in_the_language_and_others_stay() -> None:
    assert in_words(["told in the record", "by hand"]) == ("told in the record of what was said", "by hand")
    with override("uk"):
        assert in_words(["days apart"]) != ("days apart",)
