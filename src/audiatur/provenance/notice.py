"""The notice that travels with every item of a source."""

from __future__ import annotations

from typing import Final

from audiatur.provenance.evidence import answers_from, evidenced, scope_from, stated
from audiatur.provenance.independence import classify
from audiatur.provenance.values import ClaimField, Notice, SourceFacts
from audiatur.provenance.wordings import wording
from audiatur.provenance.wordings.english import ENGLISH

DISCLAIMER: Final = ENGLISH.disclaimer
"""Said with every item, of every source, in the same words."""

DEFAULT_WHY: Final = ENGLISH.default_why
"""The reason given where the editor has given none: the hub's purpose, which is the same for every source."""


def compose_notice(facts: SourceFacts, language: str = "en") -> Notice:
    """The notice of a source, from what is known of it, to be told in a language of the interface.

    Only the fixed words follow the language; what claims and editors say stays as they said it.

    ``owner``, ``funder`` and ``country`` are None where no claim with a citation says them, and name every value where
    several are cited. ``evidence`` holds the claims that count, and only those. An editor's blank reason or words count
    as none. Does not look at the policy: what may leave is the gate's decision.
    """
    claims = evidenced(facts.claims)
    answers = answers_from(claims)
    words = wording(language)
    return Notice(
        source_id=facts.id,
        source_name=facts.name,
        source_page=facts.page,
        owner=stated(claims, ClaimField.OWNER),
        funder=stated(claims, ClaimField.FUNDER),
        country=stated(claims, ClaimField.COUNTRY),
        independence=classify(answers, scope_from(claims)),
        answers=answers,
        why=(facts.why or "").strip() or words.default_why,
        disclaimer=words.disclaimer,
        words=(facts.words or "").strip() or None,
        evidence=claims,
        language=language,
    )
