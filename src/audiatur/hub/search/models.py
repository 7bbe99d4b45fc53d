"""What is in the index, as tables: for each article and statement how it was indexed, and how new it is.

The terms themselves are in tables of the database's own kind (``store``), under the same keys. Everything here is made
from articles and statements and can be made again.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from audiatur.hub.articles.models import Article
from audiatur.hub.sources.models import Source
from audiatur.hub.statements.models import Statement


class IndexedArticle(models.Model):
    """An article in the index. ``full``: its whole text is; ``excerpt``: how long an excerpt of it, 0 for none."""

    key = models.BigIntegerField(primary_key=True, help_text="Grows with the date of publication (store.key_of).")
    article = models.OneToOneField(Article, on_delete=models.CASCADE, related_name="indexed")
    version = models.BigIntegerField(help_text="The key of the version whose words are indexed.")
    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="+", db_index=False)
    language = models.CharField(max_length=3, blank=True)
    full = models.BooleanField()
    excerpt = models.PositiveIntegerField()

    class Meta:
        """Indexes."""

        indexes = [
            models.Index(fields=("source", "full", "excerpt"), name="indexed_how"),
            models.Index(fields=("source", "-key"), name="indexed_of_source"),
        ]

    def __str__(self) -> str:
        return str(self.article_id)


class Level(models.IntegerChoices):
    """How much of an article a reader must be allowed to see for one of its statements."""

    TITLE = 0
    EXCERPT = 1
    FULL = 2


class IndexedStatement(models.Model):
    """A statement in the index, and how much must be released for it; ``excerpt`` is that of its article."""

    key = models.BigIntegerField(primary_key=True, help_text="Grows with the date of publication (store.key_of).")
    statement = models.OneToOneField(Statement, on_delete=models.CASCADE, related_name="indexed")
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="+")
    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="+", db_index=False)
    language = models.CharField(max_length=3, blank=True)
    class_name = models.CharField(max_length=12)
    level = models.PositiveSmallIntegerField(choices=Level)
    excerpt = models.PositiveIntegerField()

    class Meta:
        """Indexes and integrity."""

        indexes = [models.Index(fields=("source", "-key"), name="indexed_said_by_source")]
        constraints = [models.CheckConstraint(condition=Q(level__in=Level.values), name="indexed_level_known")]

    def __str__(self) -> str:
        return str(self.statement_id)
