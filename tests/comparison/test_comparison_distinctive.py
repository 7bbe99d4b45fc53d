"""Words that a side uses more than the others: counts, places, and what is left out."""

from __future__ import annotations

import math
from dataclasses import replace

from audiatur.comparison.distinctive import PLACES, PRIOR, SURE, distinctive
from audiatur.comparison.laid import DistinctiveWord, DistinctiveWords
from audiatur.comparison.values import SideLabel, Told
from audiatur.spans import Span
from tests.comparison.sample import LORRIA, SIDES, VARDANA, told

FILL = "rain fell along river banks in autumn beside quiet fields where herons nest"


def story(*extra: Told) -> list[Told]:
    """Two texts a side: Vardana's speak of a barrage, Lorria's of a dam; each in sentences of its own."""
    theirs = (
        "barrage walls tower above Serin",
        "Serin fears barrage walls",
        "barrage crews drill",
        "barrage quarrel drags",
    )
    ours = (
        "dam gates close tonight",
        "engineers praise their dam",
        "strong dam keeps lights burning",
        "dam feeds orchards",
    )
    made = [told(f"v{n}", "v", text=f"{FILL}. {theirs[n]}. {theirs[n + 2]}.") for n in range(2)]
    made += [told(f"l{n}", "l", text=f"{FILL}. {ours[n]}. {ours[n + 2]}.") for n in range(2)]
    return [*made, *extra]


def of(articles: list[Told], side: SideLabel | None, language: str = "en") -> DistinctiveWords:
    return next(one for one in distinctive(articles, SIDES) if (one.side, one.language) == (side, language))


def words(articles: list[Told], side: SideLabel | None) -> list[str]:
    return [one.word for one in of(articles, side).words]


def many(articles: list[Told]) -> list[Told]:
    """Each article four times over, as texts of outlets of their own, so that counts are large enough to be sure."""
    return [replace(one, id=f"{one.id}-{n}", outlet=f"{one.outlet} {n}") for one in articles for n in range(4)]


def test_each_side_has_the_words_that_it_uses_more() -> None:
    assert words(many(story()), VARDANA)[0] == "barrage"
    assert words(many(story()), LORRIA)[0] == "dam"


def test_counts_voices_and_examples_are_what_stands_in_the_texts() -> None:
    articles = many(story())
    texts = {one.id: one.text for one in articles}
    word = of(articles, VARDANA).words[0]
    assert (word.here, word.elsewhere, word.voices) == (16, 0, 8)
    assert word.z >= SURE
    assert len({place.telling for place in word.examples}) == 8
    assert len(set(word.examples)) == len(word.examples) == word.here
    for place in word.examples:
        assert texts[place.telling][place.span.start : place.span.end] == place.span.text


def test_of_many_places_the_first_of_each_text_are_given_and_then_the_earliest() -> None:
    lines = [" ".join(f"zither tune{text}{chr(97 + at)}" for at in range(20)) for text in "abc"]
    loud = [told(f"k{n}", "v", text=line) for n, line in enumerate(lines)]
    word = next(one for one in of([*many(story()), *loud], VARDANA).words if one.word == "zither")
    assert (word.here, len(word.examples)) == (60, PLACES)
    assert [place.telling for place in word.examples] == ["k0"] * 20 + ["k1"] * 3 + ["k2"]


def test_z_is_that_of_the_paper() -> None:
    word = of(many(story()), VARDANA).words[0]
    found = of(many(story()), VARDANA)
    whole = found.words_here + found.words_elsewhere
    prior = PRIOR * 16 / whole
    here = math.log((16 + prior) / (found.words_here + PRIOR - 16 - prior))
    there = math.log(prior / (found.words_elsewhere + PRIOR - prior))
    assert word.z == round((here - there) / math.sqrt(1 / (16 + prior) + 1 / prior), 2)


def test_words_that_both_use_alike_are_nobodys() -> None:
    found = [*words(many(story()), VARDANA), *words(many(story()), LORRIA)]
    assert not {"rain", "river", "herons"} & set(found)


def test_what_one_text_does_is_no_habit_of_a_side() -> None:
    loud = told("loud", "v", text="zither " * 30)
    assert "zither" not in words([*many(story()), loud], VARDANA)


def test_copies_of_a_text_count_once() -> None:
    copied = [replace(told(f"c{n}", "v", text=f"zither zither zither {FILL}"), voice="w") for n in range(5)]
    assert "zither" not in words([*many(story()), *copied], VARDANA)


def test_names_of_outlets_datelines_and_what_stands_apart_are_left_out() -> None:
    lines = ["Kestrelpost reports", "More on zithers", "follow"]
    extra = []
    for n in range(6):
        text = f"PORT SERIN, May 5 ({lines[0]}) — barrage number{n}. {lines[1]} here {n}"
        apart = (Span.of(text, text.index(lines[1]), len(text)),)
        extra.append(replace(told(f"k{n}", "v", text=text), outlet="Kestrelpost", apart=apart))
    found = {word.casefold() for word in words([*many(story()), *extra], VARDANA)}
    assert not {"kestrelpost", "port", "may", "zithers"} & found


def test_passages_that_an_outlet_repeats_count_once() -> None:
    extra = [
        replace(told(f"k{n}", "v", text=f"barrage {n}. Zither players welcome every single reader."), outlet="Kestrel")
        for n in range(6)
    ]
    assert "Zither" not in words([*many(story()), *extra], VARDANA)


def test_an_article_on_both_sides_tells_them_apart_in_nothing() -> None:
    both = [told("both", "v", "l", text=f"zither players. {FILL}"), told("too", "v", "l", text=f"a zither. {FILL}")]
    articles = [*many(story()), *many(both)]
    assert "zither" not in [*words(articles, VARDANA), *words(articles, LORRIA)]


def test_languages_are_never_compared() -> None:
    russian = [replace(told(f"r{n}", "v", text="плотина стоит над долиной"), language="ru") for n in range(4)]
    assert {one.language for one in distinctive([*many(story()), *russian], SIDES)} == {"en"}
    theirs = [replace(one, id=f"t{one.id}", sides=("l",)) for one in russian]
    assert {one.language for one in distinctive([*russian, *theirs], SIDES)} == {"ru"}


def test_one_side_alone_has_nothing_to_be_compared_with() -> None:
    assert distinctive(story()[:2], SIDES) == ()
    assert distinctive([], SIDES) == ()
    assert distinctive([replace(one, visible=one.sides == ("v",)) for one in story()], SIDES) == ()


def test_exchanging_the_sides_mirrors_the_words() -> None:
    swapped = [replace(one, sides=("l",) if one.sides == ("v",) else ("v",)) for one in many(story())]
    assert of(swapped, LORRIA).words == of(many(story()), VARDANA).words
    assert all(isinstance(word, DistinctiveWord) for word in of(swapped, LORRIA).words)
