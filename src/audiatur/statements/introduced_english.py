"""Bodies and documents by their first words: "a letter by a prisoner" is what "the letter" means further down."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from audiatur.statements.mentions_english import label_of, take_apart
from audiatur.statements.roles_english import DOCUMENTS, ORGANISATIONS
from audiatur.statements.sentences import Paragraph, Token
from audiatur.statements.values import SpeakerType
from audiatur.statements.words_english import DETERMINERS

_REACH = 5  # words between a determiner and the noun
_NEXT = 40  # characters between the end of a sentence and "it" in the next
_AFTER = 6  # words after the noun that may belong to the name
_NO_INTRODUCTION = frozenset(("this", "that", "any", "no", "every", "each", "such", "another", "other"))


class Introduced:
    """Every noun of a body or a document in an article, with the words around it."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self._places: dict[str, list[tuple[int, Sequence[Token], int]]] = {}
        for sentence in (s for p in paragraphs if not p.headline for s in p.sentences):
            for index, token in enumerate(sentence.tokens):
                if token.lower in DOCUMENTS or token.lower in ORGANISATIONS:
                    self._places.setdefault(token.lower, []).append((token.start, sentence.tokens, index))

    def last(self, text: str, at: int, kind: SpeakerType) -> tuple[str, int] | None:
        """The last thing of a kind named with a determiner in the sentence before ``at``, and where; None for none."""
        nouns = DOCUMENTS if kind is SpeakerType.DOCUMENT else ORGANISATIONS
        found: tuple[str, int] | None = None
        before = -1
        for noun in nouns & self._places.keys():
            for place, tokens, index in self._places[noun]:
                near = place < at and tokens[-1].end <= at <= tokens[-1].end + _NEXT
                if not near or not tokens[index].text.islower():
                    continue
                label = self._label(text, tokens, index, kind)
                if label is not None and place > before:
                    found, before = (label, place), place
        return found

    def _label(self, text: str, tokens: Sequence[Token], index: int, kind: SpeakerType) -> str | None:
        """What the noun at ``index`` is called there; None where no determiner opens its phrase."""
        start = index
        while start > 0 and index - start < _REACH and tokens[start - 1].kind == "w":
            start -= 1
            if tokens[start].lower in DETERMINERS:
                break
        if tokens[start].lower not in DETERMINERS or tokens[start].lower in _NO_INTRODUCTION:
            return None
        mention = take_apart(tokens[start : index + 1 + _AFTER])
        if not mention.plain or mention.plain[-1].start != tokens[index].start:
            return None
        return label_of(text, mention, kind)

    def fullest(self, text: str, noun: str, at: int, kind: SpeakerType) -> str | None:
        """The fullest name by which something of that noun was introduced before ``at``, the last of several.

        None where it stands nowhere with a word more than the noun.
        """
        places = self._places.get(noun, [])
        for _, tokens, index in reversed(places[: bisect_left(places, at, key=lambda p: p[0])]):
            label = self._label(text, tokens, index, kind)
            if label and len(label.split()) > 1:
                return label
        return None
