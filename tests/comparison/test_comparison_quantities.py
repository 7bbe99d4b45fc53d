"""Numbers in sentences: what they count, what happened, and which numbers are not told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from audiatur.comparison.quantities import Counted, quantities
from audiatur.spans import Span
from tests.comparison.sample import told


def counted(text: str, language: str = "en") -> list[Counted]:
    return list(quantities(replace(told("a", text=text), language=language)))


def short(text: str, language: str = "en") -> list[str]:
    return [
        " ".join(filter(None, (one.number.text, one.quantity.value, one.unit, one.thing, one.happened)))
        for one in counted(text, language)
    ]


CASUALTIES = [
    ("At least 50 people were killed in Serin.", ["At least 50 casualties people killed"]),
    ("The flood killed 50.", ["50 casualties people killed"]),
    ("50 killed, 98 wounded in Serin", ["50 casualties people killed", "98 casualties people wounded"]),
    (
        "The blast killed 50 people and wounded 98 others.",
        ["50 casualties people killed", "98 casualties people wounded"],
    ),
    ("Fifty-two civilians died.", ["Fifty-two casualties people killed"]),
    ("The death toll in Serin rose to 59.", ["59 casualties people killed"]),
    ("The number of wounded has risen to 120 people.", ["120 casualties people wounded"]),
    ("The raid left 12 dead.", ["12 casualties people killed"]),
    ("Some 158 children have died.", ["Some 158 casualties children killed"]),
    ("The dam break claimed 300 lives.", ["300 casualties people killed"]),
    (
        "A storm killing at least 30, including five children, hit.",
        ["at least 30 casualties people killed", "five casualties children killed"],
    ),
    (
        "1,026 soldiers, including 162 officers, were killed.",
        ["1,026 casualties soldiers killed", "162 casualties officers killed"],
    ),
    ("One civilian was killed.", ["One casualties people killed"]),
    ("More than 40 are still missing.", ["More than 40 casualties people missing"]),
]
COUNTS = [
    ("Over 1,000 Lorrian marines surrendered in Serin.", ["Over 1,000 count soldiers captured"]),
    ("1,026 soldiers from Lorria's 7th River Brigade had surrendered.", ["1,026 count soldiers captured"]),
    ("Vardana expelled 15 Lorrian diplomats.", ["15 count diplomats expelled"]),
    ("Up to 300 people were evacuated.", ["Up to 300 count people evacuated"]),
    ("Air defence shot down 12 drones.", ["12 count drones intercepted"]),
    ("12 missiles were fired at the port.", ["12 count missiles launched"]),
    ("The fleet lost three ships.", ["three count ships"]),
    ("A fire destroyed 40 houses.", ["40 count buildings destroyed"]),
    ("They sent 200 armored personnel carriers.", ["200 count vehicles supplied"]),
    ("The army reported 50 missile strikes.", ["50 count strikes"]),
    ("The ferry carried 90 lanterns.", ["90 count ~lantern"]),
    ("Both sides exchanged 86 prisoners.", ["86 count prisoners released"]),
    ("5,000 people fled the valley.", ["5,000 count people fled"]),
]
MONEY = [
    ("Vardana gave $800 million in aid.", ["$800 million money USD"]),
    ("Repairs cost 3.5 billion euros.", ["3.5 billion euros money EUR"]),
    ("About 40 percent of the valley is dry.", ["About 40 percent percent"]),
]
SLAVIC = [
    ("ru", "Погибли 50 человек, ещё 98 ранены.", ["50 casualties people killed", "98 casualties people wounded"]),
    ("ru", "Число погибших возросло до 59 человек.", ["до 59 casualties people killed"]),
    ("ru", "Не менее двадцати мирных жителей погибли в Серине.", ["Не менее двадцати casualties people killed"]),
    ("ru", "Сдались в плен 1026 военнослужащих.", ["1026 count soldiers captured"]),
    ("ru", "Уничтожено 12 танков.", ["12 count tanks destroyed"]),
    ("ru", "Сбиты три ракеты.", ["три count missiles intercepted"]),
    ("ru", "Из долины эвакуированы 300 человек.", ["300 count people evacuated"]),
    ("ru", "Выделено 3 млн рублей.", ["3 млн рублей money RUB"]),
    ("uk", "Загинули 50 осіб, 98 поранено.", ["50 casualties people killed", "98 casualties people wounded"]),
    ("uk", "Кількість загиблих зросла до 59 людей.", ["до 59 casualties people killed"]),
    ("uk", "Понад тисячу дітей евакуйовано.", []),
    ("uk", "Знищено 12 танків.", ["12 count tanks destroyed"]),
    ("uk", "Щонайменше п'ятдесят цивільних загинули у Серині.", ["Щонайменше п'ятдесят casualties people killed"]),
    ("uk", "Збито три ракети.", ["три count missiles intercepted"]),
    ("uk", "З полону звільнили 86 полонених.", ["86 count prisoners released"]),
]
TRAPS = [
    "The dam was built in 1962 by engineers.",
    "In 2014 soldiers came.",
    "The talks of May 5 soldiers remember.",
    "He is aged 45.",
    "Ivo Marat, 45, was killed.",
    "A 45-year-old was wounded.",
    "They drove 30 miles.",
    "The village lies 12 kilometres north.",
    "It lasted 10 days.",
    "Two hours later it rained.",
    "The 36th brigade surrendered.",
    "The S-300 missiles were fired.",
    "Boeing 737 planes were destroyed.",
    "Article 5 states were silent.",
    "One of the reasons was rain.",
    "They met at 10 a.m. on Friday.",
    "It rained 40 mm.",
    "The temperature fell to 5 degrees.",
    "The loan fell from 70 to 50.",
    "It happened five times.",
    "Она родилась в 1962 году.",
    "Это длилось 10 дней.",
    "До села 30 километров.",
    "Це тривало 10 днів.",
]


@pytest.mark.parametrize(("text", "expected"), [*CASUALTIES, *COUNTS, *MONEY])
def test_what_numbers_count(text: str, expected: list[str]) -> None:
    assert short(text) == expected


@pytest.mark.parametrize(("language", "text", "expected"), SLAVIC)
def test_what_numbers_count_in_russian_and_ukrainian(language: str, text: str, expected: list[str]) -> None:
    assert short(text, language) == expected


@pytest.mark.parametrize("text", TRAPS)
def test_numbers_that_are_not_told(text: str) -> None:
    language = "en" if text.isascii() else "uk" if "і" in text else "ru"
    assert short(text, language) == []


def test_who_does_it_is_no_victim() -> None:
    assert short("Three gunmen killed 50 people.")[-1] == "50 casualties people killed"
    assert "Three casualties" not in " ".join(short("Three men killed 50 people."))


def test_places_are_exact_spans() -> None:
    text = "Rain fell. At least 50 people were killed in Serin."
    one = counted(text)[0]
    assert one.event is not None
    for span in (one.number, one.noun, one.event, one.sentence):
        assert text[span.start : span.end] == span.text
    assert (one.number.text, one.noun.text, one.event.text) == ("At least 50", "people", "killed")


def test_places_days_and_modifiers_are_read() -> None:
    one = counted("On Friday 50 Lorrian soldiers were killed near Port Serin since the start of the floods.")[0]
    assert one.capitals == {"lorrian"}
    assert one.days == {"friday"}
    assert one.since == {"start", "flood"}
    assert len(one.places) == 2


def test_what_stands_apart_is_not_read() -> None:
    text = "Read more: 50 people were killed."
    apart = replace(told("a", text=text), apart=(Span.of(text, 0, len(text)),))
    assert list(quantities(apart)) == []
