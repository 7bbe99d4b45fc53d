"""One person is one speaker over articles, spellings and scripts, and what an editor decided about that stays."""

from __future__ import annotations

import pytest

from audiatur.errors import InputError
from audiatur.hub.models import Article, Decision, Speaker, SpeakerName, Statement
from audiatur.hub.statements import people
from audiatur.hub.statements.speaking import speaker_of
from tests.hub.factories import make_article, make_source, make_story, make_topic
from tests.hub.statements.reading_hub import editor, names, read, said

pytestmark = pytest.mark.django_db
LINE = "{} said the port opens."


def told_by(name: str, outlet: str = "post", mention: str | None = None) -> list[Statement]:
    from audiatur.hub.models import Source

    source = Source.objects.filter(slug=outlet).first() or make_source(outlet)
    text = LINE.format(name)
    article = make_article(source, "", text)
    return read(article, said(text, "the port opens", name=name, mention=mention))


@pytest.mark.parametrize(
    "spellings",
    [
        ["Ihor Marchenko", "Igor Marchenko", "Игорь Марченко", "Ігор Марченко"],
        ["Volodymyr Zelensky", "Vladimir Zelenskiy", "Владимир Зеленский", "Володимир Зеленський"],
        ["Sergei Aldan", "Сергей Алдан", "SERGEI  ALDAN"],
    ],
)
def test_one_person_is_one_speaker(spellings: list[str]) -> None:
    assert {names(told_by(name))[0] for name in spellings} == {Speaker.objects.get().slug}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ivan Gromov", "Ivan Khromov"),
        ("Aleksandr Marchenko", "Aleksandra Marchenko"),
        ("Pavel Orsk", "Petr Orsk"),
        ("Ada Lund", "Ada Lund Jr."),
    ],
)
def test_two_people_are_two(one: str, other: str) -> None:
    assert names(told_by(one)) != names(told_by(other))


def test_a_name_that_may_be_two_people_stays_apart() -> None:
    told_by("Ivan Gromov")
    told_by("Ivan Khromov")
    assert names(told_by("Ivan Hromov")) == ["ivan-hromov"]


def in_story(*spoken: str) -> list[Statement]:
    source = make_source("herald")
    articles = [make_article(source, "", LINE.format(name)) for name in spoken]
    make_story("one", *articles)
    rows = []
    for article, name in zip(articles, spoken, strict=True):
        article.refresh_from_db()
        rows += read(article, said(LINE.format(name), "the port opens", name=name))
    return rows


@pytest.mark.parametrize(
    ("spoken", "owners"),
    [
        (("Ihor Marchenko", "Marchenko", "Марченко"), ["ihor-marchenko"] * 3),
        (("Marchenko", "Ihor Marchenko"), ["ihor-marchenko"] * 2),
        (("Ihor Marchenko", "I. Marchenko", "O. Marchenko"), ["ihor-marchenko", "ihor-marchenko", None]),
        (("Ihor Marchenko", "Marchenko", "Oleh Marchenko"), ["ihor-marchenko", None, "oleh-marchenko"]),
        (("Marchenko",), [None]),
    ],
)
def test_a_surname_is_the_only_one_of_that_name_in_the_story(spoken: tuple[str, ...], owners: list[str]) -> None:
    assert names(in_story(*spoken)) == owners


def test_a_surname_of_another_story_is_nobodys() -> None:
    told_by("Ihor Marchenko")
    assert names(told_by("Marchenko", "herald")) == [None]


def again(row: Statement) -> list[Statement]:
    """Delete what is derived, and read the article again."""
    article, name = row.version.article, row.name
    Statement.objects.all().delete()
    return read(Article.objects.get(pk=article.pk), said(LINE.format(name), "the port opens", name=name))


def test_a_merge_survives_deletion_and_another_reading() -> None:
    (one,), (other,) = told_by("Boris Akun"), told_by("Grigory Chart")
    _, sides = make_topic("strait", "east")
    speaker = Speaker.objects.get(slug="boris-akun")
    speaker.sides.add(sides[0])
    people.merge(speaker, Speaker.objects.get(slug="grigory-chart"), editor())
    assert names([one, other]) == ["grigory-chart"] * 2
    assert names(again(one)) == ["grigory-chart"]
    assert names(told_by("Борис Акун")) == ["grigory-chart"]
    assert list(Speaker.objects.get(slug="grigory-chart").sides.all()) == sides


def test_a_name_that_was_split_off_never_rejoins_by_itself() -> None:
    (one,), (other,) = told_by("Ihor Marchenko"), told_by("Igor Marchenko")
    speaker = Speaker.objects.get()
    target = people.move_names(speaker, ["Igor Marchenko"], None, editor())
    assert names([one, other]) == [speaker.slug, target.slug]
    assert names(again(other)) == [target.slug]
    assert names(told_by("Igor  Marchenko")) == [target.slug]
    assert names(told_by("Ihor Marchenko")) == [speaker.slug]
    # Another spelling of both is decided by nobody.
    assert names(told_by("Игорь Марченко"))[0] not in {speaker.slug, target.slug}


def test_single_statements_are_moved_to_a_namesake_and_stay_there() -> None:
    (one,), (other,) = told_by("Ihor Marchenko"), told_by("Ihor Marchenko", "herald")
    target = people.move_statements(Speaker.objects.get(), [other], None, editor())
    assert names([one, other]) == ["ihor-marchenko", "ihor-marchenko-2"]
    assert names(again(other)) == [target.slug]
    assert names(told_by("Ihor Marchenko")) == ["ihor-marchenko"]


def test_a_new_name_stays_over_another_reading() -> None:
    (row,) = told_by("Ihor Marchenko")
    people.rename(Speaker.objects.get(), "Ihor Marchenko (the mayor)", editor())
    again(row)
    assert Speaker.objects.get().name == "Ihor Marchenko (the mayor)"


def test_every_decision_is_logged_with_who_and_when() -> None:
    told_by("Ihor Marchenko"), told_by("Igor Marchenko"), told_by("Ada Lund")
    speaker, ada = Speaker.objects.get(slug="ihor-marchenko"), Speaker.objects.get(slug="ada-lund")
    people.move_names(speaker, ["Igor Marchenko"], None, editor())
    people.merge(ada, speaker, editor(), "the same")
    people.rename(speaker, "I. M.", editor())
    assert [(one.act, one.by_name) for one in Decision.objects.all()] == [
        ("rename", "alice"),
        ("merge", "alice"),
        ("names", "alice"),
    ]


def test_what_cannot_be_is_refused() -> None:
    told_by("Ihor Marchenko"), told_by("Ada Lund")
    one, other = Speaker.objects.order_by("pk")
    with pytest.raises(InputError, match="itself"):
        people.merge(one, one, editor())
    with pytest.raises(InputError, match="not all"):
        people.move_names(one, ["Ada Lund"], None, editor())
    people.merge(one, other, editor())
    with pytest.raises(InputError, match="before"):
        people.merge(one, other, editor())


def test_a_chain_of_merges_leads_to_its_end() -> None:
    told_by("Ihor Marchenko"), told_by("Ada Lund"), told_by("Pavel Orsk")
    one, two, three = Speaker.objects.order_by("pk")
    people.merge(one, two, editor())
    two.refresh_from_db()
    people.merge(two, three, editor())
    one.refresh_from_db()
    assert one.merged_into == three
    assert people.found("ihor-marchenko") == people.found("Ada  LUND") == three
    assert SpeakerName.objects.filter(speaker=three).count() == 3


def test_an_editor_may_name_a_speaker_by_a_surname() -> None:
    speaker = speaker_of("Marchenko", "person")
    assert names(told_by("Marchenko")) == [speaker.slug]
