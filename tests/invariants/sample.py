"""A hub whose sources have every kind of policy, each with marker words that tell what of them leaves.

For the tests of the invariants over every way out: pages, feeds, commands. Markers are words that occur nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.utils import timezone

from audiatur.hub.models import Article, Kinship, Side, Source, Statement, Story, Topic
from audiatur.hub.search.indexing import index_articles, index_names
from audiatur.provenance.values import Mode
from tests.hub.factories import (
    add_version,
    make_article,
    make_feed,
    make_source,
    make_speaker,
    make_statement,
    make_story,
    make_topic,
)

# Long enough that the lede fits whole and the deep text does not.
EXCERPT = 120
BARRED_IN = "XA"

# What may leave of each source, by kind of marker, for a reader whose jurisdiction is not known.
TITLE = frozenset({"title", "byline"})
ALL = frozenset({"title", "byline", "lede", "deep", "name", "term"})
ALLOWED: dict[str, frozenset[str]] = {
    "fullsource": ALL,
    "excerptsource": frozenset({"title", "byline", "lede"}),
    "linksource": TITLE,
    "nonesource": frozenset(),
    "pastsource": frozenset(),
    "pastlinksource": TITLE,
    "barredsource": ALL,
}
KINDS = ("title", "byline", "lede", "deep", "name", "old", "term")


def marker(kind: str, source: str) -> str:
    """The word that stands for one part of one source's article; in lower case, as answers are searched."""
    return f"{kind}zz{source}"


@dataclass
class Sample:
    """The rows of the sample hub."""

    topic: Topic
    sides: list[Side]
    sources: dict[str, Source] = field(default_factory=dict)
    articles: dict[str, Article] = field(default_factory=dict)
    story: Story | None = None
    merged: Story | None = None


def forbidden(source: str, jurisdiction: str, *, versions: bool = False) -> set[str]:
    """The markers of a source that no answer to a reader in a jurisdiction (empty: not known) may hold.

    ``versions`` is whether it is an answer that shows former versions, under the same policy.
    """
    barred = source == "barredsource" and jurisdiction == BARRED_IN
    allowed = frozenset() if barred else ALLOWED[source]
    allowed |= {"old"} if versions and "deep" in allowed else set()
    return {marker(kind, source) for kind in KINDS if kind not in allowed}


def leaks(body: str, jurisdiction: str, *, versions: bool = False) -> set[str]:
    """The markers in an answer that the reader's policies do not let out."""
    told = body.casefold()
    return {word for source in ALLOWED for word in forbidden(source, jurisdiction, versions=versions) if word in told}


def build_sample() -> Sample:
    """Fill the database."""
    now = timezone.now()
    topic, sides = make_topic("strait", "east", "west")
    sample = Sample(topic, sides)
    past = {"starts": now - timedelta(days=9), "ends": now - timedelta(days=2)}
    policies: dict[str, dict[str, object]] = {
        "fullsource": {},
        "excerptsource": {"mode": Mode.EXCERPT, "excerpt_chars": EXCERPT},
        "linksource": {"mode": Mode.LINK},
        "nonesource": {"mode": Mode.NONE},
        "pastsource": {"outside": Mode.NONE, **past},
        "pastlinksource": {"outside": Mode.LINK, **past},
        "barredsource": {"barred": BARRED_IN},
    }
    for number, (slug, policy) in enumerate(policies.items()):
        source = make_source(slug, sides=[sides[number % 2]], **policy)  # type: ignore[arg-type]
        make_feed(source)
        sample.sources[slug] = source
        sample.articles[slug] = _article(source, now - timedelta(hours=number + 1))
    sample.story = make_story("onestory", *sample.articles.values())
    sample.merged = make_story("mergedstory")
    sample.merged.redirect_to = sample.story
    sample.merged.save()
    _twin(sample, now)
    _likeness(sample, now)
    _neighbours(sample, now)
    index_articles(Article.objects.values_list("pk", flat=True))
    index_names()
    return sample


def _article(source: Source, published: datetime) -> Article:
    """An article with a marker in every part, an older version, two statements, and terms that it shares."""
    slug = source.slug
    words = {kind: marker(kind, slug) for kind in KINDS}
    lede = f"The {words['lede']} ferry talks resume."
    name = words["name"].capitalize()
    deep = f"{name} said that the harbour stays {words['deep']} shut. {words['term']} too."
    filler = "Nothing else of note was reported from the harbour on that long day. " * 3
    text = f"{lede}\n{filler}\n{deep}"
    article = make_article(
        source, f"Harbour {words['old']} first", f"{words['old']} {text}", published=published, byline=[words["old"]]
    )
    html = "".join(f"<p>{line}</p>" for line in text.split("\n"))
    article.latest = add_version(
        article,
        f"Harbour {words['title']} talks",
        text,
        seen=published + timedelta(minutes=5),
        byline=[words["byline"]],
        html=html,
        changed=["title", "body", "byline"],
    )
    # Terms of grouping come from the text, also from beyond what a reader may see.
    article.story_nearest, article.story_shared = article.uid, [words["term"], words["deep"]]
    article.categories = []
    article.save()
    make_statement(article, f"the harbour stays {words['deep']} shut", speaker=make_speaker(name))
    # In the title, by a speaker whom only the deep text names.
    speaker = article.latest.statements.get().speaker
    make_statement(article, f"Harbour {words['title']}", speaker=speaker, mention="Harbour", cue="")
    # One that the reader no longer finds, deep in the text; and one of the first version, which the newest has not.
    withdrawn = make_statement(article, f"{words['deep']} shut. {words['term']} too", speaker=speaker, cue="")
    Statement.objects.filter(pk=withdrawn.pk).update(state="withdrawn")
    first, newest = article.versions.get(number=1), article.latest
    article.latest = first
    make_statement(article, f"stays {words['deep']}", speaker=speaker, cue="")
    article.latest = newest
    return article


def _twin(sample: Sample, now: datetime) -> None:
    """A near-copy of each article at the open source, so that articles link to each other's copies."""
    for number, article in enumerate(list(sample.articles.values())):
        twin = make_article(
            sample.sources["fullsource"], f"Twin {number}", "A twin.", published=now - timedelta(minutes=number + 1)
        )
        twin.copy_of, twin.copy_kind = article, "copy"
        twin.save()


def _likeness(sample: Sample, now: datetime) -> None:
    """For each article one at the open source that is grouped with it by a word which both have deep in their text."""
    filler = "The fog stayed over the strait until the evening came. " * 8
    for number, (slug, article) in enumerate(list(sample.articles.items())):
        assert article.latest is not None
        word = marker("shared", slug)
        article.latest.text += f"\n{word}"
        article.latest.html += f"<p>{word}</p>"
        article.latest.save()
        published = now - timedelta(minutes=30 + number)
        alike = make_article(sample.sources["fullsource"], f"Alike {number}", f"{filler}\n{word}", published=published)
        alike.story, alike.story_nearest, alike.story_shared = sample.story, article.uid, [word]
        alike.save()


def _neighbours(sample: Sample, now: datetime) -> None:
    """For each source a story near the one that all tell, which only the source tells."""
    assert sample.story is not None
    for number, (slug, source) in enumerate(sample.sources.items()):
        told = f"Pilots {marker('title', slug)} wait"
        text = f"{'The pilots waited for the fog to lift. ' * 6}\n{marker('deep', slug)}"
        near = make_story(f"near{number}", make_article(source, told, text, published=now - timedelta(hours=20)))
        kind = "same" if number % 2 else "near"
        Kinship.objects.create(story=sample.story, other=near, kind=kind, likeness=0.5)
