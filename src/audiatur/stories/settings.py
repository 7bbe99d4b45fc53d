"""The numbers that grouping goes by, each with how it was chosen.

"Tuned" means: on the tuning halves of headlines-2014, and on a fortnight of one war told from two sides, where every
article shares its words with every other; docs/technotes/stories.md has the figures and what else was tried.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Settings:
    """How strict grouping is and how far it looks.

    Attributes:
        horizon: a story that was silent for longer takes no more articles.
        join: likeness from which an article joins a story where titles alone are compared. Tuned.
        join_texts: the same where both sides have a lede, which has more words that every article shares. Tuned.
        merge: likeness from which two stories that an article would both join are one. Tuned.
        merge_texts: the same where the article and what it is nearest to have a lede. Tuned.
        silence: likeness taken off per day between an article and the nearest day of the story.
        age: likeness taken off per day between an article and the middle of the story's days: without it a town that
            is fought over for a fortnight becomes one story. The first day is free. Tuned.
        centroid: weight of the story as a whole against its nearest article, in [0, 1]. Tuned.
        typical: share of the likeness to other stories of the shortlist that is taken off: what is alike to everything
            is evidence of nothing. Tuned.
        lone: share of the likeness of two titles that is taken off where they have one term in common; half of it
            where they have two, and so on. Tuned.
        lone_texts: the same where one has a lede: in so many words, one in common is chance. Tuned.
        title: weight of the title against the lede where both are there. Tuned.
        lede_words: words of the text that count. A lede names the event; what follows retells the week.
        background: stories that the background is worth, so that the first ones do not decide what is rare. Tuned.
        rare: no term is taken for rarer than one in so many stories: a word met once is chance, not evidence. Tuned.
        contrast: the power of rarity; above 1 it sets rare terms further apart from common ones. Tuned.
        ballast: squared weight that belongs to no term, so that a title of common words is like nothing. Tuned.
        probes: terms of an article, heaviest first, whose earlier articles are looked up.
        postings: latest articles looked up per term; keeps the cost flat as the window grows.
        shortlist: articles compared in full, those with the most in common first.
        capacity: articles compared against at most; the oldest leave first. Bounds memory where nothing is dated.
    """

    horizon: timedelta = timedelta(days=4)
    join: float = 0.11
    join_texts: float = 0.22
    merge: float = 0.13
    merge_texts: float = 0.15
    silence: float = 0.02
    age: float = 0.04
    centroid: float = 0.6
    typical: float = 0.9
    lone: float = 0.3
    lone_texts: float = 1.0
    title: float = 0.7
    lede_words: int = 100
    background: int = 200
    rare: int = 300
    contrast: float = 1.5
    ballast: float = 80.0
    probes: int = 16
    postings: int = 200
    shortlist: int = 40
    capacity: int = 50_000
