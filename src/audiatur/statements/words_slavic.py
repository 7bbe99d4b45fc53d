"""Russian and Ukrainian words by which reported speech is found; our own compilation.

Past forms are given in the masculine, from which the others follow by rule; present forms are given as they are.
"""

from __future__ import annotations

from dataclasses import dataclass

from audiatur.statements.values import StatementClass
from audiatur.statements.wordlists import words

_Classes = dict[StatementClass, str]

_RUSSIAN_PAST: _Classes = {
    StatementClass.SPEECH: """
        сказал заявил сообщил отметил подчеркнул добавил рассказал пояснил объяснил уточнил написал ответил
        спросил признал указал напомнил утверждал говорил заверил предупредил подтвердил констатировал
        резюмировал заметил возразил воскликнул прокомментировал объявил опроверг предположил уверял
        признался поделился согласился подытожил заключил рассудил посетовал пожаловался""",
    StatementClass.SPEECH_ACT: """
        обвинил поблагодарил осудил призвал потребовал раскритиковал пообещал предложил отверг похвалил
        поздравил упрекнул пригрозил приветствовал извинился""",
}
_RUSSIAN_PRESENT: _Classes = {
    StatementClass.SPEECH: """
        говорит говорят заявляет заявляют сообщает сообщают утверждает утверждают отмечает отмечают
        подчеркивает подчёркивает подчеркивают добавляет пишет пишут передает передаёт передают рассказывает
        рассказывают объясняет поясняет уточняет указывает указывают напоминает признает признаёт уверяет
        уверяют предупреждает предупреждают подтверждает опровергает""",
    StatementClass.SPEECH_ACT: """
        призывает призывают обвиняет обвиняют требует требуют осуждает осуждают обещает критикует благодарит""",
    StatementClass.ATTITUDE: """
        считает считают полагает полагают надеется надеются опасается опасаются думает верит""",
}
_UKRAINIAN_PAST: _Classes = {
    StatementClass.SPEECH: """
        сказав заявив повідомив зазначив наголосив підкреслив додав розповів пояснив уточнив написав
        відповів запитав визнав вказав нагадав стверджував говорив запевнив попередив підтвердив констатував
        зауважив заперечив прокоментував оголосив спростував припустив зізнався поділився погодився
        підсумував відзначив""",
    StatementClass.SPEECH_ACT: """
        звинуватив подякував засудив закликав зажадав розкритикував пообіцяв запропонував відкинув похвалив
        привітав дорікнув пригрозив вибачився""",
}
_UKRAINIAN_PRESENT: _Classes = {
    StatementClass.SPEECH: """
        каже кажуть говорить говорять заявляє заявляють повідомляє повідомляють стверджує стверджують
        зазначає зазначають наголошує наголошують підкреслює додає пише пишуть передає передають розповідає
        пояснює уточнює вказує нагадує визнає запевняє попереджає підтверджує спростовує""",
    StatementClass.SPEECH_ACT: """
        закликає закликають звинувачує звинувачують вимагає вимагають засуджує обіцяє критикує дякує""",
    StatementClass.ATTITUDE: """
        вважає вважають сподівається сподіваються побоюється думає вірить""",
}


@dataclass(frozen=True, slots=True)
class Language:
    """The words of one language. ``sources`` are the beginnings of "according to", each as its words."""

    verbs: dict[str, StatementClass]
    that: frozenset[str]
    as_: frozenset[str]
    sources: tuple[tuple[str, ...], ...]
    male: frozenset[str]
    female: frozenset[str]
    plural: frozenset[str]
    prepositions: frozenset[str]
    stops: frozenset[str]
    times: frozenset[str]
    roles: frozenset[str]
    bodies: frozenset[str]


def _russian_forms(past: str) -> tuple[str, ...]:
    """Masculine, feminine, plural, neuter past tense."""
    if past.endswith("ся"):
        stem = past[:-3]
        return past, stem + "лась", stem + "лись", stem + "лось"
    if not past.endswith("л"):  # "опроверг", "отверг"
        return past, past + "ла", past + "ли", past + "ло"
    return past, past + "а", past + "и", past + "о"


def _ukrainian_forms(past: str) -> tuple[str, ...]:
    if past.endswith("ся"):
        stem = past[:-3]
        return past, stem + "лася", stem + "лась", stem + "лися", stem + "лись"
    return past, past[:-1] + "ла", past[:-1] + "ли", past[:-1] + "ло"


def _verbs(past: _Classes, present: _Classes, *, russian: bool) -> dict[str, StatementClass]:
    table: dict[str, StatementClass] = {}
    for class_, line in past.items():
        for word in line.split():
            table |= dict.fromkeys((_russian_forms if russian else _ukrainian_forms)(word), class_)
    for class_, line in present.items():
        table |= dict.fromkeys(line.split(), class_)
    return table


RUSSIAN = Language(
    verbs=_verbs(_RUSSIAN_PAST, _RUSSIAN_PRESENT, russian=True),
    that=words("что"),
    as_=words("как"),
    sources=(
        ("по", "словам"), ("по", "мнению"), ("по", "данным"), ("по", "информации"), ("по", "утверждению"),
        ("по", "версии"), ("согласно",),
    ),
    male=words("он"),
    female=words("она"),
    plural=words("они"),
    prepositions=words("в во на с со к ко о об от до из за по при для у над под перед после во время через ходе без"),
    stops=words("и а но или если когда хотя потому поскольку который которая которые где чтобы при этом что как не"),
    times=words(
        """понедельник вторник среду четверг пятницу субботу воскресенье сегодня вчера завтра ранее позже
        накануне утром вечером днем днём затем также тоже уже еще ещё января февраля марта апреля мая июня
        июля августа сентября октября ноября декабря"""
    ),
    roles=words(
        """президент премьер премьер-министр министр глава председатель секретарь представитель официальный
        спикер депутат сенатор посол губернатор мэр директор руководитель генерал командующий лидер
        пресс-секретарь советник помощник эксперт аналитик журналист директор заместитель замглавы
        вице-премьер канцлер король адвокат судья"""
    ),
    bodies=words(
        """кремль минобороны мид правительство министерство агентство ведомство издание газета телеканал
        компания организация партия парламент госдума суд полиция прокуратура посольство комитет совет
        пресс-служба оон нато"""
    ),
)  # fmt: skip

UKRAINIAN = Language(
    verbs=_verbs(_UKRAINIAN_PAST, _UKRAINIAN_PRESENT, russian=False),
    that=words("що"),
    as_=words("як"),
    sources=(
        ("за", "словами"), ("на", "думку"), ("за", "даними"), ("за", "інформацією"), ("за", "твердженням"),
        ("згідно", "з"), ("згідно", "із"),
    ),
    male=words("він"),
    female=words("вона"),
    plural=words("вони"),
    prepositions=words("в у на з із зі до від про за по при для над під перед після через без о об під час"),
    stops=words("і й та а але або якщо коли хоча бо оскільки який яка які де щоб що як не"),
    times=words(
        """понеділок вівторок середу четвер п’ятницю п'ятницю суботу неділю сьогодні вчора учора завтра раніше
        пізніше напередодні вранці ввечері потім також теж вже ще січня лютого березня квітня травня червня
        липня серпня вересня жовтня листопада грудня"""
    ),
    roles=words(
        """президент прем’єр прем'єр прем’єр-міністр прем'єр-міністр міністр голова секретар представник речник
        речниця спікер депутат сенатор посол губернатор мер директор керівник генерал командувач лідер
        радник радниця помічник експерт аналітик журналіст заступник канцлер король адвокат суддя міністерка"""
    ),
    bodies=words(
        """кремль міноборони мзс уряд міністерство агентство відомство видання газета телеканал компанія
        організація партія парламент рада суд поліція прокуратура посольство комітет пресслужба генштаб оон
        нато"""
    ),
)  # fmt: skip

LANGUAGES = {"ru": RUSSIAN, "uk": UKRAINIAN}
