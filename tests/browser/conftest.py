"""A real Chromium and a filled hub for it to read."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import setup_databases, teardown_databases
from playwright.sync_api import Browser, sync_playwright
from pytest_django.plugin import DjangoDbBlocker

from audiatur.hub.models import Anatomy, Article, Statement
from audiatur.hub.statements.deciding import Hand, correct
from audiatur.hub.statements.editorial import Field
from audiatur.provenance.values import Mode
from tests.browser.serving import Served, served
from tests.hub.factories import (
    NOON,
    add_version,
    hours,
    make_article,
    make_feed,
    make_source,
    make_speaker,
    make_statement,
    make_story,
    make_topic,
)

TEXT = (
    "Ilka Maro said the harbour of Tavania will open again on Monday morning.\nRead more\n"
    "The minister told reporters that nobody had been hurt. A second ship waits outside."
)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser of this machine."""
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("no chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def database(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[DjangoDbBlocker]:
    """The database of the tests, made here where no test of the run asks pytest-django for one."""
    held = connection.settings_dict
    with django_db_blocker.unblock():
        made = [] if held["NAME"] == held["TEST"]["NAME"] else setup_databases(verbosity=0, interactive=False)
    yield django_db_blocker
    with django_db_blocker.unblock():
        teardown_databases(made, verbosity=0)


@pytest.fixture(scope="module")
def hub(database: DjangoDbBlocker) -> Iterator[Served]:
    """A hub with one page of each kind, each with everything that it can show."""
    with served(database, fill) as filled:
        yield filled


def fill() -> dict[str, str]:
    """Fill the database; the paths of the pages by what they are."""
    _, sides = make_topic("strait", "east", "west")
    modes = {"east-post": Mode.FULL, "west-post": Mode.FULL, "west-times": Mode.EXCERPT, "link-post": Mode.LINK}
    speaker = make_speaker("Ilka Maro")
    speaker.sides.add(sides[0])
    told = []
    for number, (slug, mode) in enumerate(modes.items()):
        source = make_source(slug, mode=mode, sides=[sides[slug.startswith("west")]])
        make_feed(source)
        article = make_article(source, f"Harbour opens, says {slug}", TEXT, published=NOON + hours(number / 4))
        told.append(_read(article, speaker.name))
    make_story("one", *told)
    make_article(make_source("lone-post"), "Гавань открыта", "Одна строка.", language="ru")
    shut = make_article(make_source("shut-post", mode=Mode.NONE), "Never shown")
    told_one = _corrected(told[0])
    return {
        "front": "/",
        "story": "/stories/one/",
        "article": f"/articles/{told[0].uid}/",
        "excerpt": f"/articles/{told[2].uid}/",
        "refused": f"/articles/{shut.uid}/",
        "sources": "/sources/",
        "source": "/sources/east-post/",
        "speakers": "/speakers/",
        "speaker": "/speakers/ilka-maro/",
        "topic": "/topics/strait/",
        "side": "/topics/strait/sides/east/",
        "about": "/about/",
        "method": "/method/",
        "missing": "/nothing/",
        "statement": f"/statements/{told_one}/",
        "report": f"/statements/{told_one}/report/",
        "received": f"/statements/{told_one}/report/?received",
        "ledger": "/stories/one/statements/",
        "filtered": "/stories/one/statements/?side=strait/east&kind=indirect&from=2020-01-01",
        "speaker_ledger": "/speakers/ilka-maro/statements/",
        "topic_ledger": "/topics/strait/statements/",
    }


def _corrected(article: Article) -> str:
    """The id of a statement of the article that an editor corrected."""
    row = Statement.objects.filter(version=article.latest).first()
    assert row is not None
    hand = Hand(User.objects.create_superuser("alice"), NOON)
    correct(row, Field.DATE, {"date": "2025-05-05", "date_text": None}, hand, "the outlet says so")
    return row.uid


def _read(article: Article, name: str) -> Article:
    """The article with a second version, its anatomy and its statements."""
    from audiatur.hub.models import Speaker

    title = article.latest.title if article.latest else ""
    article.latest = add_version(article, title, TEXT, seen=NOON + hours(3), changed=["body"])
    article.story_shared, article.story_nearest = ["harbour"], article.uid
    article.save()
    start = article.latest.reading.index("Read more")
    furniture = [{"start": start, "end": start + 9, "text": "Read more"}]
    Anatomy.objects.create(version=article.latest, furniture=furniture)
    speaker = Speaker.objects.get(name=name)
    make_statement(article, "the harbour of Tavania will open again on Monday morning", speaker=speaker)
    make_statement(article, "nobody had been hurt", mention="The minister", cue="told")
    return article
