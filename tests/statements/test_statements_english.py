"""The forms of reported speech in English, one invented sentence each: who, by which cue, which words."""

from __future__ import annotations

import pytest

from audiatur.statements import Kind, Statement, StatementClass, read_statements

Row = tuple[str | None, str | None, tuple[str, ...]]


def _rows(text: str) -> list[Row]:
    return [_row(s) for s in read_statements(text, language="en", published=None)]


def _row(statement: Statement) -> Row:
    mention, cue = statement.speaker.mention, statement.cue
    words = tuple(c.text for c in statement.content)
    return (mention.text if mention else None), (cue.text if cue else None), words


FORMS = [
    ("Orlova said the bridge was closed.", "Orlova", "said", ["the bridge was closed"]),
    ("Orlova said that the bridge was closed.", "Orlova", "said", ["the bridge was closed"]),
    ("The bridge was closed, Orlova said.", "Orlova", "said", ["The bridge was closed"]),
    ("The bridge was closed, said Orlova.", "Orlova", "said", ["The bridge was closed"]),
    ("“The bridge is closed,” she said.", "she", "said", ["“The bridge is closed,”"]),
    ('"The bridge is closed," said Lena Orlova.', "Lena Orlova", "said", ['"The bridge is closed,"']),
    ("''The bridge is closed,'' Orlova said.", "Orlova", "said", ["''The bridge is closed,''"]),
    ("„Die Brücke,” Orlova said.", "Orlova", "said", ["„Die Brücke,”"]),
    ("“A bridge,” Orlova said, “needs care.”", "Orlova", "said", ["“A bridge,”", "“needs care.”"]),
    ("“It is shut,” Orlova said. “Go home.”", "Orlova", "said", ["“It is shut,”", "“Go home.”"]),
    ("According to Orlova, the bridge was closed.", "Orlova", "According to", ["the bridge was closed"]),
    ("The bridge was closed, according to the ministry.", "the ministry", "according to", ["The bridge was closed"]),
    ("The bridge, Orlova said, was closed.", "Orlova", "said", ["The bridge", "was closed"]),
    ("Orlova has repeatedly said the bridge was closed.", "Orlova", "has repeatedly said", ["the bridge was closed"]),
    ("Orlova told Harbour Radio that the bridge was closed.", "Orlova", "told", ["the bridge was closed"]),
    ("Orlova said in a statement on Tuesday that it rained.", "Orlova", "said", ["it rained"]),
    ("Orlova said on Tuesday she had seen the bridge.", "Orlova", "said", ["she had seen the bridge"]),
    ("Orlova accused Sildavia of closing the bridge.", "Orlova", "accused", ["Sildavia of closing the bridge"]),
    ("Orlova called the bridge “a disgrace to us all.”", "Orlova", "called", ["the bridge “a disgrace to us all.”"]),
    ("Ivan Marek, a retired pilot, said it rained.", "Ivan Marek, a retired pilot", "said", ["it rained"]),
    ("“It rained,” said Ivan Marek, a pilot.", "Ivan Marek, a pilot", "said", ["“It rained,”"]),
    ("As Orlova said, the bridge was closed.", "Orlova", "said", ["the bridge was closed"]),
    ("Officials say the bridge is closed.", "Officials", "say", ["the bridge is closed"]),
    ("Asked about rain, Orlova rose and said it was late.", "Orlova", "said", ["it was late"]),
    ("Two ships she said had left the port came back.", "she", "said", ["Two ships", "had left the port came back"]),
    ("Orlova was blunt: “The bridge is closed.”", "Orlova", "was blunt", ["“The bridge is closed.”"]),
    ("Orlova added: the bridge is closed.", "Orlova", "added", ["the bridge is closed"]),
]


@pytest.mark.parametrize(("text", "mention", "cue", "content"), FORMS)
def test_a_form_of_reported_speech(text: str, mention: str, cue: str, content: list[str]) -> None:
    assert _rows(text) == [(mention, cue, tuple(content))]


@pytest.mark.parametrize(
    "text",
    [
        "The United States closed the bridge.",
        "The report was long and the claims were many.",
        "The stated aim was peace.",
        "Prices rose, adding to the misery.",
        "If Orlova says no, the bridge stays shut.",
        "Her so-called “plan” failed.",
        "He could say nothing of it.",
        "Talks about talks went on for demands nobody understood.",
    ],
)
def test_words_that_only_look_like_cues(text: str) -> None:
    assert _rows(text) == []


def test_a_relative_clause_is_nested_and_taken_out_of_what_encloses_it() -> None:
    text = "The offer, which Marek said was sent by Sildavia last week, leaves out the islands, he said."
    inner, outer = read_statements(text, language="en", published=None)
    assert [c.text for c in inner.content] == ["The offer", "was sent by Sildavia last week"]
    assert [c.text for c in outer.content] == ["The offer", "leaves out the islands"]
    assert (inner.parent, outer.parent) == (1, None)


def test_a_clause_with_who_does_not_part_a_name_from_its_verb() -> None:
    assert _rows("Marek, a baker who said that he slept, denied the theft.") == [
        ("who", "said", ("he slept",)),
        ("Marek, a baker who said that he slept", "denied", ("the theft",)),
    ]


def test_a_document_quoted_by_a_speaker_is_nested() -> None:
    outer, inner = read_statements("The treaty says both sides must agree, Marek said.", language="en", published=None)
    assert (outer.parent, inner.parent) == (None, 0)
    assert inner.class_ is StatementClass.DOCUMENT


def test_two_statements_in_one_sentence_end_where_the_next_begins() -> None:
    text = "While Orlova admitted that “it is a pity,” she insisted that there was no other way."
    assert _rows(text) == [
        ("Orlova", "admitted", ("“it is a pity,”",)),
        ("she", "insisted", ("there was no other way",)),
    ]


def test_a_participle_takes_the_subject_of_the_statement_before() -> None:
    rows = _rows("Orlova said the bridge was closed, adding that it was old.")
    assert rows == [("Orlova", "said", ("the bridge was closed",)), ("Orlova", "adding", ("it was old",))]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Orlova said it rained.", Kind.INDIRECT),
        ("Orlova said it was “a flood”.", Kind.MIXED),
        ("“It is a flood,” Orlova said.", Kind.DIRECT),
    ],
)
def test_the_kind_is_decided_by_the_quotation_marks(text: str, kind: Kind) -> None:
    (statement,) = read_statements(text, language="en", published=None)
    assert statement.kind is kind


@pytest.mark.parametrize(
    ("text", "class_"),
    [
        ("Orlova said it rained.", StatementClass.SPEECH),
        ("Orlova thanked Marek for the bridge.", StatementClass.SPEECH_ACT),
        ("The report said the bridge was closed.", StatementClass.DOCUMENT),
        ("Sildavia hopes the bridge will open.", StatementClass.ATTITUDE),
    ],
)
def test_the_class_is_decided_by_cue_and_source(text: str, class_: StatementClass) -> None:
    (statement,) = read_statements(text, language="en", published=None)
    assert statement.class_ is class_


def test_a_headline_is_read_with_its_speaker_from_the_text_below() -> None:
    text = "Bordurian president accuses Sildavia of theft\nPresident Lena Orlova of Borduria spoke on Monday."
    statement = read_statements(text, language="en", published=None)[0]
    assert [c.text for c in statement.content] == ["Sildavia of theft"]
