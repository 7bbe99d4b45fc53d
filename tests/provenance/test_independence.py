"""The class follows from three cited answers and from nothing else."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiatur.provenance.evidence import answers_from, evidenced, scope_from, stated
from audiatur.provenance.independence import classify, contradicts, describe
from audiatur.provenance.values import Answer, Answers, ClaimField, IndependenceClass
from tests.provenance.samples import claim

LETTERS = {"Y": Answer.YES, "N": Answer.NO, "?": Answer.UNKNOWN}
THREE = (ClaimField.MAINLY_STATE_FUNDED, ClaimField.STATE_GOVERNS, ClaimField.STATE_CONTROLS_EDITORIALLY)


def answers(letters: str) -> Answers:
    return Answers(*(LETTERS[letter] for letter in letters))


@pytest.mark.parametrize(
    ("letters", "code"),
    [
        ("YYY", "SC"),
        ("NYY", "CaPu"),
        ("YNY", "CaPr"),
        ("NNY", "CaPr"),
        ("YYN", "ISFM"),
        ("YNN", "ISF"),
        ("NYN", "ISM"),
        ("NNN", "IP"),
    ],
)
def test_the_table_of_the_matrix(letters: str, code: str) -> None:
    assert classify(answers(letters)) == code


@pytest.mark.parametrize("letters", ["".join(three) for three in product("YN?", repeat=3) if "?" in three])
def test_a_missing_answer_makes_no_class(letters: str) -> None:
    assert classify(answers(letters)) is IndependenceClass.UNKNOWN
    assert classify(answers(letters), Answer.YES) is IndependenceClass.UNKNOWN


@pytest.mark.parametrize(
    ("letters", "expected"),
    [
        ("???", IndependenceClass.NOT_IN_SCOPE),
        ("N?N", IndependenceClass.NOT_IN_SCOPE),
        ("NNN", IndependenceClass.NOT_IN_SCOPE),
        ("Y??", IndependenceClass.UNKNOWN),
        ("YYY", IndependenceClass.UNKNOWN),
    ],
)
def test_outside_the_scope_unless_the_evidence_contradicts_itself(letters: str, expected: IndependenceClass) -> None:
    assert classify(answers(letters), Answer.NO) is expected


@pytest.mark.parametrize("cls", list(IndependenceClass))
def test_every_class_is_described_without_grading(cls: IndependenceClass) -> None:
    line = describe(cls)
    assert "\n" not in line
    assert line
    assert not {"propaganda", "biased", "reliable", "trusted"} & set(line.split())


_F, _G, _C, _S = (*THREE, ClaimField.IN_SCOPE)


@pytest.mark.parametrize(
    ("said", "contradicted", "missing"),
    [
        ([(_F, "yes"), (_G, "yes"), (_G, "no"), (_C, "no")], True, False),
        ([(_G, "yes"), (_G, " No")], True, True),
        ([(_S, "no"), (_F, "yes")], True, True),
        ([(_S, "no"), (_S, "yes"), (_F, "no"), (_G, "no"), (_C, "no")], True, False),
        ([(_F, "yes"), (_G, "yes")], False, True),
        ([(_F, "yes"), (_G, "perhaps"), (_C, "no")], False, True),
        ([], False, True),
    ],
)
def test_why_a_class_is_unknown(said: list[tuple[ClaimField, str]], contradicted: bool, missing: bool) -> None:
    claims = [claim(field, value) for field, value in said]
    line = describe(IndependenceClass.UNKNOWN, claims)
    assert contradicts(claims) is contradicted
    assert ("contradict each other" in line) is contradicted
    assert ("not all of the evidence" in line) is missing


def test_a_claim_without_a_citation_contradicts_nothing() -> None:
    claims = [claim(_G, "yes"), claim(_G, "no", None)]
    assert not contradicts(claims)


def test_without_the_claims_the_line_says_neither_more_nor_less_than_is_known() -> None:
    assert "or cited claims contradict each other" in describe(IndependenceClass.UNKNOWN)
    assert describe(IndependenceClass.SC, [claim(_G, "yes"), claim(_G, "no")]) == describe(IndependenceClass.SC)


@pytest.mark.parametrize("url", [None, "", "  ", "hearsay", "javascript:alert(1)", "ftp://registry.example/x"])
def test_a_claim_without_a_citation_decides_nothing(url: str | None) -> None:
    claims = [claim(field, "yes", url) for field in THREE]
    assert answers_from(claims) == answers("???")
    assert stated([claim(ClaimField.OWNER, "Maro Holding", url)], ClaimField.OWNER) is None


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["yes"], Answer.YES),
        (["No "], Answer.NO),
        (["yes", "YES"], Answer.YES),
        (["yes", "no"], Answer.UNKNOWN),
        (["no", "yes", "yes"], Answer.UNKNOWN),
        (["perhaps"], Answer.UNKNOWN),
        (["yes", "perhaps"], Answer.UNKNOWN),
        ([""], Answer.UNKNOWN),
        ([], Answer.UNKNOWN),
    ],
)
def test_contradicting_evidence_is_no_answer(values: list[str], expected: Answer) -> None:
    claims = [claim(ClaimField.STATE_GOVERNS, value, day=day) for day, value in enumerate(values, start=1)]
    assert answers_from(claims).state_governs is expected
    assert scope_from([claim(ClaimField.IN_SCOPE, value) for value in values]) is expected


def test_a_claim_that_says_nothing_is_no_evidence() -> None:
    said, blank = claim(ClaimField.OWNER, "Maro Holding"), claim(ClaimField.OWNER, " ")
    assert evidenced([blank, said]) == (said,)
    assert stated([blank, said], ClaimField.OWNER) == "Maro Holding"


def test_several_owners_are_all_named_once() -> None:
    owners = [claim(ClaimField.OWNER, name) for name in ("Maro Holding", "City of Ostrel", "Maro Holding")]
    assert stated(owners, ClaimField.OWNER) == "Maro Holding; City of Ostrel"


@given(st.lists(st.tuples(st.sampled_from(THREE), st.sampled_from(["yes", "no"]))))
def test_the_order_of_the_claims_decides_nothing(said: list[tuple[ClaimField, str]]) -> None:
    claims = [claim(field, value) for field, value in said]
    assert answers_from(claims) == answers_from(claims[::-1])
