"""From the words that name a source to a speaker: name, office, kind; None wherever the article does not settle it.

The article is read once from its beginning: names, pronouns and sources are taken in order, so that a pronoun finds
who was talked of before it. What is said inside quotation marks is resolved afterwards, when it is known whose words
they are: "I" is the one quoted, and "he" is somebody else.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from audiatur.spans import Span
from audiatur.statements.candidates import Candidate, Range
from audiatur.statements.cast import Cast
from audiatur.statements.entities_english import Entity
from audiatur.statements.names import Name, find_names
from audiatur.statements.nesting import Contents
from audiatur.statements.phrases_english import is_name
from audiatur.statements.places import PLACES
from audiatur.statements.references_english import References
from audiatur.statements.sentences import Paragraph, Sentence, Token, tokenize
from audiatur.statements.values import Attribution, SpeakerType
from audiatur.statements.verbs_english import VERBS
from audiatur.statements.words_english import DETERMINERS, FEMALE, MALE, PREPOSITIONS, PRONOUNS

_HEAD = 6  # words at the head of a sentence among which its subject stands
_MAX_TURN = 8  # words of office and name before the colon of a transcript's turn
_PHRASE = 8  # words of a description, with what follows it
_OPENS_PHRASE = frozenset(("a", "an", "its", "their", "his", "her", "another", "one"))
_HEARD = 2  # how often, and how many times as often as another, someone interviewed is heard
_MIN_APPOSITION = 4  # a comma, two names, what follows
_READS = frozenset(("says", "reads", "states", "asks", "adds", "warns", "notes", "concludes", "describes", "calls"))
_STRESS = frozenset(("himself", "herself", "itself", "themselves", "alone", "also", "too"))
_RELATIVE = frozenset(("who", "which", "that"))
_NOBODY = Attribution(None, None, None, None)
_GENDERED = MALE | FEMALE

_SPEAKS, _SUBJECT, _OTHER, _AFTER_PREPOSITION, _OWNER, _QUOTED, _HEADLINE = 1.0, 0.9, 0.55, 0.45, 0.35, 0.25, 0.2
"""How much a mention counts, by how it stands."""


class Speakers:
    """Resolves the sources of an article, all when made."""

    def __init__(self, text: str, paragraphs: Sequence[Paragraph], candidates: Sequence[Candidate]) -> None:
        self._text = text
        self._paragraphs = paragraphs
        self._ordered = [s for p in paragraphs for s in p.sentences]
        self._starts = [s.start for s in self._ordered]
        self._cast = Cast(text, paragraphs)
        self._known = References(text, paragraphs, self._cast, [c.source for c in candidates if c.source])
        self._by_source: dict[Range, Entity | None] = {}
        self._candidates = candidates
        self._contents = Contents(candidates)
        self._quoted = sorted((t.start, t.end) for s in self._ordered for t in s.tokens if t.kind == "q")
        self._asked: Entity | None = None
        self._see_who_speaks()
        self._read_outside()
        self._asked = self._interviewed()
        self._read_inside()
        self._answers = {id(c): self._answer(c) for c in candidates}

    def resolve(self, candidate: Candidate) -> Attribution:
        """The speaker of one of the candidates it was made with."""
        return self._answers[id(candidate)]

    def _in_quotation(self, at: int) -> bool:
        index = bisect_right(self._quoted, (at, len(self._text) + 1)) - 1
        return index >= 0 and self._quoted[index][0] <= at < self._quoted[index][1]

    def _sentence(self, at: int) -> Sentence:
        return self._ordered[max(0, bisect_right(self._starts, at) - 1)]

    def _read_outside(self) -> None:
        """Everything in order of the text but what stands inside quotation marks."""
        sources = {c.source: c for c in self._candidates if c.source and not self._in_quotation(c.source[0])}
        events: list[tuple[int, int, object]] = [(source[0], 0, c) for source, c in sources.items()]
        events += [(at, 1, entity) for at, entity in self._cast.found]
        events += [(name.start, 1, name) for name in self._cast.unsettled]
        events += [(token.start, 2, token) for s in self._ordered for token in s.tokens if token.lower in _GENDERED]
        events += [(token.start, 3, s.tokens[i : i + _PHRASE]) for s in self._ordered for i, token in _phrases(s)]
        covered = -1
        for at, _, event in sorted(events, key=lambda e: (self._headline_last(e[2]), e[0], e[1])):
            if isinstance(event, Candidate) and event.source:
                covered = event.source[1] if self._headline_last(event) else max(covered, event.source[1])
                entity = self._source(event, None)
                self._by_source[event.source] = entity
                if entity is not None:
                    self._known.focus.note(at, entity, self._weight(at, _SPEAKS))
            elif at < covered:
                continue
            elif isinstance(event, Entity):
                self._known.focus.note(at, event, self._stands(at))
            elif isinstance(event, Name):
                found = self._known.name(event.text, event.title, at)
                if found is not None:
                    self._known.focus.note(at, found, self._stands(at))
            elif isinstance(event, Token):
                found = self._known.pronoun(event.lower, at)
                if found is not None:
                    self._known.focus.note(at, found, self._stands(at))
            elif isinstance(event, tuple):
                found = self._known.holder(event, opens=self._sentence(at).start == at)
                if found is not None:
                    self._known.focus.note(at, found, self._stands(at))

    def _see_who_speaks(self) -> None:
        """Take names of two words that speak anywhere for persons, so that pronouns before find them too."""
        for candidate in self._candidates:
            tokens = tokenize(self._text, *candidate.source) if candidate.source else []
            names = find_names(tokens) if len(tokens) > 1 and tokens[0].lower != "the" else []
            after = tokens[names[0].last + 1 :][:1] if names and names[0].first == 0 else tokens
            whole = not after or after[0].text == ","
            entity = self._cast.by_name(names[0].text) if names and whole else None
            if entity is not None and not self._paragraphs[candidate.paragraph].headline:
                self._cast.speaks(entity, definite=False)

    def _headline_last(self, event: object) -> bool:
        """Whether an event is a source of the headline: by then the article has told who holds which office."""
        return isinstance(event, Candidate) and self._paragraphs[event.paragraph].headline

    def _weight(self, at: int, weight: float) -> float:
        return _HEADLINE * weight if self._paragraphs[self._sentence(at).paragraph].headline else weight

    def _stands(self, at: int) -> float:
        """The weight of a mention that is no source, by its place in the sentence."""
        if self._in_quotation(at):
            return _QUOTED
        tokens = self._sentence(at).tokens
        index = min(bisect_left(tokens, at, key=lambda t: t.start), len(tokens) - 1)
        if tokens[index].lower in ("his", "her") and index + 1 < len(tokens) and tokens[index + 1].kind == "w":
            return self._weight(at, _OWNER)
        last = index
        while last + 1 < min(len(tokens), index + _MAX_TURN) and tokens[last + 1].text[:1].isupper():
            last += 1
        if last + 1 < len(tokens) and tokens[last + 1].lower in ("'s", "’s", "'", "’"):
            return self._weight(at, _OWNER)
        before = index - 1
        while (
            before > index - _MAX_TURN
            and before > 0
            and (tokens[before].lower in DETERMINERS or tokens[before].text[:1].isupper())
        ):
            before -= 1
        if before >= 0 and tokens[before].lower in PREPOSITIONS:
            return self._weight(at, _AFTER_PREPOSITION)
        head = index < _HEAD and all(t.kind == "w" and not VERBS.get(t.lower) for t in tokens[:index])
        opens = head and not any(e.type is SpeakerType.PERSON for e in self._cast.between(tokens[0].start, at))
        return self._weight(at, _SUBJECT if opens else _OTHER)

    def _read_inside(self) -> None:
        """The sources inside quotation marks, with the speaker of the marks known."""
        inside = [c for c in self._candidates if c.source and self._in_quotation(c.source[0])]
        for candidate in sorted(inside, key=lambda c: c.source or (0, 0)):
            source = candidate.source
            if source is None or source in self._by_source:
                continue
            entity = self._source(candidate, self._speaker_around(candidate))
            self._by_source[source] = entity
            if entity is not None:
                self._known.focus.note(source[0], entity, _OTHER)

    def _speaker_around(self, candidate: Candidate) -> Entity | None:
        """Who speaks the words among which a source stands: the speaker of the smallest content around it."""
        at = candidate.source[0] if candidate.source else 0
        around = [
            (length, n)
            for length, n in self._contents.around(at, at + 1)
            if self._candidates[n] is not candidate and self._candidates[n].content != candidate.content
        ]
        if not around:
            return None
        smallest = self._candidates[min(around)[1]]
        return self._by_source.get(smallest.source) if smallest.source else self._carried(smallest)

    def _source(self, candidate: Candidate, around: Entity | None) -> Entity | None:
        """The entity that a source's words mean; ``around`` is who speaks the words they stand among."""
        start, end = candidate.source or (0, 0)
        tokens = [t for t in tokenize(self._text, start, end) if t.kind == "w" or t.text in ",()–—'’&"]
        while tokens and tokens[0].kind != "w":
            tokens.pop(0)
        while len(tokens) > 1 and (tokens[-1].lower in _STRESS or tokens[-1].kind != "w"):
            tokens.pop()
        if not tokens:
            return None
        word = tokens[0].lower
        if len(tokens) == 1 and word in _RELATIVE:
            return self._antecedent(candidate, start)
        if len(tokens) == 1 and word in _GENDERED | PRONOUNS | {"them", "us", "me", "both"}:
            return self._pronoun(word, candidate, around)
        if word in ("his", "her", "their", "its", "my") and len(tokens) == 1:
            return self._pronoun(word, candidate, around)
        cue = self._text[slice(*candidate.cue)].lower() if candidate.cue else ""
        plural = any(verb.form == "base" and verb.particle is None for verb in VERBS.get(cue, ()))
        tokens = self._with_apposition(tokens, end)
        self._known.around = around or self._speaker_around(candidate)
        gender = self._told_after(candidate, end)
        found = self._known.mentioned(tokens, start, candidate.paragraph, plural=plural, gender=gender)
        if found is not None and found.gender is None and gender in ("m", "f"):
            found.likely = gender  # "Ingvar Dal said she": most often the speaker
        return found

    def _told_after(self, candidate: Candidate, at: int) -> str | None:
        """The gender of the first "he", "her", ... after a source in its sentence."""
        for token in self._sentence(at).tokens:
            if token.start >= at and candidate.source:
                if token.lower in _GENDERED or token.lower in ("it", "its"):
                    return _gender(token.lower)
                if is_name(token):
                    return None  # from here on it may be the other's
        return None

    def _antecedent(self, candidate: Candidate, at: int) -> Entity | None:
        """What stands right before "who" or "which": a name, or a noun with its article."""
        before = [t for t in self._sentence(at).tokens if t.end <= at][-_MAX_TURN:]
        while before and before[-1].kind == "p":
            before.pop()
        names = find_names(before)
        if names and names[-1].last == len(before) - 1:
            return self._cast.by_name(names[-1].text)
        opener = next((i for i in range(len(before) - 1, -1, -1) if before[i].lower in DETERMINERS), None)
        if opener is None or opener == len(before) - 1 or any(t.kind != "w" for t in before[opener:]):
            return None
        return self._known.mentioned(before[opener:], at, candidate.paragraph, plural=False, gender=None)

    def _with_apposition(self, tokens: list[Token], end: int) -> list[Token]:
        """The words of a source and the name that follows in apposition: "the mayor" of "the mayor, Ida Voss, said"."""
        after = [t for t in self._sentence(end).tokens if t.start >= end][:_MAX_TURN]
        if len(after) < _MIN_APPOSITION or after[0].text != "," or find_names(tokens):
            return tokens
        names = [n for n in find_names(after[1:]) if n.first == 0 and " " in n.text]
        closed = names and names[0].last + 2 < len(after) and not is_name(after[names[0].last + 2])
        return [*tokens, *after[: names[0].last + 2]] if closed else tokens

    def _pronoun(self, word: str, candidate: Candidate, around: Entity | None) -> Entity | None:
        at = candidate.source[0] if candidate.source else candidate.content[0][0]
        if candidate.sentence[0] <= candidate.content[0][0] < at:
            at = candidate.content[0][0]  # nobody in the words themselves: "The president, he said, is well"
        if word in _GENDERED:
            return self._known.pronoun(word, at, around) or Entity("", SpeakerType.PERSON, _gender(word))
        if word in ("i", "me", "my"):
            return around or self._turn(candidate) or self._last_heard(at) or Entity("", SpeakerType.PERSON)
        if word in ("it", "its"):
            cue = self._text[slice(*candidate.cue)].lower() if candidate.cue else ""
            return (self._known.things.text_just_named(at) if cue in _READS else None) or self._known.things.it(at)
        return Entity("", SpeakerType.COLLECTIVE) if word in ("we", "they", "them", "us", "both") else None

    def _last_heard(self, at: int) -> Entity | None:
        """Who spoke last before ``at`` in its paragraph, outside quotation marks; a person, else None."""
        start = self._paragraphs[self._sentence(at).paragraph].start
        heard = [s for s in self._by_source if start <= s[0] < at and not self._in_quotation(s[0])]
        found = self._by_source[max(heard)] if heard else None
        return found if found is not None and found.type is SpeakerType.PERSON else None

    def _turn(self, candidate: Candidate) -> Entity | None:
        """Whose turn a paragraph of a transcript is ("Lena Orlova: Yes, I said so."); None where it opens otherwise."""
        tokens = self._paragraphs[candidate.paragraph].sentences[0].tokens
        names = find_names(tokens[:_MAX_TURN])
        colon = names[0].last + 1 if names and names[0].first == 0 else len(tokens)
        if colon >= len(tokens) or tokens[colon].text != ":":
            return None
        entity = self._cast.by_name(names[0].text)
        return entity if entity is not None and entity.type is SpeakerType.PERSON else None

    def _carried(self, candidate: Candidate) -> Entity | None:
        """Whose a quotation without a source is: who spoke last in the paragraph or, if it follows, in the one before.

        A quotation in the headline is the one's who says these words further down.
        """
        first = candidate.content[0][0]
        if candidate.cue is not None:
            return self._shared(candidate, candidate.cue[0])
        if self._paragraphs[candidate.paragraph].headline:
            return self._repeated(candidate)
        spoken = [
            (c.source, self._by_source.get(c.source), c.paragraph)
            for c in self._candidates
            if c.source
            and c.source[0] < first
            and c.paragraph >= candidate.paragraph - 1
            and not self._is_inside(c.source[0])
        ]
        if self._answers_question(candidate):
            return self._asked
        if not spoken:
            return self._asked if self._goes_on_answering(candidate) else None
        _, entity, paragraph = max(spoken, key=lambda s: s[0])
        return entity if paragraph == candidate.paragraph or candidate.follows else None

    def _answers_question(self, candidate: Candidate) -> bool:
        """Whether a quotation without a cue opens its paragraph and the one before is somebody's question."""
        paragraph = self._paragraphs[candidate.paragraph]
        before = self._paragraphs[candidate.paragraph - 1] if candidate.paragraph else None
        if before is None or before.headline or paragraph.start != candidate.content[0][0]:
            return False
        return self._text[before.start : before.end].rstrip().endswith("?")

    def _goes_on_answering(self, candidate: Candidate) -> bool:
        """Whether a quotation opens the paragraph after the one that answered a question."""
        paragraph = self._paragraphs[candidate.paragraph]
        if paragraph.start != candidate.content[0][0] or candidate.paragraph < 2:
            return False
        asked = self._paragraphs[candidate.paragraph - 2]
        return not asked.headline and self._text[asked.start : asked.end].rstrip().endswith("?")

    def _interviewed(self) -> Entity | None:
        """Who answers the questions of an interview: whoever is heard twice and twice as often as anyone else.

        Else, where several questions are answered, the one whom the first paragraph introduces.
        """
        heard: dict[int, int] = {}
        known: dict[int, Entity] = {}
        for source, entity in self._by_source.items():
            if entity is not None and entity.type is SpeakerType.PERSON and not self._in_quotation(source[0]):
                heard[id(entity)] = heard.get(id(entity), 0) + 1
                known[id(entity)] = entity
        ranked = sorted(heard, key=lambda key: -heard[key])
        often = bool(ranked) and heard[ranked[0]] >= _HEARD
        if often and (len(ranked) == 1 or heard[ranked[0]] >= _HEARD * heard[ranked[1]]):
            return known[ranked[0]]
        answers = sum(self._answers_question(c) for c in self._candidates if c.source is None and c.cue is None)
        return self._introduced_first() if answers >= _HEARD else None

    def _introduced_first(self) -> Entity | None:
        """Whom an interview is with: of those named in full in headline and first two paragraphs the most often named.

        None where two are named as often.
        """
        body = [p for p in self._paragraphs if not p.headline][:2]
        heads = [p for p in self._paragraphs if p.headline]
        named = {id(e): e for p in body for e in self._cast.between(p.start, p.end) if " " in e.name}
        persons = [e for e in named.values() if e.type is SpeakerType.PERSON]
        in_headline = [e for e in persons if any(self._named_in(e, p) for p in heads)]
        ranked = sorted(in_headline or persons, key=lambda e: -len(e.at))
        clear = len(ranked) == 1 or (len(ranked) > 1 and len(ranked[0].at) > len(ranked[1].at))
        return ranked[0] if clear else None

    def _named_in(self, entity: Entity, paragraph: Paragraph) -> bool:
        """Whether the last word of a name stands in a paragraph."""
        return entity.words[-1] in self._text[paragraph.start : paragraph.end].lower()

    def _shared(self, candidate: Candidate, cue: int) -> Entity | None:
        """Whose a second verb without a subject is ("asked her to sit and then said"): that of the source before it."""
        start = self._sentence(cue).start
        start = max(start, candidate.sentence[0])
        before = [c.source for c in self._candidates if c.source and start <= c.source[0] < cue]
        return self._by_source.get(max(before)) if before and candidate.follows else None

    def _is_inside(self, at: int) -> bool:
        """Whether a place lies in the content of a statement, so that who speaks there is reported to."""
        return bool(self._contents.around(at, at + 1))

    def _repeated(self, candidate: Candidate) -> Entity | None:
        words = _letters(self._text[slice(*candidate.content[0])])
        for other in self._candidates:
            if other is not candidate and other.source and len(words) > 12:
                said = _letters(" ".join(self._text[slice(*part)] for part in other.content))
                if words in said:
                    return self._by_source.get(other.source)
        return None

    def _answer(self, candidate: Candidate) -> Attribution:
        mention = Span.of(self._text, *candidate.source) if candidate.source else None
        entity = self._by_source.get(candidate.source) if candidate.source else self._carried(candidate)
        if entity is None:
            return Attribution(mention, None, None, None)
        name: str | None = entity.called or None
        if entity.type is SpeakerType.COLLECTIVE and name:
            name = PLACES.get(name.lower(), name)
        return Attribution(mention, name, entity.role, entity.type)


def _phrases(sentence: Sentence) -> Iterator[tuple[int, Token]]:
    """Where a phrase with "the" begins in a sentence, by number."""
    for index, token in enumerate(sentence.tokens[:-1]):
        if token.lower == "the" or (index == 0 and token.lower in _OPENS_PHRASE):
            yield index, token


def _gender(word: str) -> str:
    """``m``, ``f``, or ``n`` for "it"."""
    return "m" if word in MALE else "f" if word in FEMALE else "n"


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
