"""Who a title lets speak, by name or by office, as keys that two spellings of one name share.

Only English forms are known: what these keys serve is asked of texts that the encoder reads.
"""

from __future__ import annotations

import re
from functools import lru_cache

from audiatur.stories.traces import romanised

NAME = 6
"""Letters of a romanised name that count, so that Zelensky, Zelenskyy and Zelenskiy are one."""
LAND = 4
"""Letters of a country that count in an office: those that "Ukraine" and "Ukrainian" share, "Turkey" and "Turkish"."""
ASIDE = 6
"""Words that a name may have about it before a colon or behind a dash: "President of Borduria Ivo Salat:"."""
AHEAD = 4
"""Words between a name and the verb that lets it speak, at most."""

_SAYING = re.compile(
    r"(?:say|said|tell|told|call|urge|warn|claim|accus|ask|demand|address|announc|declar|stress|emphasi|note[sd]?$|insist|"
    r"vow|admit|den(?:y|ie)|reject|describ|thank|promis|pledg|explain|believ|think|invit|appeal|slam|bash|blam|condemn|"
    r"repl(?:y|ie)|add(?:s|ed)$|stat(?:es|ed)$|spoke|speak|speech|remark|statement|interview|want|hope[sd]?$|criticis|"
    r"criticiz|compar|sees$|expect|threat|hail|suggest|comment|confirm|mock|vent|lash|defend|dismiss|boast|brand|swear|"
    r"express|goad|propos|offer|reveal|reiterat|repeat|disclos|prais|laud|welcom|apologi|plead|rul(?:es|ed)$|doubt|concede|acknowledg|predict|refus)"
)
_ROLES = {
    "president": "president",
    "leader": "president",
    "premier": "premier",
    "pm": "premier",
    "chancellor": "chancellor",
    "king": "king",
    "queen": "queen",
    "chief": "chief",
    "secretary": "secretary",
    "minister": "minister",
    "foreign minister": "foreign",
    "defence minister": "defence",
    "defense minister": "defence",
    "prime minister": "premier",
}
"""Words of an office, in lower case, and the key of each."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[:\-–—](?=\s)|[“”\"«»]|(?<!\w)[‘'](?=\w)")
_OWN = re.compile(r"['’][sS]?$")
_QUOTED = frozenset("“”\"«»‘'")
_ASIDES = frozenset(":-–—")


@lru_cache(maxsize=1 << 15)
def name_key(word: str) -> str:
    """The key of a name or of a term: romanised, without a possessive ending, cut short.

    >>> name_key("Zelenskyy's") == name_key("Зеленский")
    True
    """
    return romanised(_OWN.sub("", word))[:NAME]


def voices_in(text: str) -> frozenset[str]:
    """The keys of all that may be a name in a text, and of the offices that it spells out."""
    return frozenset(key for _, key in _keys(_WORD.findall(text)))


def speaking_in(title: str) -> frozenset[str]:
    """The keys of those whom a title lets speak: "X: ...", "... - X", "X says", "says X", or X and words in quotes."""
    tokens = _WORD.findall(title)
    quoted = any(token in _QUOTED for token in tokens)
    breaks = [place for place, token in enumerate(tokens) if token in _ASIDES]
    first, last = (breaks[0], breaks[-1]) if breaks else (-1, len(tokens))
    found = set()
    for place, key in _keys(tokens):
        aside = place < first <= ASIDE or (place > last >= len(tokens) - 1 - ASIDE)
        says = any(
            _SAYING.match(word.lower())
            for word in (*tokens[place + 1 : place + 1 + AHEAD], *tokens[max(place - 1, 0) : place])
        )
        if aside or says or (quoted and place < AHEAD):
            found.add(key)
    return frozenset(found)


def holders_in(text: str) -> tuple[tuple[str, str], ...]:
    """Offices with the name that follows each: "Borduria's President Ivo Salat" holds the office under "Salat"."""
    tokens = _WORD.findall(text)
    found = []
    for place, key in _keys(tokens):
        names = []
        for word in tokens[place + 1 : place + 4] if "@" in key else ():
            if not word[0].isupper():
                break
            names.append(word)
        if len(names) > 1:
            found.append((key, name_key(names[1])))
    return tuple(found)


def _keys(tokens: list[str]) -> list[tuple[int, str]]:
    """Each capitalised word with its key, and each office with its own, by the place of its last word."""
    found = [(place, name_key(token)) for place, token in enumerate(tokens) if len(token) > 2 and token[0].isupper()]
    lower = [_OWN.sub("", token.lower()) for token in tokens]
    for place, word in enumerate(lower):
        if word not in _ROLES:
            continue
        two = f"{lower[place - 1]} {word}" if place else word
        role, length = (_ROLES[two], 2) if two in _ROLES else (_ROLES[word], 1)
        behind = 3 if lower[place + 2 : place + 3] == ["the"] else 2
        if lower[place + 1 : place + 2] == ["of"] and place + behind < len(tokens):
            found.append((place + behind, office_key(role, tokens[place + behind])))
        elif place >= length and tokens[place - length][:1].isupper():
            found.append((place, office_key(role, tokens[place - length])))
    return found


def office_key(role: str, land: str) -> str:
    """The key of an office: what it is, and of what country or body."""
    return f"{role}@{romanised(_OWN.sub('', land))[:LAND]}"
