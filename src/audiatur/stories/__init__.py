"""Stories: which articles tell of the same event, decided as they arrive."""

from audiatur.stories.pairs import score_pair
from audiatur.stories.settings import Settings
from audiatur.stories.window import Window

__all__ = ["Settings", "Window", "score_pair"]
