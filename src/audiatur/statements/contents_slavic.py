"""Contents after a Russian or Ukrainian verb: a clause, a colon, marks; or the sentence before ("об этом сообщил")."""

from __future__ import annotations

from audiatur.statements.cues_slavic import Cue, Reading, Said, dative, quoted_class, said_by, speech
from audiatur.statements.ends_slavic import clause_end
from audiatur.statements.inversions_slavic import quote_content
from audiatur.statements.phrases_slavic import is_known, starts
from audiatur.statements.verbs_slavic import Frame

_REACH = 16  # tokens between a verb and its "that"


def clause_after(reading: Reading, cue: Cue) -> Said | None:
    """ "S сказал, что C", "S сказал: C", "S сообщил о том, что C"."""
    view, language = reading.view, reading.language
    strict = cue.verb.frame in (Frame.OBJECT, Frame.CALL)
    for k in range(cue.last + 1, min(cue.last + _REACH, reading.last) + 1):
        word = view.word(k)
        if word == ":" and k < reading.last:
            return _after_colon(reading, cue, k)
        if view.is_comma(k):
            start = None if strict and k > cue.after else _clause_start(reading, cue, k)
            if start is not None:
                return _that_clause(reading, cue, start)
            if (strict and k > cue.after) or not _inserted_comma(reading, k, cue):
                return None
        mark = word == ";" or view.is_dash(k) or view.kind(k) == "."
        far = k > cue.after and (view.kind(k) == "q" or (word in language.verbs and not is_known(word, language)))
        if mark or far:
            return None
    return None


def _clause_start(reading: Reading, cue: Cue, comma: int) -> int | None:
    """The first token of the reported clause that a comma opens; None where it opens none."""
    if comma + 3 > reading.last + 1:
        return None
    if reading.view.word(comma + 1) in reading.language.that:
        return comma + 2
    asks = cue.verb.frame not in (Frame.OBJECT, Frame.DO) and _asks(reading, comma + 1)
    return comma + 1 if asks else None


def _asks(reading: Reading, at: int) -> bool:
    view, language = reading.view, reading.language
    word = view.word(at)
    if word in ("за", "о", "в") and view.word(at + 1) in ("что", "чем", "що", "чем"):
        return True
    if word == "за":
        return False
    if word in language.as_:
        return not any(view.word(n) in language.verbs for n in range(at + 1, at + 4))
    return word in language.whether


def _inserted_comma(reading: Reading, k: int, cue: Cue) -> bool:
    """Whether a comma near the verb opens an insertion or a relative clause after which "that" may still come."""
    view, language = reading.view, reading.language
    words = [view.word(n) for n in range(k + 1, min(k + 5, reading.last))]
    if any(w in language.relative for w in words[:2]):
        return True
    closing = next((n for n in range(k + 1, min(k + 5, reading.last)) if view.is_comma(n)), None)
    return closing is not None or (view.is_comma(k) and any(view.is_comma(n) for n in range(cue.last + 1, k)))


def _that_clause(reading: Reading, cue: Cue, start: int) -> Said | None:
    if cue.source is None and cue.verb.form != "g" and not (reading.nested and dative(reading, cue)):
        return None
    end = clause_end(reading.view, start, reading.last, cue, reading.language, plain=False)
    if reading.view.kind(start) == "q" and (start == end or reading.view.is_comma(start + 1)):
        end = start
    return said_by(cue, [(start, end)], speech(cue))


def _after_colon(reading: Reading, cue: Cue, k: int) -> Said | None:
    view = reading.view
    if view.kind(k + 1) == "q":
        if cue.source is None and cue.verb.frame in (Frame.OBJECT, Frame.DO):
            return None
        if view.is_comma(k + 2) and view.is_dash(k + 3) and (view.word(k + 4) in reading.language.verbs):
            return None  # "…: «C», — сказал S": the words are of another verb
        end = k + 1
        while end + 2 <= reading.last and view.is_comma(end + 1) and view.kind(end + 2) == "q":
            end += 2
        return said_by(cue, [(k + 1, end)], quoted_class(cue))
    if k + 1 > reading.last or (cue.verb.frame in (Frame.OBJECT, Frame.DO, Frame.CALL) and k > cue.after + 1):
        return None
    if cue.source is None and not (reading.nested and dative(reading, cue)):
        return None
    end = clause_end(view, k + 1, reading.last, None, reading.language, plain=False)
    return said_by(cue, [(k + 1, end)], quoted_class(cue))


def quote_after(reading: Reading, cue: Cue) -> Said | None:
    """ "S сказал «C»": words in marks right after the verb, its subject and who is told."""
    if cue.verb.frame not in (Frame.SAY, Frame.ONLY, Frame.THINK) or cue.source is None:
        return None
    at = cue.after
    if (
        reading.view.kind(at) != "q"
        or not quote_content(reading.view, at)
        or len(reading.view.tokens[at].text.split()) < 2
    ):
        return None
    if cue.verb.frame is Frame.SAY and at < reading.last and starts(reading.view, at + 1, reading.language):
        return None
    return said_by(cue, [(at, at)])


def points(reading: Reading, cue: Cue) -> Said | None:
    """ "Об этом сообщил S"; what is meant stands before."""
    view, language = reading.view, reading.language
    if cue.source is None or cue.verb.frame is not Frame.SAY:
        return None
    for k in range(max(0, cue.at - 6), min(cue.after + 4, reading.last)):
        if view.word(k) in language.about and view.word(k + 1) in language.about_this and view.word(k + 2) != ",":
            colon = next((n for n in range(k - 1, -1, -1) if view.word(n) == ":"), None)
            if colon is not None:
                content = view.trimmed(0, colon - 1)
                return said_by(cue, [content]) if content else None
            return said_by(cue, [], points=True)
    return None
