"""What counts as evidence, and what the evidenced claims say together.

Nothing here weighs one citation against another: a claim either cites an address that a reader can open, or it decides
nothing. Where evidenced claims contradict each other the reader is shown all of them, and the hub draws no conclusion.
"""

from __future__ import annotations

from collections.abc import Iterable

from audiatur.provenance.values import Answer, Answers, Claim, ClaimField

_ANSWERS = {"yes": Answer.YES, "no": Answer.NO}


def is_evidenced(claim: Claim) -> bool:
    """Whether the claim says something and cites an http(s) address for it.

    Other schemes do not count, because the citation becomes a link for the reader. The address is not requested.
    """
    cited = (claim.source_url or "").strip().lower()
    return bool(claim.value.strip()) and cited.startswith(("http://", "https://"))


def evidenced(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims that count, in their order."""
    return tuple(claim for claim in claims if is_evidenced(claim))


def stated(claims: Iterable[Claim], field: ClaimField) -> str | None:
    """What the evidenced claims say of a field; None where there is none.

    Different values are all given, in the order of the claims, joined by ``"; "``: an outlet may have two owners, and
    where two citations disagree it is not for the hub to choose.
    """
    values = [claim.value.strip() for claim in evidenced(claims) if claim.field is field]
    return "; ".join(dict.fromkeys(values)) or None


def answer(claims: Iterable[Claim], field: ClaimField) -> Answer:
    """The answer to a yes-or-no question; UNKNOWN where nothing is evidenced or the evidence is contradictory.

    A later claim does not overrule an earlier one: an editor who knows better withdraws the wrong claim.
    A value other than yes or no, in any case, makes the answer UNKNOWN too.
    """
    said = {claim.value.strip().lower() for claim in evidenced(claims) if claim.field is field}
    return _ANSWERS.get(said.pop(), Answer.UNKNOWN) if len(said) == 1 else Answer.UNKNOWN


def answers_from(claims: Iterable[Claim]) -> Answers:
    """The three answers of the State Media Matrix, from the evidenced claims alone."""
    kept = tuple(claims)
    return Answers(
        mainly_state_funded=answer(kept, ClaimField.MAINLY_STATE_FUNDED),
        state_governs=answer(kept, ClaimField.STATE_GOVERNS),
        state_controls_editorially=answer(kept, ClaimField.STATE_CONTROLS_EDITORIALLY),
    )


def scope_from(claims: Iterable[Claim]) -> Answer:
    """Whether the outlet is within the scope of the State Media Matrix, from the evidenced claims alone."""
    return answer(claims, ClaimField.IN_SCOPE)
