"""The tagger of rules for Russian and Ukrainian: verbs of saying, "по словам", guillemets, dash dialogue.

Precision comes first: where the subject can't be told the source is None, and reported clauses without "что"/"що",
a colon, quotation marks or a dash are left alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from audiatur.statements.candidates import Candidate
from audiatur.statements.names_slavic import is_body, is_role
from audiatur.statements.sentences import MAX_TOKENS, Paragraph, Sentence, Token, tokenize
from audiatur.statements.values import StatementClass
from audiatur.statements.words_slavic import Language

_DASHES = "—–-−"
_SURE, _LIKELY = 0.7, 0.5  # not measured: no annotated articles in these languages
_MAX_ADJUNCT = 8  # tokens of when, where and to whom between a speaker and the comma
_REACH = 14  # tokens between a verb and its "that"

Phrase = tuple[int, int]


@dataclass(frozen=True, slots=True)
class SlavicTagger:
    """Finds candidates by the words of one language."""

    language: Language

    def tag(self, text: str, paragraphs: Sequence[Paragraph]) -> Sequence[Candidate]:
        """The candidates of every sentence, in the order of their cues."""
        found: list[Candidate] = []
        for paragraph in paragraphs:
            dialogue = text[paragraph.start] in _DASHES
            open_dialogue: int | None = None
            for sentence in paragraph.sentences:
                own = _tag_sentence(sentence, self.language) if len(sentence.tokens) <= MAX_TOKENS else []
                if not own and sentence.only_quotation:
                    own = _tag_inside(text, sentence, self.language)
                if own:
                    open_dialogue = len(found) if dialogue and own[0].content[0][0] <= sentence.start + 2 else None
                    found.extend(own)
                elif open_dialogue is not None and sentence.tokens[0].text in _DASHES and len(sentence.tokens) > 2:
                    more = (sentence.tokens[1].start, sentence.end)
                    found[open_dialogue] = replace(found[open_dialogue], content=(*found[open_dialogue].content, more))
        return found


def _last_word(tokens: Sequence[Token]) -> int:
    last = len(tokens) - 1
    while last > 0 and tokens[last].kind in "p.":
        last -= 1
    return last


def _tag_sentence(sentence: Sentence, language: Language) -> list[Candidate]:
    tokens = sentence.tokens
    according = _according(sentence, language)
    if according is not None:
        return [according]
    for at, token in enumerate(tokens):
        class_ = language.verbs.get(token.lower) if token.kind == "w" else None
        if class_ is None or (at and tokens[at - 1].lower in ("не", "бы", "б", "би")):
            continue
        one = _by_verb(sentence, at, class_, language)
        if one is not None:
            return [one]
    return []


def _tag_inside(text: str, sentence: Sentence, language: Language) -> list[Candidate]:
    """ "«C, — сказал S. — C»": the reporter's words inside the marks, between dashes."""
    quote = next(t for t in sentence.tokens if t.quotation is not None)
    if quote.quotation is None:
        return []
    tokens = tokenize(text, quote.quotation.inner_start, quote.quotation.inner_end)
    for at in range(2, len(tokens)):
        class_ = language.verbs.get(tokens[at].lower)
        if class_ is None or tokens[at - 1].text not in _DASHES or tokens[at - 2].text not in ",.!?…":
            continue
        source = _subject_right(tokens, at, language)
        before = _trim(tokens, 0, at - 1)
        if source is None or before is None:
            continue
        rest = _trim(tokens, source[1] + 1, len(tokens) - 1)
        inside = replace(sentence, tokens=tuple(tokens))
        content = [before, rest] if rest and tokens[rest[0] - 1].text in _DASHES else [before]
        return [_make(inside, source, (at, at), content, class_)]
    return []


def _make(
    sentence: Sentence, source: Phrase | None, cue: Phrase, content: Sequence[Phrase], class_: StatementClass
) -> Candidate:
    tokens = sentence.tokens
    return Candidate(
        source=(tokens[source[0]].start, tokens[source[1]].end) if source else None,
        cue=(tokens[cue[0]].start, tokens[cue[1]].end),
        content=tuple((tokens[a].start, tokens[b].end) for a, b in content),
        class_=class_,
        paragraph=sentence.paragraph,
        sentence=(sentence.start, sentence.end),
        confidence=_SURE if source else _LIKELY,
    )


def _according(sentence: Sentence, language: Language) -> Candidate | None:
    """ "По словам S, C" and "C, по словам S(, C)"."""
    tokens, last = sentence.tokens, _last_word(sentence.tokens)
    for phrase in language.sources:
        for at in range(len(tokens) - len(phrase)):
            if any(tokens[at + k].lower != word for k, word in enumerate(phrase)):
                continue
            start = at + len(phrase)
            stop = start
            while stop <= last and tokens[stop].kind == "w":
                stop += 1
            if stop == start:
                continue
            source, cue = (start, stop - 1), (at, start - 1)
            before = _trim(tokens, 0, at - 1)
            after = _trim(tokens, stop, last)
            if before is None and after is not None:
                return _make(sentence, source, cue, [after], StatementClass.SPEECH)
            if before is not None and tokens[at - 1].text == ",":
                content = [before, after] if after is not None and tokens[stop].text == "," else [before]
                return _make(sentence, source, cue, content, StatementClass.SPEECH)
    return None


def _trim(tokens: Sequence[Token], first: int, last: int) -> Phrase | None:
    """Without marks at both ends; None where nothing is left."""
    while first <= last and tokens[first].kind in "p.":
        first += 1
    while last >= first and tokens[last].kind in "p.":
        last -= 1
    return (first, last) if first <= last else None


def _by_verb(sentence: Sentence, at: int, class_: StatementClass, language: Language) -> Candidate | None:
    """The statement that the verb at ``at`` introduces: after it, or before it across a comma or a dash."""
    tokens, last = sentence.tokens, _last_word(sentence.tokens)
    left = _subject_left(tokens, at, language)
    right = None if left else _subject_right(tokens, at, language)
    start = _content_after(tokens, at, last, language)
    first = left[0] if left else at
    if tokens[first - 1].lower in language.as_ and first > 0:
        return _as_clause(sentence, at, first - 1, left or right, class_)
    if start is not None:
        return _make(sentence, left or right, (at, at), [(start, _end_after(tokens, start, last))], class_)
    if first > 1 and (
        tokens[first - 1].text == "," or tokens[first - 1].text in _DASHES or tokens[first - 1].kind == "q"
    ):
        return _before(sentence, at, first, left or right, class_)
    if class_ is not StatementClass.SPEECH and left is not None and at < last and tokens[at + 1].text not in ",:":
        return _make(sentence, left, (at, at), [(at + 1, last)], class_)
    return None


def _before(sentence: Sentence, at: int, first: int, source: Phrase | None, class_: StatementClass) -> Candidate | None:
    tokens, last = sentence.tokens, _last_word(sentence.tokens)
    content = _trim(tokens, 0, first - 1)
    dashed = tokens[first - 1].text in _DASHES or tokens[first - 1].kind == "q" or tokens[first - 2].text in _DASHES
    quoted = content is not None and tokens[content[1]].kind == "q"
    if content is None or (source is None and not (dashed or quoted)):
        return None
    parts = [content]
    if quoted and content[1] > content[0] and tokens[content[1] - 1].text == ":":
        parts = [(content[1], content[1])]
    after = (source[1] if source and source[1] > at else at) + 1
    rest = next((k for k in range(after, last + 1) if tokens[k].kind == "q"), None)
    if rest is not None and quoted and tokens[rest - 1].kind == "p":
        parts.append((rest, rest))
    elif after + 2 <= last and tokens[after].kind == "." and tokens[after + 1].text in _DASHES:
        parts.append((after + 2, last))  # dialogue goes on after the reporter's words
    return _make(sentence, source, (at, at), parts, class_)


def _as_clause(
    sentence: Sentence, at: int, conjunction: int, source: Phrase | None, class_: StatementClass
) -> Candidate | None:
    """ "Как сообщил S, C" and "C, как сообщил S"."""
    tokens, last = sentence.tokens, _last_word(sentence.tokens)
    if source is None:
        return None
    end = max(at, source[1])
    comma = next((k for k in range(end + 1, min(end + _MAX_ADJUNCT, last)) if tokens[k].text == ","), None)
    if conjunction <= 1 and comma is not None:
        return _make(sentence, source, (at, at), [(comma + 1, last)], class_)
    content = _trim(tokens, 0, conjunction - 1)
    if content is not None and tokens[conjunction - 1].text == "," and end >= last:
        return _make(sentence, source, (at, at), [content], class_)
    return None


def _content_after(tokens: Sequence[Token], at: int, last: int, language: Language) -> int | None:
    """The first token of what follows "that" or a colon near the verb."""
    for k in range(at + 1, min(at + _REACH, last)):
        if tokens[k].text == ":":
            return k + 1
        if tokens[k].text == "," and tokens[k + 1].lower in language.that:
            return k + 2 if k + 2 <= last else None
        if tokens[k].kind in "q." or tokens[k].text == ";" or tokens[k].lower in language.verbs:
            return None
    return None


def _end_after(tokens: Sequence[Token], start: int, last: int) -> int:
    """A quotation that stands alone ends the content; any other runs to the end of the sentence."""
    if tokens[start].kind == "q" and (start == last or tokens[start + 1].text == ","):
        return start
    return last


def _is_speaker(token: Token, language: Language) -> bool:
    return token.text[0].isupper() or is_role(token.lower, language) or is_body(token.lower, language)


def _subject_left(tokens: Sequence[Token], at: int, language: Language) -> Phrase | None:
    """The subject before the verb: the words back to a mark, a preposition's object or a conjunction."""
    last = at - 1
    while last >= 0 and tokens[last].lower in language.times:
        last -= 1
    if last < 0 or tokens[last].kind != "w":
        return None
    if tokens[last].lower in language.male | language.female | language.plural:
        return last, last
    first, governed = last + 1, False
    while (
        first > 0 and tokens[first - 1].kind == "w" and tokens[first - 1].lower not in language.times | language.stops
    ):
        if tokens[first - 1].lower in language.prepositions:
            governed = True
            break
        first -= 1
    candidates = range(first + 1 if governed else first, last + 1)
    start = next((k for k in candidates if _is_speaker(tokens[k], language)), None)
    if start is None or any(tokens[k].lower in language.verbs for k in range(start, last + 1)):
        return None
    return start, last


def _subject_right(tokens: Sequence[Token], at: int, language: Language) -> Phrase | None:
    """The subject after the verb, past who is told; None where a preposition or a mark comes first and hides it."""
    first = at + 1
    while first < len(tokens) and tokens[first].lower in language.times | language.addressees:
        first += 1
    if first >= len(tokens) or tokens[first].kind != "w":
        return None
    if tokens[first].lower in language.male | language.female | language.plural:
        return first, first
    if tokens[first].lower in language.prepositions:
        found = range(first + 2, min(first + 5, len(tokens)))
        start = next((k for k in found if tokens[k].kind == "w" and is_role(tokens[k].lower, language)), None)
        if start is None or any(t.kind != "w" for t in tokens[first:start]):
            return None
        first = start
    last = first
    while last + 1 < len(tokens) and tokens[last + 1].kind == "w":
        following = tokens[last + 1]
        if following.lower in language.prepositions | language.stops | language.times:
            break
        if tokens[last].text[0].isupper() and following.text[0].islower():
            break
        last += 1
    return (first, last) if any(_is_speaker(t, language) for t in tokens[first : last + 1]) else None
