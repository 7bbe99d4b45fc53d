"""The window with a sentence encoder: joins by a learned judgement, and puts right what came apart.

Words hardly overlap where two sides tell of one event; what they say lies close all the same. An article joins the
story that the learned model is surest of, at a strict bar. Every ``EVERY`` articles the stories that changed are
looked at again (``looking``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from audiatur.stories.anchored import Anchored
from audiatur.stories.clusters import Cluster
from audiatur.stories.embedding import Encoder, Meaning, meaning_of, pack
from audiatur.stories.features import Terms, weigh_opening
from audiatur.stories.judging import Evidence, Models, chance, evidence
from audiatur.stories.kept import Kept
from audiatur.stories.looking import NEAR, READ, LookingBack
from audiatur.stories.roundups import is_roundup
from audiatur.stories.settings import Settings
from audiatur.stories.shared import SHOWN, shared_words
from audiatur.stories.sketches import Sketch, pack_sketch, unpack_sketch
from audiatur.stories.spoken import pack_spoken, spoken_of, unpack_spoken
from audiatur.stories.values import Assignment, Mended, StoryId, Telling
from audiatur.stories.window import DAY, Article

EVERY = 200
"""Articles between two looks at what changed."""
MEMORY = 500
"""Latest articles by which the window knows how much lede is usual."""
WORDED = 16
"""Stories taken from those that an article has most words in common with."""
RIVAL = -1.5
"""Log-odds from which a story that an article did not join is looked at again beside the one it joined."""


class LearnedWindow(LookingBack):
    """A ``Window`` whose decisions rest on words and on the encoder's vectors; everything else is as there.

    ``assign`` may put right earlier decisions: its answer then says so in ``mended``, and ``settle`` asks for it. What
    editors decided stands.
    """

    def __init__(
        self,
        encoder: Encoder,
        settings: Settings | None = None,
        *,
        name: Callable[[Telling], StoryId] | None = None,
        models: Models | None = None,
    ) -> None:
        super().__init__(settings, name=name, models=models)
        self._encoder = encoder
        self._since = 0
        self._given: Mapping[str, bytes] = {}
        self._sketches: Mapping[str, bytes] = {}
        self._anchored = Anchored(self._cluster_of)
        self._spoken: bytes | None = None

    def assign(self, telling: Telling, meaning: Meaning | None = None) -> Assignment:
        """Decide to which story an article belongs; ``meaning`` is its vector where it was encoded before."""
        known = telling.id in self._taken
        if meaning is not None and not known:
            self._given = {telling.id: pack(meaning)}
        decision = super().assign(telling)
        if known:
            return replace(decision, mended=None)
        decision = replace(decision, sketch=self._sketch_of_latest())
        self._since += 1
        if self._since < EVERY:
            return decision
        mended = self.settle()
        story = self._story_of(telling.id)
        joined = tuple(gone for gone, keep in mended.merged if keep == story and gone != decision.story)
        return replace(decision, story=story, joined=(*decision.joined, *joined), mended=mended)

    def restore(
        self,
        tellings: Iterable[tuple[Telling, StoryId]],
        *,
        meanings: Mapping[str, bytes] | None = None,
        sketches: Mapping[str, bytes] | None = None,
    ) -> None:
        """As ``Window.restore``; ``meanings`` and ``sketches`` are what was stored, by id.

        A vector that is missing is encoded. Of an article with a sketch the texts are not looked at.
        """
        self._given, self._sketches = meanings or {}, sketches or {}
        super().restore(tellings)
        self._given, self._sketches = {}, {}
        self._changed.clear()
        self._rivals.clear()
        self._since = 0

    def settle(self) -> Mended:
        """As ``LookingBack.settle``; the next look is as far away as ever."""
        self._since = 0
        return super().settle()

    def _story_of(self, id_: str) -> StoryId:
        return self.current(self._taken[id_].story)

    def _read(self, telling: Telling) -> tuple[Article, Terms]:
        packed = self._given.get(telling.id)
        if packed is None:
            packed = pack(meaning_of(telling, self._encoder))
        stored = self._sketches.get(telling.id)
        sketch = None if stored is None else unpack_sketch(stored)
        if sketch is not None:
            self._arrived(telling)
            self._frequencies_of(sketch.tongue)
            terms = Terms(sketch.tongue, {}, {}, dict.fromkeys(sketch.vector, ""), {})
            article = replace(self._article(telling, sketch), meaning=packed)
            self._hear(telling, article, sketch.spoken)
            return article, terms
        article, terms = super()._read(telling)
        self._hear(telling, article, None)
        wide = weigh_opening(terms, self._frequencies[terms.tongue], self._settings)
        return replace(article, meaning=packed, opening=None if wide is None else Kept.of(wide)), terms

    def _hear(self, telling: Telling, article: Article, stored: bytes | None) -> None:
        """Take in what an article has of somebody's words, from its text or as it was stored."""
        spoken = None
        if stored is not None:
            spoken = unpack_spoken(stored)
        elif article.tongue in READ:
            found = spoken_of(telling)
            spoken = None if found is None or is_roundup(telling.title) else found
        self._spoken = stored
        if spoken is not None:
            self._spoken = stored or pack_spoken(spoken)
            share = self._frequencies[article.tongue].share
            self._anchored.add(article.number, spoken, article.tongue, article.moment, share)

    def _sketch_of_latest(self) -> bytes:
        article = self._articles[self._numbers]
        return pack_sketch(Sketch(article.tongue, article.lede, article.vector, article.wide, self._spoken))

    def _decide(self, telling: Telling, article: Article, terms: Terms) -> tuple[Cluster, Assignment]:
        """As in ``Window``; a round-up of many events is a story of its own."""
        if article.tongue not in READ:
            return super()._decide(telling, article, terms)
        judged: list[tuple[float, Cluster, Evidence]] = []
        alone = bool(article.lede) and is_roundup(telling.title)
        if terms.words and not alone:
            judged = self._judged(article)
        if not judged or judged[0][0] < self._models.bar(judged[0][2].lede):
            cluster, decision = self._found(telling, article.tongue)
            cluster.alone = alone
            for odds, other, _ in judged[:3]:
                if odds >= RIVAL:
                    self._rivals[cluster.story, other.story] = None
            return cluster, replace(decision, meaning=article.meaning)
        odds, cluster, found = judged[0]
        for rival, other, _ in judged[1:3]:
            if rival >= RIVAL:
                self._rivals[cluster.story, other.story] = None
        nearest, shared = self._grounds(article, terms, cluster, found)
        return cluster, Assignment(
            id=telling.id,
            story=cluster.story,
            founded=False,
            score=round(chance(odds), 4),
            nearest=nearest.id,
            shared=shared,
            reason=self._models.reasons(found),
            meaning=article.meaning,
        )

    def _judged(self, article: Article) -> list[tuple[float, Cluster, Evidence]]:
        """The stories that an article may belong to with the log-odds, the likeliest first."""
        single = self._single(article)
        stories: dict[StoryId, None] = {}
        for number in self._indexes[article.tongue].candidates(article.vector):
            stories[self._cluster_of[number].story] = None
            if len(stories) == WORDED:
                break
        stories |= dict.fromkeys(self._cells_of(article.tongue).near(single.point, NEAR))
        told = self._anchored.told(article.number)
        if told is not None:
            stories[told.story] = None
        crowd, longest = self._crowd(article.tongue).dense, self._settings.horizon / DAY
        judged = []
        for position, story in enumerate(stories):
            cluster = self._clusters[story]
            if not self._open(cluster):
                continue
            found = evidence(cluster, single, self._usual, crowd)
            if told is not None and told.story == story:
                found = found._replace(told=told.strength)
            if found.silence <= longest:
                judged.append((-self._models.odds(found), position, cluster, found))
        judged.sort(key=lambda one: one[:2])
        return [(-negative, cluster, found) for negative, _, cluster, found in judged]

    def _grounds(
        self, article: Article, terms: Terms, cluster: Cluster, found: Evidence
    ) -> tuple[Article, tuple[str, ...]]:
        """The member that the article is likest, and the words of both: the record, where it is told in one."""
        told = self._anchored.told(article.number) if found.told else None
        if told is not None:
            shared = [terms.words[term] for term in told.terms if term in terms.words]
            return self._articles[told.record], tuple(shared[:SHOWN])
        nearest = self._nearest(article, cluster)
        return nearest, shared_words(terms.words, article.vector, nearest.vector)

    def _nearest(self, article: Article, cluster: Cluster) -> Article:
        """The member that has most words in common, of the latest fifty."""
        latest, vector = [self._articles[number] for number in list(cluster.members)[-50:]], article.vector
        return max(latest, key=lambda other: (other.words.likeness(vector)[0], -other.number))

    def _evidence(self, one: Cluster, other: Cluster) -> Evidence:
        found = super()._evidence(one, other)
        told = self._anchored.between(one, other)
        return found._replace(told=told) if told else found

    def _take(self, article: Article, terms: Terms, cluster: Cluster) -> None:
        super()._take(article, terms, cluster)
        for story in self._anchored.took(article.number):
            self._rivals[cluster.story, story] = None
        self._crowd(cluster.tongue).came(len(cluster.members))
        self._usual += (article.lede - self._usual) / min(self._numbers, MEMORY)
        if cluster.tongue in READ:
            self._cells_of(cluster.tongue).put(cluster.story, cluster.point)
            self._changed[cluster.story] = None

    def _drop(self, number: int) -> None:
        cluster = self._cluster_of.get(number)
        super()._drop(number)
        self._anchored.remove(number)
        if cluster is not None:
            self._crowd(cluster.tongue).left(len(cluster.members))
