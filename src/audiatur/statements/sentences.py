"""Paragraphs, sentences and tokens of an article, with quotations kept whole.

A quotation is one token, so that its inner sentences and verbs never look like the reporter's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from audiatur.spans import Span
from audiatur.statements.quotations import Quotation, find_quotations, opens_with_mark
from audiatur.statements.wordlists import words

_TOKEN = re.compile(
    r"""(?P<abbr>(?:[^\W\d_]\.){2,}|(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gov't|Gen|Lt|Col|Sgt|Capt|Maj|Cmdr|St|Jr|Sr|
        Prof|Rev|Hon|Pres|vs|Inc|Corp|Ltd|Co|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|No|[A-Z])\.(?=\W))
      | (?P<word>[^\W_]+(?:(?!['’]s\b)['’\-.&/][^\W_]+|\.\d+)*)
      | (?P<clitic>['’]s\b)
      | (?P<stop>[.!?…]+)
      | (?P<punct>[^\w\s]|_)""",
    re.VERBOSE,
)
_INVERTED_AFTER_MARK = re.compile(
    r"\s+(?:[A-Z][\w.’'-]*\s+){1,4}(?:said|says|asked|asks|wrote|tweeted|added|replied)\b"
)
_LOWER_OR_END = re.compile(r"\s*(?:[a-zа-яіїєґ,;:—–)]|$)")
_CLOSING_MARKS = "\"'”“’»)"
_NOT_AFTER = words("Mr. Mrs. Ms. Dr. Sen. Rep. Gov. Gen. Lt. Col. St. Prof. Rev. Sgt. Capt. Sens. Reps.")


MAX_TOKENS = 400
"""A sentence with more tokens than this is a list, a table or no prose; no statement is looked for in it."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word (``w``), a mark (``p``), a sentence stop (``.``) or a whole quotation (``q``)."""

    start: int
    end: int
    kind: str
    text: str
    lower: str
    quotation: Quotation | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's tokens, its place, and the paragraph (by index) it stands in."""

    start: int
    end: int
    paragraph: int
    tokens: tuple[Token, ...]

    @property
    def only_quotation(self) -> bool:
        """Whether it holds nothing but quotations and marks."""
        return any(t.kind == "q" for t in self.tokens) and all(t.kind != "w" for t in self.tokens)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text, its quotations and its sentences. ``headline``: the first line, or within ``title_end``."""

    start: int
    end: int
    headline: bool
    quotations: tuple[Quotation, ...]
    sentences: tuple[Sentence, ...]


def _pieces(text: str, exclude: Sequence[Span]) -> list[tuple[int, int]]:
    """The lines of the text without what is excluded and without white space at their ends."""
    cuts = sorted((s.start, s.end) for s in exclude)
    pieces: list[tuple[int, int]] = []
    for line in re.finditer(r"[^\n\r\u2028\u2029]+", text):
        start = line.start()
        for cut_start, cut_end in cuts:
            if cut_end <= start or cut_start >= line.end():
                continue
            pieces.append((start, max(start, cut_start)))
            start = min(max(start, cut_end), line.end())
        pieces.append((start, line.end()))
    stripped = []
    for start, end in pieces:
        body = text[start:end]
        left = len(body) - len(body.lstrip())
        right = len(body.rstrip())
        if right > left:
            stripped.append((start + left, start + right))
    return stripped


def _tokens(text: str, start: int, end: int, quotations: Sequence[Quotation]) -> list[Token]:
    """The tokens of one paragraph."""
    tokens: list[Token] = []
    at = start
    for quotation in (*quotations, None):
        stop = quotation.start if quotation else end
        for match in _TOKEN.finditer(text, at, stop):
            kind = {"abbr": "w", "word": "w", "clitic": "w", "stop": ".", "punct": "p"}[match.lastgroup or "punct"]
            word = match.group()
            tokens.append(Token(match.start(), match.end(), kind, word, word.lower()))
        if quotation:
            word = text[quotation.start : quotation.end]
            tokens.append(Token(quotation.start, quotation.end, "q", word, "", quotation))
            at = quotation.end
    return tokens


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """The tokens of a stretch of text in which quotation marks are marks like any other."""
    return _tokens(text, start, end, ())


def _ends_sentence(text: str, token: Token, following: Token | None, end: int) -> bool:
    """Whether a sentence ends after ``token``."""
    if following is None:
        return True
    gap = following.start > token.end
    if token.kind == ".":
        return gap and not _LOWER_OR_END.match(text, token.end, end) and following.text not in ",;"
    if token.kind == "w" and token.text.endswith(".") and len(token.text) > 2 and token.text not in _NOT_AFTER:
        return gap and following.text in ("The", "He", "She", "It", "But", "In", "They", "A", "We", "This")
    if token.kind != "q" or token.quotation is None:
        return False
    last = text[token.quotation.inner_start : token.quotation.inner_end].rstrip("’'”\" )")[-1:]
    if last not in ".!?…" or not gap or _LOWER_OR_END.match(text, token.end, end):
        return False
    return last == "." or not _INVERTED_AFTER_MARK.match(text, token.end, end)


def _sentences(text: str, number: int, tokens: list[Token]) -> tuple[Sentence, ...]:
    """Group a paragraph's tokens into sentences."""
    sentences: list[Sentence] = []
    current: list[Token] = []
    for index, token in enumerate(tokens):
        current.append(token)
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if _ends_sentence(text, token, following, tokens[-1].end):
            sentences.append(Sentence(current[0].start, token.end, number, tuple(current)))
            current = []
    return tuple(sentences)


def lay_out(text: str, exclude: Sequence[Span] = (), title_end: int | None = None) -> tuple[Paragraph, ...]:
    """The paragraphs of ``text`` without what is excluded.

    The first line counts as a headline where ``title_end`` says so, or where it has no full stop and more follows.
    """
    paragraphs: list[Paragraph] = []
    pieces = _pieces(text, exclude)
    for number, (start, end) in enumerate(pieces):
        following = pieces[number + 1] if number + 1 < len(pieces) else None
        continued = following is not None and opens_with_mark(text, *following)
        quotations = find_quotations(text, start, end, continued=continued)
        if title_end is not None:
            headline = end <= title_end
        else:
            stopped = text[start:end].rstrip(_CLOSING_MARKS).endswith((".", ":", "…"))  # 'returned to a "dead end."'
            headline = number == 0 and len(pieces) > 1 and not stopped and end - start < 250
        sentences = _sentences(text, number, _tokens(text, start, end, quotations))
        paragraphs.append(Paragraph(start, end, headline, quotations, sentences))
    return tuple(paragraphs)
