"""What lists of the back office can be narrowed by, beyond their columns."""

from __future__ import annotations

from typing import Any

from django.contrib.admin import ModelAdmin, SimpleListFilter
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest

from audiatur.hub.editors.words import FAILURES_TOLD, class_of
from audiatur.hub.sources.models import Feed, FeedState, Source
from audiatur.hub.sources.registered import registered
from audiatur.provenance.values import IndependenceClass


class ClassFilter(SimpleListFilter):
    """By the class that follows from the claims; worked out here, since no column holds it."""

    title = "independence class"
    parameter_name = "class"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin[Any]) -> list[tuple[str, str]]:  # noqa: ARG002
        """Every class."""
        return [(cls.value, cls.value) for cls in IndependenceClass]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Source]) -> QuerySet[Source]:  # noqa: ARG002
        """The sources of the class."""
        if self.value() is None:
            return queryset
        return queryset.filter(pk__in=[source.pk for source in registered() if class_of(source) == self.value()])


class FeedsFilter(SimpleListFilter):
    """By how the feeds of a source fare."""

    title = "feeds"
    parameter_name = "feeds"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin[Any]) -> list[tuple[str, str]]:  # noqa: ARG002
        """What an editor looks for."""
        return [("failing", "failing"), ("gone", "gone"), ("none", "no feed")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Source]) -> QuerySet[Source]:  # noqa: ARG002
        """The sources with such a feed, or without any."""
        feeds = Feed.objects.filter(source=OuterRef("pk"))
        failing = feeds.filter(state=FeedState.ACTIVE, failures__gte=FAILURES_TOLD)
        wanted = {
            "failing": Exists(failing),
            "gone": Exists(feeds.filter(state=FeedState.GONE)),
            "none": ~Exists(feeds),
        }.get(self.value() or "")
        return queryset if wanted is None else queryset.filter(wanted)
