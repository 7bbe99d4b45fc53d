"""Entries, articles and versions as tables. What was once stored here is never overwritten or deleted."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from audiatur.hub.sources.models import Feed, Source
from audiatur.hub.stories.models import Story


class Entry(models.Model):
    """An item as delivered; keyed by its source and the digest of its id, so that mirrors deliver the same entry."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="entries", db_index=False)
    feed = models.ForeignKey(
        Feed,
        on_delete=models.PROTECT,
        related_name="entries",
        null=True,
        db_index=False,
        help_text="That delivered it first.",
    )
    guid = models.TextField()
    key = models.CharField(max_length=64, help_text="SHA-256 of the id, so that any length can be unique.")
    digest = models.CharField(max_length=64, help_text="Of the content as last delivered.")
    first_seen = models.DateTimeField()
    last_seen = models.DateTimeField()

    class Meta:
        """Integrity."""

        verbose_name_plural = "entries"
        constraints = [models.UniqueConstraint(fields=("source", "key"), name="entry_once_per_source")]

    def __str__(self) -> str:
        return self.guid


class Delivery(models.Model):
    """An entry as a further feed of the source delivers it: so that two feeds that differ make no endless versions."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="deliveries")
    feed = models.ForeignKey(Feed, on_delete=models.PROTECT, related_name="deliveries")
    digest = models.CharField(max_length=64)

    class Meta:
        """Integrity."""

        verbose_name_plural = "deliveries"
        constraints = [models.UniqueConstraint(fields=("entry", "feed"), name="delivery_once_per_feed")]

    def __str__(self) -> str:
        return f"{self.entry_id} by {self.feed_id}"


class CopyKind(models.TextChoices):
    """How an article repeats an earlier one."""

    COPY = "copy"
    SYNDICATED = "syndicated"


class Article(models.Model):
    """The work. Its states are its versions; ``latest`` is the newest."""

    uid = models.CharField(max_length=20, unique=True, help_text="Part of its address; made from source and id.")
    # Without indexes of their own are the columns that begin an index below: each costs a write per new article.
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="articles", db_index=False)
    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="article")
    url = models.TextField(blank=True, help_text="At the outlet; empty where the entry has no link.")
    published = models.DateTimeField(help_text="As the outlet says, else when it was first seen.")
    first_seen = models.DateTimeField()
    categories = models.JSONField(default=list)
    latest = models.ForeignKey("Version", on_delete=models.PROTECT, related_name="+", null=True, db_index=False)
    page_due = models.BooleanField(default=False, help_text="Its page is still to be fetched.")
    pending = models.BooleanField(default=True, help_text="Its latest version is still to be analysed.")
    story = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="articles", null=True, db_index=False)
    story_at = models.DateTimeField(null=True, help_text="When it was put into its story.")
    story_score = models.FloatField(null=True)
    story_nearest = models.CharField(max_length=20, blank=True)
    story_shared = models.JSONField(default=list)
    story_reason = models.JSONField(null=True, help_text="The kinds of evidence that weighed most, in words.")
    copy_of = models.ForeignKey("self", on_delete=models.PROTECT, related_name="copies", null=True)
    copy_kind = models.CharField(max_length=10, choices=CopyKind, blank=True)
    copy_reason = models.CharField(max_length=20, blank=True)
    copy_share = models.FloatField(null=True, help_text="Share of the shorter text's word triples found in the other.")

    class Meta:
        """Order, indexes and integrity."""

        ordering = ("-published", "-id")
        indexes = [
            models.Index(fields=("-published", "-id"), name="article_newest"),
            models.Index(fields=("source", "-published"), name="article_of_source"),
            models.Index(fields=("story", "published"), name="article_of_story"),
            models.Index(fields=("published", "id"), condition=Q(pending=True), name="article_pending"),
            models.Index(fields=("id",), condition=Q(page_due=True), name="article_page_due"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(copy_of=models.F("id")), name="article_no_copy_of_itself"),
        ]

    def __str__(self) -> str:
        return self.uid


class Origin(models.TextChoices):
    """Where a version's words came from."""

    FEED = "feed"
    PAGE = "page"
    FILE = "file"


class Version(models.Model):
    """A state of the article that was seen. Written once."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="versions", db_index=False)
    number = models.PositiveIntegerField()
    seen = models.DateTimeField()
    origin = models.CharField(max_length=4, choices=Origin)
    title = models.TextField(blank=True)
    byline = models.JSONField(default=list)
    text = models.TextField(blank=True)
    html = models.TextField(blank=True)
    language = models.CharField(max_length=3, blank=True)
    digest = models.CharField(max_length=64)
    changed = models.JSONField(default=list, help_text="Which of title, byline and body differ from the one before.")

    class Meta:
        """Order and integrity."""

        ordering = ("article", "number")
        constraints = [
            models.UniqueConstraint(fields=("article", "number"), name="version_numbers_unique"),
            models.CheckConstraint(condition=Q(number__gte=1), name="version_numbers_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.article_id}v{self.number}"

    @property
    def reading(self) -> str:
        """What statements are read from: the title as a line of its own, then the text."""
        return f"{self.title}\n{self.text}" if self.title else self.text


class Anatomy(models.Model):
    """What in a version's ``reading`` is article and what is not; made by analysis, so it can be made again."""

    version = models.OneToOneField(Version, on_delete=models.PROTECT, related_name="anatomy")
    furniture = models.JSONField(default=list)
    notice = models.JSONField(null=True)
    original_source = models.JSONField(null=True)

    class Meta:
        """Names."""

        verbose_name_plural = "anatomies"

    def __str__(self) -> str:
        return str(self.version_id)


class Band(models.Model):
    """A band of an article's MinHash signature, by which candidates for near-copies are looked up."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="bands", db_index=False)
    band = models.BigIntegerField(db_index=True)

    class Meta:
        """Integrity."""

        constraints = [models.UniqueConstraint(fields=("article", "band"), name="band_once_per_article")]

    def __str__(self) -> str:
        return str(self.band)
