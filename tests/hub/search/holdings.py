"""A small hub to search: invented outlets and articles, in several languages, indexed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from audiatur.hub.models import Article, Source
from audiatur.hub.search.indexing import index_articles, index_names
from audiatur.provenance.values import Mode
from tests.hub.factories import NOON, make_article, make_source, make_speaker, make_statement, make_story, make_topic

TEXTS = {
    "talks": ("en", "Ferry talks resume", "Negotiators met in Velgrad on Monday. The grain corridor stays open."),
    "grain": ("en", "Grain prices rise", "Merchants of Tavania pay 1,200 crowns a tonne, 3.5 per cent more."),
    "storm": ("en", "Storm closes harbour", "The storm shut the harbour. No ferry sailed. Talks were not held."),
    "deal": ("en", "A deal on the strait", "The corridor for grain was agreed. F-16 jets stayed on the ground."),
    "ru": ("ru", "Переговоры о проливе", "Министр заявил, что переговоры о зерне продолжатся в Велграде."),
    "uk": ("uk", "Зернові перевезення", "Україна й Таванія домовилися про коридори для зерна."),
    "de": ("de", "Gespräche über die Fähre", "Die Häfen bleiben geöffnet, sagte die Ministerin."),
    "fr": ("fr", "L'accord sur le détroit", "Les négociations se poursuivent à l'Élysée."),
    "es": ("es", "La negociación continúa", "El ejército espera las negociaciones del puerto."),
    "zh": ("zh", "海峡谈判继续", "塔瓦尼亚国的谷物走廊保持开放。"),
}


@dataclass
class Library:
    """The rows of the hub."""

    sources: dict[str, Source] = field(default_factory=dict)
    articles: dict[str, Article] = field(default_factory=dict)

    def names(self, rows: list[int]) -> list[str]:
        """The articles of some keys, by name."""
        by_key = {article.pk: name for name, article in self.articles.items()}
        return [by_key[row] for row in rows]


def build_library() -> Library:
    """Fill the database: two open outlets on two sides, articles an hour apart, the newest first in ``TEXTS``."""
    _, (east, west) = make_topic("strait", "east", "west")
    library = Library()
    library.sources = {"dawn": make_source("dawn", sides=[east]), "dusk": make_source("dusk", sides=[west])}
    for number, (name, (language, title, text)) in enumerate(TEXTS.items()):
        source = library.sources["dawn" if number % 2 == 0 else "dusk"]
        published = NOON - timedelta(hours=number)
        library.articles[name] = make_article(source, title, text, published=published, language=language)
    make_story("ferrystory", library.articles["talks"], library.articles["storm"])
    _say(library)
    index()
    return library


def _say(library: Library) -> None:
    vorel, minister = make_speaker("Ada Vorel"), make_speaker("Володимир Зеленовський")
    talks, ru = library.articles["talks"], library.articles["ru"]
    make_statement(talks, "The grain corridor stays open", speaker=vorel, mention="Negotiators", cue="")
    make_statement(ru, "переговоры о зерне продолжатся", speaker=minister, mention="Министр", cue="заявил")


def add_closed(library: Library, mode: Mode, text: str, title: str = "Ferry lamps") -> Article:
    """An article of an outlet of which only so much may leave."""
    source = make_source(f"outlet-{mode}", mode=mode, excerpt_chars=40)
    library.sources[str(mode)] = source
    article = make_article(source, title, text, published=NOON + timedelta(hours=1))
    library.articles[str(mode)] = article
    index()
    return article


def index() -> None:
    """Index everything."""
    index_articles(Article.objects.values_list("pk", flat=True))
    index_names()
