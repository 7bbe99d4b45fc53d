"""The independence class of a source, derived from three cited answers and from nothing else.

The classes are those of the State Media Matrix (Media and Journalism Research Center, https://statemediamonitor.com).
A class describes who funds, governs and directs an outlet; it is no grade and says nothing of a single article.
"""

from __future__ import annotations

from collections.abc import Iterable

from audiatur.provenance.evidence import answer, evidenced
from audiatur.provenance.values import Answer, Answers, Claim, ClaimField, IndependenceClass
from audiatur.provenance.wordings import wording

_YES, _NO = Answer.YES, Answer.NO

# Mainly state-funded? State governs? State controls editorially? The table of the State Media Matrix; CaPr has two
# rows, because there the funding decides nothing.
_MATRIX: dict[tuple[Answer, Answer, Answer], IndependenceClass] = {
    (_YES, _YES, _YES): IndependenceClass.SC,
    (_NO, _YES, _YES): IndependenceClass.CAPU,
    (_YES, _NO, _YES): IndependenceClass.CAPR,
    (_NO, _NO, _YES): IndependenceClass.CAPR,
    (_YES, _YES, _NO): IndependenceClass.ISFM,
    (_YES, _NO, _NO): IndependenceClass.ISF,
    (_NO, _YES, _NO): IndependenceClass.ISM,
    (_NO, _NO, _NO): IndependenceClass.IP,
}

_QUESTIONS = (
    ClaimField.MAINLY_STATE_FUNDED,
    ClaimField.STATE_GOVERNS,
    ClaimField.STATE_CONTROLS_EDITORIALLY,
)


def classify(answers: Answers, in_scope: Answer = Answer.UNKNOWN) -> IndependenceClass:
    """The class that three answers make.

    ``in_scope`` is whether the outlet is within the scope of the State Media Matrix at all, which private outlets are
    not unless they are captured. An evidenced "no" gives NOT_IN_SCOPE, unless an answer is an evidenced "yes": then the
    evidence contradicts itself and the class is UNKNOWN. Otherwise a single UNKNOWN answer makes the class UNKNOWN,
    even where the missing answer could not change it: a class rests on three citations.

    >>> classify(Answers(Answer.NO, Answer.YES, Answer.NO)).value
    'ISM'
    """
    given = (answers.mainly_state_funded, answers.state_governs, answers.state_controls_editorially)
    if in_scope is Answer.NO:
        return IndependenceClass.UNKNOWN if _YES in given else IndependenceClass.NOT_IN_SCOPE
    return _MATRIX.get(given, IndependenceClass.UNKNOWN)


def describe(cls: IndependenceClass, claims: Iterable[Claim] | None = None, language: str = "en") -> str:
    """One neutral line in a language of the interface that says what the class means, without its code.

    ``claims`` are those of the source; with them the line for UNKNOWN tells whether cited claims contradict each other,
    citations are missing, or both. None: not at hand, and the line names both possibilities.
    """
    words = wording(language)
    if cls is not IndependenceClass.UNKNOWN or claims is None:
        return words.classes[cls]
    kept = tuple(claims)
    cited = {claim.field for claim in evidenced(kept) if claim.value.strip().lower() in ("yes", "no")}
    if not contradicts(kept):
        return words.missing
    return words.contradicted if cited.issuperset(_QUESTIONS) else words.both


def contradicts(claims: Iterable[Claim]) -> bool:
    """Whether the cited claims leave a class unknown by contradicting each other, rather than by being too few.

    So they do where one of the three questions, or that of the scope, is answered yes and no; and where the outlet is
    out of scope by one claim and has, by another, what would put it in. Claims without a citation decide nothing.
    """
    kept = tuple(claims)
    said = {
        field: {claim.value.strip().lower() for claim in evidenced(kept) if claim.field is field}
        for field in (*_QUESTIONS, ClaimField.IN_SCOPE)
    }
    if any({"yes", "no"} <= values for values in said.values()):
        return True
    return "no" in said[ClaimField.IN_SCOPE] and any(answer(kept, field) is _YES for field in _QUESTIONS)
