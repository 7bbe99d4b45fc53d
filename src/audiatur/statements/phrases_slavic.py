"""Words and noun phrases in Russian and Ukrainian: what a subject can begin with, and how far it goes.

No part of speech is tagged: offices, bodies and pronouns in the nominative are listed, names have capitals, the rest is
told by endings.
"""

from __future__ import annotations

from audiatur.statements.names_slavic import stem
from audiatur.statements.views_slavic import View
from audiatur.statements.wordlists import words
from audiatur.statements.words_slavic import Language

_OUT_OF = (
    "из",
    "з",
    "із",
    "зі",
    "от",
    "від",
    "по",
    "с",
)  # after a head these belong to the phrase: "хирург из столицы"


_SPEAKING_SOURCES = (
    "источник",
    "источники",
    "джерело",
    "джерела",
    "собеседник",
    "співрозмовник",
    "суд",
    "суды",
    "кореспондент",
)


_OF_ADJECTIVES = (
    "ого",
    "его",
    "ой",
    "ей",
    "ої",
    "их",
    "ых",
    "ский",
    "ская",
    "ское",
    "ский",
    "ський",
    "ська",
    "ське",
    "ные",
    "ный",
)


_INFINITIVES = ("ать", "ять", "ить", "еть", "уть", "ати", "яти", "ити", "іти", "ться", "тися")
_SHORT = 5  # letters: of those told something, only pronouns are so short
_LONG = 6  # letters: shorter words that end as infinitives are as often nouns
_NOUNS = words(
    """канал канала финал финала материал материала журнал журнала скандал скандала сигнал сигнала интервал персонал
    персонала потенциал капитал капитала вокзал вокзала идеал футбол футбола протокол протокола стол стола школа школы
    сила дела числа села тела слова совет ответ кабинет билет бюджет интернет комитет лимит визит кредит транзит дефицит
    приют сюжет запрет портрет предмет пакет букет макет рассвет привет ракет газет солдат депутат результат мандат
    кандидат формат чемпионат аппарат секретариат брат штат плакат автомат контракт объект проект продукт институт
    маршрут статут адвокат дебют салют минут суд уряд захист вплив прорив призив актив архів мотив наказ сила школа
    справа голова влада газета ціла села тіла слова число діло місто крісло масло тепло джерело правило весло світло"""
)
_LEGAL_FORMS = words(
    """ооо оао зао ао пао нпо нпп ип гк тк трк жк тц трц фк хк бк вк мк нк кп дп тд бц нко тов ат пат прат тді фоп гуп
    муп мкк ук уп ооп сзао фгуп тпк рк цк гмк гок тэц"""
)
_DATIVE = ("у", "ю", "ові", "еві", "єві")
_MAX_NAME = 3  # words of a name of a body that may stand between two capitals


def is_pronoun(word: str, language: Language) -> bool:
    """Whether a folded word is a personal pronoun in the nominative, or "that one"."""
    return word in language.male | language.female | language.plural | language.others | language.selves


def is_known(word: str, language: Language) -> bool:
    """Whether a folded word is a listed speaker in the nominative, a compound by its last part."""
    last = word.rpartition("-")[2]
    return word in language.roles or word in language.bodies or word in language.plurals or last in language.roles


def is_adverbial(view: View, at: int, language: Language) -> bool:
    """Whether a word is of when and how: listed, a number, or an adverb by its ending."""
    word = view.word(at)
    if view.kind(at) != "w":
        return False
    if word in language.times or word in language.adverbs or word[0].isdecimal():
        return True
    return (
        len(word) > 4
        and word[-1] == "о"
        and not word.endswith(("ство", "бюро", "радио", "радіо", "ого", "его", "ього"))
        and not view.capital(at)
        and word not in language.bodies
    )


def is_verb_ending(view: View, at: int, language: Language) -> bool:
    """Whether a lower-case word ends as a finite verb of the third person does: for verbs that no list has."""
    word = view.word(at)
    if (
        view.kind(at) != "w"
        or view.capital(at)
        or len(word) < 4
        or word in language.adverbs
        or is_known(word, language)
    ):
        return False
    if word in _NOUNS or word.endswith(("ів", "їв", "ового", "итет")):
        return False
    word = word.removesuffix("ся").removesuffix("сь")
    if language.code == "ru":
        return word.endswith(("л", "ла", "ли", "ло", "ет", "ит", "ют", "ят", "ут", "ат"))
    return word.endswith(
        ("в", "ла", "ли", "ло", "є", "ить", "їть", "ють", "ять", "уть", "ать", "же", "ше", "аче", "єть")
    )


def nominative_adjective(view: View, at: int, language: Language) -> bool:
    """Whether an adjective in the nominative stands there with a listed speaker within three words."""
    word = view.word(at)
    if not word.endswith(("ый", "ий", "ая", "яя", "ое", "ее", "ые", "ие", "а", "я", "е", "і", "ой")):
        return False
    return any(is_known(view.word(k), language) for k in range(at + 1, min(at + 4, len(view))) if view.is_word(k))


def starts(view: View, at: int, language: Language) -> bool:
    """Whether a subject can begin there: a pronoun, a listed speaker, a name, an adjective before one."""
    if not view.is_word(at):
        return False
    word = view.word(at)
    if word in language.prepositions or word in language.stops or word in language.relative:
        return False
    if is_pronoun(word, language) or is_known(word, language) or word in language.determiners:
        return True
    return view.capital(at) or word in language.owners or nominative_adjective(view, at, language)


_STEMS: dict[str, frozenset[str]] = {}


def body_stems(language: Language) -> frozenset[str]:
    """The stems of the listed bodies, by which they are known in any case."""
    if language.code not in _STEMS:
        _STEMS[language.code] = frozenset(stem(word) for word in language.bodies)
    return _STEMS[language.code]


def capital_near(view: View, at: int, last: int, language: Language, reach: int = _MAX_NAME) -> bool:
    """Whether a capital that no preposition governs follows within a few words of the same phrase."""
    for k in range(at, min(at + reach, last) + 1):
        if view.kind(k) not in "wq" or view.word(k) in language.stops or is_adverbial(view, k, language):
            return False
        if view.capital(k) and view.word(k - 1) not in language.prepositions:
            return True
    return False


def is_told_medium(view: View, at: int) -> bool:
    """Whether a name in marks stands there in the dative after a body that has no such name: "МИД «Листку»"."""
    if view.kind(at) != "q" or view.kind(at - 1) != "w" or len(view.tokens[at].text.split()) > 2:
        return False
    before, name = view.tokens[at - 1].text, view.tokens[at].text.rstrip('»“”"').lower()
    acronym = before.isupper() and len(before) > 1 and before.lower() not in _LEGAL_FORMS
    return acronym and name.endswith(_DATIVE)


def _ends_name(view: View, first: int, end: int, last: int, capitals: int, language: Language) -> bool:
    """Whether a name of so many capitals ends at ``end``, before a word in small letters."""
    if view.word(end + 1) in language.roles and view.capital(end + 2):
        return False  # "речник Міноборони Тавру полковник Емін Раш"
    if capitals > 1:
        return True
    if view.word(end).endswith(_OF_ADJECTIVES) and not view.capital(end - 1):
        return False
    if end == first:
        return first > 0
    return not capital_near(view, end + 1, last, language)


def extent(view: View, first: int, last: int, language: Language) -> int:
    """The last token of the noun phrase that begins at ``first``: title, whose, name."""
    end = first
    plain = is_known(view.word(first), language) or view.word(first) in language.determiners | language.owners
    capitals = 1 if view.capital(first) and not plain else 0
    while end + 1 <= last:
        at = end + 1
        word = view.word(at)
        if view.kind(at) == "q":
            if len(view.tokens[at].text.split()) > 6 or is_told_medium(view, at):
                break
            end, capitals = at, 0
            continue
        if (
            not view.is_word(at)
            or word in language.stops
            or word in language.relative
            or is_adverbial(view, at, language)
        ):
            break
        if word in language.verbs and word not in language.roles and word not in language.bodies:
            break
        if word in language.prepositions:
            if capitals and end == first and first > 0 and word in language.in_:
                break  # "сказал Марек в эфире Lumen"
            head = view.word(first)
            out = word in _OUT_OF and not capitals
            open_ = (
                (out and at == first + 1)
                or head in _SPEAKING_SOURCES
                or (
                    capitals < 2
                    and word not in ("после", "під", "після", "во", "перед")
                    and not is_adverbial(view, at + 1, language)
                    and capital_near(view, at + 2, last, language, 5)
                )
            )
            if not open_ or at + 1 > last or is_adverbial(view, at + 1, language):
                break
            end, capitals = at + 1, 0
            continue
        if capitals and not view.capital(at) and _ends_name(view, first, end, last, capitals, language):
            break
        told = word in language.addressees and (len(word) < _SHORT or word.endswith(("ам", "ям")))
        if told or (word.endswith(_INFINITIVES) and len(word) > _LONG):
            break
        capitals = capitals + 1 if view.capital(at) else 0
        end = at
    return end
