"""A hub on which an editor decides about stories: two events that words tell apart, told by several outlets."""

from __future__ import annotations

from datetime import UTC, datetime

from audiatur.articles.values import Article as Work
from audiatur.articles.values import Content
from audiatur.articles.versions import digest
from audiatur.hub.articles.delivery import Delivered, key_of
from audiatur.hub.articles.intake import take_in
from audiatur.hub.models import Article, Source, Story
from audiatur.hub.worker.analysis import Analyst
from audiatur.hub.worker.engine import Inline
from tests.hub.factories import hours

NOW = datetime(2031, 3, 2, 6, tzinfo=UTC)
DAM = "Engineers opened the gates of the Brenn dam, and the lower valley road lay under water."
CHESS = "A girl of twelve won the national chess title at the final board in Ostren."


def take(outlet: str, title: str, text: str, *, after: float = 0) -> Article:
    """An article as a feed delivers it, so many hours after the first."""
    source, _ = Source.objects.get_or_create(slug=outlet, defaults={"name": outlet.title(), "created": NOW})
    content = Content(title, (), text, None, "en")
    work = Work(f"https://{outlet}.example/{key_of(title)[:6]}", NOW + hours(after), None, content)
    take_in(source, [Delivered(title, key_of(title), work, (), digest(content))], feed=None, now=NOW)
    return Article.objects.get(source=source, entry__guid=title)


def dam(outlet: str, number: int, *, after: float = 0) -> Article:
    """An article on the dam."""
    return take(outlet, f"Brenn dam gates opened, valley flooded ({number})", f"{DAM} Report {number}.", after=after)


def chess(outlet: str, number: int, *, after: float = 0) -> Article:
    """An article on the chess title."""
    return take(outlet, f"Chess title goes to a girl of twelve ({number})", f"{CHESS} Report {number}.", after=after)


def analyse() -> None:
    """Analyse what is pending as a worker does that was just started: it knows only what is stored."""
    Analyst(Inline()).work()


def again() -> None:
    """Group everything anew, as if no article had been grouped before."""
    Article.objects.update(story=None, pending=True)
    analyse()


def story_of(article: Article) -> Story:
    """The story in which an article is now."""
    found = Article.objects.select_related("story").get(pk=article.pk).story
    assert found is not None
    return found


def grouped(*articles: Article) -> list[int]:
    """The stories of some articles, numbered in order of first appearance: 0, 0, 1 says the first two are together."""
    stories = [story_of(article).pk for article in articles]
    return [list(dict.fromkeys(stories)).index(story) for story in stories]
