"""Numbers side by side: those that speak of one quantity and are not the same, over articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from audiatur.comparison.laid import NumberGroup, NumberUse, Quantity
from audiatur.comparison.placing import Placed
from audiatur.comparison.quantities import Counted, quantities
from audiatur.comparison.values import Place, Said, SideLabel, Told
from audiatur.spans import Span

SHARED, PLACED = 3, 2
"""Words besides number, noun and event that two sentences must share; fewer where they name a place in common, and of
two languages nothing but the place."""

NAMELESS = 4
"""The same for shares and for things to which nothing happens."""

ENOUGH = 3
"""Numbers of a group to which one must be tied, half of them where they are fewer."""

MOST = 40
"""Numbers of a group at most: a total that a hundred articles repeat is told by the first of them."""

FACTOR = {
    Quantity.CASUALTIES: Decimal(30),
    Quantity.COUNT: Decimal(3),
    Quantity.MONEY: Decimal("1.25"),
    Quantity.PERCENT: Decimal("1.5"),
}
"""How many times the smaller of two numbers the greater must be to be of something else: two sides may count losses
very differently, while two sums of money that are far apart are two sums."""

USES = 300
"""Numbers of one noun, event and currency that are compared, the earliest; it bounds the pairs."""

_Key = tuple[Quantity, str, str, str]


@dataclass(frozen=True, slots=True)
class _Use:
    counted: Counted
    said: Said | None
    voice: str
    speaker: str
    outlet: str


def numbers(tellings: Sequence[Told], sides: Sequence[SideLabel]) -> tuple[NumberGroup, ...]:
    """The numbers for one quantity over which articles differ, in the order in which they were first told.

    Two numbers are of one quantity where what is counted, what happened to it, currency and modifiers agree, no places
    or spans of time contradict, and the sentences share enough words. Two outlets must differ;
    two values of one article only where different speakers give them; a value that it repeats is told once.
    ValueError where two sides have one id.
    """
    placed = Placed(tellings, sides)
    by_key: dict[_Key, list[_Use]] = defaultdict(list)
    order: dict[str, int] = {}
    for told in placed.tellings:
        order[told.id] = len(order)
        if not told.visible:
            continue
        holders = [
            (span, Said(told.id, told.outlet, statement))
            for statement in told.statements
            if statement.visible
            for span in statement.spans
        ]
        heard: set[tuple[object, ...]] = set()
        for counted in quantities(told):
            said = _holder(holders, counted.number)
            speaker = (said.statement.speaker_key or said.statement.speaker or "") if said else ""
            told_once = (_key(counted), counted.figure.low, counted.figure.high, speaker, counted.since, counted.others)
            if told_once not in heard:
                heard.add(told_once)
                by_key[_key(counted)].append(_Use(counted, said, placed.voice[told.id], speaker, told.outlet))
    groups = [group for uses in by_key.values() for group in _clusters(uses[:USES])]
    made = [_group(placed, group) for group in groups if _differ(group)]
    first = {id(group): group.uses[0].place for group in made}
    return tuple(
        sorted(made, key=lambda g: (order[first[id(g)].telling], first[id(g)].span.start, g.quantity, g.about))
    )


def _key(counted: Counted) -> _Key:
    return counted.quantity, counted.thing, counted.happened, counted.unit


def _holder(holders: Sequence[tuple[Span, Said]], number: Span) -> Said | None:
    """The innermost statement whose words hold the number; None where the outlet says it itself."""
    found = [(span.end - span.start, at) for at, (span, _) in enumerate(holders) if span.covers(number)]
    return holders[min(found)[1]][1] if found else None


def _clusters(uses: Sequence[_Use]) -> Iterator[list[_Use]]:
    """Uses of one key, parted into those of one quantity: each is tied to enough of its group and contradicts none."""
    groups: list[list[_Use]] = []
    for use in uses:
        best = max(groups, key=lambda group: _fit(use, group), default=None)
        if best is not None and _fit(use, best) > 0:
            best.append(use)
        else:
            groups.append([use])
    yield from groups


def _fit(use: _Use, group: Sequence[_Use]) -> float:
    """How well a use fits a group, 0 where it does not."""
    if len(group) >= MOST or any(_contradict(use, other) for other in group):
        return 0.0
    links = [link for other in group if (link := _link(use.counted, other.counted))]
    return sum(links) / len(links) if links and len(links) >= min(len(group) / 2, ENOUGH) else 0.0


def _contradict(use: _Use, other: _Use) -> bool:
    one, two = use.counted, other.counted
    if one.places and two.places and one.places.isdisjoint(two.places):
        return True
    if one.possible != two.possible or one.others != two.others:
        return True
    if one.capitals and two.capitals and one.capitals.isdisjoint(two.capitals):
        return True
    if _other_time(one, two):
        return True
    low, high = sorted((one.figure.high, two.figure.high))
    if high >= low * FACTOR[one.quantity]:
        return True
    same = (one.figure.low, one.figure.high) == (two.figure.low, two.figure.high)
    return one.telling == two.telling and not same and use.speaker == other.speaker


def _other_time(one: Counted, two: Counted) -> bool:
    """Whether two sentences name different days or months, or count from different moments."""
    counted = bool(one.since) != bool(two.since) or (one.since and one.since.isdisjoint(two.since))
    return bool(counted) or one.months != two.months or _other_day(one.days, two.days)


def _other_day(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether two sentences name different days: days of the week are compared with their like, dates with theirs."""
    for dated in (True, False):
        mine, theirs = ({day for day in days if (" " in day) is dated} for days in (one, two))
        if mine and theirs and mine.isdisjoint(theirs):
            return True
    return False


def _link(one: Counted, other: Counted) -> float:
    """How many words tie two numbers, 0 where too few do."""
    place = bool(one.places & other.places)
    named = bool(one.thing and one.happened)
    if one.language != other.language:
        return 1.0 if place and named else 0.0
    shared = len(one.terms & other.terms) if named else len(one.near & other.near)
    least = PLACED if place and named else SHARED if named or one.unit else NAMELESS
    return float(shared) if shared >= least else 0.0


def _differ(group: Sequence[_Use]) -> bool:
    """Whether two texts of two outlets give different values; what one outlet corrects itself is its own history."""
    by_voice: dict[tuple[str, str], set[object]] = defaultdict(set)
    for use in group:
        by_voice[use.outlet, use.voice].add((use.counted.figure.low, use.counted.figure.high))
    found = list(by_voice.items())
    return any(
        mine != theirs and outlet != other and voice != another
        for i, ((outlet, voice), mine) in enumerate(found)
        for (other, another), theirs in found[i + 1 :]
    )


def _group(placed: Placed, group: Sequence[_Use]) -> NumberGroup:
    uses = tuple(_use(placed, one) for one in group)
    first = group[0].counted
    return NumberGroup(first.quantity, first.noun.text, first.unit, uses, _across(uses, placed.sides))


def _across(uses: Sequence[NumberUse], sides: Mapping[str, object]) -> bool:
    return any(
        (one.low, one.high) != (other.low, other.high) and sides[one.place.telling] != sides[other.place.telling]
        for i, one in enumerate(uses)
        for other in uses[i + 1 :]
    )


def _use(placed: Placed, use: _Use) -> NumberUse:
    counted = use.counted
    return NumberUse(
        place=Place(counted.telling, counted.number),
        noun=counted.noun,
        event=counted.event,
        sentence=counted.sentence,
        low=counted.figure.low,
        high=counted.figure.high,
        bound=counted.figure.bound,
        said=use.said,
        sides=placed.sides[counted.telling],
        voice=use.voice,
    )
