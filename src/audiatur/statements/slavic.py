"""The tagger of rules for Russian and Ukrainian: clauses, sources without a verb, dialogue, headlines, layers.

Precision comes first: a reported clause needs "that", a colon, marks, a dash or a speaker who can be told; where the
subject can't be told the source is None.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from audiatur.statements.candidates import Candidate, Range
from audiatur.statements.clauses_slavic import read
from audiatur.statements.cues_slavic import Reading, Said
from audiatur.statements.dialogue_slavic import dialogue, reporter_at
from audiatur.statements.headlines_slavic import headline
from audiatur.statements.layers_slavic import views_within
from audiatur.statements.names_slavic import capital_stems
from audiatur.statements.phrases_slavic import is_verb_ending, starts
from audiatur.statements.sentences import MAX_TOKENS, Paragraph, Sentence, Token, tokenize
from audiatur.statements.sources_slavic import according, relay
from audiatur.statements.subjects_slavic import subject_before
from audiatur.statements.values import StatementClass
from audiatur.statements.views_slavic import View
from audiatur.statements.words_slavic import Language

_SURE, _LIKELY = 0.85, 0.6
_MAX_DEPTH = 2
_LABEL = re.compile(r"\s*(?:Джерело|Источник)\s*:\s*", re.IGNORECASE)
_WORDS_OF = re.compile(
    r"\s*(?:Дослівно|Пряма мова[^:]{0,60}|Дословно|Прямая речь[^:]{0,60}|Цитата[^:]{0,60})\s*:\s*", re.IGNORECASE
)
_WORD = re.compile(r"[^\W_]+")
_MIN_QUOTED = 3  # words of a quotation in a headline that the article repeats


@dataclass(frozen=True, slots=True)
class _Place:
    """Where candidates are made: the sentence that they are of, and the one before."""

    sentence: Sentence
    before: Sentence | None


@dataclass(frozen=True, slots=True)
class SlavicTagger:
    """Finds candidates by the words of one language."""

    language: Language

    def tag(self, text: str, paragraphs: Sequence[Paragraph]) -> Sequence[Candidate]:
        """The candidates of every sentence, in the order of their cues."""
        found: list[Candidate] = []
        names = capital_stems(text)
        label: Range | None = None
        before: Sentence | None = None
        for paragraph in paragraphs:
            if paragraph.headline:
                found += self._headline(text, paragraph, names)
                continue
            labelled = _LABEL.match(text, paragraph.start, paragraph.end)
            if labelled:
                label = _label_source(text, labelled.end(), paragraph.end)
                continue
            quoted = _WORDS_OF.match(text, paragraph.start, paragraph.end)
            if quoted and quoted.end() < paragraph.end:
                found.append(_verbatim(text, paragraph, quoted.end(), label))
                continue
            found += self._paragraph(text, paragraph, before)
            before = paragraph.sentences[-1] if paragraph.sentences else None
        return _quoted_in_headlines(text, paragraphs, found)

    def _headline(self, text: str, paragraph: Paragraph, names: Set[str]) -> list[Candidate]:
        found: list[Candidate] = []
        for sentence in paragraph.sentences:
            view = View.of(sentence.tokens)
            said = headline(view, self.language, names, text)
            if said is None:
                found += self._sentence(text, _Place(sentence, None), sentence.tokens)
                continue
            made = _make(view, said, sentence)
            found.append(replace(made, cue=None))
            found += self._layers(text, made, view, 1)
        return found

    def _paragraph(self, text: str, paragraph: Paragraph, before: Sentence | None) -> list[Candidate]:
        tokens = [t for s in paragraph.sentences for t in s.tokens]
        found: list[Candidate] = []
        taken: list[Range] = []
        if len(tokens) <= 2 * MAX_TOKENS and any(t.kind == "p" and t.text in "—–-−" for t in tokens):
            view = View.of(tokens)
            spoken, stretches = dialogue(view, self.language)
            taken = [(tokens[a].start, tokens[b].end) for a, b in stretches]
            for said in spoken:
                sentence = _sentence_at(paragraph, tokens[said.cue[0]].start)
                made = _make(view, said, sentence)
                found.append(made)
                found += self._layers(text, made, view, 1)
        for sentence in paragraph.sentences:
            free = [t for t in sentence.tokens if not any(a <= t.start < b for a, b in taken)]
            if free and len(free) <= MAX_TOKENS:
                found += self._sentence(text, _Place(sentence, before), free)
            before = sentence
        return _joined_over_stops(text, paragraph, found)

    def _sentence(self, text: str, place: _Place, tokens: Sequence[Token], depth: int = 0) -> list[Candidate]:
        """The candidates of some tokens of a sentence, those in their contents included."""
        view = View.of(tokens)
        found: list[Candidate] = []
        for said in self._said(view, nested=depth > 0):
            if said.points:
                if place.before is None or depth:
                    continue
                made = _make(view, replace(said, content=((said.cue[0], said.cue[0]),)), place.sentence)
                found.append(replace(made, content=(_body(place.before),)))
                continue
            made = _make(view, said, place.sentence)
            found.append(made)
            if not said.relayed:
                found += self._layers(text, made, view, depth + 1)
        for token in tokens:
            if token.kind == "q" and depth == 0:
                found += self._inside(text, token, place.sentence, found)
        return found

    def _said(self, view: View, *, nested: bool) -> list[Said]:
        sources = according(view, self.language)
        held = [(min(s.cue[0], *(a for a, _ in s.content)), max(s.cue[1], *(b for _, b in s.content))) for s in sources]
        clauses = read(Reading(view, self.language, nested=nested))
        clauses = [s for s in clauses if not any(a <= s.cue[0] <= b and not _around(s, (a, b)) for a, b in held)]
        whole = [s for s in sources if not any(a <= s.cue[0] and s.cue[1] <= b for c in clauses for a, b in c.content)]
        found = sorted([*clauses, *whole], key=lambda s: s.cue[0])
        if not nested:
            found += _by_colon(view, self.language, found)
        passed_on = relay(view, self.language, found)
        if passed_on is not None:
            found.append(passed_on)
        if nested:
            found = [s for s in found if s.source is not None and not s.points]
        return found

    def _inside(self, text: str, token: Token, sentence: Sentence, found: Sequence[Candidate]) -> list[Candidate]:
        """ "«C, — сказал S. — C»": the reporter's words inside the marks, between dashes."""
        quotation = token.quotation
        if quotation is None or ("—" not in token.text and "–" not in token.text and " - " not in token.text):
            return []
        view = View.of(tokenize(text, quotation.inner_start, quotation.inner_end))
        for dash in range(2, len(view)):
            report = reporter_at(view, dash, self.language)
            if report is None or report[0].source is None:
                continue
            said, end = report
            first = view.trimmed(0, dash - 1)
            rest = view.trimmed(end + 1, len(view) - 1)
            if first is None or any(c.cue and token.start <= c.cue[0] < token.end for c in found):
                return []
            made = _make(view, replace(said, content=(first, rest) if rest else (first,)), sentence)
            opened = (quotation.start, made.content[0][1])
            closed = (*made.content[1:-1], (made.content[-1][0], quotation.end)) if rest else ()
            made = replace(made, content=(opened, *closed))
            return [made, *self._layers(text, made, view, 1)]
        return []

    def _layers(self, text: str, outer: Candidate, view: View, depth: int) -> list[Candidate]:
        """The candidates within the content of another."""
        if depth > _MAX_DEPTH:
            return []
        sentence = Sentence(*outer.sentence, outer.paragraph, ())
        found: list[Candidate] = []
        for part in outer.content:
            for tokens in views_within(text, part, view.tokens):
                if len(tokens) <= MAX_TOKENS:
                    found += self._sentence(text, _Place(sentence, None), tokens, depth)
        return found


def _around(said: Said, held: tuple[int, int]) -> bool:
    """Whether a statement holds all of the words ``held``, as its content."""
    return any(a <= held[0] and held[1] <= b for a, b in said.content)


def _make(view: View, said: Said, sentence: Sentence) -> Candidate:
    return Candidate(
        source=view.range(said.source) if said.source else None,
        cue=view.range(said.cue),
        content=tuple(view.range(part) for part in said.content),
        class_=said.class_,
        paragraph=sentence.paragraph,
        sentence=(sentence.start, sentence.end),
        addressee=view.range(said.told) if said.told else None,
        follows=False,
        confidence=_SURE if said.source and said.sure else _LIKELY,
    )


def _body(sentence: Sentence) -> Range:
    """A sentence without its stop."""
    phrase = View.of(sentence.tokens).trimmed(0, len(sentence.tokens) - 1)
    if phrase is None:
        return sentence.start, sentence.end
    return sentence.tokens[phrase[0]].start, sentence.tokens[phrase[1]].end


def _sentence_at(paragraph: Paragraph, at: int) -> Sentence:
    return next((s for s in paragraph.sentences if s.start <= at < s.end), paragraph.sentences[0])


def _label_source(text: str, start: int, end: int) -> Range | None:
    """Who a line "Источник: …" names, up to where it was written."""
    tokens = tokenize(text, start, end)
    last = next(
        (k for k, t in enumerate(tokens) if t.kind != "w" or t.lower in ("в", "у", "на", "із", "під")), len(tokens)
    )
    return (tokens[0].start, tokens[last - 1].end) if tokens and last else None


def _verbatim(text: str, paragraph: Paragraph, start: int, source: Range | None) -> Candidate:
    end = paragraph.end
    if text[end - 1] == "." and end - 1 > start:
        end -= 1
    sentence = next((s for s in paragraph.sentences if s.end > start), paragraph.sentences[-1])
    return Candidate(
        source=source, cue=None, content=((start, end),), class_=StatementClass.SPEECH, paragraph=sentence.paragraph,
        sentence=(sentence.start, sentence.end), confidence=_LIKELY,
    )  # fmt: skip


def _by_colon(view: View, language: Language, found: Sequence[Said]) -> list[Said]:
    """ "S опубликовал пост: «C»": any verb with a speaker before a colon and marks."""
    for colon in range(2, len(view) - 1):
        if view.word(colon) != ":" or view.kind(colon + 1) != "q" or len(view.tokens[colon + 1].text.split()) < 2:
            continue
        if any(a <= colon + 1 <= b for s in found for a, b in s.content):
            continue
        hard = [k for k in range(colon) if view.word(k) in (":", ";") or view.kind(k) == "."]
        low = hard[-1] + 1 if hard else 0
        for at in range(low + 1, colon):
            if not is_verb_ending(view, at, language) or any(s.cue[0] <= at <= s.cue[1] for s in found):
                continue
            form = "f" if view.word(at).removesuffix("ся").removesuffix("сь").endswith("ла") else "m"
            subject = subject_before(view, low, at, language, form)
            if subject and subject.phrase and not subject.inside and starts(view, subject.phrase[0], language):
                return [Said(subject.phrase, (at, at), ((colon + 1, colon + 1),), StatementClass.SPEECH, sure=False)]
            break
    return []


def _joined_over_stops(text: str, paragraph: Paragraph, found: list[Candidate]) -> list[Candidate]:
    """ "«C», — сказал S. — «C»": a sentence that is a dash and a quotation carries on the one before it."""
    for before, after in zip(paragraph.sentences, paragraph.sentences[1:], strict=False):
        if after.only_quotation and after.tokens[0].text in "—–-−":
            for n, one in enumerate(found):
                if one.sentence == (before.start, before.end) and text[one.content[-1][1] - 1] in '»“”"':
                    more = (after.tokens[1].start, next(t.end for t in reversed(after.tokens) if t.kind == "q"))
                    found[n] = replace(one, content=(*one.content, more))
                    break
    return found


def _plain(words: str) -> str:
    return " ".join(_WORD.findall(words.lower()))


def _quoted_in_headlines(text: str, paragraphs: Sequence[Paragraph], found: list[Candidate]) -> list[Candidate]:
    """With the quotations of headlines that the article has in a statement: they are of the same speaker."""
    added: list[Candidate] = []
    for paragraph in paragraphs:
        if not paragraph.headline:
            break
        for sentence in paragraph.sentences:
            for token in sentence.tokens:
                words = _plain(token.text)
                held = any(a <= token.start and token.end <= b for c in found for a, b in c.content)
                if token.kind != "q" or held or len(words.split()) < _MIN_QUOTED:
                    continue
                same = next((c for c in found if any(words in _plain(text[a:b]) for a, b in c.content)), None)
                if same is not None:
                    added.append(
                        replace(same, cue=None, content=((token.start, token.end),), paragraph=sentence.paragraph,
                                sentence=(sentence.start, sentence.end), addressee=None, confidence=_LIKELY)
                    )  # fmt: skip
    return [*added, *found]
