"""Speakers in Russian and Ukrainian: full names, offices, pronouns, bodies and texts, with abstention.

A mention is resolved where exactly one of the article's persons fits it, or where the one who was spoken of last does.
Whoever is unnamed stays so: "представитель Тальска" has no name, and "он" after him has none either.
"""

from __future__ import annotations

from collections.abc import Sequence

from audiatur.spans import Span
from audiatur.statements.candidates import Candidate, Range
from audiatur.statements.cast_slavic import Cast, Person, role_stems
from audiatur.statements.mentions_slavic import Mentions
from audiatur.statements.names_slavic import stem
from audiatur.statements.phrases_slavic import extent, is_adverbial, is_pronoun, starts
from audiatur.statements.pronouns_slavic import Pronouns
from audiatur.statements.salience_slavic import Event, Salience
from audiatur.statements.sentences import MAX_TOKENS, Paragraph, lay_out, tokenize
from audiatur.statements.surnames_slavic import Source, oblique_gender, source_kind
from audiatur.statements.things_slavic import Things
from audiatur.statements.values import Attribution, SpeakerType
from audiatur.statements.views_slavic import View, fold
from audiatur.statements.words_slavic import Language

_NOBODY = Attribution(None, None, None, None)


class SlavicSpeakers:
    """Resolves the sources of an article; all candidates must be given at once, in the order of their cues."""

    def __init__(
        self,
        text: str,
        candidates: Sequence[Candidate],
        language: Language,
        paragraphs: Sequence[Paragraph] | None = None,
    ) -> None:
        self._text = text
        self._language = language
        self._paragraphs = lay_out(text) if paragraphs is None else paragraphs
        self._candidates = candidates
        spoken = [c.source for c in candidates if c.source and not self._oblique(c)]
        self._spoken_alone = [words for a, b in spoken if " " not in (words := text[a:b])]
        opened = self._openings()
        self._cast = Cast(text, self._paragraphs, spoken, [o[1] for o in opened], language)
        self._salience = Salience(self._paragraphs)
        self._mentions = Mentions(text, self._cast, self._salience, language)
        self._pronouns = Pronouns(self._cast, self._salience, spoken, language)
        self._things = Things(text, self._cast, language)
        self._introduce(opened)
        self._answers: dict[int, Attribution] = {}
        head = max((p.end for p in self._paragraphs if p.headline), default=0)
        for candidate in sorted(candidates, key=lambda c: _place(c) < head):  # headlines last: they name what follows
            self._answers[id(candidate)] = self._resolve(candidate, head=_place(candidate) < head)

    def resolve(self, candidate: Candidate) -> Attribution:
        """The speaker of one of the candidates."""
        return self._answers.get(id(candidate), _NOBODY)

    # --- what a candidate is --------------------------------------------------------------------------------------

    def _cue(self, candidate: Candidate) -> str:
        return fold(self._text[slice(*candidate.cue)]) if candidate.cue else ""

    def _oblique(self, candidate: Candidate) -> bool:
        """Whether the source stands in another case than the nominative, as after "по словам" or "в"."""
        cue, language = self._cue(candidate), self._language
        phrases = [*(words for words, _ in language.sources), *language.relays]
        if any(cue == " ".join(words) for words in phrases) or any(cue == noun for _, noun in language.source_nouns):
            return True
        if candidate.source is None:
            return False
        before = self._text[max(0, candidate.source[0] - 4) : candidate.source[0]]
        return bool(before.split()) and before[-1].isspace() and fold(before.split()[-1]) in language.in_

    def _form(self, candidate: Candidate) -> str:
        """The agreement of the verb; empty where there is none."""
        words = self._cue(candidate).split()
        for word in words[:2]:
            forms = self._language.verbs.get(word)
            if forms:
                return forms[0].form
        bare = words[0].removesuffix("ся").removesuffix("сь") if words else ""
        return next((form for end, form in (("ла", "f"), ("ли", "p"), ("л", "m")) if bare.endswith(end)), "")

    def _outer(self, candidate: Candidate) -> Candidate | None:
        """The candidate in whose content this one stands; None at the top."""
        place = _place(candidate)
        return next(
            (
                other
                for other in self._candidates
                if other is not candidate
                and other.cue is not None
                and any(a <= place < b for a, b in other.content)
                and not any(a <= other.cue[0] < b for a, b in candidate.content)
            ),
            None,
        )

    # --- subjects that do not speak -------------------------------------------------------------------------------

    def _openings(self) -> list[tuple[int, Range, str, int]]:
        """The noun phrases in the nominative that sentences begin with, each with the word after it."""
        found = []
        for number, paragraph in enumerate(self._paragraphs):
            for sentence in paragraph.sentences if not paragraph.headline else ():
                view = View.of(sentence.tokens)
                if not view.is_word(0) or not starts(view, 0, self._language) or len(view) > MAX_TOKENS:
                    continue
                if is_pronoun(view.word(0), self._language) or is_adverbial(view, 0, self._language):
                    continue
                end = extent(view, 0, view.last, self._language)
                found.append((sentence.start, view.range((0, end)), view.word(end + 1), number))
        return found

    def _introduce(self, opened: Sequence[tuple[int, Range, str, int]]) -> None:
        """Enter the subjects of sentences, and those named with an office elsewhere, among those spoken of."""
        events = self._salience.events
        for one in opened:
            event = self._opening(*one)
            if event is not None:
                events.append(event)
        for place, person in self._cast.introduced:
            if person.name and not any(e.place == place for e in events):
                number = self._salience.number(place)
                events.append(
                    Event(place, number, person.name, person.gender, True, frozenset(person.heads), person.role)
                )

    def _opening(self, place: int, words: Range, after: str, paragraph: int) -> Event | None:
        view = View.of(tokenize(self._text, *words))
        name, role, gender = self._mentions.read(view, None, place, oblique=False)
        office = any(w in self._language.roles for w in view.low[:3])
        if name is None and (not office or view.word(0) in self._language.bodies):
            return None
        bare = after.removesuffix("ся").removesuffix("сь")
        if gender is None:
            gender = (
                "f" if bare.endswith("ла") else "m" if bare.endswith(("л", "в")) and len(bare) > len("був") else None
            )
        return Event(place, paragraph, name, gender, True, self._heads(view), role)

    def _heads(self, view: View) -> frozenset[str]:
        """The stem of the first office of a mention, alone; empty for none."""
        roles = role_stems(self._language)
        first = next((s for w in view.low if len(w) > 2 and (s := stem(w)) in roles), None)
        return frozenset([first] if first else [])

    # --- resolving ------------------------------------------------------------------------------------------------

    def _resolve(self, candidate: Candidate, *, head: bool) -> Attribution:
        if candidate.source is None:
            return _NOBODY
        view = View.of(tokenize(self._text, *candidate.source))
        mention = Span.of(self._text, *candidate.source)
        outer = self._outer(candidate)
        oblique = self._oblique(candidate)
        word = view.word(0)
        if len(view) == 1 and (is_pronoun(word, self._language) or (oblique and word in self._language.owners)):
            if word == "я":
                return self._first_person(mention, outer)
            return self._pronouns.resolve(mention, candidate.paragraph, inner=outer is not None)
        form = self._form(candidate)
        gender = form if form in ("m", "f") and not oblique else None
        kind = source_kind(self._cue(candidate), self._language) if oblique else None
        if kind is not None and len(view) == 1:
            gender = oblique_gender(view.tokens[0].text)
        if not len(view):
            return _NOBODY
        answer, known = self._named(mention, view, gender, form, oblique=oblique, head=head)
        open_ = answer.type in (None, SpeakerType.PERSON) or kind is Source.RELAY  # "на" is no place there
        if kind is not None and answer.name is None and open_:
            name = self._mentions.alone(view, kind, self._spoken_alone)
            answer = Attribution(mention, name, answer.role, SpeakerType.PERSON) if name else answer
        if outer is None and not head:
            self._note(candidate, view, answer, known, gender)
        return answer

    def _note(
        self, candidate: Candidate, view: View, answer: Attribution, known: Person | None, gender: str | None
    ) -> None:
        """Enter who spoke among those spoken of."""
        place = _place(candidate)
        person = answer.type is SpeakerType.PERSON
        heads = self._heads(view) | (known.heads if known else set())
        whose = known.gender if known and known.gender else gender
        self._salience.events.append(
            Event(place, candidate.paragraph, answer.name, whose, person, frozenset(heads), answer.role)
        )
        if answer.type is SpeakerType.ORGANIZATION and answer.name:
            self._things.remember(place, answer.name, view)

    def _named(
        self, mention: Span, view: View, gender: str | None, form: str, *, oblique: bool, head: bool
    ) -> tuple[Attribution, Person | None]:
        """Who the words of a mention are, and the person of the cast where it is one."""
        thing = self._things.of(mention, view, oblique=oblique)
        if thing is not None:
            return thing, None
        plural = form in ("p", "t") or view.word(0) in self._language.plurals
        if plural and not oblique:
            return Attribution(mention, None, None, SpeakerType.COLLECTIVE), None
        name, role, _ = self._mentions.read(view, gender, mention.start, oblique=oblique, head=head)
        known = next((p for p in self._cast.people if p.name == name), None) if name else None
        if known is not None:
            return Attribution(mention, name, known.role or role, SpeakerType.PERSON), known
        office = bool(self._heads(view))
        if name is not None:
            side = not office and self._mentions.is_place(name)
            return Attribution(mention, name, role, SpeakerType.COLLECTIVE if side else SpeakerType.PERSON), None
        return Attribution(mention, None, role, SpeakerType.PERSON if office else None), None

    def _first_person(self, mention: Span, outer: Candidate | None) -> Attribution:
        """ "Я" in someone's words is that speaker."""
        said = self._answers.get(id(outer)) if outer is not None else None
        return Attribution(mention, said.name if said else None, said.role if said else None, SpeakerType.PERSON)


def _place(candidate: Candidate) -> int:
    """Where the source or cue of a candidate stands."""
    if candidate.source:
        return candidate.source[0]
    return candidate.cue[0] if candidate.cue else candidate.content[0][0]
