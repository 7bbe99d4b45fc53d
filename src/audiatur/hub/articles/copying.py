"""Near-copies: found by index, judged word by word, linked, never dropped."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Count

from audiatur.articles.copies import Copyable, Link, judge
from audiatur.hub.articles.models import Article, Band

# Candidates judged for one article: a wire text that everybody carries shares its bands with everybody.
CANDIDATES = 20


def link_copies(article: Article, *, body: str, bands: Sequence[int], origin: str | None) -> None:
    """Keep the article's bands and link it with the article that it repeats, or that repeats it.

    The caller stores ``article``; the other row is stored here. An article that is linked already stays as it is.
    """
    Band.objects.filter(article=article).exclude(band__in=bands).delete()
    Band.objects.bulk_create((Band(article=article, band=band) for band in bands), ignore_conflicts=True)
    if article.copy_of_id is not None or not bands:
        return
    this = _copyable(article, body, origin)
    for other in _candidates(article, bands):
        link = judge(this, _copyable(other, *_other(other)))
        if link is None:
            continue
        if link.copy == article.uid:
            _link(article, other, link)
            return
        if other.copy_of_id is None and not other.copies.exists():
            _link(other, article, link)
            other.save(update_fields=("copy_of", "copy_kind", "copy_reason", "copy_share"))


def _candidates(article: Article, bands: Sequence[int]) -> Sequence[Article]:
    """The articles that share most bands, the earliest first among equals."""
    counted = Band.objects.filter(band__in=bands).exclude(article=article).values("article")
    likely = counted.annotate(shared=Count("pk")).order_by("-shared", "article")[:CANDIDATES]
    order = {row["article"]: place for place, row in enumerate(likely)}
    rows = Article.objects.filter(pk__in=order).select_related("source", "latest", "latest__anatomy", "copy_of")
    return sorted(rows, key=lambda row: order[row.pk])


def _other(article: Article) -> tuple[str, str | None]:
    """The text and the named origin of an article that was analysed before."""
    latest = article.latest
    if latest is None:
        return "", None
    anatomy = getattr(latest, "anatomy", None)
    named = anatomy.original_source["name"] if anatomy is not None and anatomy.original_source else None
    return latest.text, named


def _copyable(article: Article, text: str, origin: str | None) -> Copyable:
    return Copyable(
        id=article.uid,
        outlet=article.source.slug,
        text=text,
        url=article.url or None,
        published=article.published,
        seen=article.first_seen,
        outlet_names=(article.source.name, article.source.slug),
        origin=origin,
    )


def _link(copy: Article, original: Article, link: Link) -> None:
    """Point at the first original, so that links never form a chain."""
    copy.copy_of = original.copy_of or original
    copy.copy_kind = link.kind
    copy.copy_reason = link.reason
    copy.copy_share = link.share
