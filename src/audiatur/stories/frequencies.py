"""How common each term is, learned as stories arise."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from audiatur.stories.background import news_terms
from audiatur.stories.settings import Settings

NEWS_SHARE = 0.02
"""Share of stories that a word of the news lists is in before any was seen: the order of "said" in a lede."""


class Frequencies:
    """In how many stories of one language each term is, upon a background that stands in for stories not yet seen.

    Stories are counted, not articles: three hundred articles on one ship must not make the ship's name a common word,
    while the name of the country at war, in every second story, becomes one.
    """

    def __init__(self, tongue: str, settings: Settings) -> None:
        self._stories = settings.background
        self._rare = settings.rare
        self._contrast = settings.contrast
        self._counts: Counter[str] = Counter(dict.fromkeys(news_terms(tongue), int(NEWS_SHARE * settings.background)))

    def founded(self) -> None:
        """Count one more story."""
        self._stories += 1

    def ended(self, terms: Iterable[str]) -> None:
        """Forget a story that left the window; ``terms`` names each of its terms once."""
        self._stories -= 1
        self.withdraw(terms)

    def add(self, terms: Iterable[str]) -> None:
        """Count terms that are new to their story."""
        self._counts.update(terms)

    def withdraw(self, terms: Iterable[str]) -> None:
        """Take back one count of each term: its story ended, or turned out to be part of another with the same term."""
        for term in terms:
            self._counts[term] -= 1
            if self._counts[term] <= 0:
                del self._counts[term]

    def share(self, term: str) -> float:
        """The share of stories that have the term, one more counted as having it."""
        return min(1.0, (self._counts.get(term, 0) + 1) / self._stories)

    def rarity(self, term: str) -> float:
        """The logarithm of how many stories there are for one with the term, capped and raised as the settings say."""
        share = self._stories / (self._counts.get(term, 0) + 1)
        return math.pow(math.log(1 + min(share, self._rare)), self._contrast)
