"""The subject of a Russian or Ukrainian verb, before it or after it, and who is addressed in between.

What a preposition governs is walked past. Where nothing looks like a subject the answer is None.
"""

from __future__ import annotations

from dataclasses import dataclass

from audiatur.statements.names_slavic import stem
from audiatur.statements.phrases_slavic import (
    body_stems,
    capital_near,
    extent,
    is_adverbial,
    is_known,
    is_pronoun,
    is_told_medium,
    is_verb_ending,
    nominative_adjective,
    starts,
)
from audiatur.statements.views_slavic import Phrase, View
from audiatur.statements.wordlists import words
from audiatur.statements.words_slavic import Language

_HARD = (":", ";")


_LONGEST = 14  # tokens of a subject


_LONG_NAME = 5  # words: a longer quotation is no name


_SHORT = 3


_COUNTS = words(
    """два две двух три трех четыре пять шесть семь восемь девять десять одиннадцать двенадцать полтора полторы пару
    несколько дві двох трьох чотири п'ять шість сім вісім дев'ять десять дванадцять півтора півтори кілька декілька"""
)
_WITH = words("с со з із зі")
_IN_A = words(
    """города профессора доктора директора инспектора редактора тренера мастера повара сторожа катера поезда братья
    друзья сыновья мужья зятья міста села вчителя"""
)  # nouns whose plural ends as one person's accusative does
_UNITS = words("""сутки суток минут минуты десятилетий хвилин хвилини десятиліть""")
_SINCE = words("назад спустя тому")
_RELATIVE = ("котор", "якого", "якої", "якому", "яким", "якій", "яку", "яких", "котр", "чьего", "чьей")
_ASIDES = ("свою", "частности", "частности", "том", "отличие", "тому", "цілому", "целом", "свій")


_PARTICIPLES = (
    "щего", "щей", "щий", "щая", "щие", "щих", "вший", "вшая", "вшие", "вшего", "вшей", "мого", "мой", "мых", "мый",
    "нный", "нная", "нного", "нной", "нных", "ющий", "ний", "на", "ного", "ної", "них", "кого", "кой", "ких",
    "кий", "кая",
    "лый", "тый", "тая", "тые",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Subject:
    """Who speaks, by tokens; ``inside``: the words after "in" ("в ведомстве сообщили"); ``told``: the addressee."""

    phrase: Phrase | None
    inside: bool = False
    told: Phrase | None = None
    pronoun: bool = False
    last: int = -1


def is_relative(word: str, language: Language) -> bool:
    """Whether a folded word is "which" in any case."""
    return word in language.relative or word.startswith(_RELATIVE)


def _skip_phrase(view: View, at: int, last: int, language: Language) -> int:
    """The first token after the preposition at ``at`` that what it governs leaves over; ``last + 1`` where none is."""
    at += 1
    if is_adverbial(view, at, language):
        while at <= last and is_adverbial(view, at, language):
            at += 1
        return at
    at += 1
    while at <= last and (view.is_word(at) or view.kind(at) == "q"):
        word = view.word(at)
        if word in language.prepositions or is_adverbial(view, at, language) or is_pronoun(word, language):
            return at
        after_capital = view.capital(at - 1) and view.capital(at)
        named = view.capital(at) and (after_capital or view.kind(at - 1) == "q" or view.capital(at + 1))
        if is_known(word, language) or named or (word in language.determiners):
            return at
        if not view.capital(at) and nominative_adjective(view, at, language) and view.kind(at) == "w":
            return at
        at += 1
    return at


def _lead(view: View, first: int, last: int, language: Language) -> int:
    """Past what a clause opens with before its subject: conjunctions, when, where, how."""
    while first <= last:
        word = view.word(first)
        if word in language.stops or is_adverbial(view, first, language) or view.is_dash(first):
            first += 1
        elif (timed := _counted_time(view, first, language)) is not None:
            first = timed
        elif word in language.prepositions and not (word == "за" and view.word(first + 1) == "що"):
            first = _skip_phrase(view, first, last, language)
        else:
            break
    return first


def _counted_time(view: View, at: int, language: Language) -> int | None:
    """What comes after "две недели назад" or "месяц спустя" at ``at``; None where no such time stands there."""
    if view.word(at) in _COUNTS and (view.word(at + 1) in language.times or view.word(at + 1) in _UNITS):
        at += 2
        return at + 1 if view.word(at) in _SINCE else at
    return at + 1 if view.word(at) == "спустя" and view.word(at - 1) in language.times else None


def _tail(view: View, first: int, last: int, language: Language) -> int:
    """Back over when, where and how between a subject and its verb."""
    while last >= first:
        if is_adverbial(view, last, language) or view.word(last) == "не":
            last -= 1
            continue
        at = next((k for k in range(last, first, -1) if view.word(k) in language.prepositions), None)
        if at is None:
            break
        timed = is_adverbial(view, at + 1, language)
        alone = (
            at - 1 == first
            and not is_known(view.word(first), language)
            and view.word(first) not in language.determiners
        )
        named = (view.capital(at - 1) and (view.capital(at - 2) or alone)) or view.kind(at - 1) == "q"
        if named and capital_near(view, at + 2, last, language, 5):
            named = False  # "Сенатор от оппозиции Вера Ольха"
        if not (timed or named or is_pronoun(view.word(at - 1), language)):
            break
        last = at - 1
    return last


def _agrees(word: str, form: str) -> bool:
    """Whether a word that is not listed may be the subject of such a form, by its ending."""
    if form in "pt":
        return word.endswith(("ы", "и", "і", "ї", "а", "я", "е"))
    if form == "f":
        return word.endswith(("а", "я", "ь", "и", "і"))
    return not word.endswith(("ы", "и", "у", "ю", "і", "ї", "ом", "ем", "ой", "ою"))


def _phrase_before(view: View, first: int, last: int, language: Language, form: str) -> Phrase | None:
    """The subject in a stretch before its verb, what opens the clause and what stands at the verb left out."""
    whole = last
    first = _lead(view, first, last, language)
    last = _tail(view, first, last, language)
    if first > last or last - first > _LONGEST or view.kind(first) not in "wq":
        return None
    word = view.word(first)
    if is_pronoun(word, language):
        return first, first
    if view.kind(first) == "q":
        return (first, last) if first == last and len(view.tokens[first].text.split()) < _LONG_NAME else None
    beyond = extent(view, first, last, language) + 1
    if (
        view.word(beyond) in language.prepositions
        or is_told_medium(view, beyond)
        or is_verb_ending(view, beyond, language)
        or is_adverbial(view, beyond, language)
    ):
        last = min(last, beyond - 1)
    told = word in language.addressees and not is_known(word, language)
    other_verb = any(
        view.word(k) in language.verbs and view.word(k) not in language.roles for k in range(first, last + 1)
    )
    if form in ("p", "t") and _is_object(view, first, last, whole, language):
        return None
    owner = word in language.owners and first == last
    accusative = word.endswith(("ого", "его", "ього")) and word not in language.roles | language.owners
    accusative = accusative and not view.capital(first + 1)
    if owner or accusative:
        return None
    fits = starts(view, first, language) or (_agrees(word, form) and len(word) > _SHORT)
    return (first, last) if fits and not told and not other_verb else None


def _is_object(view: View, first: int, last: int, whole: int, language: Language) -> bool:
    """Whether the words before a plural verb are not its subject: "Докеров просят", "Марека попросили".

    No nominative plural ends in "-ов", "-ей" or "-их"; one in "-а" or "-у" that no list has is one person's accusative.
    Up to ``whole`` a second one may be joined: "Марков с Орловой заявили".
    """
    word = view.word(first)
    joined = any(view.word(k) in language.joins or view.word(k) in _WITH for k in range(first, whole + 1))
    if joined or is_known(word, language) or word in _IN_A or word in language.determiners | language.owners:
        return False
    plural = word.endswith(("ов", "ев", "ей", "ых", "их", "ів", "їв", "ам", "ям")) and len(word) > _SHORT
    one = first == last and view.capital(first) and word.endswith(("а", "я", "у", "ю"))
    return plural or one


def _inside(view: View, at: int, last: int, language: Language) -> Phrase | None:
    """The body or place after "in" at ``at``, up to ``last``; None where it is neither."""
    first = at + 1
    while last >= first and (is_adverbial(view, last, language) or view.word(last) in language.stops):
        last -= 1
    if first > last or last - first > 7 or view.word(at) not in language.in_ or view.word(first) in language.times:
        return None
    for k in range(first, last + 1):
        if view.word(k) in language.prepositions and k > first:
            last = k - 1  # "В ведомстве в понедельник"
            break
        if view.kind(k) == "p":
            return None
        if is_told_medium(view, k):
            last = k - 1  # "в МИД «Листку»"
            break
    bodies = body_stems(language)
    known = any(stem(view.word(k)) in bodies for k in range(first, last + 1) if view.is_word(k))
    named = view.capital(first) or view.kind(first) == "q"
    return (first, last) if known or named else None


def _segments(view: View, low: int, high: int) -> list[Phrase]:
    """The stretches between commas from the last hard mark on."""
    hard = [k for k in range(low, high + 1) if view.word(k) in _HARD or view.is_dash(k) or view.kind(k) == "."]
    low = hard[-1] + 1 if hard else low
    found: list[Phrase] = []
    start = low
    for k in range(low, high + 2):
        if k == high + 1 or view.is_comma(k):
            found.append((start, k - 1))
            start = k + 1
    return found


def _inserted(view: View, segment: Phrase, language: Language) -> bool:
    """Whether a stretch between commas is a relative clause or a participle with what belongs to it."""
    first, last = segment
    if first > last:
        return False
    words = [view.word(k) for k in range(first, min(first + 3, last + 1))]
    if any(is_relative(w, language) for w in words):
        return True
    set_phrase = words[0] in language.in_ and len(words) > 1 and words[1] in _ASIDES
    if _lead(view, first, last, language) > last and (set_phrase or view.word(first) not in language.in_):
        return True  # "в свою очередь"
    if any(v.form == "g" for v in language.verbs.get(words[0], ())):
        return True
    participle = len(words[0]) > 5 and words[0].endswith(_PARTICIPLES)
    return participle and not view.capital(first) and not is_known(words[0], language)


def subject_before(view: View, low: int, at: int, language: Language, form: str) -> Subject | None:
    """The subject between ``low`` and the verb at ``at``; ``form`` is the verb's agreement."""
    segments = _segments(view, low, at - 1)
    inserted = False
    for index in range(len(segments) - 1, -1, -1):
        first, last = segments[index]
        pronoun = _pronoun_at_end(view, first, last, language)
        if pronoun is not None and index == len(segments) - 1:
            return Subject((pronoun, pronoun), pronoun=True, last=last)
        if _inserted(view, (first, last), language) or (index and _second_verb(view, first, last, language)):
            inserted = True
            continue
        aside = index == len(segments) - 2 and segments[-1][0] > segments[-1][1]
        if (
            aside
            and index
            and (view.word(first) not in language.in_ or view.word(first + 1) in _ASIDES)
            and _lead(view, first, last, language) > last
        ):
            inserted = True  # "S, в свою очередь, сказал"
            continue
        empty = first > last or _lead(view, first, last, language) > last
        if empty:
            if form in "pt" and first <= last:
                place = _lead_preposition(view, first, last, language)
                found = _inside(view, place, last, language) if place is not None else None
                if found is not None:
                    return Subject(found, inside=True, last=last)
            if (
                index == len(segments) - 1
                and not inserted
                and first > last
                and not _inserted_next(view, segments, index, language)
            ):
                return None
            continue
        phrase = _phrase_before(view, first, last, language, form)
        if phrase is None:
            return None
        previous = segments[index - 1] if index else None
        if previous and view.capital(phrase[0]) and not is_known(view.word(phrase[0]), language):
            whole = _phrase_before(view, *previous, language, form)
            if whole is not None and is_known(view.word(whole[1]), language):
                phrase = (whole[0], phrase[1])  # "Сам директор, Франц Иберт, пояснил"
        return Subject(phrase, pronoun=is_pronoun(view.word(phrase[0]), language), last=last)
    return None


def _pronoun_at_end(view: View, first: int, last: int, language: Language) -> int | None:
    """A pronoun that only adverbs part from the verb: "в письме она", "он тут же"; None for none."""
    while last > first and (is_adverbial(view, last, language) or view.word(last) == "не"):
        last -= 1
    timed = next((k for k in range(last, first, -1) if view.word(k) in language.prepositions), None)
    if timed is not None and is_adverbial(view, min(timed + 1, last), language):
        last = timed - 1
        while last > first and is_adverbial(view, last, language):
            last -= 1
    if last < first or not view.is_word(last):
        return None
    alone = view.word(last) in language.others and last != first
    return (
        last
        if is_pronoun(view.word(last), language) and not (alone and not _after_relative(view, first, last, language))
        else None
    )


def _after_relative(view: View, first: int, last: int, language: Language) -> bool:
    return any(view.word(k) in language.relative for k in range(first, last))


def _second_verb(view: View, first: int, last: int, language: Language) -> bool:
    """Whether a stretch is a verb of the same subject and a conjunction: ", тоже был на стадионе и"."""
    return view.word(last) in language.joins and not starts(view, _lead(view, first, last, language), language)


def _inserted_next(view: View, segments: list[Phrase], index: int, language: Language) -> bool:
    return index > 0 and _inserted(view, segments[index - 1], language)


def _lead_preposition(view: View, first: int, last: int, language: Language) -> int | None:
    """The preposition of a body at the head of a clause, past conjunctions and times; None for none."""
    while first <= last:
        word = view.word(first)
        if word in language.in_ and not is_adverbial(view, first + 1, language):
            return first
        if word in language.stops or is_adverbial(view, first, language) or word in language.in_:
            first += 1
        else:
            return None
    return None


def _told(view: View, at: int, last: int, language: Language) -> int | None:
    """The last token of who is told, where that begins at ``at``; None where it does not."""
    word = view.word(at)
    if view.kind(at) == "q":
        short = len(view.tokens[at].text.split()) < 4
        return at if short and at < last and starts(view, at + 1, language) else None
    if not view.is_word(at):
        return None
    listed = word in language.addressees
    dative = word.endswith(("ам", "ям")) and not view.capital(at) and not is_known(word, language)
    acronym = view.tokens[at].text.isupper() and len(word) > 1 and word not in language.bodies
    if not (listed or dative or acronym):
        return None
    end = at
    while end + 1 <= last and (
        view.kind(end + 1) == "q" or (acronym and view.capital(end + 1) and is_known(view.word(end + 2), language))
    ):
        end += 1
        if view.kind(end) == "q":
            break
    if acronym and not (end < last and starts(view, end + 1, language)):
        return None
    return end


def subject_after(view: View, at: int, last: int, language: Language, form: str, *, loose: bool) -> Subject | None:
    """The subject after the verb at ``at``, past times, places and who is told; ``loose``: any noun will do."""
    first, told = at + 1, None
    while first <= last:
        word = view.word(first)
        if is_pronoun(word, language) and not (word in language.others and is_known(view.word(first + 1), language)):
            told = told or _after_pronoun(view, first, last, language)
            return Subject((first, first), told=told, pronoun=True, last=first)
        end = _told(view, first, last, language)
        if end is not None:
            told, first = (first, end), end + 1
        elif is_adverbial(view, first, language):
            first += 1
        elif word in language.prepositions:
            stop = _stretch(view, first, last)
            held = _inside(view, first, stop, language) if form in "pt" else None
            if held is not None:
                return Subject(held, inside=True, told=told, last=held[1])
            first = _skip_phrase(view, first, last, language)
            if first > stop:
                break
        else:
            break
    phrase = _phrase_after(view, first, last, language, form, loose=loose)
    if phrase is None:
        return Subject(None, told=told) if told else None
    return Subject(phrase, told=told or _after_pronoun(view, phrase[1], last, language), last=phrase[1])


def _phrase_after(view: View, first: int, last: int, language: Language, form: str, *, loose: bool) -> Phrase | None:
    """The subject that begins at ``first``; None where none does."""
    if first > last:
        return None
    word = view.word(first)
    if view.kind(first) == "q":  # "пишет «Листок»"
        medium = form == "s" and len(view.tokens[first].text.split()) < _LONG_NAME - 1
        return (first, first) if medium and (first == last or not view.is_word(first + 1)) else None
    if not view.is_word(first) or (word in language.verbs and word not in language.roles):
        return None
    noun = loose and _agrees(word, form) and len(word) > _SHORT
    if not (starts(view, first, language) or noun or _ends_in_name(view, first, last, language)):
        return None
    return first, extent(view, first, last, language)


def _ends_in_name(view: View, first: int, last: int, language: Language) -> bool:
    """Whether the phrase from a word that no list has ends in a full name: "уполномоченная по правам Раиса Годун"."""
    end = extent(view, first, last, language)
    return end > first + 1 and view.capital(end) and view.capital(end - 1)


def _stretch(view: View, at: int, last: int) -> int:
    """The last token before the next mark."""
    while at + 1 <= last and view.kind(at + 1) in "wq":
        at += 1
    return at


def _after_pronoun(view: View, at: int, last: int, language: Language) -> Phrase | None:
    """Who is told right after the subject: "сказал он журналистам"."""
    first = at + 1
    if first <= last and is_told_medium(view, first):
        return first, first
    if first > last or not view.is_word(first) or view.word(first) not in language.addressees:
        return None
    return first, first + 1 if view.kind(first + 1) == "q" else first
