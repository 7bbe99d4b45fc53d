"""What a language must say for notices, refusals and the entries of feeds.

Every field is required, so that no language can lack one. Names in braces are places that the composing functions fill.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from audiatur.provenance.values import Answer, IndependenceClass, Reason


@dataclass(frozen=True, slots=True)
class Wording:
    """The fixed words of one language.

    Attributes:
        disclaimer: said with every item, of every source.
        default_why: the reason given where the editor has given none.
        classes: one neutral line for each class, without its code.
        missing, contradicted, both: why a class is unknown: too few citations, citations that contradict each other.
        unknown: said where nothing is evidenced.
        source, owner, funder, country, independence, why, added: the names of the parts of a notice.
        questions: the three questions of the State Media Matrix, as statements.
        answers: yes, no, unknown.
        evidence: the link to a citation; more: to the page of the source.
        titles: the head of a refusal. barred, closed, ended: its first paragraph, with ``{name}``, the source's.
        demanded, law, binds, jurisdictions: what a legal bar names, with ``{told}``.
        linked, appeared, excerpted: where an item of a feed comes from, with ``{place}``.
        until: how long it is republished, with ``{day}``.
        withheld: how many items a feed leaves out, with ``{number}``, a text for each form of ``form``.
        form: which form a number takes.
    """

    disclaimer: str
    default_why: str
    classes: Mapping[IndependenceClass, str]
    missing: str
    contradicted: str
    both: str
    unknown: str
    source: str
    owner: str
    funder: str
    country: str
    independence: str
    why: str
    added: str
    questions: tuple[str, str, str]
    answers: Mapping[Answer, str]
    evidence: str
    more: str
    titles: Mapping[Reason, str]
    barred: str
    closed: str
    ended: str
    demanded: str
    law: str
    binds: str
    jurisdictions: str
    linked: str
    appeared: str
    excerpted: str
    until: str
    withheld: tuple[str, ...]
    form: Callable[[int], int]


def slavic_form(number: int) -> int:
    """The form that a counted noun takes in Russian and Ukrainian: 0 for 1 and 21, 1 for 2-4 and 22-24, else 2.

    The rule of Unicode CLDR (https://cldr.unicode.org/index/cldr-spec/plural-rules) for whole numbers.
    """
    if number % 10 == 1 and number % 100 != 11:
        return 0
    return 1 if number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14) else 2
