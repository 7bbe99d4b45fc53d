"""Contents before a Russian or Ukrainian verb: "«C», — сказал S", "C, сообщил S", "как сообщил S, C"."""

from __future__ import annotations

from dataclasses import replace

from audiatur.statements.cues_slavic import Cue, Reading, Said, quoted_class, relay_at, said_by, speech
from audiatur.statements.ends_slavic import clause_end
from audiatur.statements.phrases_slavic import is_adverbial, is_known, is_verb_ending
from audiatur.statements.subjects_slavic import subject_after
from audiatur.statements.verbs_slavic import Frame
from audiatur.statements.views_slavic import Phrase, View


def quote_content(view: View, at: int) -> bool:
    """Whether a quotation with something said in it stands there."""
    if view.kind(at) != "q":
        return False
    text = view.tokens[at].text
    return len(text.split()) > 1 or text.rstrip("»“”\"'").endswith(("!", "?", "…", "."))


def _stretch_before(reading: Reading, first: int) -> Phrase | None:
    """What stands before the mark at ``first - 1``, from the last hard mark or the end of the statement before."""
    low = reading.floor
    hard = [k for k in range(low, first - 1) if reading.view.word(k) == ";"]
    low = hard[-1] + 1 if hard else low
    return reading.view.trimmed(low, first - 2)


def inverted_quote(reading: Reading, cue: Cue) -> Said | None:
    """ "«C», — сказал S", "— C, — сказал S", and with the quotation right before the verb."""
    view = reading.view
    first = cue.first
    while first > 0 and is_adverbial(view, first - 1, reading.language):
        first -= 1
    if (
        cue.subject
        and cue.subject.phrase
        and cue.subject.phrase[0] < cue.first
        and cue.subject.phrase[0] >= reading.floor
    ):
        first = min(first, cue.subject.phrase[0])
    marked = view.is_dash(first - 1) and (
        view.kind(first - 2) == "q" or view.word(first - 2) in (",", "!", "?", "…", "?!", "...")
    )
    quoted = view.kind(first - 1) == "q" and first - 1 == reading.floor and len(view.tokens[first - 1].text.split()) > 3
    commaed = view.is_comma(first - 1) and view.kind(first - 2) == "q" and quote_content(view, first - 2)
    if not (marked or quoted or commaed) or cue.verb.form == "g":
        return None
    content = view.trimmed(reading.floor, first - 1)
    if content is None:
        return None
    loose = (
        subject_after(view, cue.last, reading.last, reading.language, cue.verb.form, loose=True)
        if cue.subject is None or cue.subject.phrase is None or cue.subject.phrase[0] < content[1]
        else None
    )
    if loose and loose.phrase:
        cue = replace(cue, subject=None, right=loose)
    if quoted and not marked and cue.source is None:
        return None
    end = view.kind(content[1]) == "q"
    if end and content[1] > content[0] and (view.word(content[1] - 1) == ":" or view.kind(content[1] - 1) == "."):
        content = (content[1], content[1])
    if commaed and not (end and content[0] == content[1]) and cue.source is None:
        return None
    parts = [content]
    after = max(cue.after, (cue.source[1] + 1) if cue.source else 0)
    rest = next((k for k in range(after, reading.last + 1) if view.kind(k) == "q"), None)
    if (
        rest is not None
        and end
        and (view.is_dash(rest - 1) or view.word(rest - 1) == ":")
        and not any(view.word(k) in reading.language.verbs for k in range(after, rest))
    ):
        parts.append((rest, rest))
    return said_by(cue, parts, quoted_class(cue))


def inverted(reading: Reading, cue: Cue) -> Said | None:
    """ "C, сообщил S." and "C, сообщил S, C"."""
    view = reading.view
    if cue.verb.frame in (Frame.CALL, Frame.DO) or cue.verb.form == "g" or cue.first < 2:
        return None
    if not view.is_comma(cue.first - 1):
        return None
    source = cue.right.phrase if cue.right else None
    if source is None:
        return None
    cue = replace(cue, subject=None)
    content = _stretch_before(reading, cue.first)
    if content is None:
        return None
    hard = [k for k in range(content[0], content[1]) if view.word(k) == ":"]
    end = cue.after
    follows = end <= reading.last and view.is_comma(end)
    if hard and follows:
        content = (hard[-1] + 1, content[1])
    parts = [content]
    if follows and end + 1 <= reading.last and _goes_on(reading, content, end + 1):
        parts.append((end + 1, clause_end(view, end + 1, reading.last, None, reading.language, plain=False)))
    if len(parts) == 1 and content[1] - content[0] < 1:
        return None
    return said_by(cue, parts, speech(cue))


def _goes_on(reading: Reading, content: Phrase, at: int) -> bool:
    """Whether the clause before an insertion lacks its verb, so that it goes on at ``at``, after the insertion."""
    view, language = reading.view, reading.language
    word = view.word(at)
    other = any(v.form == "g" for v in language.verbs.get(word, ())) or relay_at(view, at, language)
    if other or word in language.relative or word in language.joins:
        return False
    return not any(is_verb_ending(view, k, language) for k in range(content[0], content[1] + 1))


def as_said(reading: Reading, cue: Cue) -> Said | None:
    """ "Как сообщил S, C" and "C, как сообщил S"."""
    view, language = reading.view, reading.language
    if (cue.right is None or cue.right.phrase is None) and cue.subject is not None and _after_as(reading, cue.first):
        right = subject_after(view, cue.last, reading.last, language, cue.verb.form, loose=False)
        cue = replace(cue, subject=None, right=right)  # "мост, который, как сказал S, C": no subject before "как"
    left = cue.subject.phrase[0] if cue.subject and cue.subject.phrase else cue.first
    first = left - 1
    while first > 0 and is_adverbial(view, first, language):
        first -= 1
    if first < 0 or view.word(first) not in language.as_ or cue.source is None:
        return None
    end = max(cue.after, cue.source[1] + 1)
    comma = next((k for k in range(end, min(end + 9, reading.last)) if view.is_comma(k)), None)
    if first <= reading.floor + 1 and comma is not None:
        closing = next((k for k in range(comma + 1, min(comma + 10, reading.last)) if view.is_comma(k)), None)
        apposed = is_known(view.word(comma + 1), language) or is_known(view.word(comma + 2), language)
        if (
            closing is not None
            and apposed
            and not any(is_verb_ending(view, k, language) for k in range(comma + 1, closing))
        ):
            comma = closing  # "Как сказал Марек, директор порта, C"
        if view.word(comma + 1) in language.relative or relay_at(view, comma + 1, language):
            comma = next((k for k in range(comma + 1, reading.last) if view.is_comma(k)), comma)
        return said_by(
            cue,
            [(comma + 1, clause_end(view, comma + 1, reading.last, None, language, plain=False))],
            speech(cue),
        )
    content = _stretch_before(reading, first)
    if content is None or not view.is_comma(first - 1):
        return None
    if view.word(content[1]) in language.relative:
        closing = next((k for k in range(end + 1, reading.last) if view.is_comma(k)), reading.last + 1)
        return said_by(cue, [(end + 1, closing - 1)], speech(cue)) if view.is_comma(end) and closing > end + 1 else None
    return said_by(cue, [content], speech(cue))


def _after_as(reading: Reading, first: int) -> bool:
    """Whether "как", with adverbs at most, stands between a comma and the verb at ``first``."""
    k = first - 1
    while k > 0 and is_adverbial(reading.view, k, reading.language):
        k -= 1
    return k > 0 and reading.view.word(k) in reading.language.as_ and reading.view.is_comma(k - 1)
