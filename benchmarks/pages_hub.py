"""A hub of any size, made by seed, for the benchmark of pages: ``python -m benchmarks.pages_hub ARTICLES PLACES``.

Everything is invented: words of syllables, outlets and people named by them. An article has a text of some 1,500
characters and about eight statements whose spans stand where they say; every seventh has a second version; a third of
the articles begin a story, the sizes of stories have a long tail. The database is that of the environment, and empty.
What the readers of the benchmark ask for is written to PLACES as JSON.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path

SEED = 7
# The last moment of the hub, and how far back it reaches; both fixed, so that a hub can be kept between runs.
END, DAYS = datetime(2031, 6, 30, tzinfo=UTC), 365
SOURCES, FEEDS_OF_EACH, SPEAKERS = 60, 5, 6_000
TOPICS = {"strait": ("east", "west"), "delta": ("north", "south", "islands")}
STATEMENTS, PLAIN = 8, 6
# Articles are made and stored so many at a time.
BATCH = 1_000
# Stories that readers ask for: as many of one article as of several, none larger than a page can show.
ASKED, LARGEST = 400, 120
# The worker looks this far back; where vectors were missing there, it would first make them.
MEANT = timedelta(days=7)


@dataclass(slots=True)
class Drawn:
    """What is drawn before any article: the words, the people, the stories still growing."""

    random: random.Random
    words: list[str] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    name_weights: list[float] = field(default_factory=list)

    @classmethod
    def of(cls, seed: int) -> Drawn:
        """From a seed; words and people come as often as in any language: the next half as often as the last."""
        drawn = random.Random(seed)  # noqa: S311 - to be repeatable
        told = cls(drawn, words=[_word(drawn, 2) for _ in range(6_000)])
        told.weights = list(accumulate(1 / (rank + 8) for rank in range(len(told.words))))
        names = {f"{_word(drawn, 2).title()} {_word(drawn, 3).title()}" for _ in range(SPEAKERS)}
        told.names = sorted(names)
        told.name_weights = list(accumulate(1 / (rank + 20) for rank in range(len(told.names))))
        return told

    def sentence(self, length: int) -> str:
        """So many words."""
        return " ".join(self.random.choices(self.words, cum_weights=self.weights, k=length))


def _word(drawn: random.Random, syllables: int) -> str:
    return "".join(drawn.choice("bdfgklmnprstvz") + drawn.choice("aeiou") for _ in range(syllables))


@dataclass(frozen=True, slots=True)
class Said:
    """A statement in a text: whose (by number), its words and name as spans of title, line break and text."""

    who: int
    start: int
    end: int
    name: tuple[int, int]
    quoted: bool


@dataclass(frozen=True, slots=True)
class Written:
    """An article's words, and where its statements stand in them."""

    title: str
    text: str
    said: tuple[Said, ...]


def written(drawn: Drawn) -> Written:
    """An article: a title, and sentences of which about eight report what somebody says."""
    title = drawn.sentence(7).capitalize()
    parts: list[str] = []
    said: list[Said] = []
    at = len(title) + 1
    count = max(0, round(drawn.random.gauss(STATEMENTS, 3)))
    chance = count / (count + PLAIN)
    for _ in range(count + PLAIN):
        words = drawn.sentence(14)
        if len(said) < count and drawn.random.random() < chance:
            who = drawn.random.choices(range(len(drawn.names)), cum_weights=drawn.name_weights)[0]
            quoted = drawn.random.random() < 0.4
            words = f"“{words}”" if quoted else f"that {words}"
            line = f"{drawn.names[who]} said {words}."
            begun = at + line.index(words)
            said.append(Said(who, begun, begun + len(words), (at, at + len(drawn.names[who])), quoted))
        else:
            line = f"{words.capitalize()}."
        parts.append(line)
        at += len(line) + 1
    return Written(title, "\n".join(parts), tuple(said))


def stories(drawn: Drawn, articles: int) -> list[tuple[int, int]]:
    """The story and the hour of each article, in order of time: story by number, hour from the first."""
    placed: list[tuple[int, int]] = []
    number = 0
    while len(placed) < articles:
        begun = drawn.random.randrange(DAYS * 24)
        size = min(LARGEST, int(drawn.random.paretovariate(1.1)), articles - len(placed))
        placed += [(number, min(DAYS * 24 - 1, begun + int(drawn.random.expovariate(1 / 10)))) for _ in range(size)]
        number += 1
    return sorted(placed, key=lambda pair: (pair[1], pair[0]))


def make_register() -> list[int]:
    """The sources with their evidence, policies, feeds and sides; the keys of the sources."""
    from audiatur.hub.models import Claim, Feed, Policy, Side, Source, Topic
    from audiatur.provenance.values import ClaimField, Mode

    sides = []
    for place, (slug, names) in enumerate(TOPICS.items()):
        topic = Topic.objects.create(slug=slug, name=slug.title(), description=f"What {slug} is about.", position=place)
        sides += [
            Side.objects.create(topic=topic, slug=name, name=name.title(), position=number)
            for number, name in enumerate(names)
        ]
    modes = [Mode.FULL] * 7 + [Mode.EXCERPT] * 2 + [Mode.LINK]
    keys = []
    for number in range(SOURCES):
        source = Source.objects.create(
            slug=f"outlet-{number}", name=f"Outlet {number}", homepage=f"https://outlet{number}.example/", created=END
        )
        mode = Mode.NONE if number == SOURCES - 1 else modes[number % len(modes)]
        Policy.objects.create(source=source, mode=mode)
        for name, value in ((ClaimField.OWNER, f"Owner {number}"), (ClaimField.COUNTRY, f"Country {number % 9}")):
            cited = f"https://registry.example/{number}"
            Claim.objects.create(source=source, field=name, value=value, source_url=cited, asserted_by="the editor")
        for part in range(FEEDS_OF_EACH):
            Feed.objects.create(source=source, url=f"http://127.0.0.1:1/{number}/{part}", next_poll=END)
        if number % 6:  # every sixth outlet is on no side
            sides[number % len(sides)].sources.add(source)
        keys.append(source.pk)
    return keys


def make_speakers(drawn: Drawn) -> list[int]:
    """The speakers with their names; their keys, in the order of the names."""
    from audiatur.hub.models import Speaker
    from audiatur.hub.rows import insert
    from audiatur.hub.statements.models import SpeakerName
    from audiatur.hub.statements.speaking import parted, speaker_key

    rows = [(name.lower().replace(" ", "-"), name, "person") for name in drawn.names]
    keys = insert(Speaker, ("slug", "name", "type"), rows)
    blocks = [key.blocks if (key := parted(name)) is not None else ("", "") for name in drawn.names]
    named = [
        (pk, name, speaker_key(name), *block, "reader")
        for pk, name, block in zip(keys, drawn.names, blocks, strict=True)
    ]
    insert(SpeakerName, ("speaker_id", "spelling", "key", "surname", "plain", "by"), named)
    return keys


def make_stories(placed: Sequence[tuple[int, int]]) -> tuple[list[int], list[str]]:
    """The rows of the stories; keys and ids by number."""
    from audiatur.hub.models import Story
    from audiatur.hub.rows import insert

    hours: dict[int, list[int]] = {}
    for story, hour in placed:
        hours.setdefault(story, []).append(hour)
    begun = END - timedelta(days=DAYS)
    names = [f"story{number:011}" for number in range(len(hours))]
    rows = [
        (name, END, begun + timedelta(hours=hours[number][0]), begun + timedelta(hours=hours[number][-1]), "en")
        for number, name in enumerate(names)
    ]
    return insert(Story, ("uid", "created", "first_published", "last_published", "language"), rows), names


@dataclass(frozen=True, slots=True)
class Shelf:
    """The keys that articles refer to."""

    sources: list[int]
    speakers: list[int]
    stories: list[int]


def make_articles(drawn: Drawn, shelf: Shelf, placed: Sequence[tuple[int, int]]) -> None:
    """Every article with its entry, versions and statements, a batch at a time, each in one transaction."""
    from django.db import transaction

    for start in range(0, len(placed), BATCH):
        with transaction.atomic():
            _batch(drawn, shelf, start, placed[start : start + BATCH])
        if start % 20_000 == 0:
            print(f"  {start} of {len(placed)} articles made", file=sys.stderr, flush=True)


def _batch(drawn: Drawn, shelf: Shelf, start: int, placed: Sequence[tuple[int, int]]) -> None:
    from audiatur.hub.articles.intake import VERSION
    from audiatur.hub.articles.models import Article, Entry, Version
    from audiatur.hub.rows import insert, update

    texts = [written(drawn) for _ in placed]
    begun = END - timedelta(days=DAYS)
    dates = [begun + timedelta(hours=hour, minutes=drawn.random.randrange(60)) for _, hour in placed]
    owners = [shelf.sources[drawn.random.randrange(SOURCES)] for _ in placed]
    numbers = range(start, start + len(placed))
    entries = insert(
        Entry,
        ("source_id", "guid", "key", "digest", "first_seen", "last_seen"),
        [
            (owner, f"g{n}", f"{n:064x}", "0" * 64, date, date)
            for owner, n, date in zip(owners, numbers, dates, strict=True)
        ],
    )
    columns = ("uid", "source_id", "entry_id", "url", "published", "first_seen", "categories", "page_due", "pending")
    places = ("story_id", "story_nearest", "story_shared", "copy_kind", "copy_reason")
    articles = insert(
        Article,
        columns + places,
        [
            (
                *(f"article{n:09}", owner, entry, f"https://outlet.example/{n}", date, date, [], False, False),
                *(shelf.stories[story], "", [], "", ""),
            )
            for n, owner, entry, date, (story, _) in zip(numbers, owners, entries, dates, placed, strict=True)
        ],
    )
    rows: list[tuple[object, ...]] = []
    for article, told, date in zip(articles, texts, dates, strict=True):
        earlier = drawn.random.random() < 1 / 7
        if earlier:
            rows.append((article, 1, date, "feed", told.title, [], told.text[:200], "", "en", "0" * 64, []))
        html = "".join(f"<p>{line}</p>" for line in told.text.split("\n"))
        state: tuple[object, ...] = (
            article,
            1 + earlier,
            date,
            "feed",
            told.title,
            [],
            told.text,
            html,
            "en",
            "0" * 64,
            [],
        )
        rows.append(state)
    keys = insert(Version, VERSION, rows)
    newest = {row[0]: key for row, key in zip(rows, keys, strict=True)}  # the later row of an article counts
    update(Article, ("latest_id",), [(article, (newest[article],)) for article in articles])
    versions = [newest[article] for article in articles]
    _statements(drawn, shelf, start, versions, texts, list(zip(owners, dates, strict=True)))
    _meanings(drawn, articles, dates)


_COLUMNS = (
    *("uid", "version_id", "index", "state", "found_by", "speaker_id", "kind", "class_name", "name", "role"),
    *("speaker_type", "mention", "cue", "content", "quoted", "date", "inherited", "confidence", "reach", "derived"),
    *("source_id", "published", "newest"),
)


def _statements(
    drawn: Drawn,
    shelf: Shelf,
    start: int,
    versions: Sequence[int],
    texts: Sequence[Written],
    placed: Sequence[tuple[int, datetime]],
) -> None:
    """Of a batch of articles; ``placed`` are their sources and dates."""
    from audiatur.hub.models import Statement
    from audiatur.hub.rows import insert

    insert(
        Statement,
        _COLUMNS,
        [
            row
            for number, (version, told, place) in enumerate(zip(versions, texts, placed, strict=True), start=start)
            for row in _rows_of(drawn, shelf, number, version, told, place)
        ],
    )


def _rows_of(
    drawn: Drawn, shelf: Shelf, number: int, version: int, told: Written, placed: tuple[int, datetime]
) -> Iterator[tuple[object, ...]]:
    reading, offset = f"{told.title}\n{told.text}", len(told.title) + 1

    def span(start: int, end: int) -> dict[str, object]:
        return {"start": start, "end": end, "text": reading[start:end]}

    for index, one in enumerate(told.said):
        cue = span(one.name[1] + 1, one.name[1] + 5)
        kind, class_ = ("direct" if one.quoted else "indirect"), drawn.random.choice(("speech",) * 8 + ("document",))
        content = [span(one.start, one.end)]
        name = drawn.names[one.who]
        yield (
            *(
                f"{number * 64 + index:016x}",
                version,
                index,
                "current",
                "reader",
                shelf.speakers[one.who],
                kind,
                class_,
            ),
            *(name, "", "person", span(*one.name), cue, content, content if one.quoted else [], ""),
            *(False, 0.9, one.end - offset, {}, *placed, True),
        )


def _meanings(drawn: Drawn, articles: Sequence[int], dates: Sequence[datetime]) -> None:
    """Vectors of the newest articles, as the worker keeps them: it would make those that are missing first."""
    from audiatur.hub.stories.editorial import Meaning
    from audiatur.models.encoder import SIZE

    Meaning.objects.bulk_create(
        Meaning(article_id=article, vector=drawn.random.randbytes(SIZE))
        for article, date in zip(articles, dates, strict=True)
        if date > END - MEANT
    )


def places_of(drawn: Drawn, placed: Sequence[tuple[int, int]], names: Sequence[str]) -> dict[str, list[str]]:
    """What readers ask for, by the kind of page."""
    sizes: dict[int, int] = {}
    for story, _ in placed:
        sizes[story] = sizes.get(story, 0) + 1
    several = [story for story, size in sizes.items() if size > 1]
    single = [story for story, size in sizes.items() if size == 1]
    asked = drawn.random.sample(several, min(ASKED // 2, len(several)))
    asked += drawn.random.sample(single, min(ASKED // 2, len(single)))
    days = [(END - timedelta(days=1 + drawn.random.randrange(DAYS - 1))).date().isoformat() for _ in range(40)]
    people = [name.lower().replace(" ", "-") for name in drawn.names]
    asked_of = [*people[:10], *drawn.random.sample(people, 40)]
    sides = [f"/topics/{topic}/sides/{side}/" for topic, found in TOPICS.items() for side in found]
    articles = [f"/articles/article{drawn.random.randrange(len(placed)):09}/" for _ in range(200)]
    terms = [" ".join(drawn.random.choices(drawn.words, cum_weights=drawn.weights, k=2)) for _ in range(60)]
    return {
        "front": ["/"] * 20 + [f"/?day={day}" for day in days] + [f"/?day={days[0]}&page=2", "/?topic=strait"],
        "story": [f"/stories/{names[story]}/" for story in asked],
        "article": articles,
        "topic": [f"/topics/{topic}/" for topic in TOPICS],
        "side": sides,
        "source": [f"/sources/outlet-{number}/" for number in range(SOURCES - 1)],
        "sources": ["/sources/"],
        "speaker": [f"/speakers/{slug}/" for slug in asked_of],
        "speakers": ["/speakers/"],
        "story ledger": [f"/stories/{names[story]}/statements/" for story in asked[:60]],
        "speaker ledger": [f"/speakers/{slug}/statements/" for slug in asked_of[:20]],
        "topic ledger": ["/topics/strait/statements/", "/topics/strait/statements/?side=strait/east&class=speech"],
        "search": [f"/search/?q={term.replace(' ', '+')}" for term in terms],
    }


def main(articles: int, places: Path) -> None:
    """Make the hub in the database of the environment."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from audiatur.hub.search.indexing import catch_up

    call_command("migrate", verbosity=0)
    drawn = Drawn.of(SEED)
    placed = stories(drawn, articles)
    sources, speakers = make_register(), make_speakers(drawn)
    keys, names = make_stories(placed)
    make_articles(drawn, Shelf(sources, speakers, keys), placed)
    catch_up()
    with connection.cursor() as cursor:
        # Every twelfth article that is not the first of its story has the words of the first.
        cursor.execute(
            "UPDATE hub_article SET copy_of_id = first.pk, copy_kind = 'copy' FROM (SELECT story_id, MIN(id) AS pk "
            "FROM hub_article GROUP BY story_id) AS first WHERE hub_article.story_id = first.story_id "
            "AND hub_article.id % 12 = 0 AND hub_article.id <> first.pk"
        )
        cursor.execute("ANALYZE")
    places.write_text(json.dumps(places_of(drawn, placed, names)))


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
