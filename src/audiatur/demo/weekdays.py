"""Days named in the articles, so that a demo that begins on any date says the right weekday.

In the content ``{weekday:3}`` is the weekday of day 3, ``{on:3}`` the same with its preposition, ``{On:3}`` that at the
beginning of a sentence, ``{date:3}`` day and month, each in the article's language.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

_PLACE = re.compile(r"\{(weekday|on|On|date):(-?\d+)\}")

_WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "ru": "понедельник вторник среда четверг пятница суббота воскресенье",
    "bg": "понеделник вторник сряда четвъртък петък събота неделя",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
}
_ON = {
    "en": "on Monday|on Tuesday|on Wednesday|on Thursday|on Friday|on Saturday|on Sunday",
    "ru": "в понедельник|во вторник|в среду|в четверг|в пятницу|в субботу|в воскресенье",
    "bg": "в понеделник|във вторник|в сряда|в четвъртък|в петък|в събота|в неделя",
    "es": "el lunes|el martes|el miércoles|el jueves|el viernes|el sábado|el domingo",
}
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "bg": "януари февруари март април май юни юли август септември октомври ноември декември",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
}
_JOINED = {"es": " de "}


def fill(text: str, epoch: datetime, language: str) -> str:
    """The text with its days named; KeyError where the language is none of the demo's."""

    def named(match: re.Match[str]) -> str:
        form, day = match.group(1), epoch + timedelta(days=int(match.group(2)))
        if form == "weekday":
            return _WEEKDAYS[language].split()[day.weekday()]
        if form == "date":
            return f"{day.day}{_JOINED.get(language, ' ')}{_MONTHS[language].split()[day.month - 1]}"
        on = _ON[language].split("|")[day.weekday()]
        return on[0].upper() + on[1:] if form == "On" else on

    return _PLACE.sub(named, text)
