"""What the pages of speakers show. A name is shown only where the gate lets out a text in which it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import reduce
from operator import or_

from django.db.models import Case, Count, Exists, Max, OuterRef, Q, QuerySet, When
from django.urls import reverse

from audiatur.hub.articles.items import Item, items_of
from audiatur.hub.articles.models import Article, Version
from audiatur.hub.sources.standing import SideMark, Standing
from audiatur.hub.statements.editorial import Act, Decision
from audiatur.hub.statements.models import Speaker, Statement
from audiatur.hub.statements.shown import Shown, shown
from audiatur.provenance.values import Mode

SPEAKERS_ON_A_PAGE = 100
ARTICLES_ON_A_PAGE = 25
# Excerpts and titles that are read to see whether they name a speaker; who isn't in the newest of them isn't listed.
CHECKED = 1000
# The newest statements of a speaker that its page counts and leads through; all are in the speaker's ledger.
READ = 5000
# The order of all speakers of a hub is counted anew after so long; from so many speakers on, that is: 6,000 speakers of
# 800,000 statements take a fifth of a second.
RANKED_FOR, MANY = timedelta(minutes=5), 1000


@dataclass(frozen=True, slots=True)
class Listed:
    """A speaker in the list of speakers. ``type`` is empty where it is not settled."""

    name: str
    path: str
    type: str
    sides: tuple[SideMark, ...]


@dataclass(frozen=True, slots=True)
class Quoted:
    """A statement of a speaker with the article that reports it."""

    item: Item
    statement: Shown

    @property
    def path(self) -> str:
        """Where it stands in the article."""
        return f"{self.item.path}#s{self.statement.number}"


def grouped(told: Iterable[tuple[Item, Shown]]) -> list[tuple[Item, tuple[Shown, ...]]]:
    """Statements that follow each other in one article, under that article."""
    runs: list[tuple[Item, list[Shown]]] = []
    for item, statement in told:
        if not runs or runs[-1][0].pk != item.pk:
            runs.append((item, []))
        runs[-1][1].append(statement)
    return [(item, tuple(said)) for item, said in runs]


def perhaps(standing: Standing) -> QuerySet[Statement]:
    """Statements of latest versions that may be shown, as far as a table can tell: those of full text certainly.

    Of excerpts and links the gate decides on the article; here is left out what it can't let out.
    """
    by_limit: dict[int | None, list[int]] = defaultdict(list)
    for pk, limit in _limits(standing):
        by_limit[limit].append(pk)
    latest = Statement.objects.listed()
    reaching = [
        Q(source__in=sources) & (Q() if limit is None else Q(reach__lte=limit)) for limit, sources in by_limit.items()
    ]
    return latest.filter(reduce(or_, reaching)) if reaching else latest.none()


def _limits(standing: Standing) -> Iterator[tuple[int, int | None]]:
    """The sources of which something may leave, each with the characters of a text that may; None: all of it."""
    for pk, source in standing.sources.items():
        mode = standing.mode(pk)
        if mode is not Mode.NONE:
            chars = standing.gate.policy(source).excerpt_chars
            yield pk, {Mode.FULL: None, Mode.LINK: 0}.get(mode, chars)


def ranked(standing: Standing, among: QuerySet[Speaker] | None = None) -> list[tuple[int, bool]]:
    """The speakers of whom statements may perhaps be shown, most statements first; whether one certainly may.

    ``among`` narrows it down to some speakers; None: all. In a large hub the order of all is some minutes old.
    """
    if among is not None:
        return _ranked(standing, perhaps(standing).filter(speaker__in=among))
    now, limits = standing.gate.viewer.now, frozenset(_limits(standing))
    kept = _rankings.get(limits)
    if kept is not None and timedelta() <= now - kept[0] < RANKED_FOR:
        return kept[1]
    found = _ranked(standing, perhaps(standing).filter(speaker__isnull=False))
    if len(found) >= MANY:
        _rankings.clear()  # what was found under other limits is of former policies, or of another jurisdiction
        _rankings[limits] = (now, found)
    return found


_rankings: dict[frozenset[tuple[int, int | None]], tuple[datetime, list[tuple[int, bool]]]] = {}


def _ranked(standing: Standing, told: QuerySet[Statement]) -> list[tuple[int, bool]]:
    full = _full(standing)
    rows = told.order_by().values("speaker")
    counted = rows.annotate(number=Count("pk"), certain=Max(Case(When(source__in=full, then=1), default=0)))
    return [(row["speaker"], bool(row["certain"])) for row in counted.order_by("-number", "speaker")]


def listed(standing: Standing, candidates: Sequence[tuple[int, bool]]) -> list[Listed]:
    """Those of the candidates who are named in something that may be shown, in their order."""
    doubtful = [pk for pk, certain in candidates if not certain]
    spelt = _named(standing, doubtful) if doubtful else {}
    kept = [pk for pk, certain in candidates if certain or pk in spelt]
    spelt |= _spelt_in_full(standing, _misnamed(standing, [pk for pk, certain in candidates if certain]))
    rows = Speaker.objects.prefetch_related("sides").in_bulk(kept)
    renamed = set(Decision.objects.filter(act=Act.RENAME, speaker__in=kept).values_list("speaker", flat=True))
    return [
        Listed(
            row.name if row.pk in renamed else name_among(row.name, spelt.get(row.pk, ())),
            reverse("speaker", args=[row.slug]),
            row.type,
            sides_of(standing, row),
        )
        for row in (rows[pk] for pk in kept)
    ]


def name_among(name: str, spelt: Collection[str]) -> str:
    """The name of a speaker where it is spelt so in what may be shown, else the fullest spelling there."""
    return name if name in spelt or not spelt else max(sorted(spelt), key=len)


def shown_name_of(standing: Standing, speaker: Speaker) -> str | None:
    """The name under which a speaker may be shown; None where nothing may be shown that names them."""
    certain = Statement.objects.listed().filter(speaker=speaker, source__in=_full(standing)).exists()
    if not certain and not perhaps(standing).filter(speaker=speaker).exists():
        return None
    found = listed(standing, [(speaker.pk, certain)])
    return found[0].name if found else None


def _misnamed(standing: Standing, speakers: Sequence[int]) -> list[int]:
    """Those of the speakers whose own name stands in no article that may be shown in full."""
    rows = Statement.objects.listed().filter(speaker=OuterRef("pk"), name=OuterRef("name"), source__in=_full(standing))
    return list(Speaker.objects.filter(~Exists(rows), pk__in=speakers).order_by().values_list("pk", flat=True))


def _full(standing: Standing) -> list[int]:
    """The sources whose texts may be shown in full."""
    return [pk for pk in standing.sources if standing.mode(pk) is Mode.FULL]


def _spelt_in_full(standing: Standing, speakers: Sequence[int]) -> dict[int, set[str]]:
    """How the speakers are spelt in the articles that may be shown in full."""
    rows = Statement.objects.listed().filter(speaker__in=speakers, source__in=_full(standing))
    spelt: dict[int, set[str]] = defaultdict(set)
    for speaker, name in rows.order_by().values_list("speaker", "name").distinct():
        spelt[int(speaker)].add(name)
    return spelt


def _named(standing: Standing, speakers: Sequence[int]) -> dict[int, set[str]]:
    """Which of the speakers the newest excerpts and titles that may be shown name in full, and how."""
    rows = perhaps(standing).filter(speaker__in=speakers).order_by("-published")
    told = quoted(standing, list(rows.values_list("version__article", flat=True)[:CHECKED]))
    spelt: dict[str, set[str]] = defaultdict(set)
    for one in told:
        if one.statement.speaker_path and one.statement.speaker:
            spelt[one.statement.speaker_path].add(one.statement.speaker)
    slugs = {reverse("speaker", args=[slug]): pk for pk, slug in _slugs(speakers)}
    return {slugs[path]: names for path, names in spelt.items() if path in slugs}


def _slugs(speakers: Sequence[int]) -> Iterable[tuple[int, str]]:
    return Speaker.objects.filter(pk__in=speakers).values_list("pk", "slug")


def sides_of(standing: Standing, speaker: Speaker) -> tuple[SideMark, ...]:
    """The sides that the editor puts a speaker on; needs its ``sides``."""
    return tuple(standing.side(side.pk) for side in speaker.sides.all())


@dataclass(frozen=True, slots=True)
class Said:
    """A statement of a speaker, before any text is loaded: the key of its version, its source, and when it appeared."""

    version: int
    source: int
    published: datetime


def said_by(standing: Standing, speaker: Speaker) -> list[Said]:
    """The newest statements of a speaker that may perhaps be shown, newest first; of a larger number ``READ``."""
    rows = perhaps(standing).filter(speaker=speaker).order_by("-published", "-version_id")
    columns = rows.values_list("version_id", "source_id", "published")[:READ]
    return [Said(version, source, when) for version, source, when in columns if when is not None]


def quoted(standing: Standing, articles: Sequence[int], speaker: Speaker | None = None) -> list[Quoted]:
    """The statements that may be shown of some articles, newest article first; of one speaker where one is given."""
    return _quoted(standing, Article.objects.filter(pk__in=articles), speaker)


def quoted_in(standing: Standing, versions: Sequence[int], speaker: Speaker) -> list[Quoted]:
    """The same of the articles whose latest versions these are; one that changed since is left out."""
    return _quoted(standing, newest_of(versions), speaker)


def newest_of(versions: Sequence[int]) -> QuerySet[Article]:
    """The articles whose latest versions are among these; asked for by their keys, for ``latest`` has no index."""
    articles = Version.objects.filter(pk__in=versions).order_by().values("article")
    return Article.objects.filter(pk__in=articles, latest__in=versions)


def _quoted(standing: Standing, articles: QuerySet[Article], speaker: Speaker | None) -> list[Quoted]:
    items, _ = items_of(standing, articles)
    latest = Article.objects.filter(pk__in=[item.pk for item in items]).values("latest")
    rows = Statement.objects.told().filter(version__in=latest).select_related("speaker", "version")
    by_article: dict[int, list[Statement]] = defaultdict(list)
    for row in rows.defer("version__text", "version__html").prefetch_related("speaker__sides"):
        by_article[row.version.article_id].append(row)
    path = reverse("speaker", args=[speaker.slug]) if speaker else None
    return [
        Quoted(item, statement)
        for item in items
        for statement in shown(standing, item.released, by_article[item.pk])
        if path is None or statement.speaker_path == path
    ]
