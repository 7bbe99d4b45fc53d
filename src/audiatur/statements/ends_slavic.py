"""Where a reported content ends in Russian and Ukrainian: at a second verb, at who reports it, at a semicolon."""

from __future__ import annotations

from audiatur.statements.cues_slavic import Cue, is_express, relay_at
from audiatur.statements.phrases_slavic import is_adverbial, is_verb_ending, starts
from audiatur.statements.subjects_slavic import subject_after
from audiatur.statements.verbs_slavic import Frame
from audiatur.statements.views_slavic import View
from audiatur.statements.words_slavic import Language

_SHORT = 4  # shorter words that end as a past are as often nouns


def clause_end(view: View, start: int, last: int, cue: Cue | None, language: Language, *, plain: bool) -> int:
    """The last token of a content that begins at ``start``: before a second verb of the same subject, a gerund that
    reports, or a semicolon after which someone else speaks. ``plain``: the content is no clause.
    """
    own = plain or is_verb_ending(view, start, language)
    for k in range(start + 1, last):
        if _marked(view, k, last, language, plain=plain):
            return k - 1
        after = k + 1 if view.is_comma(k) else k
        if cue is None or view.word(after) not in language.joins:
            continue
        if _same_subject(view, after, last, cue, language, plain=plain):
            return k - 1
        if own and view.is_comma(k) and _other_speaks(view, after + 1, last, language):
            return k - 1
    return last


def _marked(view: View, k: int, last: int, language: Language, *, plain: bool) -> bool:
    """Whether a colon, a semicolon or a comma ends the content, by what follows it."""
    word = view.word(k)
    if word == ":":
        quoted = view.kind(k - 1) == "q" or _points_back(view, k + 1, language)
        return quoted if plain else _insertion(view, k + 1, last, language)
    if word == ";":
        return any(view.word(n) in language.verbs for n in range(k + 1, last + 1))
    if word != ",":
        return False
    gerund = any(v.form == "g" for v in language.verbs.get(view.word(k + 1), ()))
    return gerund or relay_at(view, k + 1, language) > 0 or _tail_report(view, k + 1, last, language)


def _same_subject(view: View, join: int, last: int, cue: Cue, language: Language, *, plain: bool) -> bool:
    """Whether a conjunction at ``join`` leads to another verb of the cue's subject."""
    verb = join + 1
    while verb < last and (is_adverbial(view, verb, language) or view.word(verb) == "не"):
        verb += 1
    forms = language.verbs.get(view.word(verb), ())
    if plain and not forms:
        return _same_past(view.word(verb), cue.verb.form) and len(view.word(verb)) > _SHORT
    return any(v.form == cue.verb.form for v in forms) or is_express(view, verb)


def _points_back(view: View, at: int, language: Language) -> bool:
    """Whether "об этом" and a reporting verb follow."""
    return view.word(at) in language.about and view.word(at + 1) in language.about_this


def _insertion(view: View, at: int, last: int, language: Language) -> bool:
    """Whether someone else's words follow, by "C, утверждает он, C"."""
    for k in range(at, last - 1):
        if view.is_comma(k) and view.word(k + 1) in language.verbs and starts(view, k + 2, language):
            return view.is_comma(k + 3) or view.is_comma(k + 4)
    return False


def _same_past(word: str, form: str) -> bool:
    """Whether a word has the ending of the past of that form and of no common noun."""
    ends = {
        "m": ("ил", "ал", "ял", "ел", "ив", "ав", "яв", "ів", "ував"),
        "f": ("ила", "ала", "яла", "ела", "іла"),
        "p": ("или", "али", "яли", "ели", "іли"),
    }
    return word.removesuffix("ся").removesuffix("сь").endswith(ends.get(form, ("\0",)))


def _other_speaks(view: View, at: int, last: int, language: Language) -> bool:
    """Whether a few words on another subject has a reporting verb."""
    for k in range(at + 1, min(at + 6, last + 1)):
        if view.word(k) in language.verbs:
            return starts(view, at, language) or view.capital(at)
        if not view.is_word(k):
            return False
    return False


def _tail_report(view: View, at: int, last: int, language: Language) -> bool:
    """Whether ", передаёт агентство X" begins there and ends the sentence."""
    verbs = [
        v for v in language.verbs.get(view.word(at), ()) if v.form in "stmfp" and v.frame in (Frame.SAY, Frame.ONLY)
    ]
    if not verbs or view.word(at + 1) == "," or view.word(at + 1) in language.that:
        return False
    found = subject_after(view, at, last, language, verbs[0].form, loose=False)
    return bool(
        found
        and found.phrase
        and not found.pronoun
        and not any(view.is_comma(k) or view.word(k) == ":" for k in range(found.phrase[1] + 1, last))
    )
