"""The numbers of an article that can stand beside another's: what each counts, where, and what happened to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from audiatur.comparison.counted import CASUALTIES, OF_PEOPLE, are_people, event_of
from audiatur.comparison.figures import Figure, figures
from audiatur.comparison.laid import Quantity
from audiatur.comparison.numerals import spelt
from audiatur.comparison.phrases import Event, Noun, event_around, is_counted, noun_of, people_before
from audiatur.comparison.sentences import sentences
from audiatur.comparison.tokens import Token, tokens
from audiatur.comparison.values import Told
from audiatur.spans import Span
from audiatur.statements.identity_folding import folded
from audiatur.statements.wordlists import words as word_list
from audiatur.stories.background import news_terms, stop_words
from audiatur.stories.words import stem, words


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with what makes it comparable.

    Attributes:
        telling, language: the article and its language, empty where undecided.
        number, noun, event, sentence: their places; ``noun`` is the event's where nothing is named, ``event`` None.
        figure: its value.
        quantity, thing, happened, unit: what it counts, as concepts; empty where nothing says.
        capitals, others: modifiers of the noun, names and other words.
        places: names after "in", "near" and the like in the sentence, folded, so that scripts can meet.
        days: days of the week and of months that the sentence names.
        months: months that it names by number, other than the one in which the article appeared.
        since: words of what the count runs from ("since the start of the floods"); "daily" for a daily one.
        possible: whether the sentence speaks of what may be ("could surpass 500").
        terms: what else the sentence says.
        near: those of ``terms`` that stand within ``WINDOW`` words, with no other number between.
    """

    telling: str
    language: str
    number: Span
    noun: Span
    event: Span | None
    sentence: Span
    figure: Figure
    quantity: Quantity
    thing: str
    happened: str
    unit: str
    capitals: frozenset[str]
    others: frozenset[str]
    places: frozenset[str]
    days: frozenset[str]
    months: frozenset[int]
    since: frozenset[str]
    possible: bool
    terms: frozenset[str]
    near: frozenset[str]


WINDOW = 8
"""Words on either side of a number that tell what it is where no event does."""

_MONTHS = re.compile(
    r"(?:jan|feb|mar|apr|aug|sept?|oct|nov|dec)\.?|january|february|march|april|may|june|july|august|september|october|"
    r"november|december|(?:январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)[ьяйе]?|"
    r"(?:січ|лют|берез|квіт|трав|черв|лип|серп|верес|жовт|листопад|груд)\w*"
)
_NUMBERED = tuple(
    (start, number)
    for starts in (
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "янв фев мар апр ма июн июл авг сен окт ноя дек",
        "січ лют бер кві тра чер лип сер вер жов лис гру",
    )
    for number, start in enumerate(map(spelt, starts.split()), start=1)
)
"""How the names of months begin, in three languages, with their numbers."""
_DAYS = word_list("monday tuesday wednesday thursday friday saturday sunday")
_DESIGNATES = word_list("no № number article chapter section boeing airbus room route highway page resolution part")
_IN = word_list(
    """in at near on over along off upon against around outside across inside from в во у на под возле около из з із під
    біля поблизу"""
)
_MAY_BE = word_list("could may might would if likely fear fears может могут могло могла може можуть")
_MODAL = 5
"""Words before a number among which a verb says that it is not yet so."""

_PLACES = word_list(
    """city town village region district port island province outskirts suburb shelling bombing bombardment siege
    storming attack strike seizure defence defense liberation"""
)
_SINCE = re.compile(r"\bsince\b((?:\W+\w+){1,8})|(?:с|з|от|від) (?:начала|початку)\b((?:\W+\w+){0,3})", re.IGNORECASE)
_DAY = re.compile(
    r"\b(?:past|last) (?:\w+ )?(?:hours|days?|weeks?|months?|night)\b|\bper day\b|\ba day\b|\bdaily\b|\beach day\b|"
    r"\bevery day\b|за сутки|за добу|щодня|ежедневно",
    re.IGNORECASE,
)
_TITLE_CASE = 0.6
"""Share of words with a capital from which a sentence is a headline in capitals, which name no places."""

_FROM = word_list("from с со з із")
_AGE = frozenset({"aged", "age", "ages"})
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")


def quantities(told: Told) -> Iterator[Counted]:
    """The comparable numbers of an article's text, in order.

    Left out: years, dates, ages, distances, durations, ordinals, designations, and numbers that count nothing named.
    """
    language = told.language or "latin"
    for sentence in sentences(told.text):
        if any(span.overlaps(sentence) for span in told.apart) or not any(c.isalnum() for c in sentence.text):
            continue
        yield from _of_sentence(told, sentence, language)


def _of_sentence(told: Told, sentence: Span, language: str) -> Iterator[Counted]:
    found = tokens(told.text, sentence.start, sentence.end)
    earlier: Event | None = None
    context: _Context | None = None
    told_figures = list(figures(found))
    for number, figure in enumerate(told_figures):
        if not _is_quantity(found, figure):
            continue
        noun = noun_of(found, figure, language)
        event = None if figure.currency or figure.percent else event_around(found, figure, noun, earlier)
        earlier = event or earlier
        kind = _kind(figure, noun, event)
        if kind is None or not is_counted(figure, noun, event):
            continue
        context = context or _Context(told.text, found, language)
        after = told_figures[number + 1].first if number + 1 < len(told_figures) else len(found)
        between = (told_figures[number - 1].last if number else 0, after)
        yield _counted(told, sentence, found, _Read(figure, noun, event, kind), context, between)


@dataclass(frozen=True, slots=True)
class _Read:
    figure: Figure
    noun: Noun | None
    event: Event | None
    kind: Quantity


class _Context:
    """What a sentence says apart from its numbers."""

    def __init__(self, text: str, found: Sequence[Token], language: str) -> None:
        self._text = text
        self._found = found
        self._skipped = stop_words(language) | _DAYS
        self._news = news_terms(language)
        self.terms = self._terms(0, len(found))
        written = [token for token in found[1:] if token.is_word and len(token.key) > 3]
        title_case = len(written) > 3 and sum(token.capital for token in written) > _TITLE_CASE * len(written)
        self.places = frozenset() if title_case else frozenset(_places(found, self._skipped))
        self.days = frozenset(_days(found))
        self.months = frozenset(_months(found))

    def near(self, figure: Figure, between: tuple[int, int]) -> frozenset[str]:
        """The terms around a figure, within the numbers before and after it."""
        return self._terms(max(between[0], figure.first - WINDOW), min(between[1], figure.last + WINDOW))

    def since(self, between: tuple[int, int]) -> frozenset[str]:
        """What a count runs from by a part of the sentence; empty where nothing says."""
        first, last = between[0], between[1] - 1
        stretch = self._text[self._found[first].start : self._found[last].end]
        match = _SINCE.search(stretch)
        if match is not None:
            spoken = words((match[1] or match[2] or "").strip())
            return frozenset(stem(word) for word in spoken if word not in self._skipped) or frozenset({"since"})
        return frozenset({"daily"}) if _DAY.search(stretch) else frozenset()

    def _terms(self, first: int, last: int) -> frozenset[str]:
        keys = (token.bare_key for token in self._found[first:last] if token.is_word and len(token.key) > 2)
        return frozenset(stem(key) for key in keys if key not in self._skipped) - self._news


def _counted(
    told: Told,
    sentence: Span,
    found: Sequence[Token],
    read: _Read,
    context: _Context,
    between: tuple[int, int],
) -> Counted:
    def span(first: int, last: int) -> Span:
        return Span.of(told.text, found[first].start, found[last].end)

    figure, noun, event = read.figure, read.noun, read.event
    # Of money and shares the words around say what is meant: "$5 million in aid" and "a $5 million package" are one.
    named = noun if read.kind not in {Quantity.MONEY, Quantity.PERCENT} else None
    thing, capitals = (named.thing, named.capitals) if named else ("", frozenset[str]())
    if noun is None and event is not None and event.name in OF_PEOPLE:
        thing, capitals = people_before(found, figure)
    number = span(figure.first, figure.last - 1)
    happened = event.name if event else ""
    spent_at = [one.at for one in (noun, event) if one is not None]
    spent = {stem(found[at].bare_key) for at in spent_at}
    return Counted(
        telling=told.id,
        language=told.language or "",
        number=number,
        noun=span(spent_at[0], spent_at[0]) if spent_at else number,
        event=span(event.at, event.at) if event else None,
        sentence=sentence,
        figure=figure,
        quantity=read.kind,
        thing=thing,
        happened=happened,
        unit=figure.currency,
        capitals=capitals,
        others=named.others if named else frozenset(),
        places=context.places,
        days=context.days,
        months=context.months - ({told.published.month} if told.published else set()),
        since=context.since(between if read.kind in {Quantity.MONEY, Quantity.PERCENT} else (0, len(found))),
        possible=any(token.key in _MAY_BE for token in found[max(0, figure.first - _MODAL) : figure.first]),
        terms=context.terms - spent,
        near=context.near(figure, between) - spent,
    )


def _kind(figure: Figure, noun: Noun | None, event: Event | None) -> Quantity | None:
    """What kind of number it is; None where nothing says what it counts."""
    if figure.currency:
        return Quantity.MONEY
    if figure.percent:
        return Quantity.PERCENT
    if event is not None and event.name in CASUALTIES and (noun is None or are_people(noun.thing)):
        return Quantity.CASUALTIES
    if noun is not None or (event is not None and event.name in OF_PEOPLE):
        return Quantity.COUNT
    return None


def _is_quantity(found: Sequence[Token], figure: Figure) -> bool:
    """Whether a number is no year, day of a month, age or part of a name."""
    before, after = _key(found, figure.first - 1), _key(found, figure.last)
    if before in _FROM:
        return False  # where a change began
    if figure.currency or figure.percent:
        return True
    if _MONTHS.fullmatch(before) or _MONTHS.fullmatch(after) or before in _AGE or before in _DESIGNATES:
        return False
    plain = figure.digits and figure.first == figure.last - 1
    if plain and 1900 <= figure.low < 2100 and len(found[figure.first].text) == 4:
        return False
    if plain and after in {",", ")"} and before in {",", "("}:
        return False  # "Ivo Marat, 45, said"
    named = figure.first > 1 and found[figure.first - 1].capital and before not in _DAYS
    named = named and _key(found, figure.first - 2) not in _IN
    return not (plain and named and figure.low < 1000 and not event_of(before))


def _places(found: Sequence[Token], skipped: frozenset[str]) -> Iterator[str]:
    """Names after a preposition of place."""
    inside = False
    for at, token in enumerate(found):
        head = at - 2 if _key(found, at - 1) == "the" else at - 1
        of_place = _key(found, head) == "of" and _key(found, head - 1) in _PLACES
        if token.capital and (inside or of_place or _key(found, head) in _IN) and token.key not in skipped:
            inside = True
            if not _MONTHS.fullmatch(token.key):
                yield _name(token)
        else:
            inside = inside and (token.key == "the" or token.text == "-")


def _days(found: Sequence[Token]) -> Iterator[str]:
    """The days that a sentence names, as it names them: "friday", "5 may"."""
    for at, token in enumerate(found):
        if token.key in _DAYS:
            yield token.key
        elif token.kind == "digits" and len(token.text) <= 2:
            month = next((key for key in (_key(found, at + 1), _key(found, at - 1)) if _MONTHS.fullmatch(key)), None)
            if month is not None:
                yield f"{int(token.text)} {month[:3]}"


def _months(found: Sequence[Token]) -> Iterator[int]:
    """The months that a sentence names: English ones with a capital, which "may" and "march" seldom have inside it."""
    for at, token in enumerate(found):
        if _MONTHS.fullmatch(token.key) and (_CYRILLIC.search(token.key) or (token.capital and at)):
            number = next((number for start, number in _NUMBERED if token.key.startswith(start)), None)
            if number is not None:
                yield number


def _name(token: Token) -> str:
    return _name_of(token.text)


@lru_cache(maxsize=4096)
def _name_of(text: str) -> str:
    """A name in the form that its cases and scripts share: folded, a Slavic one without its last letter, its start."""
    form = folded(text)
    if _CYRILLIC.search(text) and len(form) > 4:
        form = form[:-1]
    return form[:6].lower()


def _key(found: Sequence[Token], at: int) -> str:
    return found[at].key if 0 <= at < len(found) else ""
