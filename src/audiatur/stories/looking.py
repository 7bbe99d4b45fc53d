"""The look back: what is rather one event than two becomes one, and what was made one too early is parted again.

Which stories come to lie together depends on the order of arrival; every look makes up for some of that. The surest
pair becomes one first. A story is parted where its two halves, as far from each other as they can be, are rather two
events; the member that fits its story least leaves it where it is rather another event's. What editors decided stands.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

import numpy as np

from audiatur.stories.cells import Cells
from audiatur.stories.clusters import Cluster
from audiatur.stories.crowd import Crowd
from audiatur.stories.embedding import Meaning, unpack, unpack_all
from audiatur.stories.features import Terms, Vector
from audiatur.stories.halving import halves
from audiatur.stories.judging import Evidence, Models, chance, evidence
from audiatur.stories.series import Series
from audiatur.stories.settings import Settings
from audiatur.stories.values import Assignment, Mended, StoryId, Telling
from audiatur.stories.window import DAY, Article, Window

READ = ("en", "latin")
"""Tongues that the encoder reads; in others articles are grouped by words alone, as ``Window`` does."""
NEAR = 8
"""Stories taken from the cells around an article, and around a story that is looked at again."""
LEAVES = -1.5
"""Log-odds with the rest of its story below which a member leaves it."""
FEWEST, MOST = 3, 500
"""Sizes between which a story is looked through: of two, none is the odd one; in hundreds, one does little harm."""
LARGE, HALF = 12, 4
"""Articles from which a story is cut in two, and articles that a half has at least: less is left to ``LEAVES``."""
COPY, CLOSE = 0.9, 0.95
"""Cosines of the words and of the meaning of two texts from which one is a copy of the other."""
LATEST = 50
"""Members of a story, the latest, of which an article may be a copy."""
PARTED = -0.75
"""Log-odds of two halves below which they are two stories. Chosen on halves and random orders of headlines-2014: at
nought large stories lose a wing that is theirs, at -1 some that were merged wrongly hold."""
DOUBTFUL = 1.0
"""Log-odds below which the halves are told apart once more, by all evidence and not by meaning alone."""
ROUNDS = 2
"""Times that each member of a doubtful story goes to the half that it rather belongs to."""


class LookingBack(Window):
    """A ``Window`` that keeps, of each story, what a judge needs, and looks again at what changed."""

    def __init__(
        self,
        settings: Settings | None = None,
        *,
        name: Callable[[Telling], StoryId] | None = None,
        models: Models | None = None,
    ) -> None:
        super().__init__(settings, name=name)
        self._models = models or Models()
        self._cells: dict[str, Cells] = {}
        self._crowds: dict[str, Crowd] = {}
        self._changed: dict[StoryId, None] = {}
        self._rivals: dict[tuple[StoryId, StoryId], None] = {}
        self._whole: set[StoryId] = set()
        self._usual = 0.0
        self._series = Series(self._cluster_of)

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
        moved = [*self._halve(), *self._part()]
        merged = self._unite_alike()
        self._changed.clear()
        self._rivals.clear()
        return Mended(
            tuple((gone, self.current(keep)) for gone, keep in merged),
            tuple((id_, self.current(story)) for id_, story in dict(moved).items()),
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

    def _single(self, article: Article) -> Cluster:
        """The article as a group of one."""
        single = Cluster(StoryId(""), article.tongue)
        single.add(*self._given_by(article))
        return single

    def _open(self, cluster: Cluster) -> bool:
        """Whether a story may take the article that came, or become one with another."""
        closed = cluster.alone or cluster.story in self._constraints.pinned
        return not closed and cluster.story not in self._series.others

    def _arrived(self, telling: Telling) -> None:
        super()._arrived(telling)
        self._series.came(telling.title)

    def _take(self, article: Article, terms: Terms, cluster: Cluster) -> None:
        """As in ``Window``; issues of one series stay apart, unless editors put them together."""
        super()._take(article, terms, cluster)
        for other in self._series.took(article.number):
            self._constraints.keep_apart(cluster.story, other)

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

    def _give(self, article: Article, vector: Vector, cluster: Cluster) -> None:
        cluster.add(*self._given_by(article), copied=self._copied(article, vector, cluster))

    def _copied(self, article: Article, vector: Vector, cluster: Cluster) -> bool:
        """Whether a story has the article's text already, as good as word for word; titles alone are no copies."""
        if not article.lede or article.meaning is None:
            return False
        latest = [self._articles[number] for number in list(cluster.members)[-LATEST:]]
        point = self._point(article)
        near = unpack_all([one.meaning or b"" for one in latest], len(point)) @ point
        return any(
            latest[i].lede > 0 and latest[i].words.cosine(vector) >= COPY
            for i in np.flatnonzero(near >= CLOSE).tolist()
        )

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

    def _halve(self) -> list[tuple[str, StoryId]]:
        """Part each changed story of which the halves are rather two events; who left, each with its new story."""
        left: list[tuple[str, StoryId]] = []
        for name in list(self._changed):
            cluster = self._clusters.get(name)
            if cluster is None or not LARGE <= len(cluster.members) <= MOST or not self._may_part(cluster):
                continue
            leaving = self._foreign(cluster)
            if not leaving or any(article.id in self._constraints.moved for article in leaving):
                continue
            for article in leaving:
                cluster.remove(*self._given_by(article))
                self._left(cluster)
            cluster.respan(self._articles[number].moment for number in cluster.members)
            story = self._apart(leaving[0])
            for article in leaving[1:]:
                self._follow(article, self._clusters[story])
            left.extend((article.id, story) for article in leaving)
        return left

    def _foreign(self, cluster: Cluster) -> list[Article]:
        """The smaller half of a story where both are rather two events; else none."""
        members = [self._articles[number] for number in cluster.members]
        mask = halves(unpack_all([one.meaning or b"" for one in members], len(cluster.point)))
        if mask is None:
            return []
        mine = [bool(one) for one in mask]
        odds = 0.0
        for turn in range(1 + ROUNDS):
            parts = [[one for one, flag in zip(members, mine, strict=True) if flag is kind] for kind in (True, False)]
            if min(map(len, parts)) < HALF:
                return []
            one, other = (self._group(part) for part in parts)
            odds = self._odds(one, other)
            if odds >= DOUBTFUL or turn == ROUNDS:
                break
            singles = [self._single(article) for article in members]
            mine = [self._odds(one, single) > self._odds(other, single) for single in singles]
        return [] if odds >= PARTED else min(parts, key=len)

    def _group(self, articles: Sequence[Article]) -> Cluster:
        """Articles as a group of their own, in no story."""
        group = Cluster(StoryId(""), articles[0].tongue)
        for article in articles:
            group.add(*self._given_by(article))
        return group

    def _follow(self, article: Article, cluster: Cluster) -> None:
        """Put an article that left its story into one that another founded on leaving."""
        self._frequencies[article.tongue].add(cluster.new(article.words.terms))
        cluster.add(*self._given_by(article))
        self._settled(article, cluster, Assignment(id=article.id, story=cluster.story, founded=False))

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
        self._left(cluster)
        return True

    def _left(self, cluster: Cluster) -> None:
        """An article was taken out of a story that has others."""
        self._cells_of(cluster.tongue).put(cluster.story, cluster.point)
        self._crowd(cluster.tongue).left(len(cluster.members))

    def _apart(self, article: Article) -> StoryId:
        """A story of its own for an article that left another."""
        cluster, decision = self._found(self._leaver(article), article.tongue)
        frequencies = self._frequencies[article.tongue]
        frequencies.founded()
        frequencies.add(article.words.terms)
        cluster.add(*self._given_by(article))
        self._settled(article, cluster, decision)
        return cluster.story

    def _settled(self, article: Article, cluster: Cluster, decision: Assignment) -> None:
        """An article that left its story was added to another."""
        self._cluster_of[article.number] = cluster
        self._crowd(cluster.tongue).came(len(cluster.members))
        self._cells_of(cluster.tongue).put(cluster.story, cluster.point)
        self._changed[cluster.story] = None
        self._taken[article.id] = replace(decision, id=article.id, meaning=article.meaning)

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
