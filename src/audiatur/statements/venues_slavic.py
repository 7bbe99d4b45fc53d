"""Where a statement was made, in Russian and Ukrainian words beside it: "журналистам в Сорне", "на зустрічі в Лимі".

Only a name in the locative after "in" is a place, and only where hearers, an occasion or one who speaks lead to it: "в
Сорне заявили" names who speaks, "визит в Сорну" where somebody goes.
"""

from __future__ import annotations

import re

from audiatur.statements.candidates import Range

_LOCATIVE = r"(?:е|и|і|ї|ах|ях|му|ську|цьку|рту|сту)"
_CAPITAL = r"[А-ЯЁІЇЄҐ][а-яёіїєґ’'-]*"
_HOUSE = r"(?:дворце|доме|зале|площади|улице|палаці|домі|залі|площі|вулиці)(?![\w’'-])"
_NAME = (
    rf"(?P<name>(?:{_CAPITAL}(?:\s+|-)){{0,2}}{_CAPITAL}{_LOCATIVE}(?![\w’'-])|{_CAPITAL}(?:ом|ой|ому|ій)\s+{_HOUSE}|"
    r"США|ОАЭ|ОАЕ)"
)
_IN = r"(?:в|во|у|на|под|під|біля)"
_HEARERS = (
    r"(?:журналист|репорт[её]р|корреспондент|сторонник|избирател|жител|собравшим|участник|журналіст|кореспондент|"
    r"прихильник|виборц|мешканц|учасник|присутн)\w*"
)
_OCCASION = (
    r"(?:брифинг|пресс-конференц|митинг|саммит|форум|заседани|совещани|встреч|конференци|церемони|слушани|выступлени|"
    r"переговор|съезд|брифінг|пресконференц|прес-конференц|мітинг|саміт|засіданн|нарад|зустріч|конференці|церемоні|"
    r"слуханн|виступ|з['’]їзд|презентац)\w*"
)
_AT = r"(?:на|в\s+ходе|во\s+время|после|по\s+итогам|під\s+час|після|за\s+підсумками)"
_SPEAKING = r"(?:выступая|находясь|виступаючи|перебуваючи|промовляючи)"
_BETWEEN = r"(?:\s+[^\s,.;:«»„“”\"—–]+){0,4}?"
_PATTERNS = (
    re.compile(rf"\b{_HEARERS}{_BETWEEN}\s+(?:{_IN})\s+{_NAME}"),
    re.compile(rf"\b(?i:{_AT})\s+(?:[^\s,.;:]+\s+){{0,2}}?(?:{_OCCASION}){_BETWEEN}\s+(?:{_IN})\s+{_NAME}"),
    re.compile(rf"\b(?i:{_SPEAKING}){_BETWEEN}\s+(?:{_IN})\s+{_NAME}"),
)
_TRIGGER = re.compile(rf"{_HEARERS}|(?i:{_OCCASION})|(?i:{_SPEAKING})")


def find_slavic_place(text: str, start: int, end: int) -> Range | None:
    """The place that ``text[start:end]``, words beside a statement, names; None for none.

    >>> find_slavic_place("Он сказал журналистам в Сорне", 0, 29)
    (24, 29)
    """
    if not _TRIGGER.search(text, start, end):
        return None
    for pattern in _PATTERNS:
        match = pattern.search(text, start, end)
        if match:
            return match.span("name")
    return None
