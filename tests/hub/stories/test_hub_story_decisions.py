"""What an editor decides about stories stays: over later articles, a run from the beginning, and a restart."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from audiatur.errors import InputError
from audiatur.hub.models import Article, Story, StoryDecision
from audiatur.hub.stories.deciding import fix, merge, move, pin, split, undo
from audiatur.hub.worker.analysis import Analyst
from audiatur.hub.worker.engine import Inline
from tests.hub.statements.reading_hub import editor
from tests.hub.stories.port_hub import again, analyse, chess, dam, grouped, story_of

pytestmark = pytest.mark.django_db(transaction=True)
Rerun = Callable[[], None]
RUNS = pytest.mark.parametrize("rerun", [analyse, again], ids=["restart", "from the beginning"])


@pytest.fixture
def port() -> list[Article]:
    """Two articles on a dam and two on a chess title, in two stories."""
    made = [dam("post", 1), dam("herald", 2, after=1), chess("post", 3, after=2), chess("herald", 4, after=3)]
    analyse()
    assert grouped(*made) == [0, 0, 1, 1]
    return made


@RUNS
def test_merged_stories_stay_one(port: list[Article], rerun: Rerun) -> None:
    kept = merge(story_of(port[2]), story_of(port[0]), editor())
    rerun()
    dam("radio", 5, after=4)
    chess("radio", 6, after=5)
    analyse()
    assert [story_of(article) for article in port] == [kept] * 4


def test_what_is_alike_to_a_story_comes_into_the_one_that_it_is_part_of() -> None:
    one = dam("post", 1)
    analyse()
    first = story_of(one)
    other = split_off(dam("herald", 2, after=1))
    kept = merge(first, other, editor())
    later = dam("radio", 3, after=2)
    analyse()
    assert story_of(later) == kept


def split_off(article: Article) -> Story:
    """The article, grouped, in a story of its own."""
    analyse()
    return split(story_of(article), [article], editor())


@RUNS
def test_articles_that_were_split_off_stay_apart(port: list[Article], rerun: Rerun) -> None:
    source = story_of(port[0])
    part = split(source, [port[1]], editor())
    rerun()
    assert [story_of(article) for article in port[:2]] == [source, part]
    # Alike to both, it joins one of them and makes them no one story.
    later = dam("radio", 5, after=4)
    analyse()
    assert grouped(port[0], port[1]) == [0, 1]
    assert story_of(later) in {source, part}


@RUNS
def test_an_article_that_was_moved_stays_where_it_was_moved_to(port: list[Article], rerun: Rerun) -> None:
    move(port[1], story_of(port[2]), editor())
    rerun()
    assert grouped(*port) == [0, 1, 1, 1]


@RUNS
def test_a_pinned_article_stays(port: list[Article], rerun: Rerun) -> None:
    move(port[3], story_of(port[0]), editor())
    pin(port[3], editor())
    undo(StoryDecision.objects.get(act="move"), editor())
    rerun()
    assert grouped(*port) == [0, 0, 1, 0]


@RUNS
def test_a_story_that_is_kept_as_it_is_takes_no_article(port: list[Article], rerun: Rerun) -> None:
    fix(story_of(port[0]), editor())
    rerun()
    later = [dam("radio", 5, after=4), dam("gazette", 6, after=5)]
    analyse()
    assert grouped(*port[:2], *later) == [0, 0, 1, 1]


def test_a_worker_that_is_running_hears_of_a_decision(port: list[Article]) -> None:
    worker = Analyst(Inline())
    first = dam("radio", 5, after=4)
    worker.work()
    fix(story_of(first), editor())
    second = dam("gazette", 6, after=5)
    worker.work()
    assert grouped(first, second) == [0, 1]


def test_a_decision_while_a_batch_is_in_hand_is_not_lost(port: list[Article], monkeypatch: pytest.MonkeyPatch) -> None:
    worker, later = Analyst(Inline()), dam("radio", 5, after=4)
    worker.grouping.window_for(port)
    Article.objects.filter(pk=port[1].pk).update(pending=True)
    read = worker._study

    def meanwhile(batch: list[Article]) -> object:
        if not StoryDecision.objects.exists():
            move(port[1], story_of(port[2]), editor())
            fix(story_of(port[0]), editor())
        return read(batch)

    monkeypatch.setattr(worker, "_study", meanwhile)
    worker.work()
    assert grouped(port[0], port[1], port[2]) == [0, 1, 1]
    assert story_of(later) != story_of(port[0])


def test_the_larger_story_keeps_its_address_and_the_other_leads_there(port: list[Article]) -> None:
    chess("radio", 5, after=4)
    analyse()
    small, large = story_of(port[0]), story_of(port[2])
    assert merge(small, large, editor()) == large
    small.refresh_from_db()
    assert (small.redirect_to, small.merged_by) == (large, StoryDecision.objects.get())


@pytest.mark.parametrize("act", ["merge", "split", "move", "pin", "fix"])
def test_what_was_undone_is_as_it_was(port: list[Article], act: str) -> None:
    before = [story_of(article) for article in port]
    acts: dict[str, Callable[[], object]] = {
        "merge": lambda: merge(before[0], before[2], editor()),
        "split": lambda: split(before[0], [port[0]], editor()),
        "move": lambda: move(port[0], before[2], editor()),
        "pin": lambda: pin(port[0], editor()),
        "fix": lambda: fix(before[0], editor()),
    }
    acts[act]()
    decision = StoryDecision.objects.get()
    undo(decision, editor())
    undo(decision, editor())
    assert [story_of(article) for article in port] == before
    again()
    assert [story_of(article) for article in port] == before
    assert Story.objects.filter(redirect_to__isnull=True, articles__isnull=True).count() == 0


def test_undoing_leaves_what_a_later_decision_holds(port: list[Article]) -> None:
    one, other = story_of(port[0]), story_of(port[2])
    merge(one, other, editor())
    first = StoryDecision.objects.get()
    part = split(story_of(port[1]), [port[1]], editor())
    undo(first, editor())
    assert [story_of(article) for article in port] == [one, part, other, other]


def test_a_story_that_is_left_empty_leads_to_where_its_article_went(port: list[Article]) -> None:
    lone = split(story_of(port[0]), [port[0]], editor())
    target = story_of(port[2])
    move(port[0], target, editor())
    assert Story.objects.get(pk=lone.pk).redirect_to == target
    undo(StoryDecision.objects.get(act="move"), editor())
    assert Story.objects.get(pk=lone.pk).redirect_to is None
    assert story_of(port[0]) == lone


def test_what_cannot_be_decided_is_said(port: list[Article]) -> None:
    story = story_of(port[0])
    with pytest.raises(InputError, match="one story already"):
        merge(story, story, editor())
    with pytest.raises(InputError, match="all articles were chosen"):
        split(story, port[:2], editor())
    with pytest.raises(InputError, match="not all of these"):
        split(story, port[1:3], editor())
    with pytest.raises(InputError, match="in that story already"):
        move(port[0], story, editor())
    assert not StoryDecision.objects.exists()
