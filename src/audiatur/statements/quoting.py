"""The tagger for languages without rules: direct quotations only, and no speaker is named.

No list of verbs tells speech from titles and scare quotes there, so the marks around a quotation do, and its length.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from audiatur.statements.candidates import Candidate
from audiatur.statements.sentences import Paragraph, Token
from audiatur.statements.values import StatementClass

_MIN_WORDS = 5  # shorter quotations are titles, names and scare quotes as often as speech
_MIN_TOLD = 3  # words where a colon or a comma leads to it, or a stop stands in it
_UNSPACED = 2  # letters that count as a word where words have no space between them
_MIN_LONE = 8  # words that begin with a capital where no mark tells: shorter ones are titles
_TITLE = 0.5  # of the words with capitals: a title
_CONFIDENCE = 0.3


@dataclass(frozen=True, slots=True)
class QuotationTagger:
    """Takes quotations that look like speech for statements by someone unnamed."""

    def tag(self, text: str, paragraphs: Sequence[Paragraph]) -> Sequence[Candidate]:
        """A candidate for each sentence that quotes; sentences of nothing but a quotation are left to ``carry_on``."""
        found: list[Candidate] = []
        for paragraph in paragraphs:
            for sentence in paragraph.sentences:
                tokens = sentence.tokens
                quotes = [t for n, t in enumerate(tokens) if t.kind == "q" and _is_speech(text, tokens, n)]
                if not quotes or sentence.only_quotation:
                    continue
                found.append(
                    Candidate(
                        source=None,
                        cue=None,
                        content=tuple((t.start, t.end) for t in quotes),
                        class_=StatementClass.SPEECH,
                        paragraph=sentence.paragraph,
                        sentence=(sentence.start, sentence.end),
                        confidence=_CONFIDENCE,
                    )
                )
        return found


def _is_speech(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether the quotation at ``at`` is long enough for what the marks around it tell."""
    quotation = tokens[at].quotation
    if quotation is None:
        return False
    inner = text[quotation.inner_start : quotation.inner_end].strip()
    words = [w for w in inner.split() if any(c.isalnum() for c in w)]
    size = len(words) if inner.isascii() else max(len(words), sum(map(_is_unspaced, inner)) // _UNSPACED)
    before = tokens[at - 1].text if at else ""
    after = tokens[at + 1].text if at + 1 < len(tokens) else ""
    led = before in (":", "：", ",", "，") or inner[-1:] in (".", "!", "?", "…", "。", "！", "？", "؟")
    if led or inner[-1:] in (",", "，") or (not at and after in (",", "،", "，", "–", "—", "-")):
        return size >= _MIN_TOLD
    capitals = sum(w[:1].isupper() for w in words)
    if capitals > _TITLE * len(words):
        return False
    return size >= (_MIN_LONE if inner[:1].isupper() else _MIN_WORDS)


def _is_unspaced(letter: str) -> bool:
    """Whether a letter is of a script that puts no space between words: Han, kana, Thai, Lao, Khmer, Burmese."""
    return (
        "\u3040" <= letter <= "\u30ff"
        or "\u3400" <= letter <= "\u9fff"
        or "\u0e00" <= letter <= "\u0eff"
        or ("\u1000" <= letter <= "\u109f" or "\u1780" <= letter <= "\u17ff")
    )
