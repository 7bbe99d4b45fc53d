"""The words in Ukrainian; each says what the English one says."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from audiatur.provenance.values import Answer, IndependenceClass, Reason
from audiatur.provenance.wordings.values import Wording, slavic_form

_MISSING: Final = "наведено не всі підтвердження, на яких ґрунтується клас"
_CONTRADICTED: Final = "наведені відомості суперечать одні одним"

UKRAINIAN: Final = Wording(
    disclaimer="Включення не означає схвалення.",
    default_why="Щоб читачі могли зіставити повідомлення різних сторін.",
    classes=MappingProxyType(
        {
            IndependenceClass.SC: (
                "контролюється державою: держава — основне джерело фінансування, вона керує виданням "
                "і контролює його редакційну політику"
            ),
            IndependenceClass.CAPU: (
                "підконтрольне суспільне або кероване державою: держава керує виданням "
                "і контролює його редакційну політику, але не є основним джерелом фінансування"
            ),
            IndependenceClass.CAPR: (
                "підконтрольне приватне: держава контролює редакційну політику, але не керує виданням"
            ),
            IndependenceClass.ISFM: (
                "незалежне, фінансоване й кероване державою: держава — основне джерело "
                "фінансування, вона керує виданням, але не контролює його редакційну політику"
            ),
            IndependenceClass.ISF: (
                "незалежне, фінансоване державою: держава — основне джерело фінансування, "
                "але вона не керує виданням і не контролює його редакційну політику"
            ),
            IndependenceClass.ISM: (
                "незалежне, кероване державою: держава керує виданням, але не є основним "
                "джерелом фінансування й не контролює редакційну політику"
            ),
            IndependenceClass.IP: (
                "незалежне суспільне: держава не є основним джерелом фінансування, "
                "не керує виданням і не контролює його редакційну політику"
            ),
            IndependenceClass.NOT_IN_SCOPE: "поза охопленням State Media Matrix",
            IndependenceClass.UNKNOWN: f"невідомо: {_MISSING}, або {_CONTRADICTED}",
        }
    ),
    missing=f"невідомо: {_MISSING}",
    contradicted=f"невідомо: {_CONTRADICTED}",
    both=f"невідомо: {_CONTRADICTED}, і {_MISSING}",
    unknown="невідомо",
    source="Джерело",
    owner="Власник",
    funder="Хто фінансує",
    country="Країна",
    independence="Клас незалежності",
    why="Чому включено",
    added="Редактор додає",
    questions=(
        "держава — основне джерело фінансування",
        "держава керує",
        "держава контролює редакційну політику",
    ),
    answers=MappingProxyType({Answer.YES: "так", Answer.NO: "ні", Answer.UNKNOWN: "невідомо"}),
    evidence="підтвердження",
    more="Що відомо про джерело, з підтвердженнями",
    titles=MappingProxyType(
        {
            Reason.LEGAL: "Недоступно з юридичних причин",
            Reason.POLICY: "Тут не публікується",
            Reason.WINDOW: "Зараз тут не публікується",
        }
    ),
    barred="Цей матеріал джерела «{name}» не показується читачам у вашій юрисдикції.",
    closed="Правила цього сайту для джерела «{name}» не допускають публікації цього матеріалу.",
    ended="Цей сайт публікує матеріали джерела «{name}» обмежений час, і цей матеріал до нього не належить.",
    demanded="Хто вимагає: {told}",
    law="Закон: {told}",
    binds="Кого зобов’язує: {told}",
    jurisdictions="Юрисдикції: {told}",
    linked="Тут публікується лише посилання на цей матеріал. Де він з’явився: {place}.",
    appeared="Де з’явився цей матеріал: {place}.",
    excerpted="Це уривок. Де з’явився весь матеріал: {place}.",
    until="Тут він публікується до {day}.",
    withheld=(
        "{number} матеріал не включено до цієї стрічки за правилами сайту або з юридичних причин.",
        "{number} матеріали не включено до цієї стрічки за правилами сайту або з юридичних причин.",
        "{number} матеріалів не включено до цієї стрічки за правилами сайту або з юридичних причин.",
    ),
    form=slavic_form,
)
