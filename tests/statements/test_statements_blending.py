from audiatur.statements.blending import blend
from audiatur.statements.candidates import Candidate, Range
from audiatur.statements.english import EnglishTagger
from audiatur.statements.sentences import lay_out
from audiatur.statements.values import StatementClass


def at(text: str, words: str) -> Range:
    start = text.index(words)
    return start, start + len(words)


def learned(text: str, source: str | None, cue: str, content: str) -> Candidate:
    said = at(text, content)
    return Candidate(
        at(text, source) if source else None, at(text, cue), (said,), StatementClass.SPEECH, 0, (0, len(text))
    )


def test_a_source_that_is_missing_comes_from_the_rules() -> None:
    text = "Lena Orlova said the bridge was shut."
    (found,) = blend(
        text, [learned(text, None, "said", "the bridge was shut")], EnglishTagger().tag(text, lay_out(text))
    )
    assert found.source == at(text, "Lena Orlova")


def test_what_is_said_in_a_relative_clause_is_added() -> None:
    text = "The letter, which Marek said was sent on Monday, names no date."
    found = blend(text, [], EnglishTagger().tag(text, lay_out(text)))
    assert [[text[a:b] for a, b in c.content] for c in found] == [["The letter", "was sent on Monday"]]


def test_nothing_else_of_the_rules_is_added() -> None:
    text = "Lena Orlova said the bridge was shut."
    assert blend(text, [], EnglishTagger().tag(text, lay_out(text))) == []


def test_a_fragment_gives_way_to_what_the_rules_found_at_its_cue() -> None:
    text = "The port, where, according to Lena Orlova, the delegation left a draft of the treaty."
    ruled = EnglishTagger().tag(text, lay_out(text))
    (found,) = blend(text, [learned(text, "Lena Orlova", "according to", "where")], ruled)
    assert [text[a:b] for a, b in found.content] == ["the delegation left a draft of the treaty"]


def test_a_quoted_word_is_no_fragment() -> None:
    text = "Lena Orlova called the treaty “rubbish” and left."
    (found,) = blend(text, [learned(text, "Lena Orlova", "called", "“rubbish”")], [])
    assert [text[a:b] for a, b in found.content] == ["“rubbish”"]


def test_a_quotation_that_only_the_rules_have_is_kept() -> None:
    text = "“The bridge will stay where it is,” Orlova quipped."
    said = (0, text.index(" Orlova"))
    name, cue = (text.index("Orlova"), text.index(" quipped")), (text.index("quipped"), len(text) - 1)
    one = Candidate(name, cue, (said,), StatementClass.SPEECH, 0, (0, len(text)))
    assert blend(text, [], [one]) == [one]
    taken = Candidate(None, None, (said,), StatementClass.SPEECH, 0, (0, len(text)))
    assert blend(text, [taken], [one]) == [taken]
