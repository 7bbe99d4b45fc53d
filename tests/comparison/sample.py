"""A story told from two sides and by a third party, in invented countries."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from audiatur.comparison.values import SideLabel, Told, ToldStatement

VARDANA, LORRIA = SideLabel("v", "Vardana"), SideLabel("l", "Lorria")
SIDES = (VARDANA, LORRIA)
_NOON = datetime(2031, 5, 5, 12, tzinfo=UTC)


def told(name: str, *sides: str, hours: float = 0, text: str = "", **statements: tuple[str | None, str]) -> Told:
    """An article; each keyword is the key of a statement with its speaker and words."""
    return Told(
        id=name,
        sides=sides,
        outlet=f"The {name}",
        title=f"Title of {name}",
        published=_NOON + timedelta(hours=hours),
        language="en",
        text=text,
        statements=tuple(ToldStatement(key, speaker, (words,)) for key, (speaker, words) in statements.items()),
    )


HERALD = told(
    "herald",
    "v",
    text="Ivo Marat said 1,200 families in Upper Serin must leave. About 40% have gone, the Kestrel Commission found.",
    s1=("Ivo Marat", "Lorria has broken every promise it made on Heron Island about the dam"),
    s2=("Marat", "we will not wait for another season of drought"),
    s3=("Ana Petrel", "twelve hundred families have to leave the valley"),
)
POST = told(
    "post",
    "l",
    hours=2,
    text="Envoy Dahl met Ivo Marat again. Work will go on with 350 engineers from South Lorrin.",
    s1=("I. Marat", "Lorria had broken all the promises about the dam that it made on Heron Island"),
    s2=("Sten Dahl", "the dam will be finished before the winter, whatever is said abroad"),
)
RADIO = told(
    "radio",
    hours=1,
    text="Sten Dahl spoke of 350 engineers.",
    s1=("Sten Dahl", "the dam will be finished before winter, whatever they say abroad"),
)
STORY = (HERALD, POST, RADIO)
