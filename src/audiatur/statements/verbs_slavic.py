"""Russian and Ukrainian verbs of saying, of acts in speech and of opinion, with every form that reports; our own list.

Verbs stand as ``past`` or ``past/present``: the past in the masculine, the present in the third person singular. All
other forms follow by rule.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from audiatur.statements.values import StatementClass


class Frame(Enum):
    """What stands for the content beside "that", a colon, quotation marks and the inversion, which all verbs have.

    SAY: "about" and a noun. CALL: an object and what it is called. OBJECT: an object. DO: a verb in the infinitive, or
    a noun, past who is addressed. THINK: nothing else. TEXT: the source stands after "in". ONLY: nothing else, and no
    inversion without marks.
    """

    SAY = 1
    CALL = 2
    OBJECT = 3
    DO = 4
    THINK = 5
    TEXT = 6
    ONLY = 7


@dataclass(frozen=True, slots=True)
class Verb:
    """One form: its class and frame, and its agreement.

    ``form``: ``m``, ``f``, ``n``, ``p`` in the past; ``s`` and ``t`` in the present, singular and plural; ``g``, a
    gerund.
    """

    class_: StatementClass
    frame: Frame
    form: str

    @property
    def plural(self) -> bool:
        """Whether it stands in the plural."""
        return self.form in "pt"


_S, _A, _T = StatementClass.SPEECH, StatementClass.SPEECH_ACT, StatementClass.ATTITUDE
_RUSSIAN: tuple[tuple[StatementClass, Frame, str], ...] = (
    (_S, Frame.SAY, """
        сказал говорил/говорит заявил/заявляет сообщил/сообщает рассказал/рассказывает написал/писал/пишет
        предупредил/предупреждал/предупреждает напомнил/напоминает упомянул/упоминает объявил/объявляет
        доложил/докладывает
        проинформировал/информирует высказался поведал спросил/спрашивал/спрашивает"""),
    (_S, Frame.ONLY, """
        отметил/отмечает подчеркнул/подчеркивает добавил/добавляет уточнил/уточняет ответил/отвечал/отвечает
        признал/признает признался/признавался/признается указал/указывает утверждал/утверждает уверял/уверяет
        заверил/заверял/заверяет констатировал/констатирует резюмировал/резюмирует заметил/замечает возразил/возражает
        воскликнул/восклицает предположил/предполагает поделился/делится подытожил/подытоживает заключил/заключает
        рассудил/рассуждает посетовал/сетует пояснил/поясняет парировал/парирует пошутил/шутит съязвил/язвит отрезал
        возмутился/возмущается настаивал/настаивает удивился/удивляется крикнул/кричал/кричит иронизировал/иронизирует
        повторил/повторяет продолжил/продолжает вспомнил/вспоминал/вспоминает оговорился/оговаривается подсчитал
        обнадежил/обнадеживает недоумевал/недоумевает усмехнулся/усмехается посмеялся/смеется вздохнул/вздыхает
        произнес/произносит вопрошал/вопрошает оправдывался/оправдывается передал/передает прокомментировал/комментирует
        намекнул/намекает объяснил/объяснял/объясняет поправил рапортовал/рапортует отозвался пригрозил/грозит
        хвастался/хвастается парировал клялся/клянется поклялся засвидетельствовал/свидетельствует прошептал
        сокрушался/сокрушается жаловался/жалуется пожаловался советовал спрогнозировал/прогнозирует подтверждал
        переспросил согласился/соглашается гласил/гласит мотивировал аргументировал/аргументирует обосновал"""),
    (_S, Frame.CALL, "назвал/называл/называет объяснил/объясняет охарактеризовал/характеризует"),
    (_A, Frame.OBJECT, """
        обвинил/обвинял/обвиняет поблагодарил/благодарит осудил/осуждает раскритиковал/критикует отверг/отвергает
        похвалил/хвалит поздравил/поздравляет упрекнул/упрекает приветствовал/приветствует опроверг/опровергает
        отрицал/отрицает оспорил/оспаривает подтвердил/подтверждает извинился/извиняется пожаловался/жалуется
        предостерег/предостерегает исключил/исключает высмеял одернул анонсировал/анонсирует"""),
    (_S, Frame.OBJECT, "сослался/ссылается"),
    (_A, Frame.ONLY, "обратился/обращается"),
    (_A, Frame.DO, """
        призвал/призывал/призывает попросил/просил/просит потребовал/требовал/требует предложил/предлагал/предлагает
        пообещал/обещал/обещает поручил/поручает приказал/приказывает распорядился велел посоветовал/советует
        порекомендовал/рекомендовал/рекомендует пригрозил/угрожает отказался/отказывался/отказывается поклялся
        умолял/умоляет согласился порекомендовал вызвался обязал разрешил/разрешает запретил/запрещает"""),
    (_T, Frame.CALL, "считал/считает"),
    (_T, Frame.THINK, """
        полагал/полагает надеялся/надеется опасался/опасается думал/думает верил/верит боялся/боится
        ожидал/ожидает рассчитывал/рассчитывает сомневался/сомневается убежден уверен сожалел/сожалеет"""),
    (_S, Frame.TEXT, """говорится говорилось сказано указано указывается указывалось отмечается отмечалось
    подчеркивается
        утверждается утверждалось значится сообщается сообщалось написано прописано записано уточняется поясняется
        упоминается содержится констатируется"""),
)  # fmt: skip
_UKRAINIAN: tuple[tuple[StatementClass, Frame, str], ...] = (
    (_S, Frame.SAY, """
        сказав/каже казав говорив/говорить заявив/заявляє повідомив/повідомляє розповів/розповідає написав/писав/пише
        попередив/попереджав/попереджає нагадав/нагадує згадав/згадує доповів/доповідає поінформував/інформує
        проінформував висловився запитав/запитує спитав/питає оголосив/оголошує"""),
    (_S, Frame.ONLY, """
        зазначив/зазначає наголосив/наголошує підкреслив/підкреслює додав/додає уточнив/уточнює відповів/відповідає
        визнав/визнає зізнався/зізнається вказав/вказує стверджував/стверджує запевнив/запевняв/запевняє
        констатував/констатує зауважив/зауважує заперечив/заперечує прокоментував/коментує припустив/припускає
        поділився/ділиться погодився/погоджується підсумував/підсумовує відзначив/відзначає пояснив/пояснював/пояснює
        обурився/обурюється пожартував/жартує відрізав наполягав/наполягає заперечував переконував/переконує
        твердив/твердить
        усміхнувся/усміхається сміється вигукнув/вигукує кричав/кричить пригадав/пригадує повторив/повторює кинув
        продовжив/продовжує виправдовувався/виправдовується скаржився/скаржиться поскаржився натякнув/натякає
        дивувався/дивується передав/передає підтвердив/підтверджує зітхнув/зітхає заявляв присягався/присягається
        поцікавився іронізував/іронізує прогнозував/прогнозує спрогнозував аргументував/аргументує розмірковує
        резюмував/резюмує мовив мовить нарікав/нарікає бідкається плакав/плаче сердиться хвалився/хвалиться"""),
    (_S, Frame.CALL, "назвав/називав/називає пояснив/пояснює охарактеризував/характеризує"),
    (_A, Frame.OBJECT, """
        звинуватив/звинувачував/звинувачує подякував/дякує засудив/засуджує розкритикував/критикує відкинув/відкидає
        похвалив/хвалить привітав/вітає дорікнув/дорікає спростував/спростовує заперечив/заперечує
        підтвердив/підтверджує
        вибачився/вибачається перепросив/перепрошує поскаржився/скаржиться застеріг/застерігає закидав/закидає закинув
        виключив/виключає оголосив оскаржив анонсував/анонсує відхилив"""),
    (_A, Frame.ONLY, "звернувся/звертається"),
    (_A, Frame.DO, """
        закликав/закликає попросив/просив/просить зажадав/вимагав/вимагає запропонував/пропонував/пропонує
        пообіцяв/обіцяв/обіцяє доручив/доручає наказав/наказує розпорядився звелів порадив/радить
        рекомендував/рекомендує
        пригрозив/погрожує відмовився/відмовляється поклявся благав/благає погодився зобов'язав дозволив/дозволяє
        заборонив/забороняє"""),
    (_T, Frame.CALL, "вважав/вважає"),
    (_T, Frame.THINK, """
        гадав/гадає сподівався/сподівається побоювався/побоюється боявся бояться боїться думав/думає вірив/вірить
        очікував/очікує чекає розраховує сумнівається переконаний впевнений упевнений шкодував/шкодує"""),
    (_S, Frame.TEXT, """йдеться ідеться йшлося ішлося сказано зазначено зазначається вказано вказується наголошується
        повідомляється стверджується говориться написано записано прописано підкреслюється уточнюється мовиться
        пояснюється міститься"""),
)  # fmt: skip
_PAST_ENDS = {"m": "", "f": "а", "n": "о", "p": "и"}


def _russian_past(past: str) -> dict[str, str]:
    """The forms of a masculine past by agreement."""
    reflexive = past.endswith("ся")
    stem = past.removesuffix("ся")
    base = stem if stem.endswith("л") else stem + "л"
    forms = {base + end + ("сь" if end else "ся") * reflexive: form for form, end in _PAST_ENDS.items()}
    forms[base[:-1] + ("вшись" if reflexive else "в")] = "g"
    if past != base:
        forms.pop(base, None)
    return forms | {past: "m"}


def _russian_present(present: str) -> dict[str, str]:
    """The forms of a third person by agreement."""
    reflexive = present.endswith("ся")
    stem = present.removesuffix("ся")
    base, end = stem[:-2], stem[-2:]
    after = base[-1:]
    if end == "ит":
        plural, gerund = ("ат" if after in "жшщч" else "ят"), ("а" if after in "жшщч" else "я")
    else:
        plural, gerund = ("ют" if after in "аяеуою" else "ут"), "я"
    forms = {present: "s", base + plural + "ся" * reflexive: "t"}
    if after in "аяеуию" or end == "ит":
        forms[base + gerund + "сь" * reflexive] = "g"
    return forms


def _ukrainian_past(past: str) -> dict[str, str]:
    """The forms of a masculine past by agreement."""
    reflexive = past.endswith("ся")
    stem = past.removesuffix("ся")
    base = (stem.removesuffix("в")) + "л"
    forms = {past: "m"}
    for form, end in (("f", "а"), ("n", "о"), ("p", "и")):
        for tail in ("ся", "сь") if reflexive else ("",):
            forms[base + end + tail] = form
    return forms | {stem + ("шись" if reflexive else "ши"): "g"}


def _ukrainian_present(present: str) -> dict[str, str]:
    """The forms of a third person by agreement."""
    reflexive = present.endswith("ся")
    stem = present.removesuffix("ся").removesuffix("ть" if reflexive and not present.endswith("иться") else "")
    if stem.endswith("ить"):
        base, plural, gerund = stem[:-3], ("ать" if stem[-4:-3] in "жшчщ" else "ять"), "ячи"
    elif stem.endswith("їть"):
        base, plural, gerund = stem[:-3], "ять", "ячи"
    elif stem.endswith(("є", "їть")):
        base, plural, gerund = stem[:-1], "ють", "ючи"
    else:
        base, plural, gerund = stem[:-1], "уть", "учи"
    return {
        present: "s",
        base + plural + "ся" * reflexive: "t",
        base + gerund + "сь" * reflexive: "g",
    }


def verbs_of(*, russian: bool) -> dict[str, tuple[Verb, ...]]:
    """All forms of the language's verbs, folded; a form of two frames has both, in the order of the lists."""
    table: dict[str, tuple[Verb, ...]] = {}
    past_of, present_of = (_russian_past, _russian_present) if russian else (_ukrainian_past, _ukrainian_present)
    presents = (
        ("ет", "ит", "ется", "ится", "нет")
        if russian
        else ("є", "ить", "їть", "же", "ше", "ється", "иться", "їться", "аче")
    )
    for class_, frame, line in _RUSSIAN if russian else _UKRAINIAN:
        for entry in line.split():
            for word in entry.split("/"):
                if frame is Frame.TEXT:
                    forms = {word: "n"}
                elif word.endswith(("жден", "верен")):
                    forms = {word: "m", word + "а": "f", word + "ы": "p"}
                    forms = {k.replace("вереа", "верена"): v for k, v in forms.items()}
                elif word.endswith("ний"):
                    forms = {word: "m", word[:-2] + "а": "f", word[:-2] + "і": "p", word[:-3] + "ен": "m"}
                else:
                    forms = (present_of if word.endswith(presents) else past_of)(word)
                for form, agreement in forms.items():
                    verb = Verb(class_, frame, agreement)
                    known = table.get(form, ())
                    if all(v.frame is not frame for v in known):
                        table[form] = (*known, verb)
    return table
