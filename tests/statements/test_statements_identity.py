"""One person under many spellings is found as one, and two persons are never made one."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiatur.statements import identity, identity_folding
from audiatur.statements.identity import Agreement, agreement, name_key
from audiatur.statements.identity_folding import alike, block, folded
from audiatur.statements.identity_given import _ROWS, given_name
from evaluation.identity import measure


def told(one: str, other: str) -> Agreement:
    keys = name_key(one), name_key(other)
    assert keys[0] is not None
    assert keys[1] is not None
    assert agreement(keys[0], keys[1]) is agreement(keys[1], keys[0])
    return agreement(keys[0], keys[1])


ONE_SURNAME = [
    "Zelensky Zelenskyy Zelenskiy Zelenskii Zelens'kyi Zelensʹkyj Зеленский Зеленський",
    "Lukashenko Lukashenka Лукашенко Лукашэнка Lukaschenko",
    "Klitschko Klychko Klichko Кличко",
    "Yeltsin Eltsin Ельцин Yel'tsin",
    "Gorbachev Gorbachov Gorbachyov Горбачёв Горбачев",
    "Yushchenko Ûŝenko Juschtschenko Ющенко",
    "Vasiliev Vasilyev Vasil'ev Васильев",
    "Zaytsev Zaitsev Зайцев",
]


@pytest.mark.parametrize("row", ONE_SURNAME)
def test_every_spelling_of_a_surname_is_one(row: str) -> None:
    forms = {folded(name) for name in row.split()}
    assert len(forms) == 1, forms


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("Volodymyr Zelenskyy", "Владимир Зеленский", Agreement.SAME),
        ("Sergei Maro", "Сергій Маро", Agreement.SAME),
        ("Anna Levic", "Анна Левич", Agreement.SAME),
        ("Eric Maro", "Erich Maro", Agreement.DIFFERENT),
        ("Путин Владимир Владимирович", "Vladimir Putin", Agreement.SAME),
        ("Viktor Fedorovych Yanukovych", "Виктор Янукович", Agreement.SAME),
        ("В.В.Маро", "Vladimir Maro", Agreement.POSSIBLE),
        ("Maro", "Vladimir Maro", Agreement.POSSIBLE),
        ("Иван Громов", "Иван Хромов", Agreement.DIFFERENT),
        ("Volodymyr Zelensky", "Olena Zelenska", Agreement.DIFFERENT),
        ("Ada Lund Jr.", "Ada Lund", Agreement.DIFFERENT),
        ("John A. Reed", "John B. Reed", Agreement.DIFFERENT),
        ("Aleksandr Maro", "Aleksandra Maro", Agreement.DIFFERENT),
    ],
)
def test_given_name_and_surname_must_agree(one: str, other: str, said: Agreement) -> None:
    assert told(one, other) is said


@pytest.mark.parametrize("name", ["", "—", "Владимир Владимирович", "Volodymyr Volodymyrovych", "В. В.", "2022"])
def test_what_has_no_surname_has_no_key(name: str) -> None:
    assert name_key(name) is None


def test_a_surname_that_ends_like_a_patronymic_stays_one() -> None:
    key = name_key("Oleksiy Arestovych")
    assert key is not None
    assert key.surname == folded("Арестович")


def test_no_spelling_stands_in_two_rows_of_the_table() -> None:
    heads = {name: {given_name(folded(name))} for row in _ROWS.strip().splitlines() for name in row.split()}
    for row in _ROWS.strip().splitlines():
        assert {head for name in row.split() for head in heads[name]} == {block(folded(row.split()[0]))}


@given(st.text("abcghkijyе жшщхгіїйьZz'-. ", max_size=24), st.text("abcghkijyхг ", max_size=12))
def test_any_name_is_the_same_as_itself_and_agreement_has_no_order(one: str, other: str) -> None:
    keys = name_key(one), name_key(other)
    if keys[0] is not None:
        assert agreement(keys[0], keys[0]) is (Agreement.SAME if keys[0].full else Agreement.POSSIBLE)
    if keys[0] is not None and keys[1] is not None:
        said = agreement(keys[0], keys[1])
        assert said is agreement(keys[1], keys[0])
        if said is not Agreement.DIFFERENT:
            assert set(zip((0, 1), keys[0].blocks, strict=True)) & set(zip((0, 1), keys[1].blocks, strict=True))


@given(st.text("abghX", max_size=6), st.text("abghX", max_size=6))
def test_alike_forms_share_a_block(one: str, other: str) -> None:
    assert not alike(one, other) or block(one) == block(other)


@pytest.mark.parametrize("half", ["dev", "scored"])
def test_no_pair_of_two_persons_is_called_one(half: str) -> None:
    counts = measure(half)
    assert counts["apart", "same"] == counts["open", "same"] == 0
    assert sum(counts.values()) >= 75


@pytest.mark.parametrize("module", [identity, identity_folding])
def test_the_examples_answer_as_shown(module: object) -> None:
    failed, tried = doctest.testmod(module)  # type: ignore[arg-type]
    assert (failed, tried > 0) == (0, True)
