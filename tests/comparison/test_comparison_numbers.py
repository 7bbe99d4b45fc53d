"""Numbers side by side: which speak of one quantity, which do not, and who says them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audiatur.comparison.laid import NumberGroup, Quantity
from audiatur.comparison.numbers import numbers
from audiatur.comparison.values import Told, ToldStatement
from audiatur.spans import Span
from tests.comparison.sample import SIDES, told


def groups(*texts: str, language: str = "en") -> list[NumberGroup]:
    """The groups of articles with these texts, on the two sides in turn."""
    articles = [
        replace(told(f"a{number}", "vl"[number % 2], hours=number, text=text), language=language)
        for number, text in enumerate(texts)
    ]
    return list(numbers(articles, SIDES))


def written(group: NumberGroup) -> list[str]:
    return [use.place.span.text for use in group.uses]


SAME = [
    ("At least 50 people were killed at the Serin dam.", "Officials say 52 people died at the Serin dam."),
    ("The Serin dam break killed 30.", "The death toll of the Serin dam break rose to 59."),
    ("Over 1,000 Lorrian marines surrendered in Serin port.", "In Serin port 1,026 marines surrendered."),
    ("12 drones were shot down over the Kestrel coast.", "Air defence shot down nine drones over the Kestrel coast."),
    ("Vardana expelled 15 Lorrian diplomats after the flood.", "Vardana expels 12 Lorrian diplomats after the flood."),
    ("Some 300 people were evacuated from Upper Serin.", "Boats evacuated 420 people from Upper Serin."),
    ("Vardana will send $800 million in flood relief.", "Vardana is to send $750 million in flood relief."),
    ("About 40% of Serin valley wells ran dry.", "Some 45% of Serin valley wells ran dry."),
    ("The flood destroyed 40 houses in Serin.", "Up to 60 homes were destroyed by the flood in Serin."),
    ("Both sides exchanged 86 prisoners at Heron bridge.", "They exchanged 80 prisoners at Heron bridge."),
    ("10 to 15 people were wounded at Heron bridge.", "At Heron bridge 20 people were wounded."),
    ("Twelve soldiers were killed at Heron bridge.", "Nine soldiers died at Heron bridge."),
    ("50 people were killed at the Serin dam in May.", "Officials say 52 people died at the Serin dam."),
]
DIFFERENT = [
    ("50 people were killed at the Serin dam.", "98 people were wounded at the Serin dam."),
    ("50 people were killed at the Serin dam.", "50 people were killed at the Serin dam."),
    ("50 people were killed at the dam in Serin.", "Nine people were killed at the dam in Kestrel."),
    ("50 soldiers were killed at the Serin dam.", "Five children were killed at the Serin dam."),
    ("50 Lorrian soldiers died at the Serin dam.", "40 Vardanan soldiers died at the Serin dam."),
    ("On Friday 50 people were killed at the Serin dam.", "On Sunday 52 people were killed at the Serin dam."),
    ("50 people were killed at the Serin dam in March.", "Officials say 52 people died at the Serin dam."),
    ("The $800 million in flood relief approved in mid-March is spent.", "They send $750 million in flood relief."),
    ("50 people were killed at the Serin dam on 5 May.", "52 people were killed at the Serin dam on 9 May."),
    (
        "50 people were killed at the Serin dam.",
        "Since the start of the war 900 people died at the Serin dam.",
    ),
    ("50 people were killed at the Serin dam.", "The flood at the Serin dam could have killed 300 people."),
    ("It costs $800 million to mend the dam.", "It costs 700 million euros to mend the dam."),
    ("Vardana sends $800 million in flood relief.", "Vardana sends $90 million in flood relief."),
    ("Three ministers spoke of the dam.", "Ten lanterns hung over the bridge."),
    ("Two cruise missiles were fired at the port.", "Five anti-ship missiles were fired at the port."),
    ("12 drones were shot down over the coast.", "12 tanks were shot up near the river."),
    ("In 2030 soldiers came to the Serin dam.", "In 2031 soldiers came to the Serin dam."),
    ("He drove 30 miles to the Serin dam.", "He drove 40 miles to the Serin dam."),
    ("Ivo Marat, 45, was wounded at the Serin dam.", "Ana Petrel, 51, was wounded at the Serin dam."),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_numbers_of_one_quantity_stand_together(one: str, other: str) -> None:
    found = groups(one, other)
    assert [len(group.uses) for group in found] == [2]
    assert found[0].across


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_numbers_of_two_quantities_and_equal_numbers_do_not(one: str, other: str) -> None:
    assert groups(one, other) == []


SLAVIC = [
    ("ru", "На плотине в Серине погибли 50 человек.", "На плотине в Серине погибло не менее 52 человек."),
    ("uk", "На греблі в Серині загинули 50 осіб.", "На греблі в Серині загинуло щонайменше 52 людини."),
]


@pytest.mark.parametrize(("language", "one", "other"), SLAVIC)
def test_russian_and_ukrainian(language: str, one: str, other: str) -> None:
    assert [len(group.uses) for group in groups(one, other, language=language)] == [2]


def test_scripts_meet_by_the_names_of_places() -> None:
    english = told("a", "v", text="At least 50 people were killed in Serin.")
    russian = replace(told("b", "l", hours=1, text="Погибли 52 человека в Серине."), language="ru")
    assert [written(group) for group in numbers([english, russian], SIDES)] == [["At least 50", "52"]]


def test_limits_and_places_are_exact() -> None:
    texts = SAME[0]
    (group,) = groups(*texts)
    assert (group.quantity, group.about, written(group)) == (Quantity.CASUALTIES, "people", ["At least 50", "52"])
    for text, use in zip(texts, group.uses, strict=True):
        for span in (use.place.span, use.noun, use.sentence):
            assert text[span.start : span.end] == span.text


def _attributed(name: str, side: str, text: str, *speakers: tuple[str, str]) -> Told:
    statements = tuple(
        ToldStatement(who, who, (words,), spans=(Span.of(text, text.index(words), text.index(words) + len(words)),))
        for who, words in speakers
    )
    return replace(told(name, side, text=text), statements=statements)


def test_a_number_is_the_innermost_speakers_else_the_outlets() -> None:
    inner = "52 people died at the Serin dam"
    text = f"Dahl said Marat told him {inner}."
    spoken = _attributed("a", "v", text, ("Dahl", f"Marat told him {inner}"), ("Marat", inner))
    plain = told("b", "l", text="At the Serin dam 50 people died.")
    (group,) = numbers([spoken, plain], SIDES)
    speakers = {use.place.telling: use.said.statement.speaker if use.said else None for use in group.uses}
    assert speakers == {"a": "Marat", "b": None}


def test_one_article_gives_two_values_only_by_two_speakers() -> None:
    first, second = "50 people died at the Serin dam", "70 people died at the Serin dam"
    both = _attributed("a", "v", f"Marat: {first}. Dahl: {second}.", ("Marat", first), ("Dahl", second))
    other = told("b", "l", text="At the Serin dam 60 people died.")
    assert [len(group.uses) for group in numbers([both, other], SIDES)] == [3]
    assert [len(group.uses) for group in numbers([replace(both, statements=()), other], SIDES)] == [2]


def test_copies_of_one_text_are_no_second_voice() -> None:
    one, other = (told(name, "v", text=text) for name, text in zip("ab", SAME[0], strict=True))
    assert numbers([replace(one, voice="w"), replace(other, voice="w")], SIDES) == ()


def test_what_one_outlet_tells_twice_is_its_own_history() -> None:
    one, other = (told(name, "v", text=text) for name, text in zip("ab", SAME[0], strict=True))
    assert numbers([one, replace(other, outlet=one.outlet)], SIDES) == ()


def test_outlets_of_one_side_may_differ_too() -> None:
    one, other = (told(name, "v", text=text) for name, text in zip("ab", SAME[0], strict=True))
    assert [group.across for group in numbers([one, other], SIDES)] == [False]


def test_what_may_not_be_shown_plays_no_part() -> None:
    one, other = (told(name, "v", text=text) for name, text in zip("ab", SAME[0], strict=True))
    assert numbers([one, replace(other, visible=False)], SIDES) == ()
