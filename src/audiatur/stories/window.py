"""The window: the articles of the last days and their stories, and the decision for each new one.

The method is online clustering of TF-IDF vectors with time decay, after Miranda et al. 2018 ("Multilingual Clustering
of Streaming News"), without learned weights: an article joins the story it is most like, by the story's centre and its
nearest article, less what likeness is usual and less a penalty for each day; below a threshold it founds a story of its
own. Sides, outlets and ids play no part.
"""

from __future__ import annotations

import heapq
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from audiatur.stories.clock import StreamTime, aware
from audiatur.stories.clusters import Cluster
from audiatur.stories.constraints import Constraints
from audiatur.stories.features import Terms, Vector, terms_of, weigh
from audiatur.stories.frequencies import Frequencies
from audiatur.stories.index import TermIndex
from audiatur.stories.kept import Kept
from audiatur.stories.settings import Settings
from audiatur.stories.shared import shared_words
from audiatur.stories.sketches import Sketch
from audiatur.stories.values import Assignment, Mended, StoryId, Telling

DAY = timedelta(days=1)
FULL_LEDE = 12
"""Terms from which a lede counts as one: a sentence."""
OTHERS = 4
"""Stories on the shortlist beside the best from which one can say what likeness is usual."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article in the window.

    ``moment`` is its date, or the stream's time when it came; None before any date. ``meaning`` is the encoder's
    vector, packed, and ``opening`` the terms of the opening of its text; both None without an encoder.
    """

    number: int
    id: str
    tongue: str
    words: Kept
    moment: datetime | None
    lede: float
    meaning: bytes | None = None
    opening: Kept | None = None

    @property
    def vector(self) -> Vector:
        """The terms of title and lede, made anew with each call."""
        return self.words.vector()

    @property
    def wide(self) -> Vector | None:
        """The terms of the opening, made anew with each call."""
        return None if self.opening is None else self.opening.vector()


@dataclass(frozen=True, slots=True)
class _Match:
    """A story that an article is like, through its nearest article. ``lede``: how much lede the two share at least."""

    cluster: Cluster
    nearest: Article
    score: float
    lede: float


class Window:
    """Decides story by story as articles come in; one thread at a time.

    The same articles in the same order give the same decisions. An article that comes twice counts once. Articles may
    come hours out of order, or dated wrongly: the window's own time is the median of what came lately.

    ``name`` gives a story its id from the article that founds it; without it they are called s1, s2, ... A name that
    is already taken is a ValueError.
    """

    def __init__(self, settings: Settings | None = None, *, name: Callable[[Telling], StoryId] | None = None) -> None:
        self._settings = settings or Settings()
        self._name = name
        self._named = 0
        self._time = StreamTime()
        self._frequencies: dict[str, Frequencies] = {}
        self._indexes: dict[str, TermIndex] = {}
        self._articles: OrderedDict[int, Article] = OrderedDict()
        self._cluster_of: dict[int, Cluster] = {}
        self._expiry: list[tuple[datetime, int]] = []
        self._taken: dict[str, Assignment] = {}
        self._clusters: dict[StoryId, Cluster] = {}
        self._redirects: dict[StoryId, StoryId] = {}
        self._constraints = Constraints()
        self._numbers = 0

    def assign(self, telling: Telling) -> Assignment:
        """Decide to which story an article belongs, and take it in.

        An id that was decided before keeps its story, whatever its words are now; merges since then are followed.
        An article without a word founds a story of its own.
        """
        earlier = self._taken.get(telling.id)
        if earlier is not None:
            return replace(earlier, story=self.current(earlier.story), joined=())
        article, terms = self._read(telling)
        placed = self._constraints.moved.get(telling.id)
        if placed is not None:
            cluster = self._known(self.current(placed), article.tongue)
            decision = Assignment(id=telling.id, story=cluster.story, founded=not cluster.size, meaning=article.meaning)
        else:
            cluster, decision = self._decide(telling, article, terms)
        self._take(article, terms, cluster)
        self._taken[telling.id] = decision
        return decision

    def _decide(self, telling: Telling, article: Article, terms: Terms) -> tuple[Cluster, Assignment]:
        """The story an article joins, else one of its own; the article is not in it yet."""
        matches = self._matches(article)
        if not matches or matches[0].score < self._bar(matches[0]):
            return self._found(telling, article.tongue)
        cluster, joined = self._join(matches)
        best = matches[0]
        return cluster, Assignment(
            id=telling.id,
            story=cluster.story,
            founded=False,
            joined=joined,
            score=round(best.score, 4),
            nearest=best.nearest.id,
            shared=shared_words(terms.words, article.vector, best.nearest.vector),
        )

    def restore(self, tellings: Iterable[tuple[Telling, StoryId]]) -> None:
        """Take in articles whose stories are already known, in their order of arrival, e.g. after a restart.

        Nothing is decided anew. Articles older than the horizon need not be given.
        """
        for telling, story in tellings:
            if telling.id in self._taken:
                continue
            article, terms = self._read(telling)
            cluster = self._known(self.current(story), article.tongue)
            self._take(article, terms, cluster)
            self._taken[telling.id] = Assignment(id=telling.id, story=cluster.story, founded=cluster.size == 1)

    def constrain(
        self,
        *,
        merge: Iterable[tuple[StoryId, StoryId]] = (),
        split: Iterable[tuple[StoryId, StoryId]] = (),
        moved: Mapping[str, StoryId] | None = None,
        pinned: Iterable[StoryId] = (),
    ) -> None:
        """Take what editors decided: no later article and no later evidence changes it.

        ``merge``: pairs of which the first is part of the second from now on. ``split``: pairs that never become one.
        ``moved``: the story of an article that has not come in yet. ``pinned``: stories that take no article and become
        part of no other, unless they are told to here.
        """
        for one, other in split:
            self._constraints.keep_apart(self.current(one), self.current(other))
        self._constraints.move(moved or {})
        self._constraints.pinned.update(pinned)
        for gone, keep in merge:
            self._unite(self.current(gone), self.current(keep))

    def neighbours(self, story: StoryId, most: int = 5) -> tuple[tuple[StoryId, float], ...]:
        """The stories of the window whose words are most like those of a story, with their likeness in (0, 1].

        The nearest first; none where the story has left the window.
        """
        cluster = self._clusters.get(self.current(story))
        if cluster is None:
            return ()
        numbers = self._indexes[cluster.tongue].candidates(cluster.centre, without=cluster.members)
        near = {self._cluster_of[number].story: self._cluster_of[number] for number in numbers}
        alike = sorted(((-cluster.likeness_to(other), name) for name, other in near.items()))
        return tuple((name, round(-negative, 4)) for negative, name in alike[:most] if negative < 0)

    def current(self, story: StoryId) -> StoryId:
        """The story that a story has become part of; itself where it was never merged."""
        while story in self._redirects:
            story = self._redirects[story]
        return story

    def settle(self) -> Mended:
        """Look again at what was decided lately. By words alone nothing is: merges are made as articles come in."""
        return Mended()

    def final(self) -> Mapping[str, StoryId]:
        """The story of every article taken in so far, in order of arrival, merges followed."""
        return {id_: self.current(decision.story) for id_, decision in self._taken.items()}

    def _unite(self, gone: StoryId, keep: StoryId) -> None:
        """Make a story part of another, whether the window has articles of them or not."""
        if gone == keep:
            return
        if gone in self._clusters:
            tongue = self._clusters[gone].tongue
            self._merge(self._clusters[gone], self._known(keep, tongue))
        else:
            self._redirects[gone] = keep
            self._constraints.merged(gone, keep)

    def _known(self, story: StoryId, tongue: str) -> Cluster:
        if story not in self._clusters:
            self._clusters[story] = Cluster(story, tongue)
        return self._clusters[story]

    def _read(self, telling: Telling) -> tuple[Article, Terms]:
        """The article as vector; counts its date, not yet its terms."""
        self._arrived(telling)
        terms = terms_of(telling, self._settings)
        vector = weigh(terms, self._frequencies_of(terms.tongue), self._settings)
        lede = min(1.0, len(terms.lede) / FULL_LEDE)
        return self._article(telling, Sketch(terms.tongue, lede, vector)), terms

    def _arrived(self, telling: Telling) -> None:
        """Count an article and its date, and forget what fell behind."""
        if telling.published is not None:
            self._time.see(aware(telling.published))
        self._expire()
        self._numbers += 1

    def _article(self, telling: Telling, sketch: Sketch) -> Article:
        moment = self._time.now if telling.published is None else aware(telling.published)
        opening = None if sketch.wide is None else Kept.of(sketch.wide)
        words = Kept.of(sketch.vector)
        return Article(self._numbers, telling.id, sketch.tongue, words, moment, sketch.lede, opening=opening)

    def _frequencies_of(self, tongue: str) -> Frequencies:
        if tongue not in self._frequencies:
            self._frequencies[tongue] = Frequencies(tongue, self._settings)
            self._indexes[tongue] = TermIndex(self._settings)
        return self._frequencies[tongue]

    def _matches(self, article: Article) -> list[_Match]:
        """The stories within the horizon that the article has terms in common with, the best match first."""
        nearest: dict[StoryId, tuple[float, Article]] = {}
        vector = article.vector
        for number in self._indexes[article.tongue].candidates(vector):
            other = self._articles[number]
            alike = self._alike(vector, article.lede, other)
            story = self._cluster_of[number].story
            if story not in nearest or alike > nearest[story][0]:
                nearest[story] = (alike, other)
        scored = [
            (score, self._clusters[story], other)
            for story, (alike, other) in nearest.items()
            if story not in self._constraints.pinned
            if (score := self._score(self._clusters[story], vector, article.moment, alike)) is not None
        ]
        usual = self._settings.typical * _typical([score for score, _, _ in scored])
        found = [
            _Match(cluster, other, max(0.0, score - usual), min(article.lede, other.lede))
            for score, cluster, other in scored
        ]
        return sorted(found, key=lambda match: (self._bar(match) - match.score, match.nearest.number))

    def _alike(self, vector: Vector, lede: float, other: Article) -> float:
        """Likeness of an article of some lede to another; less where it rests on a single term."""
        alike, common = other.words.likeness(vector)
        lede = max(lede, other.lede)
        lone = self._settings.lone + lede * (self._settings.lone_texts - self._settings.lone)
        return alike * (1 - lone / max(common, 1))

    def _score(self, cluster: Cluster, vector: Vector, moment: datetime | None, alike: float) -> float | None:
        """Likeness to a story less the penalties of time; None beyond the horizon."""
        silence = cluster.silence(moment)
        if silence > self._settings.horizon:
            return None
        share = self._settings.centroid
        blend = share * cluster.likeness(vector) + (1 - share) * alike
        late = max(cluster.age(moment) - DAY, timedelta(0))
        return blend - self._settings.silence * (silence / DAY) - self._settings.age * (late / DAY)

    def _bar(self, match: _Match) -> float:
        """The likeness asked of a match: between that for titles and that for texts by how much lede both have."""
        return self._settings.join + match.lede * (self._settings.join_texts - self._settings.join)

    def _found(self, telling: Telling, tongue: str) -> tuple[Cluster, Assignment]:
        if self._name is not None:
            story = self.current(self._name(telling))
            if story in self._clusters and story in self._constraints.held:
                # An article that was moved there came before the one that gives the story its name.
                return self._clusters[story], Assignment(id=telling.id, story=story, founded=True)
            if story in self._clusters:
                raise ValueError(f"the story name {story!r} is taken")
        else:
            story = self._next_name()
        cluster = self._clusters[story] = Cluster(story, tongue)
        return cluster, Assignment(id=telling.id, story=story, founded=True)

    def _next_name(self) -> StoryId:
        while True:
            self._named += 1
            story = StoryId(f"s{self._named}")
            if story not in self._clusters and story not in self._redirects:
                return story

    def _join(self, matches: list[_Match]) -> tuple[Cluster, tuple[StoryId, ...]]:
        """The story that the best match is, made one with every other that the article would join as well.

        The larger story keeps its id; of equals, the one that was matched better.
        """
        keep = matches[0].cluster
        joined = []
        for match in matches[1:]:
            other = match.cluster
            alike = self._settings.merge + match.lede * (self._settings.merge_texts - self._settings.merge)
            if match.score < self._bar(match) or keep.likeness_to(other) < alike:
                continue
            if self._constraints.apart(keep.story, other.story):
                continue
            if other.size > keep.size:
                keep, other = other, keep
            joined.append(other.story)
            self._merge(other, keep)
        return keep, tuple(joined)

    def _merge(self, gone: Cluster, keep: Cluster) -> None:
        self._redirects[gone.story] = keep.story
        self._constraints.merged(gone.story, keep.story)
        self._frequencies[keep.tongue].ended(gone.terms & keep.terms)
        for number in gone.members:
            self._cluster_of[number] = keep
        keep.absorb(gone)
        del self._clusters[gone.story]

    def _take(self, article: Article, terms: Terms, cluster: Cluster) -> None:
        self._count(terms, cluster)
        vector = article.vector
        self._indexes[article.tongue].add(article.number, vector)
        self._articles[article.number] = article
        self._cluster_of[article.number] = cluster
        self._give(article, vector, cluster)
        if article.moment is not None:
            heapq.heappush(self._expiry, (article.moment, article.number))

    def _give(self, article: Article, vector: Vector, cluster: Cluster) -> None:
        """Give a story what it takes in of an article."""
        cluster.add(article.number, vector, article.moment, article.lede)

    def _count(self, terms: Terms, cluster: Cluster) -> None:
        """Count the terms that the story did not have yet, and the story itself when it begins."""
        frequencies = self._frequencies[cluster.tongue]
        if not cluster.size:
            frequencies.founded()
        frequencies.add(cluster.new(terms.words))

    def _expire(self) -> None:
        """Let go of articles that fell behind the horizon, and of the oldest beyond the capacity."""
        now = self._time.now
        while now is not None and self._expiry and self._expiry[0][0] < now - self._settings.horizon:
            self._drop(heapq.heappop(self._expiry)[1])
        while len(self._articles) > self._settings.capacity:
            self._drop(next(iter(self._articles)))

    def _drop(self, number: int) -> None:
        """Forget an article's words, and those of its story once it was the last; what was decided stays decided."""
        article = self._articles.pop(number, None)
        if article is None:
            return
        self._indexes[article.tongue].remove(number, article.vector)
        cluster = self._cluster_of.pop(number)
        del cluster.members[number]
        if not cluster.members:
            self._forget(cluster)

    def _forget(self, cluster: Cluster) -> None:
        """A story has no article left in the window."""
        self._frequencies[cluster.tongue].ended(cluster.terms)
        del self._clusters[cluster.story]


def _typical(scores: list[float]) -> float:
    """The likeness that is usual among the stories after the best, its upper third; 0 where they are few."""
    others = sorted(scores, reverse=True)[1:]
    return max(0.0, others[len(others) // 3]) if len(others) >= OTHERS else 0.0
