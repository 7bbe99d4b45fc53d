"""The outlet that a text names as its origin, with the words that say so.

Only plain statements of origin count: a notice that names its feed, "originally published by X", a final "Source: X",
an agency's dateline ("KLOW (Reuters) -") or its signature at the end ("— Tass"). A mere mention ("X reported that ...")
is attribution inside the article, which is the business of statements.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from audiatur.articles.values import OriginalSource
from audiatur.spans import Span

_WORD = r"(?:[^\W\d_a-zа-яёіїєґà-öø-ÿ][\w’'&-]*(?:\.(?=[^\W\d_]))?)+"
_LINK = r"(?:of|de|del|los|las|den|der|die|des|du|la|le|el|and|und|et|y|&|for|the)"
_NAMED = rf"{_WORD}(?:\s+(?:{_LINK}\s+){{0,2}}{_WORD}){{0,5}}"
_DOMAIN = r"(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,12}"
_NAME = rf"(?:[«“„\"](?P<quoted>[^«»“”„\"\n]{{2,60}})[»”“\"]|(?P<name>{_DOMAIN}|{_NAMED}))"
_THE = r"(?:the |der |die |das |el |la |le |l[’'])?"
_ALSO_KNOWN = r"(?:\s*\([^()]{2,60}\))?"

_WORK = r"(?:article|story|report|piece|post|item|text|column|essay|dispatch|material|commentary)"

_IN_NOTICE: tuple[str, ...] = (
    rf"(?i:\b(?:rss|atom|news)[ -]?feeds?(?: of items)? (?:from|of|by) {_THE}){_NAME}",
    rf"(?i:\b(?:re-?publish(?:ed|es|ing)?|reprinted|syndicated|reproduced|cross-?posted|carried"
    rf"|taken)(?: here)?(?: in full)?(?: with (?:the )?(?:kind )?permission)? (?:from|of|by) {_THE}){_NAME}",
    rf"(?i:(?:перепечатан\w*|опубликован\w*|републик\w+|взят\w*)(?: с разрешения)?(?: (?:из|от|с сайта|на сайте"
    rf"|изданием|агентством))? ){_NAME}",
    rf"(?i:(?:передрукован\w*|опублікован\w*|републік\w+|взят\w*)(?: з дозволу)?(?: (?:із|з|від|із сайту|на сайті"
    rf"|виданням|агентством))? ){_NAME}",
    rf"(?i:(?:übernommen|zuerst|ursprünglich)(?: \w+)? (?:von|aus|bei|in|auf) {_THE}){_NAME}",
    rf"(?i:(?:repris\w*|republi\w+|publié\w*)(?: \w+)? (?:de|par|depuis|sur|dans) {_THE}){_NAME}",
    rf"(?i:(?:publicad[oa]|reproducid[oa]|republicad[oa])(?: \w+)? (?:de|por|en) {_THE}){_NAME}",
    rf"^{_NAME}{_ALSO_KNOWN} (?i:(?:is|ist|est|es) (?:an?|the|une?|eine?|la|el|l[’'])\s?[^.]{{0,60}}\b(?:news"
    rf"|media|broadcaster|agency|outlet|newspaper|channel|agentur|sender|agence|chaîne|agencia|canal))",
    rf"^{_NAME}{_ALSO_KNOWN} (?i:[—–-] (?:это )?(?:государственн|частн|общественн|державн|приватн|суспільн)\w+)",
)
"""Looked for only inside a notice: elsewhere "from X" may be anything."""

_ANYWHERE: tuple[str, ...] = (
    rf"(?i:\bthis {_WORK} (?:was |has been |is |had been )?(?:originally |first |previously )(?:published|appeared"
    rf"|posted|written|produced) (?:by|in|on|at|for) {_THE}){_NAME}",
    rf"(?i:\bthis {_WORK} (?:is|was|has been) (?:re-?published|reprinted|syndicated"
    rf"|reposted) (?:here )?(?:with permission )?from {_THE}){_NAME}",
    rf"^(?i:the post .{{1,200}} (?:appeared first|first appeared) on {_THE}){_NAME}",
    rf"^(?i:(?:originally|first) (?:published|appeared|posted) (?:by|in|on|at) {_THE}){_NAME}",
)
"""Statements about the text itself, taken wherever they stand."""

_LINES: tuple[str, ...] = (
    rf"(?i:(?:original )?source|via|источник|первоисточник|джерело|першоджерело|quelle|fonte|fuente"
    rf"|źródło)\s*[:：]\s*{_THE}{_NAME}\s*[.,]?(?:\s+https?://\S+)?",
    rf"[(\[]?(?i:source|источник|джерело|quelle|fuente)\s*[:：]\s*{_THE}{_NAME}\s*[)\]]",
)
"""Whole lines of a few words."""

_AGENCY = (
    r"Reuters|AP|AFP|UPI|dpa|DPA|EFE|ANSA|PAP|Xinhua|TASS|Tass|ТАСС|RIA Novosti|РИА Новости|Sputnik"
    r"|Interfax(?:-Ukraine)?|Интерфакс(?:-Украина)?|Інтерфакс-Україна|"
    r"Ukrinform|Укринформ|Укрінформ|УНІАН|УНИАН|UNIAN|Anadolu(?: Agency)?|AA|Bloomberg|Kyodo(?: News)?|Yonhap"
    r"|BelTA|БЕЛТА|Associated Press|The Associated Press|IRNA|WAFA|SANA|KUNA|MENA|PTI|ANI|IANS"
)
"""News agencies whose name in a dateline is a statement of origin; other names there are judged by their form."""

_PLACE = r"[^\W\d_][\w’'./-]*(?:[ ,][\w’'./-]+){0,5}"
_DATELINES: tuple[str, ...] = (
    rf"{_PLACE},?(?: [\w. ]{{2,20}})?\s*\((?P<name>{_AGENCY}|[A-Z][\w-]+ News Agency"
    rf"|[A-Z]{{2,6}})(?:/[\w-]+)?\)\s*[-–—:.]",
    rf"{_PLACE}[.,] [\w. ]{{0,20}}[.,]? ?/(?P<name>[^\W\d_][\w -]{{1,25}})/[.,]?(?=\s)",
    rf"{_PLACE}[.,] ?[\w. ]{{0,20}}\s*[-–—]\s*(?P<name>РИА Новости|ТАСС|Интерфакс|RIA Novosti|TASS|INTERFAX\.RU)\b",
    rf"\((?P<name>{_AGENCY})\)\s*[-–—]",
)
"""At the very beginning of the first paragraph."""

_LONGEST_DATELINE = 90
_SIGNATURE = re.compile(
    rf"[.!?”»\"]\s*[-–—]\s*(?P<name>{_AGENCY}"
    rf"|[^\W\d_a-zа-яёіїєґ][\w.-]{{2,24}}(?: [^\W\d_a-zа-яёіїєґ][\w.-]{{2,24}})?)\.?$"
)
"""At the very end: "... on Monday. — Tass"."""

_NEVER = frozenset(
    {"the", "this", "a", "an", "it", "he", "she", "our", "own", "photo", "twitter", "facebook", "telegram", "youtube"}
)


def _name_span(text: str, match: re.Match[str], offset: int) -> OriginalSource | None:
    named = match.groupdict()
    name = (named["name"] or named.get("quoted") or "").strip().rstrip(".,;:").removeprefix("www.")
    name = re.sub(r"[’']s$", "", name)
    if len(name) < 2 or name.lower() in _NEVER:
        return None
    return OriginalSource(name, Span.of(text, offset + match.start(), offset + match.end()))


def _compiled(patterns: Sequence[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in patterns)


_NOTICE_PATTERNS = _compiled(_IN_NOTICE)
_ANYWHERE_PATTERNS = _compiled(_ANYWHERE)
_LINE_PATTERNS = _compiled(_LINES)
_DATELINE_PATTERNS = _compiled(_DATELINES)


def _candidates(text: str, lines: Sequence[Span], notice: Span | None) -> Iterator[OriginalSource | None]:
    """Every statement of origin, the strongest kind first."""
    own = [notice] if notice is not None else []
    for pattern in (*_ANYWHERE_PATTERNS, *_NOTICE_PATTERNS):
        for span in own:
            yield from (_name_span(text, found, span.start) for found in pattern.finditer(span.text))
    edges = [*lines[:2], *lines[2:][-3:]]
    for pattern in _ANYWHERE_PATTERNS:
        for span in edges:
            yield from (_name_span(text, found, span.start) for found in pattern.finditer(span.text))
    for pattern in _LINE_PATTERNS:
        for span in reversed(edges):
            whole = pattern.fullmatch(span.text)
            if whole is not None:
                yield _name_span(text, whole, span.start)
    yield from _agency(text, lines)


def _agency(text: str, lines: Sequence[Span]) -> Iterator[OriginalSource | None]:
    """A dateline at the beginning or a signature at the end."""
    if not lines:
        return
    for pattern in _DATELINE_PATTERNS:
        found = pattern.match(lines[0].text[:_LONGEST_DATELINE])
        if found is not None:
            yield _name_span(text, found, lines[0].start)
    signed = _SIGNATURE.search(lines[-1].text)
    if signed is not None:
        name = _name_span(text, signed, lines[-1].start)
        yield (
            OriginalSource(name.name, Span.of(text, lines[-1].start + signed.start("name"), lines[-1].end))
            if name
            else None
        )


def original_source(
    text: str, lines: Sequence[Span], *, notice: Span | None = None, site: str | None = None
) -> OriginalSource | None:
    """The outlet that ``text`` names as its origin; None where it names none.

    ``lines`` are its paragraphs without furniture, ``notice`` its republisher's notice, searched first. ``site`` is the
    name of whoever carries the text: a text that names its own site names no origin.
    """
    here = site.casefold() if site is not None else None
    for candidate in _candidates(text, lines, notice):
        if candidate is not None and candidate.name.casefold() != here:
            return candidate
    return None
