"""Grouping a stream of articles into stories."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from audiatur.encoding import encoder_for
from audiatur.stories.learned import LearnedWindow
from audiatur.stories.settings import Settings
from audiatur.stories.values import Assignment, StoryId, Telling
from audiatur.stories.window import Window


def open_window(
    settings: Settings | None = None, *, name: Callable[[Telling], StoryId] | None = None, encoder: str | None = None
) -> Window:
    """A window with the sentence encoder where it can be had, else one that goes by words alone.

    ``encoder`` is ``learned`` or ``none``; None: as ``AUDIATUR_ENCODER`` says. ModelError and SettingError as
    ``encoding.encoder_for``.
    """
    found = encoder_for(encoder)
    return Window(settings, name=name) if found is None else LearnedWindow(found, settings, name=name)


def group(articles: Iterable[Telling], *, encoder: str | None = None) -> Iterator[Assignment]:
    """The story of each article, decided before the next is read; stories are called s1, s2, ...

    The same articles in the same order give the same stories. Ids and outlets play no part. Never fails on any text;
    ``encoder`` as in ``open_window``.
    """
    window = open_window(encoder=encoder)
    for article in articles:
        yield window.assign(article)
