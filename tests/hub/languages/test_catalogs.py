"""The catalogs say everything that the sources say, in the same places, and are what the hub reads."""

from __future__ import annotations

import re

import pytest

from tests.catalogs import LANGUAGES, read, read_compiled
from tests.source_messages import Message, of_python, of_template, source_messages

EACH = pytest.mark.parametrize("language", LANGUAGES)
_PLACE = re.compile(r"%\(\w+\)[sd]|%%")
_TAG = re.compile(r"<[^<>]+>")
# Letters that the one language has and the other has not.
FOREIGN = {"ru": re.compile("[іїєґ]", re.IGNORECASE), "uk": re.compile("[ыэъё]", re.IGNORECASE)}
# A text of nothing but places and signs, in which no language shows.
SAME = re.compile(r"(?:%\(\w+\)[sd]|<[^<>]+>|[\W\d_])*\Z")


@pytest.fixture(scope="module")
def found() -> dict[Message, list[str]]:
    return source_messages()


@EACH
def test_every_string_of_the_sources_is_translated(language: str, found: dict[Message, list[str]]) -> None:
    told = read(language)
    missing = [(message.text, found[message]) for message in found if not all(told.get(message, ("",)))]
    assert not missing, "run ./run.sh messages, then translate"
    assert not set(told) - set(found), "strings that no source has any more: run ./run.sh messages"


@EACH
def test_the_hub_reads_what_translators_wrote(language: str) -> None:
    assert read_compiled(language) == read(language)


@EACH
def test_places_and_elements_stay(language: str) -> None:
    for message, texts in read(language).items():
        if not all(texts):
            continue  # the first test names it
        given = (message.text, message.plural) if message.plural else (message.text,)
        places = {place for text in given for place in _PLACE.findall(text)}
        elements = sorted(_TAG.findall(message.text))
        for text in texts:
            assert set(_PLACE.findall(text)) == places, message
            assert sorted(_TAG.findall(text)) == elements, message


@EACH
def test_counted_strings_have_each_form(language: str) -> None:
    counted = {message: texts for message, texts in read(language).items() if message.plural}
    assert counted
    assert {len(texts) for texts in counted.values()} == {3}


@EACH
def test_nothing_is_left_in_english_or_in_the_other_language(language: str) -> None:
    for texts in read(language).values():
        for text in texts:
            assert SAME.match(text) or re.search("[а-яіїєґ]", text, re.IGNORECASE), text
            assert not FOREIGN[language].search(text), text


@EACH
def test_sentences_end_as_they_do_in_english(language: str) -> None:
    for message, texts in read(language).items():
        end = message.text[-1] if message.text[-1] in ".:?;" else ""
        for text in texts:
            assert text.endswith(end) or not text, (message.text, text)


def test_messages_are_found_as_the_program_finds_them() -> None:
    template = (
        '{% load i18n %}{% translate "To" context "addressee" %}{% blocktranslate trimmed count n=x %}'
        'a\n  {{ n }} %{% plural %}b {{ n }}{% endblocktranslate %}{{ y|default:_("z") }}'
    )
    assert list(of_template(template)) == [
        Message("addressee", "To"),
        Message("", "a %(n)s %%", "b %(n)s"),
        Message("", "z"),
    ]
    module = 'from django.utils.translation import ngettext, pgettext as p\np("c", "d")\nngettext("e" "f", "g", 2)\n'
    assert list(of_python(module)) == [Message("c", "d"), Message("", "ef", "g")]
    with pytest.raises(ValueError, match="line 2"):
        list(of_python("from django.utils.translation import gettext as _\n_(f'a')\n"))
