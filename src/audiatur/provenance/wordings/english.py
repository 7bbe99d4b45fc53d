"""The words in English: the other languages say the same."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from audiatur.provenance.values import Answer, IndependenceClass, Reason
from audiatur.provenance.wordings.values import Wording

_MISSING: Final = "not all of the evidence that a class rests on has been cited"
_CONTRADICTED: Final = "cited claims contradict each other"

ENGLISH: Final = Wording(
    disclaimer="Inclusion is not an endorsement.",
    default_why="So that readers can set the reporting of different sides next to each other.",
    classes=MappingProxyType(
        {
            IndependenceClass.SC: "state-controlled: mainly funded, governed and editorially controlled by the state",
            IndependenceClass.CAPU: (
                "captured public or state-managed: governed and editorially controlled by the state, "
                "not mainly funded by it"
            ),
            IndependenceClass.CAPR: "captured private: editorially controlled by the state, not governed by it",
            IndependenceClass.ISFM: (
                "independent, state-funded and state-managed: mainly funded and governed by the state, "
                "not editorially controlled by it"
            ),
            IndependenceClass.ISF: (
                "independent, state-funded: mainly funded by the state, neither governed nor editorially controlled "
                "by it"
            ),
            IndependenceClass.ISM: (
                "independent, state-managed: governed by the state, neither mainly funded nor editorially controlled "
                "by it"
            ),
            IndependenceClass.IP: (
                "independent public: neither mainly funded, nor governed, nor editorially controlled by the state"
            ),
            IndependenceClass.NOT_IN_SCOPE: "outside the scope of the State Media Matrix",
            IndependenceClass.UNKNOWN: f"unknown: {_MISSING}, or {_CONTRADICTED}",
        }
    ),
    missing=f"unknown: {_MISSING}",
    contradicted=f"unknown: {_CONTRADICTED}",
    both=f"unknown: {_CONTRADICTED}, and {_MISSING}",
    unknown="unknown",
    source="Source",
    owner="Owner",
    funder="Funder",
    country="Country",
    independence="Independence class",
    why="Why it is included",
    added="The editor adds",
    questions=("mainly state-funded", "state governs", "state controls editorially"),
    answers=MappingProxyType({Answer.YES: "yes", Answer.NO: "no", Answer.UNKNOWN: "unknown"}),
    evidence="evidence",
    more="What is known of the source, with the evidence",
    titles=MappingProxyType(
        {
            Reason.LEGAL: "Unavailable for legal reasons",
            Reason.POLICY: "Not republished here",
            Reason.WINDOW: "Not republished here at this time",
        }
    ),
    barred="This item of {name} is withheld from readers in your jurisdiction.",
    closed="The policy of this hub for {name} does not let this item leave.",
    ended="This hub republishes {name} for a limited time, and this item is outside of that time.",
    demanded="Demanded by: {told}",
    law="Law: {told}",
    binds="Whom it binds: {told}",
    jurisdictions="Jurisdictions: {told}",
    linked="Only the link to this item is published here. It appeared at {place}.",
    appeared="This item appeared at {place}.",
    excerpted="This is an excerpt. The whole item appeared at {place}.",
    until="It is republished here until {day}.",
    withheld=(
        "{number} item is withheld from this feed by policy or for legal reasons.",
        "{number} items are withheld from this feed by policy or for legal reasons.",
    ),
    form=lambda number: 0 if number == 1 else 1,
)
