"""The window with a sentence encoder: joins by a learned judgement, and puts right what came apart.

Words hardly overlap where two sides tell of one event; what they say lies close all the same. An article joins the
story that the learned model is surest of, at a strict bar. Every ``EVERY`` articles the stories that changed are
looked at again: those that are rather one event than two become one, the surest first, and a member that does not fit
its story leaves it.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime

import numpy as np

from audiatur.stories.cells import Cells
from audiatur.stories.clusters import Cluster
from audiatur.stories.crowd import Crowd
from audiatur.stories.embedding import Encoder, Meaning, meaning_of, pack, unpack, unpack_all
from audiatur.stories.features import Terms, Vector, weigh_opening
from audiatur.stories.judging import Evidence, Models, chance, evidence
from audiatur.stories.kept import Kept
from audiatur.stories.roundups import is_roundup
from audiatur.stories.settings import Settings
from audiatur.stories.shared import shared_words
from audiatur.stories.sketches import Sketch, pack_sketch, unpack_sketch
from audiatur.stories.values import Assignment, Mended, StoryId, Telling
from audiatur.stories.window import DAY, Article, Window

EVERY = 200
"""Articles between two looks at what changed."""
NEAR = 8
"""Stories taken from the cells around an article, and around a story that is looked at again."""
MEMORY = 500
"""Latest articles by which the window knows how much lede is usual."""
LEAVES = -1.5
"""Log-odds with the rest of its story below which a member leaves it."""
FEWEST, MOST = 3, 500
"""Sizes between which a story is looked through: of two, none is the odd one; in hundreds, one does little harm."""
WORDED = 16
"""Stories taken from those that an article has most words in common with."""
READ = ("en", "latin")
"""Tongues that the encoder reads; in others articles are grouped by words alone, as ``Window`` does."""
RIVAL = -1.5
"""Log-odds from which a story that an article did not join is looked at again beside the one it joined."""


class LearnedWindow(Window):
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
        super().__init__(settings, name=name)
        self._encoder = encoder
        self._models = models or Models()
        self._cells: dict[str, Cells] = {}
        self._crowds: dict[str, Crowd] = {}
        self._changed: dict[StoryId, None] = {}
        self._rivals: dict[tuple[StoryId, StoryId], None] = {}
        self._since = 0
        self._given: Mapping[str, bytes] = {}
        self._sketches: Mapping[str, bytes] = {}
        self._whole: set[StoryId] = set()
        self._usual = 0.0

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
        self._since = 0

    def constrain(
        self,
        *,
        merge: Iterable[tuple[StoryId, StoryId]] = (),
        split: Iterable[tuple[StoryId, StoryId]] = (),
        moved: Mapping[str, StoryId] | None = None,
        pinned: Iterable[StoryId] = (),
    ) -> None:
        """As ``Window.constrain``; from a story that an editor merged, no article is parted by likeness."""
        merges = tuple(merge)
        super().constrain(merge=merges, split=split, moved=moved, pinned=pinned)
        self._whole.update(keep for _, keep in merges)

    def settle(self) -> Mended:
        """Look again at all that changed since the last look; to be called at the end of an hour or of a stream."""
        self._since = 0
        moved = self._part()
        merged = self._unite_alike()
        self._changed.clear()
        self._rivals.clear()
        return Mended(
            tuple((gone, self.current(keep)) for gone, keep in merged),
            tuple((id_, self.current(story)) for id_, story in moved),
        )

    def neighbours(self, story: StoryId, most: int = 5) -> tuple[tuple[StoryId, float], ...]:
        """The nearest stories with how likely both are one event, in (0, 1); the likeliest first."""
        cluster = self._clusters.get(self.current(story))
        if cluster is None:
            return ()
        if cluster.tongue not in READ:
            return super().neighbours(story, most)
        found = [(-chance(self._odds(cluster, other)), other.story) for other in self._around(cluster)]
        return tuple((name, round(-negative, 4)) for negative, name in sorted(found)[:most])

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
            return replace(self._article(telling, sketch), meaning=packed), terms
        article, terms = super()._read(telling)
        wide = weigh_opening(terms, self._frequencies[terms.tongue], self._settings)
        return replace(article, meaning=packed, opening=None if wide is None else Kept.of(wide)), terms

    def _sketch_of_latest(self) -> bytes:
        article = self._articles[self._numbers]
        return pack_sketch(Sketch(article.tongue, article.lede, article.vector, article.wide))

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
        nearest = self._nearest(article, cluster)
        return cluster, Assignment(
            id=telling.id,
            story=cluster.story,
            founded=False,
            score=round(chance(odds), 4),
            nearest=nearest.id,
            shared=shared_words(terms.words, article.vector, nearest.vector),
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
        crowd = self._crowd(article.tongue).dense
        judged = []
        for position, story in enumerate(stories):
            cluster = self._clusters[story]
            if not self._open(cluster):
                continue
            found = evidence(cluster, single, self._usual, crowd)
            if found.silence <= self._settings.horizon / DAY:
                judged.append((-self._models.odds(found), position, cluster, found))
        judged.sort(key=lambda one: one[:2])
        return [(-negative, cluster, found) for negative, _, cluster, found in judged]

    def _single(self, article: Article) -> Cluster:
        """The article as a group of one."""
        single = Cluster(StoryId(""), article.tongue)
        single.add(*self._given_by(article))
        return single

    def _open(self, cluster: Cluster) -> bool:
        return not cluster.alone and cluster.story not in self._constraints.pinned

    def _nearest(self, article: Article, cluster: Cluster) -> Article:
        """The member that has most words in common, of the latest fifty."""
        latest, vector = [self._articles[number] for number in list(cluster.members)[-50:]], article.vector
        return max(latest, key=lambda other: (other.words.likeness(vector)[0], -other.number))

    def _odds(self, one: Cluster, other: Cluster) -> float:
        return self._models.odds(self._evidence(one, other))

    def _evidence(self, one: Cluster, other: Cluster) -> Evidence:
        return evidence(one, other, self._usual, self._crowd(one.tongue).dense)

    def _around(self, cluster: Cluster) -> list[Cluster]:
        """Other stories near one, by what they say."""
        names = self._cells_of(cluster.tongue).near(cluster.point, NEAR + 1)
        return [self._clusters[name] for name in names if name != cluster.story and name in self._clusters]

    def _cells_of(self, tongue: str) -> Cells:
        return self._cells.setdefault(tongue, Cells())

    def _crowd(self, tongue: str) -> Crowd:
        return self._crowds.setdefault(tongue, Crowd())

    def _take(self, article: Article, terms: Terms, cluster: Cluster) -> None:
        super()._take(article, terms, cluster)
        self._crowd(cluster.tongue).came(len(cluster.members))
        self._usual += (article.lede - self._usual) / min(self._numbers, MEMORY)
        if cluster.tongue in READ:
            self._cells_of(cluster.tongue).put(cluster.story, cluster.point)
            self._changed[cluster.story] = None

    def _drop(self, number: int) -> None:
        cluster = self._cluster_of.get(number)
        super()._drop(number)
        if cluster is not None:
            self._crowd(cluster.tongue).left(len(cluster.members))

    def _merge(self, gone: Cluster, keep: Cluster) -> None:
        self._crowd(keep.tongue).merged(len(gone.members), len(keep.members))
        super()._merge(gone, keep)
        self._cells_of(gone.tongue).remove(gone.story)
        if keep.tongue in READ:
            self._cells_of(keep.tongue).put(keep.story, keep.point)

    def _forget(self, cluster: Cluster) -> None:
        super()._forget(cluster)
        self._cells_of(cluster.tongue).remove(cluster.story)

    def _unite_alike(self) -> list[tuple[StoryId, StoryId]]:
        """Make one what is rather one than two, the surest first; what became part of what."""
        merged: list[tuple[StoryId, StoryId]] = []
        queue: list[tuple[float, StoryId, StoryId, int, int]] = []
        for one, other in sorted(self._pairs()):
            self._enter(queue, self._clusters[one], self._clusters[other])
        while queue:
            _, one, other, *sizes = heapq.heappop(queue)
            first, second = self._clusters.get(one), self._clusters.get(other)
            if first is None or second is None or [first.size, second.size] != sizes:
                continue  # One has become part of another since; the pair was entered anew where it still holds.
            keep, gone = (first, second) if self._keeps(first, second) else (second, first)
            self._merge(gone, keep)
            merged.append((gone.story, keep.story))
            for near in self._around(keep):
                self._enter(queue, keep, near)
        return merged

    def _keeps(self, one: Cluster, other: Cluster) -> bool:
        """Whether the first of two keeps its id: the larger does; of equals, the one that began first."""
        if one.size != other.size:
            return one.size > other.size
        return min(one.members) <= min(other.members)

    def _pairs(self) -> set[tuple[StoryId, StoryId]]:
        """Pairs worth a look: near each other and one of them changed, or rivals for an article."""
        pairs = {self._pair(one, other) for one, other in self._rivals}
        for name in self._changed:
            cluster = self._clusters.get(name)
            if cluster is not None:
                pairs |= {self._pair(name, other.story) for other in self._around(cluster)}
        return {(one, other) for one, other in pairs if one != other and {one, other} <= self._clusters.keys()}

    def _pair(self, one: StoryId, other: StoryId) -> tuple[StoryId, StoryId]:
        one, other = self.current(one), self.current(other)
        return (one, other) if one < other else (other, one)

    def _enter(self, queue: list[tuple[float, StoryId, StoryId, int, int]], one: Cluster, other: Cluster) -> None:
        """Queue a pair that is rather one story than two, unless an editor parted it or holds one of them."""
        if not (self._open(one) and self._open(other)) or self._constraints.apart(one.story, other.story):
            return
        found = self._evidence(one, other)
        odds = self._models.odds(found)
        if odds > 0 and found.silence <= self._settings.horizon / DAY:
            heapq.heappush(queue, (-odds, one.story, other.story, one.size, other.size))

    def _part(self) -> list[tuple[str, StoryId]]:
        """Let the member that fits least leave each changed story, where it is rather another event's."""
        left = []
        for name in list(self._changed):
            cluster = self._clusters.get(name)
            if cluster is None or not FEWEST <= len(cluster.members) <= MOST or not self._may_part(cluster):
                continue
            article = self._least(cluster)
            if article.id in self._constraints.moved or not self._leaves(article, cluster):
                continue
            left.append((article.id, self._apart(article)))
        return left

    def _may_part(self, cluster: Cluster) -> bool:
        """Whether no editor has said what belongs to the story."""
        whole = {self.current(story) for story in self._whole}
        return cluster.story not in whole and self._open(cluster)

    def _least(self, cluster: Cluster) -> Article:
        """The member furthest from the story's centre; of equals the latest."""
        members = [self._articles[number] for number in cluster.members]
        points = unpack_all([one.meaning or b"" for one in members], len(cluster.point))
        near = points @ cluster.point
        return members[len(members) - 1 - int(np.argmin(near[::-1]))]

    def _leaves(self, article: Article, cluster: Cluster) -> bool:
        """Take the article out of its story; where it belongs to the others after all, put it back."""
        given = self._given_by(article)
        cluster.remove(*given)
        cluster.respan(self._articles[number].moment for number in cluster.members)
        if self._odds(cluster, self._single(article)) >= LEAVES:
            cluster.add(*given)
            return False
        self._cells_of(cluster.tongue).put(cluster.story, cluster.point)
        self._crowd(cluster.tongue).left(len(cluster.members))
        return True

    def _apart(self, article: Article) -> StoryId:
        """A story of its own for an article that left another."""
        cluster, decision = self._found(self._leaver(article), article.tongue)
        frequencies = self._frequencies[article.tongue]
        frequencies.founded()
        frequencies.add(article.words.terms)
        cluster.add(*self._given_by(article))
        self._cluster_of[article.number] = cluster
        self._crowd(cluster.tongue).came(1)
        self._cells_of(cluster.tongue).put(cluster.story, cluster.point)
        self._changed[cluster.story] = None
        self._taken[article.id] = replace(decision, id=article.id, meaning=article.meaning)
        return cluster.story

    def _leaver(self, article: Article) -> Telling:
        """The article under an id from which no story has its name: it may have founded the one that it leaves."""
        number = 1
        while self._name is not None:
            telling = Telling(f"{article.id}/{number}", "")
            story = self._name(telling)
            if story not in self._clusters and story not in self._redirects:
                return telling
            number += 1
        return Telling(article.id, "")

    def _given_by(self, article: Article) -> tuple[int, Vector, datetime | None, float, Meaning, Vector | None]:
        """What a story takes in of an article."""
        return article.number, article.vector, article.moment, article.lede, self._point(article), article.wide

    def _point(self, article: Article) -> Meaning:
        return np.zeros(0, dtype=np.float32) if article.meaning is None else unpack(article.meaning)
