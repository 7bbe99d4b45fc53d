"""What numbers count, and what happened to it: the nouns and verbs by which two numbers are of one quantity.

Of our own compiling, in English, Russian and Ukrainian. A word outside these tables is compared with itself only. The
words grade nothing: they say which numbers may stand side by side, and pages show the words as written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from audiatur.comparison.numerals import spelt

_THINGS = """
people: people persons person civilians civilian residents resident inhabitants victims victim bystanders villagers
    passengers citizens человек человека людей люди жител* граждан* пострадавш* осіб особи людина мешкан* цивільних
    громадян* жертв* мирных мирних
soldiers: soldiers soldier troops servicemen serviceman servicemembers marines marine fighters fighter personnel
    militants combatants paratroopers conscripts солдат* военнослужащ* военных военные боевик* бойц* морпех* десантник*
    військових військові військовослужбов* бійц* морпіх*
children: children child kids minors boys girls дет* ребен* дит*
women: women woman женщин* жінок жінк*
men: men мужчин* чоловік*
officers: officers officer офицер* офіцер*
journalists: journalists journalist reporters журналист* журналіст*
prisoners: prisoners prisoner captives detainees hostages pows пленн* военнопленн* заложник* полонен* військовополонен*
    заручник*
refugees: refugees refugee migrants беженц* біженц* переселенц*
diplomats: diplomats diplomat дипломат*
observers: observers monitors наблюдател* спостерігач*
workers: workers employees staff rescuers doctors medics сотрудник* работник* рабоч* спасател* врач* працівник*
    рятувальник* лікарів лікарі
bodies: bodies corpses remains тел тела трупов тіл трупів
missiles: missiles missile rockets rocket ракет* ракета
drones: drones drone uavs беспилотник* дрон* безпілотник*
shells: shells rounds munitions снаряд*
strikes: strikes airstrikes attacks raids sorties атак удар* вылет* вильот*
tanks: tanks tank танк*
aircraft: aircraft planes jets warplanes airplanes самолет* літак* літаків
helicopters: helicopters helicopter вертолет* гелікоптер* вертольот*
ships: ships vessels boats warships корабл* судов судна судно катер* суден
vehicles: vehicles carriers trucks cars buses автомобил* машин* автобус* вантажівок* бронемашин* бронетранспортер*
howitzers: howitzers гаубиц*
systems: systems launchers комплекс* установ* систем*
buildings: buildings houses homes apartments здан* домов дома домів будинк* будівл* квартир*
schools: schools школ* шкіл
hospitals: hospitals clinics больниц* лікарень лікарні
settlements: settlements villages towns cities населенн* сел сёл поселк* городов міст сіл
countries: countries states nations стран* країн* держав*
votes: votes голосов голосів
mines: mines mine мин мины мін міни
camps: camps лагер* табор*
corridors: corridors routes коридор*
"""

_EVENTS = """
killed: killed kill kills killing dead died dies dying deaths death fatalities fatality lives toll perished slain погиб*
    убит* убил* смерт* умер* жизней загин* вбит* убит* вбил* помер* загибл*
wounded: wounded wounding injured injuring injuries hurt wounds ранен* ранил* поранен* травм* ранения
missing: missing пропавш* пропал* зникл*
captured: surrendered surrender surrenders surrendering captured capture captures capturing сдал* сдавш* плен* пленил*
    здал* полон*
detained: detained detain detaining arrested arrests arresting задержан* арестован* затриман* заарештов*
evacuated: evacuated evacuate evacuating rescued эвакуир* спасен* спасли вывез* евакуй* врятов* вивез*
fled: fled flee fleeing displaced бежал* покинул* втекл* виїхал* залишил*
destroyed: destroyed destroy destroying destruction уничтож* разруш* знищ* зруйнов*
damaged: damaged damaging поврежд* пошкодж*
launched: launched launch launching fired firing выпущ* выпустил* запущ* запуст* випущ* випуст*
intercepted: intercepted downed shot сбит* сбил* перехвач* збит* збил* перехоп*
supplied: sent send sends sending provided provide providing supplied supply delivered deliver delivering donated
    поставл* поставил* отправ* передал* надал* надісл*
deployed: deployed deploy deploying stationed amassed massed разверн* размест* розгорн* розміст*
released: exchanged exchange released freed swapped swap обменя* обменен* освобожд* освобод* обмінян* обміняли
    звільнен* звільнили
expelled: expelled expel expelling expels выслал* высыл* вислал* висил*
found: found exhumed recovered discovered buried найден* нашли обнаруж* знайд* знайш* виявл* похован*
"""

_MEASURES = """
second seconds minute minutes hour hours day days week weeks month months year years decade decades century centuries
mile miles kilometre kilometres kilometer kilometers km metre metres meter meters feet foot inch inches mm cm yards
degree degrees percentage points point times time acres hectares am pm gmt
секунд* минут* час часа часов часы день дня дней дні днів сут* недел* тижд* тижн* месяц* місяц*
год года лет років роки рік рока року годин*
хвилин* доб* километр* кілометр* км метр* миль мили градус* раз раза разів гектар* процентных пунктов
"""

_PERSONS = frozenset(
    {"people", "soldiers", "children", "women", "men", "officers", "journalists", "prisoners", "workers"}
)
CASUALTIES = frozenset({"killed", "wounded", "missing"})
"""What happened to people whose numbers are casualties."""

OF_PEOPLE = frozenset({*CASUALTIES, "captured", "detained", "evacuated", "fled"})
"""What happens to people, and needs no noun: "50 were wounded"."""

Table = tuple[Mapping[str, str], tuple[tuple[str, str], ...]]


def _table(text: str) -> Table:
    """Words to their concept: whole words as a mapping, and beginnings of words in order, the longest first."""
    whole: dict[str, str] = {}
    beginnings: list[tuple[str, str]] = []
    for entry in re.split(r"\n(?=\S)", text.strip()):
        concept, _, forms = entry.partition(":")
        for form in forms.split():
            if form.endswith("*"):
                beginnings.append((spelt(form[:-1]), concept))
            else:
                whole.setdefault(spelt(form), concept)
    return MappingProxyType(whole), tuple(sorted(beginnings, key=lambda pair: -len(pair[0])))


_THING_TABLE, _EVENT_TABLE = _table(_THINGS), _table(_EVENTS)
_MEASURE_TABLE = _table("measure:" + _MEASURES.replace("\n", " "))


def thing_of(key: str) -> str:
    """What a noun counts, as a concept; empty where the tables have no such noun. ``key`` is as ``spelt`` writes it."""
    return _concept(_THING_TABLE, key)


def event_of(key: str) -> str:
    """What a verb or noun says happened, as a concept; empty likewise."""
    return _concept(_EVENT_TABLE, key)


def is_measure(key: str) -> bool:
    """Whether the word is a measure of time, distance or degree: such numbers are not told."""
    return bool(_concept(_MEASURE_TABLE, key))


def are_people(thing: str) -> bool:
    """Whether the concept is of people."""
    return thing in _PERSONS


def _concept(table: Table, key: str) -> str:
    whole, beginnings = table
    found = whole.get(key)
    if found is None and key and not key.isascii():
        found = next((concept for start, concept in beginnings if key.startswith(start)), None)
    return found or ""
