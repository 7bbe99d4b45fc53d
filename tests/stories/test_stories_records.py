"""Records as anchors: who speaks, what is a record, which articles are told in it, and what the window makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from audiatur.stories.anchors import REACH, Anchors
from audiatur.stories.spoken import Spoken, pack_spoken, spoken_of, unpack_spoken
from audiatur.stories.transcripts import speakers_of
from audiatur.stories.values import Assignment, StoryId, Telling
from audiatur.stories.voices import holders_in, name_key, speaking_in, voices_in
from tests.stories.sample import START
from tests.stories.test_stories_learned import window

SAID = (
    "I came to the Kestrel dam because we owe our engineers an honest word.",
    "Eleven turbines were stolen by contractors from Lorria, and we have their invoices.",
    "My government will flood no orchard and no cemetery while I hold this office.",
    "We ask you for patience: the copper cable will arrive from Tarn before the frost.",
    "Our pensioners shall heat their homes with peat at half the price, and I mean every household.",
    "I shall propose a customs truce to our neighbours at the autumn fair of Port Serin.",
    "You asked me about the ferry, and we are grateful to the lifeboat crews.",
    "We remember the winter of the long strike, and our schools will teach it.",
)
FILLED = " ".join(f"{one} We know it, you know it, and I say it to you again tonight." for one in SAID * 2)
ADDRESS = Telling("record", "Address by President of Vardana Ivo Salat", FILLED, START, "en")
REPORTS = [
    Telling("stolen", "Salat says eleven turbines stolen by contractors from Lorria", "", START, "en"),
    Telling("orchard", "Salat: my government will flood no orchard and no cemetery", "", START, "en"),
    Telling("truce", "President Salat proposes customs truce at autumn fair", "He proposes it.", START, "en"),
    Telling("peat", "Pensioners shall heat homes with peat at half the price - Salat", "", START, "en"),
]
OTHER = Telling("other", "Minister Dahl says the barley harvest was stolen by drought", "", START, "en")


def share(term: str) -> float:
    """Every word is in one of fifty stories."""
    return 0.02 if term else 1.0


def spoken(telling: Telling) -> Spoken:
    found = spoken_of(telling)
    assert found is not None
    return found


def test_a_title_as_long_as_a_book_is_read_no_further_than_its_opening() -> None:
    found = spoken(Telling("", "Salat says " + "Serin" * 50_000 + " and no Dahl says so", FILLED, START, "en"))
    assert "salat" in found.speakers
    assert sum(map(len, found.title)) < 100


def told_in(*tellings: Telling) -> list[tuple[str, ...]]:
    """For each article the ids of the records in which it is told, when all have come."""
    anchors = Anchors()
    for number, telling in enumerate(tellings):
        if (found := spoken_of(telling)) is not None:
            anchors.add(number, found, telling.language or "", telling.published, share)
    return [tuple(tellings[one.record].id for one in anchors.told(number)) for number in range(len(tellings))]


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Salat: no orchard will be flooded", "salat"),
        ("Peat at half the price – Salat", "salat"),
        ("Vardana's Salat says turbines were stolen", "salat"),
        ("Turbines were stolen, says Salat", "salat"),
        ("Salat on the dam: ‘We have their invoices’", "salat"),
        ("President of Vardana calls on Lorria to pay", "president@vard"),
        ("Vardana's president warns of frost", "president@vard"),
        ("Lorrian foreign minister denies theft", "foreign@lori"),
    ],
)
def test_a_title_lets_somebody_speak(title: str, key: str) -> None:
    assert key in speaking_in(title)


@pytest.mark.parametrize("title", ["Salat meets engineers at the dam", "Eleven turbines gone", "", "salat says so"])
def test_a_title_lets_nobody_speak(title: str) -> None:
    assert not speaking_in(title)


def test_spellings_of_a_name_have_one_key() -> None:
    assert len({name_key(word) for word in ("Zalenskyy", "Zalenskiy", "Zalensky's", "Заленский")}) == 1


def test_an_office_is_held_by_the_name_behind_it() -> None:
    assert ("president@vard", "salat") in holders_in("The Vardanan President Ivo Salat came.")
    assert "president@vard" in voices_in("the President of the Vardanans")


@pytest.mark.parametrize(
    ("title", "text", "found"),
    [
        (ADDRESS.title, FILLED, {"president@vard", "salat"}),
        ("Speech by the President of Vardana in the Diet of Tarn", FILLED, {"president@vard"}),
        ("Ivo Salat's address to the nation", FILLED, {"salat"}),
        (
            "On the dam",
            f"Ivo Salat: {FILLED} Mira Dahl: I agree. Ivo Salat: Thank you. Mira Dahl: Go on.",
            {"salat", "dahl"},
        ),
        ("On the dam", FILLED, set()),
        (ADDRESS.title, FILLED[:1000], set()),
        ("Report: what the dam costs", "The dam costs more: the ministry pays. Note: no comment. " * 40, set()),
        (ADDRESS.title, "The president spoke of the dam. He said “we owe it to you, I and we”. " * 40, set()),
    ],
)
def test_a_record_is_known_by_its_form(title: str, text: str, found: set[str]) -> None:
    assert speakers_of(title, text) == found


@pytest.mark.parametrize("early", [True, False])
def test_reports_are_told_in_the_record_whichever_came_first(early: bool) -> None:
    articles = [ADDRESS, *REPORTS, OTHER] if early else [*REPORTS, OTHER, ADDRESS]
    told = dict(zip([one.id for one in articles], told_in(*articles), strict=True))
    assert {name for name, records in told.items() if records == ("record",)} == {one.id for one in REPORTS}


@pytest.mark.parametrize(
    "report",
    [
        replace(REPORTS[0], published=START + REACH + timedelta(minutes=1)),
        replace(REPORTS[0], language="de"),
        replace(REPORTS[0], title="Dahl says eleven turbines stolen by contractors from Lorria"),
        replace(REPORTS[0], title="Salat says he will visit the lighthouse of Heron Island with his daughter"),
    ],
)
def test_what_is_not_told_in_the_record(report: Telling) -> None:
    assert told_in(ADDRESS, report) == [(), ()]


def test_what_left_the_window_is_forgotten() -> None:
    anchors = Anchors()
    for number, telling in enumerate([*REPORTS, ADDRESS]):
        anchors.add(number, spoken(telling), "en", START, share)
    assert anchors.tellers(4) == (0, 1, 2, 3)
    anchors.remove(0)
    assert anchors.tellers(4) == (1, 2, 3)
    anchors.remove(4)
    assert anchors.told(1) == ()
    assert not anchors.any


def test_a_name_is_known_by_the_office_it_stood_behind() -> None:
    anchors = Anchors()
    named = Telling("", "Vardanan President Ivo Salat says no", "", START, "en")
    for number in range(3):
        anchors.add(number, spoken(named), "en", START, share)
    anonymous = replace(ADDRESS, title="Address by the President of Vardana")
    anchors.add(3, spoken(anonymous), "en", START, share)
    anchors.add(4, spoken(REPORTS[0]), "en", START, share)
    assert [one.record for one in anchors.told(4)] == [3]


@pytest.mark.parametrize("telling", [ADDRESS, *REPORTS])
def test_what_was_packed_comes_back(telling: Telling) -> None:
    assert unpack_spoken(pack_spoken(spoken(telling))) == spoken(telling)


def grouped(articles: Sequence[Telling]) -> tuple[dict[str, StoryId], list[Assignment]]:
    """The stories in the end, after what comes first to tell the window what is rare, and each decision."""
    opened = window()
    decisions = [opened.assign(one) for one in articles]
    opened.settle()
    return dict(opened.final()), decisions


def test_a_report_joins_the_record_and_says_why() -> None:
    final, decisions = grouped([ADDRESS, *REPORTS, OTHER])
    assert {final[one.id] for one in REPORTS} == {final["record"]} != {final["other"]}
    joined = decisions[1]
    assert "told in the record" in joined.reason
    assert joined.nearest == "record"
    assert "turbines" in joined.shared


def test_a_late_record_brings_earlier_reports_together() -> None:
    final, _ = grouped([*REPORTS, OTHER, ADDRESS])
    assert {final[one.id] for one in REPORTS} == {final["record"]} != {final["other"]}


def test_what_editors_parted_no_record_brings_together() -> None:
    opened = window()
    first = opened.assign(REPORTS[0]).story
    opened.restore([(ADDRESS, StoryId("told"))])
    opened.constrain(split=[(first, StoryId("told"))])
    opened.settle()
    assert opened.current(first) != opened.current(StoryId("told"))


def test_two_records_that_say_the_same_bring_nobody_in() -> None:
    opened = window()
    opened.restore([(ADDRESS, StoryId("a")), (replace(ADDRESS, id="again"), StoryId("b"))])
    decision = opened.assign(REPORTS[0])
    assert "told in the record" not in decision.reason


def test_a_record_is_an_anchor_after_a_restart_without_its_text() -> None:
    running = window()
    first = running.assign(ADDRESS)
    again = window()
    bare = Telling("record", "", "", START, "en")
    again.restore(
        [(bare, first.story)], meanings={"record": first.meaning or b""}, sketches={"record": first.sketch or b""}
    )
    ours, theirs = again.assign(REPORTS[0]), running.assign(REPORTS[0])
    assert (ours.story, ours.reason) == (theirs.story, theirs.reason)
    assert "told in the record" in ours.reason
