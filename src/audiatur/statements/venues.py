"""Where and to whom a statement was made: "speaking at the Grand Harbour", "told Radio Lumen that"."""

from __future__ import annotations

import re

from audiatur.statements.candidates import Range

_NAME = r"(?:[A-Z][\w’'-]*|[A-Z]\.)(?:\s+(?:of\s+(?:the\s+)?|de\s+|the\s+)?[A-Z][\w’'-]*)*"
_STOP = (
    r"(?!(?:on|in|at|of|from|after|before|that|while|as|when|where|which|who|and|but|to|with|for|during|last|this|said|"
    r"yesterday)\b)"
)
_THING = (
    rf"(?:a|an|the|his|her|their|its|president['’]s)\s+(?:{_STOP}[a-z][\w’'-]*\s+){{0,2}}"
    rf"{_STOP}[a-z][\w’'-]*(?:\s+in\s+{_NAME})?"
)
_WHERE = r"(?:at|in|from|outside|inside|near|aboard|beside|before)"
_PLACE = rf"(?:(?:the\s+|a\s+|an\s+)?(?P<name>{_NAME})|(?P<thing>{_THING}))"
_SPEAKING = r"(?:speaking|talking|appearing|testifying|standing|sitting|interviewed|addressing)"
_HEARERS = (
    r"(?:reporters|journalists|newsmen|supporters|voters|fans|residents|soldiers|workers|students|crowds?|audience)"
)
_EVENT = (
    r"rally|speech|address|conference|event|interview|visit|briefing|meeting|summit|forum|hearing|session|remarks|stop|"
    r"gathering|ceremony|statement|appearance|tour|trip|dinner|funeral|vigil"
)
_AFTER_EVENT = r"(?:at|in|to|near|outside|aboard)"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?i:\b{_SPEAKING})\b(?:\s+[^,.;:“\"]{{0,40}}?)??\s{_WHERE}\s+{_PLACE}",
        rf"\b(?i:{_HEARERS})\b(?:\s+[^,.;:“\"]{{0,20}}?)??\s{_WHERE}\s+{_PLACE}",
        rf"\b(?:{_EVENT})\b[^,.;:“\"]{{0,30}}?\s{_AFTER_EVENT}\s+(?:the\s+|a\s+)?(?P<name>{_NAME})(?P<thing>)",
        rf"(?:\A|(?<=\n)|(?<=[.!?”\"’]\s))In\s+(?P<name>{_NAME}),\s(?P<thing>)",
        r"\bat\s+(?P<thing>(?:a|the|his|her|their)\s+(?:\w+\s+)?(?:briefing|rally|(?:press|news)\s+conference))(?P<name>)\b",
        r"\bfrom\s+(?P<thing>(?:his|her|their)\s+(?:[a-z]+\s+){0,2}(?:bed|home|office|cell|house))(?P<name>)\b",
    )
)
_NO_PLACE = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:Twitter|Facebook|Telegram|English|Russian|French|German|Spanish)$|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|"
    r"(?:the|an?|his|her|their)\s+(?:day|night|evening|morning|week|month|year|end|time|statement|interview|letter|video|"
    r"report|speech|first|same|press|news|telephone|phone|post)\b"
)
_TELLING = re.compile(
    r"\b(?:tell|tells|told|telling|inform(?:s|ed|ing)?|assur(?:es?|ed|ing)|remind(?:s|ed|ing)?|notif(?:y|ies|ied|ying)|warned|"
    r"apologi[sz]e[ds]?\s+to|sa(?:id|ys)\s+to|appealed\s+to|wrote\s+to|complained\s+to|explained\s+to)$",
    re.IGNORECASE,
)
_URGING = re.compile(
    r"\b(?:thank(?:s|ed|ing)?|urg(?:es?|ed|ing)|ask(?:s|ed|ing)|begg?(?:s|ed|ing)|implor(?:es?|ed|ing)|call(?:s|ed|ing)\s+on|"
    r"call(?:s|ed|ing)\s+upon|appeal(?:s|ed|ing)\s+to|congratulat(?:es?|ed|ing)|instruct(?:s|ed|ing)|order(?:s|ed|ing)|"
    r"plead(?:s|ed|ing)\s+with)$",
    re.IGNORECASE,
)
_HEARER = re.compile(
    r"\s+(?P<who>(?:(?:the|a|an|his|her|their|its|our|this|my)\s+)?[\w’'.&-]+(?:\s+(?!(?:that|on|in|at|during|about|of|how|"
    r"why|what|whether|he|she|it|they|there|not|to|by|after|before|last|yesterday|today|earlier|late|this|from|when|as|"
    r"and|but|for|via|through|outside|near|sitting|if)\b)[\w’'.&-]+){0,5})"
)
_WITH = re.compile(
    r"\b(?:interview|(?:phone|telephone)\s+call|conversation|talks|meeting|call)\s+(?:with|to)\s+"
    rf"(?P<who>(?:the\s+)?(?:[a-z]+\s+){{0,2}}{_NAME}|state\s+(?:radio|television|TV)|parliament)"
)
_NOT_WHO = re.compile(
    r"(?:about|for|if|when|where|who|that|how|why|what|whether|he|she|it|they|there|of|to|in|on|at|not)\b",
    re.IGNORECASE,
)


def find_place(text: str, start: int, end: int) -> Range | None:
    """The place that ``text[start:end]``, words beside a statement, names, without the article of a name; None."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(text, start, end):
            group = "name" if match["name"] else "thing"
            if not _NO_PLACE.match(match[group]):
                return match.span(group)
    return None


def find_addressee(text: str, cue: Range, content_start: int, end: int) -> Range | None:
    """Whom the words after a cue of telling or urging name, or those of an interview or a call; None for none.

    Whom one urges or thanks stands in the content too, which then is what is asked of him.
    """
    stop = content_start if content_start > cue[1] else end
    words = text[cue[0] : cue[1]]
    reach = end if _URGING.search(words) else stop if _TELLING.search(words) else None
    match = _HEARER.match(text, cue[1], reach) if reach is not None else None
    who = match["who"].rstrip(" .’'") if match else ""
    if match and who and not _NOT_WHO.match(who):
        return match.start("who"), match.start("who") + len(who)
    match = _WITH.search(text, cue[1], stop)
    return match.span("who") if match else None
