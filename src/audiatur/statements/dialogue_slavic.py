"""Dialogue with dashes: "— C, — сказал S. — C". The words between the dashes are the reporter's, the rest is said."""

from __future__ import annotations

from dataclasses import replace

from audiatur.statements.cues_slavic import Said
from audiatur.statements.phrases_slavic import is_adverbial, is_pronoun, is_verb_ending
from audiatur.statements.subjects_slavic import subject_after
from audiatur.statements.texts_slavic import document_after
from audiatur.statements.values import StatementClass
from audiatur.statements.verbs_slavic import Frame, Verb
from audiatur.statements.views_slavic import Phrase, View
from audiatur.statements.words_slavic import Language

_BEFORE = (",", "!", "?", "…", "?!", "!..", "?..", "...", ".", "!!!", "??")


def reporter_at(view: View, dash: int, language: Language) -> tuple[Said, int] | None:
    """The reporter's words that begin after the dash at ``dash``, and their last token; None where these are none.

    The verb may be one that no list has ("— Стоит, — вздыхает врач"), but then a subject must follow it.
    """
    if not view.is_dash(dash) or view.word(dash - 1) not in _BEFORE:
        return None
    at = dash + 1
    while (
        at < len(view)
        and (is_adverbial(view, at, language) or view.word(at) == "не")
        and view.word(at) not in language.verbs
    ):
        at += 1
    forms = language.verbs.get(view.word(at), ())
    if forms and forms[0].frame is Frame.TEXT:
        text = document_after(view, at, _end(view, at), language)
        return (Said(text, (at, at), (), StatementClass.DOCUMENT, inside=True), _end(view, at)) if text else None
    listed = bool(forms) and forms[0].frame is not Frame.TEXT and forms[0].form != "g"
    if not listed and not is_verb_ending(view, at, language):
        return _subject_first(view, dash + 1, language)
    verb = forms[0] if listed else _unlisted(view.word(at))
    end = _end(view, at)
    body = view.word(at + 1) in ("плечами", "плечима", "руками", "рукой")
    subject = subject_after(view, at + body, end, language, verb.form, loose=True)
    source = subject.phrase if subject else None
    if source is None and not listed:
        return None
    class_ = StatementClass.SPEECH if verb.frame in (Frame.THINK, Frame.CALL, Frame.OBJECT) else verb.class_
    first = at - 1 if view.word(at - 1) == "не" else at
    told = subject.told if subject else None
    cue = (first, at + body)
    return Said(source, cue, (), class_, told, inside=bool(subject and subject.inside)), end


def _unlisted(word: str) -> Verb:
    """A verb by its ending alone."""
    bare = word.removesuffix("ся").removesuffix("сь")
    form = "f" if bare.endswith("ла") else "p" if bare.endswith("ли") else "m" if bare.endswith(("л", "в")) else "s"
    form = "t" if bare.endswith(("ют", "ят", "ут", "ат", "ють", "ять", "уть", "ать")) else form
    return Verb(StatementClass.SPEECH, Frame.ONLY, form)


def _subject_first(view: View, at: int, language: Language) -> tuple[Said, int] | None:
    """ "— C, — он вздохнул": a pronoun or a name before a listed verb."""
    verb = at + 1
    forms = language.verbs.get(view.word(verb), ())
    if not forms or not (is_pronoun(view.word(at), language) or view.capital(at)):
        return None
    return Said((at, at), (verb, verb), (), StatementClass.SPEECH), _end(view, verb)


def _end(view: View, at: int) -> int:
    """The last token of the reporter's clause: before a stop, or a comma and dash after which speech goes on."""
    for k in range(at, len(view)):
        if view.kind(k) == ".":
            return k - 1
        if view.is_dash(k) and (view.is_comma(k - 1) or view.word(k - 1) == ":"):
            return k - 2
        if view.word(k) == ":" and k + 1 < len(view) and view.is_dash(k + 1):
            return k - 1
    return len(view) - 1


def dialogue(view: View, language: Language) -> tuple[list[Said], list[Phrase]]:
    """The statements of a paragraph's dialogue, and the stretches of tokens that they take up, marks included."""
    found: list[Said] = []
    taken: list[Phrase] = []
    at = 0
    while at < len(view):
        opens = view.is_dash(at) and (at == 0 or view.kind(at - 1) == ".")
        if not opens:
            at += 1
            continue
        told = next((k for k in range(at + 2, len(view)) if view.is_dash(k) and reporter_at(view, k, language)), None)
        if told is None:
            break
        report = reporter_at(view, told, language)
        content = view.trimmed(at + 1, told - 1)
        if report is None or content is None:
            break
        said, end = report
        rest, stop = _rest(view, end, language)
        parts = (content, rest) if rest else (content,)
        found.append(replace(said, content=parts))
        taken.append((at, stop))
        at = stop + 1
    return found, taken


def _rest(view: View, end: int, language: Language) -> tuple[Phrase | None, int]:
    """What is said after the reporter's words, and the last token of it all."""
    dash = next((k for k in range(end + 1, min(end + 4, len(view))) if view.is_dash(k)), None)
    if dash is None:
        return None, end
    last = len(view) - 1
    if view.kind(dash - 1) == ".":
        stop = next((k for k in range(dash + 1, last) if view.kind(k) == "." and not view.is_dash(k + 1)), last)
        if any(reporter_at(view, n, language) for n in range(dash + 2, stop) if view.is_dash(n)):
            return None, dash - 1  # another replica with its own reporter
    for k in range(dash + 1, len(view) - 1):
        if view.kind(k) == ".":
            word = view.word(k + 1)
            pronoun = word in language.male | language.female and view.capital(k + 1)
            if pronoun and view.word(k + 2) in language.verbs:
                last = k
                break
            if view.is_dash(k + 1):
                later = [n for n in range(k + 2, len(view)) if view.is_dash(n) and reporter_at(view, n, language)]
                if later:
                    last = k
                    break
    return view.trimmed(dash + 1, last), last
