"""Texts that are the words of those who spoke: a transcript with its turns, an address as the speaker's page has it.

Such a record holds every sentence of which each outlet picks another. It is known by its form alone: by labels of
speakers, or by a title that announces a speech, and in both cases by how often the text says "I", "we" and "you"
outside quotation marks.
"""

from __future__ import annotations

import re
from collections import Counter

from audiatur.stories.voices import name_key, voices_in

SHORTEST = 1_500
"""Characters from which a text can be a record; a shorter one is an excerpt, which the title names as well."""
PERSONAL = 0.02
"""Words of the first and second person for one of all. Of texts of April 2022 of 1,500 characters reports have .005,
columns .02 to .04, speeches .03 to .07."""
PERSONAL_PAGE = 0.03
"""The same where only the title says that the text is a speech."""
LABEL = 120
"""Characters of a label at most."""
_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|us|[Yy]our?)\b")
_QUOTED = re.compile(r"[“\"«][^”\"»]*[”\"»]")
_KINDS = r"(?i:speech|address|remarks|statement|interview|message|appeal|briefing|transcript|conference|answers)"
_SPEECH = re.compile(
    rf"\b(?:{_KINDS}|(?i:conversation))\s+(?:[a-z]+\s+){{0,3}}?(?:by|of|with|from)\s+(?P<who>.*)"
    rf"|(?P<own>(?:\b[A-Z][\w-]+\s+){{0,5}}\b[A-Z][\w-]+)['’]s?\s+(?:\w+\s+){{0,2}}{_KINDS}\b",
    re.DOTALL,
)
_END = re.compile(r"\s+(?:in|at|to|on|during|after|before|for|following)\s|[,:;.?!]|\s[-–—]\s")
_BOUNDARY = re.compile(r"[.?!…»”\"\n)\]*]\s*(?=[A-Z])")
_TITLED = re.compile(
    r"(?:[A-Z][\w.'’-]*|of|the|and|for|de|von|van|al)(?:,?\s+(?:[A-Z][\w.'’-]*|of|the|and|for|de|von|van|al)){0,11}"
)
_OFFICES = """president prime minister foreign defence defense secretary general chancellor king queen chief leader
premier question answer editor moderator reporter journalist head state speaker vice first lady republic federation"""
_NO_NAMES = frozenset(map(name_key, _OFFICES.split()))


def speakers_of(title: str, text: str) -> frozenset[str]:
    """The keys of those whose words a text is; empty where it is no record.

    Of labels those count that come twice, or once with an office.
    """
    if len(text) < SHORTEST:
        return frozenset()
    labelled = _labelled(text)
    announced = frozenset() if labelled else _announced(title)
    if not labelled and not announced:
        return frozenset()
    plain = _QUOTED.sub(" ", text)
    share = len(_PERSON.findall(plain)) / max(len(plain.split()), 1)
    return (labelled or announced) if share >= (PERSONAL if labelled else PERSONAL_PAGE) else frozenset()


def _labelled(text: str) -> frozenset[str]:
    """The speakers of the labels in a text, where there are two labels at least or one with an office."""
    names: Counter[str] = Counter()
    offices: set[str] = set()
    colon = text.find(": ")
    while colon > 0:
        label = _label(text, colon)
        if label is not None:
            name, spelled = label
            names[name] += 1
            if spelled:
                offices |= spelled
                names[name] += 1
        colon = text.find(": ", colon + 1)
    kept = frozenset(name for name, n in names.items() if n > 1)
    return kept | offices if kept else frozenset()


def _label(text: str, colon: int) -> tuple[str, frozenset[str]] | None:
    """The name that stands before a colon and the offices with it; None where no speaker is announced."""
    start = max(0, colon - LABEL)
    for boundary in _BOUNDARY.finditer(text, start, colon):
        if not (text[boundary.start()] == "." and text[boundary.start() - 2 : boundary.start()].strip().isupper()):
            start = boundary.end()
    label = text[start:colon].strip()
    if _TITLED.fullmatch(label) is None:
        return None
    words = label.split()
    name = name_key(words[-1])
    if not words[-1][0].isupper() or (len(words) < 2 and not label.isupper()) or name in _NO_NAMES or len(name) < 3:
        return None
    return name, frozenset(key for key in voices_in(label) if "@" in key)


def _announced(title: str) -> frozenset[str]:
    """Who is said to speak in the title of a speech: behind "by", or before an apostrophe."""
    found = _SPEECH.search(title)
    if found is None:
        return frozenset()
    who = found.group("who") or found.group("own")
    who = _END.split(who, maxsplit=1)[0]
    keys = voices_in(who)
    offices = frozenset(key for key in keys if "@" in key)
    words = [word for word in who.split() if word[0].isupper() and name_key(word) not in _NO_NAMES]
    lands = {office.partition("@")[2] for office in offices}
    names = [key for key in map(name_key, words) if not any(key.startswith(land) for land in lands)]
    return offices | frozenset(names[-1:])
