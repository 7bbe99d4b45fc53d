"""Who a label of a transcript announces: "President of Borduria Ivo Salat", "MR. SALAT", "Question", "И. Салат"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from audiatur.statements.given_names import GIVEN_NAMES
from audiatur.statements.places import ADJECTIVES, PLACES
from audiatur.statements.roles_english import ORGANISATIONS, is_role
from audiatur.statements.wordlists import words

VOICES = words(
    """question questions answer remark remarks reporter reporters journalist moderator host interviewer interviewee
    translator interpreter anchor announcer audience speaker operator q a q. a. unidentified voice press participant
    participants chair chairman chairwoman chairperson
    вопрос ответ реплика журналист журналистка корреспондент ведущий ведущая модератор переводчик голос
    питання запитання відповідь репліка журналіст кореспондент ведучий ведуча модератор перекладач"""
)
"""Labels of one word that announce a voice without a name."""

_ROLES = words(
    """moderator presenter member presidency spokesman
    президент председатель министр премьер премьер-министр глава секретарь пресс-секретарь губернатор депутат
    генерал директор представитель заместитель посол канцлер король патриарх
    голова міністр прем'єр прем’єр-міністр речник речниця губернаторка посол секретар канцлерка очільник керівник
    пресссекретарь руководитель мэр мер полковник"""
)
_TITLES = words(
    "mr mr. mrs mrs. ms ms. miss dr dr. sir lady madam mme amb. sen. rep. gov. gen. col. prof. г-н г-жа пан пані"
)
_FUNCTION = words("of the and for to in on at de da von van with under по и в на за із з та у й при по-")
_PARTICLES = words("bin al el de da del von van der ibn ben abu la le di dos af")
_NO_NAMES = words(
    """note notes photo photos source sources update updated read more subject date time location place contact tel
    email phone background example summary correction related video image watch listen here there this that these
    those but and now first second third finally however again today yesterday tomorrow ps also all
    dear main best key important attention
    внимание фото видео источник справка дата место время тема увага джерело довідка"""
)
_BRACKETED = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")
_OF_PLACES = frozenset(word for place in PLACES for word in place.split())
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_PATRONYMIC = re.compile("(?:ович|евич|ич|овна|евна|івна|ївна|инична)$")
_INITIAL = re.compile(r"^(?:[^\W\d_]\.)+$")
_GLUED = re.compile(r"^([^\W\d_]+(?:-[^\W\d_]+)*[^\W\d_A-ZА-ЯІЇЄҐ])([A-ZА-ЯІЇЄҐ][^\W\d_]{3,})$")
_STUCK_INITIAL = re.compile(r"\b((?:[^\W\d_]\.)+)(?=[^\W\d_]{2,})")


@dataclass(frozen=True, slots=True)
class Voice:
    """Who a label announces. ``name`` is None for a role or an unnamed voice; ``sure`` where the label alone proves it.

    ``titled``: the label is a title or a role with or without a name.
    """

    name: str | None
    sure: bool
    titled: bool = False


def voice_of(label: str) -> Voice | None:
    """Who ``label`` (without its colon) announces; None where it is no label of a speaker.

    >>> voice_of("President of Borduria Ivo Salat")
    Voice(name='Ivo Salat', sure=True, titled=True)
    >>> voice_of("Question")
    Voice(name=None, sure=True, titled=True)
    >>> voice_of("The plan has three parts") is None
    True
    """
    while (shorter := _BRACKETED.sub("", label)) != label:
        label = shorter
    tokens = _STUCK_INITIAL.sub(r"\1 ", label.strip(' *_[]«»"“”')).replace(",", " , ").split()
    if not tokens or len(tokens) > 22:
        return None
    lower = [token.lower() for token in tokens]
    if " ".join(lower) in VOICES:
        return Voice(None, sure=True, titled=True)
    if lower[0] in _NO_NAMES or any(not (t[0].isalpha() or t == ",") for t in tokens):
        return None
    doubled = _tooltip(tokens)
    return Voice(doubled, sure=True, titled=True) if doubled is not None else _voice(tokens)


def _voice(tokens: Sequence[str]) -> Voice | None:
    """Who a label of names and titles announces."""
    titled = any(_is_title(token.lower()) for token in tokens)
    if "," in tokens:  # "Ivo Salat, Minister of Ports": the name stands before the comma
        tokens = tokens[: tokens.index(",")]
        if any(_is_title(token.lower()) for token in tokens):
            return None
    if not titled and any(not _is_capital(t) and t.lower() not in _PARTICLES for t in tokens):
        return None
    name = _name(tokens)
    if name is None:
        only_roles = titled and all(_is_capital(t) or t.lower() in _FUNCTION for t in tokens)
        return Voice(None, sure=False, titled=True) if only_roles and len(tokens) <= 8 else None
    first = name.split()[0]
    return Voice(name, sure=titled or first.lower() in GIVEN_NAMES or bool(_INITIAL.match(first)), titled=titled)


def _is_title(word: str) -> bool:
    return word in _TITLES or word in _ROLES or is_role(word)


def _is_capital(token: str) -> bool:
    return token[0].isupper()


def _tooltip(tokens: Sequence[str]) -> str | None:
    """The name in "Ivo Salat Salat IvoPresident": a label into which a site's tooltip has run."""
    for i in range(1, len(tokens) - 2):
        if tokens[i] == tokens[i + 1]:
            glued = _GLUED.match(tokens[i + 2])
            given = glued.group(1) if glued else tokens[i + 2]
            if tokens[i - 1] == given:
                return f"{given} {tokens[i]}"
    return None


def _name(tokens: Sequence[str]) -> str | None:
    """The name at the end of a label; None where it ends in something else."""
    run: list[str] = []
    before = ""
    for token in reversed(tokens):
        word = before = token.lower()
        if _is_title(word) or word in _FUNCTION - _PARTICLES:
            break
        if not _is_capital(token) and not (word in _PARTICLES and run):
            break
        run.insert(0, token)
    while run and not _is_capital(run[0]):
        run.pop(0)
    if before == "of" and len(run) == 3 and run[0].lower() not in _OF_PLACES | GIVEN_NAMES and len(run[0]) > 2:
        run.pop(0)  # "President of Borduria Ivo Salat": a country that no table has
    while len(run) > 2 and (run[0].lower() in _OF_PLACES or run[0].lower() in ADJECTIVES):
        run.pop(0)
    for at, token in enumerate(run[:-1]):
        if token.lower() in GIVEN_NAMES or _INITIAL.match(token):
            run = run[at:]
            break
    else:
        if (
            len(run) > 3 or (len(run) == 3 and _PATRONYMIC.search(run[1]) is None and _CYRILLIC.search(run[1]))
        ) and all(map(_is_capital, run)):
            run = run[-2:]
    if not run or run[-1].lower() in PLACES or run[-1].lower() in ADJECTIVES or run[-1].lower() in ORGANISATIONS:
        return None
    if any(word.lower() in _NO_NAMES for word in run):
        return None
    return " ".join(run)
