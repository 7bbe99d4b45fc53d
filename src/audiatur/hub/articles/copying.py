"""Near-copies: found by index, linked, never dropped."""

from __future__ import annotations

from audiatur.hub.articles.models import Article, Band, Signature
from audiatur.hub.worker.study import Study

# Candidates looked at for one article: a wire text carried by everybody shares its bands with everybody.
CANDIDATES = 20


def link_copies(article: Article, found: Study) -> None:
    """Keep the article's signature, and link it to the earliest article that it repeats."""
    if found.signature is None:
        return
    Signature.objects.update_or_create(article=article, defaults={"value": bytes(found.signature)})
    Band.objects.filter(article=article).delete()
    Band.objects.bulk_create(Band(article=article, band=band) for band in found.bands)
    this = _copyable(article, found.signature, found.anatomy.original_source)
