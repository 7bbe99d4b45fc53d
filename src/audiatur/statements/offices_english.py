"""Offices and occupations as values: "the Russian foreign minister" and "Foreign Minister Ivan Marek" name one.

What makes an office is its noun, in one of its synonyms, what qualifies it, and whether it is held now. A description
agrees with an office if nothing in it contradicts: "the minister" agrees with every minister, "the finance minister"
with no foreign minister, "the president" with no former one and no vice-president.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from audiatur.statements.places import ADJECTIVES, PLACES
from audiatur.statements.roles_english import ADDRESSES, SAME_ROLE, is_role
from audiatur.statements.wordlists import words
from audiatur.statements.words_english import DETERMINERS, PREPOSITIONS

_FORMER = words("former ex then late retired onetime ousted erstwhile previous departed")
_DEPUTY = words("deputy vice assistant under junior associate")
_ACTING = words("acting interim caretaker")
_IDLE = ADDRESSES | words("new newly current incumbent veteran senior 's ’s own long-time longtime and same")

_COMPOUNDS = {
    ("prime", "minister"): ("prime-minister",),
    ("head", "of", "state"): ("head-of-state",),
    ("head", "of", "government"): ("head-of-government",),
    ("chief", "of", "staff"): ("chief-of-staff",),
    ("chief", "executive", "officer"): ("chief-executive",),
    ("chief", "executive"): ("chief-executive",),
    ("managing", "director"): ("chief-executive",),
    ("secretary", "of", "state"): ("secretary-of-state",),
    ("attorney", "general"): ("attorney-general",),
    ("secretary", "general"): ("secretary-general",),
    ("commander", "in", "chief"): ("commander",),
    ("foreign", "secretary"): ("foreign", "minister"),
    ("defence", "secretary"): ("defence", "minister"),
    ("home", "secretary"): ("interior", "minister"),
    ("business", "secretary"): ("business", "minister"),
    ("health", "secretary"): ("health", "minister"),
    ("top", "diplomat"): ("foreign", "minister"),
    ("chief", "diplomat"): ("foreign", "minister"),
    ("district", "attorney"): ("prosecutor",),
    ("lieutenant", "governor"): ("lieutenant-governor",),
    ("lt.", "governor"): ("lieutenant-governor",),
    ("lt", "governor"): ("lieutenant-governor",),
    ("lawyer", "general"): ("attorney-general",),
}
"""Offices of more than one word; UK secretaries are the ministers of their field."""

_SYNONYMS = {
    "premier": "prime-minister",
    "pm": "prime-minister",
    "ceo": "chief-executive",
    "attorney": "lawyer",
    "barrister": "lawyer",
    "solicitor": "lawyer",
    "counsel": "lawyer",
    "counselor": "lawyer",
    "justice": "judge",
    "magistrate": "judge",
    "president-elect": "president",
    "emperor": "king",
    "monarch": "king",
    "chairperson": "chairman",
    "labor": "labour",
    "economics": "economy",
    "negotiators": "negotiator",
    "reverend": "priest",
    "rev.": "priest",
    "rev": "priest",
    "adm.": "admiral",
    "adm": "admiral",
    "col.": "colonel",
    "col": "colonel",
    "capt.": "captain",
    "maj.": "major",
    "sgt.": "sergeant",
    "lt.": "lieutenant",
    "cmdr.": "commander",
    "physician": "doctor",
    "medic": "doctor",
    "secretary-of-state": "secretary",
    "ombudswoman": "ombudsman",
    "businesswoman": "businessman",
    "actress": "actor",
    "policewoman": "policeman",
    "sportswoman": "sportsman",
    "organiser": "organizer",
    "fr": "priest",
    "fr.": "priest",
}

_IMPLIED = {
    "president": "leader head-of-state politician head excellency",
    "king": "leader ruler head-of-state majesty",
    "queen": "leader ruler head-of-state majesty",
    "prince": "highness",
    "princess": "highness",
    "emir": "ruler highness head-of-state",
    "patriarch": "holiness cleric prelate",
    "pope": "holiness cleric pontiff head-of-state",
    "cardinal": "eminence cleric prelate",
    "metropolitan": "eminence cleric prelate bishop",
    "prime-minister": "leader head-of-government politician",
    "chancellor": "leader head-of-government politician minister",
    "minister": "politician",
    "secretary": "official",
    "ambassador": "envoy diplomat representative excellency",
    "envoy": "diplomat representative mediator",
    "negotiator": "diplomat envoy official",
    "mediator": "envoy diplomat",
    "spokesperson": "official representative",
    "press-secretary": "spokesperson",
    "senator": "lawmaker politician legislator",
    "representative": "lawmaker politician legislator spokesperson",
    "lawmaker": "politician legislator representative deputy",
    "deputy": "lawmaker",
    "governor": "official politician",
    "lieutenant-governor": "official politician",
    "mayor": "official politician",
    "prefect": "official",
    "commissioner": "official chief",
    "general": "officer commander soldier",
    "marshal": "officer commander soldier",
    "admiral": "officer commander sailor",
    "commodore": "officer commander sailor",
    "lieutenant": "officer commander soldier",
    "colonel": "officer commander soldier",
    "major": "officer commander soldier",
    "captain": "officer commander",
    "commander": "officer leader chief head",
    "sergeant": "officer soldier policeman",
    "sheriff": "officer lawman",
    "inspector": "officer policeman detective",
    "detective": "officer policeman",
    "officer": "official",
    "professor": "academic scholar scientist expert doctor",
    "doctor": "scientist expert physician surgeon",
    "surgeon": "doctor",
    "scientist": "expert researcher",
    "economist": "analyst expert academic",
    "analyst": "expert",
    "strategist": "analyst expert economist",
    "chief-executive": "boss chief executive head manager director leader",
    "chairman": "head boss chief leader",
    "director": "head boss chief manager",
    "head": "chief boss leader director",
    "chief": "head boss leader director",
    "boss": "head chief leader director manager",
    "leader": "head chief boss politician",
    "chief-of-staff": "official aide",
    "manager": "boss coach",
    "coach": "boss manager",
    "striker": "player footballer",
    "midfielder": "player footballer",
    "goalkeeper": "player footballer",
    "defender": "player footballer",
    "footballer": "player",
    "cook": "chef",
    "cabinet-secretary": "official",
    "athlete": "sportsman",
    "sprinter": "athlete runner",
    "swimmer": "athlete",
    "runner": "athlete",
    "rower": "athlete",
    "gymnast": "athlete",
    "councillor": "politician",
    "headteacher": "teacher head",
    "meteorologist": "forecaster scientist expert",
    "epidemiologist": "scientist expert doctor",
    "virologist": "scientist expert doctor",
    "seismologist": "scientist expert geologist",
    "nurse": "medic",
    "paramedic": "medic",
    "lord": "peer",
    "lady": "peer",
    "baroness": "peer",
    "priest": "clergyman pastor cleric minister-of-religion",
    "bishop": "cleric prelate clergyman",
    "archbishop": "cleric prelate clergyman bishop",
    "lawyer": "attorney",
    "prosecutor": "lawyer attorney official",
    "attorney-general": "lawyer official",
    "secretary-general": "official chief head diplomat",
    "author": "writer",
    "novelist": "writer author",
    "poet": "writer",
    "reporter": "journalist",
    "correspondent": "journalist reporter",
    "editor": "journalist",
    "hydrologist": "scientist expert",
    "geologist": "scientist expert",
    "historian": "academic scholar expert",
    "ferryman": "boatman",
    "organizer": "activist",
    "sister": "nun",
}
"""What a holder of the office is also called."""

PORTFOLIOS = words(
    """foreign finance defence interior health justice education energy trade economy agriculture transport labour
    environment culture treasury business development housing families press prime deputy information science
    technology sports tourism home provincial regional federal state national local chief general union opposition"""
)
_FIELDS = PORTFOLIOS - words("chief general provincial regional federal state national local union")

_KIN = words(
    """wife husband widow widower mother father son daughter brother sister cousin uncle aunt friend neighbour neighbor
    fiancé fiancée fiance fiancee grandmother grandfather grandson granddaughter niece nephew girlfriend boyfriend
    ex-wife ex-husband stepfather stepmother mother-in-law father-in-law colleague classmate roommate"""
)


@dataclass(frozen=True, slots=True)
class Office:
    """An office or a description.

    Attributes:
        text: as it is written.
        heads: its noun by one name for all synonyms; two nouns for "secretary general" and the like.
        qualifiers: the words that tell it from others of its kind, as they are written.
        rank: ``former``, ``deputy``, ``acting`` or nothing.
    """

    text: str
    heads: frozenset[str]
    qualifiers: tuple[str, ...]
    rank: str

    @property
    def implied(self) -> frozenset[str]:
        """The nouns that its holder may be called by besides."""
        more = {word for head in self.heads for word in _IMPLIED.get(head, "").split()}
        if "foreign" in self.lower and self.heads & {"minister", "spokesperson", "representative"}:
            more.add("diplomat")
        if "press" in self.lower and "secretary" in self.heads:
            more |= {"spokesperson", "official"}
        return frozenset(more)

    @property
    def lower(self) -> frozenset[str]:
        """The qualifiers in lower case, by one word for synonyms."""
        return frozenset(_plain(word) for word in self.qualifiers)


def _plain(word: str) -> str:
    lower = word.lower()
    return SAME_ROLE.get(lower, lower)


def _head_word(word: str) -> str:
    if word in _SYNONYMS:
        return _SYNONYMS[word]
    same = SAME_ROLE.get(word, word)
    return _SYNONYMS.get(same, same)


def _compounded(found: list[str]) -> list[str]:
    """The words with offices of more than one word made one."""
    made: list[str] = []
    at = 0
    while at < len(found):
        for length in (3, 2):
            key = tuple(_plain(w) for w in found[at : at + length])
            if key in _COMPOUNDS:
                made.extend(_COMPOUNDS[key])
                at += length
                break
        else:
            made.append(found[at])
            at += 1
    return made


def office_of(found: Sequence[str], text: str = "") -> Office | None:
    """The office that the words name; None where none of them is an office or an occupation.

    >>> office_of("the Russian foreign minister".split()).heads
    frozenset({'minister'})
    """
    rank = ""
    plain: list[str] = []
    for raw in found:
        word = raw.removesuffix("'s").removesuffix("’s")
        prefix, _, rest = word.partition("-")
        if rest and prefix.lower() in {"ex", "vice", "deputy"} and is_role(rest.lower()):
            rank, word = "former" if prefix.lower() == "ex" else "deputy", rest
        lower = word.lower()
        if lower in _FORMER:
            rank = "former"
        elif lower in _DEPUTY:
            rank = rank or "deputy"
        elif lower in _ACTING:
            rank = rank or "acting"
        elif lower and lower not in _IDLE and (lower not in DETERMINERS or lower == "s"):
            plain.append(word)
    made = _compounded(plain)
    stop = next((i for i, w in enumerate(made) if i and w.lower() in PREPOSITIONS), len(made))
    nouns = [i for i, w in enumerate(made[:stop]) if is_head(w.lower())]
    if not nouns:
        if rank != "deputy" or not any(w.lower() == "deputy" for w in found):
            return None
        return Office(text, frozenset({"deputy"}), tuple(w for w in made if w.lower() not in PREPOSITIONS), "")
    heads = {_head_word(made[nouns[-1]].lower())}
    others = [w for i, w in enumerate(made) if i != nouns[-1] and w.lower() not in PREPOSITIONS and w[0].isalnum()]
    return Office(text or _without_article(found), frozenset(heads), tuple(others), rank)


def _without_article(found: Sequence[str]) -> str:
    at = 1 if found[0].lower() in ("the", "a", "an", "this", "that", "its", "their") else 0
    return " ".join(found[at:])


def is_head(word: str) -> bool:
    """Whether a lower-case word names an office or an occupation, one of several words included."""
    if word.endswith("-year-old"):
        return True
    return is_role(word) or word in _IMPLIED or word in _SYNONYMS or word in _IMPLIED_WORDS


_IMPLIED_WORDS = frozenset(word for line in _IMPLIED.values() for word in line.split())


def is_kin(office: Office) -> bool:
    """Whether it says whose relative or friend someone is: it then names nobody without that one."""
    return bool(office.heads & _KIN)


def same_place(one: str, other: str) -> bool:
    """Whether two capitalised words are a country and its adjective, or the same: "Druskan" and "Drusk".

    Known countries go by the table, others by their beginning: at least four letters, all but three of the shorter.
    """
    left, right = one.lower(), other.lower()
    if left == right:
        return True
    known = [ADJECTIVES.get(w) or PLACES.get(w) for w in (left, right)]
    if known[0] or known[1]:
        return known[0] == known[1]
    short = min(len(left), len(right))
    shared = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), short)
    return shared >= max(4, short - 2) and abs(len(left) - len(right)) <= 4


def _has(word: str, others: Sequence[str]) -> bool:
    return any(_plain(word) == _plain(other) or same_place(word, other) for other in others)


def agreement(wanted: Office, held: Office) -> int:
    """How well a description fits an office: 0 not, 1 nothing is against it, 2 each word is in it, 3 its noun too."""
    direct = bool(wanted.heads & held.heads)
    if not direct and not wanted.heads & held.implied:
        return 0
    if wanted.rank != held.rank and not (wanted.rank == "" and held.rank == "acting"):
        return 0
    missing = [word for word in wanted.qualifiers if not _has(word, held.qualifiers)]
    if not missing:
        return 3 if direct else 2
    for word in missing:
        if _plain(word) in _FIELDS:
            if held.lower & _FIELDS or "prime-minister" in held.heads or not direct:
                return 0
        elif word[0].isupper() and any(q[0].isupper() and _plain(q) not in PORTFOLIOS for q in held.qualifiers):
            return 0
    return 1
