"""The desks for topics with their sides, and for stories."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from audiatur.hub.articles.models import Article
from audiatur.hub.editors.desks import Desk, SeenDesk, Stack
from audiatur.hub.stories.editorial import StoryDecision
from audiatur.hub.stories.models import Side, Story, Topic


class SideStack(Stack[Side, Topic]):
    """The sides of a topic with their sources."""

    model = Side
    extra = 0
    fields = (("name", "slug", "position"), "sources")
    prepopulated_fields = {"slug": ("name",)}
    autocomplete_fields = ("sources",)


@admin.register(Topic)
class TopicDesk(Desk[Topic]):
    """Topics: a conflict as the hub frames it, and who reports from which side."""

    inlines = (SideStack,)
    list_display = ("name", "sides_", "position")
    list_editable = ("position",)
    search_fields = ("name", "slug", "description")
    prepopulated_fields = {"slug": ("name",)}
    fieldsets = (
        (
            None,
            {
                "fields": (("name", "slug", "position"), "description"),
                "description": "Name the conflict and its sides as every side could read it. A side says where an "
                "outlet or a speaker stands, not what it is worth; their order is only the order of columns.",
            },
        ),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Topic]:
        """With their sides and how many sources are on each."""
        return super().get_queryset(request).prefetch_related("sides__sources")

    @admin.display(description="sides")
    def sides_(self, topic: Topic) -> str:
        """The sides with the number of their sources."""
        return "; ".join(f"{side.name} ({len(side.sources.all())})" for side in topic.sides.all())


@admin.register(Story)
class StoryDesk(SeenDesk[Story]):
    """Stories: made by the hub, looked at here; their page is in the hub."""

    list_display = ("uid", "headline", "number", "first_published", "last_published", "merged_into")
    list_filter = ("last_published", "language")
    search_fields = ("uid", "articles__latest__title")
    show_full_result_count = False
    fields = (
        "uid",
        "headline",
        "number",
        "deciding",
        "language",
        "first_published",
        "last_published",
        "created",
        "redirect_to",
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Story]:
        """With the headline of the first article and their number."""
        first = Article.objects.filter(story=OuterRef("pk")).order_by("published", "pk")
        return (
            super()
            .get_queryset(request)
            .select_related("redirect_to")
            .annotate(first_title=Subquery(first.values("latest__title")[:1]), held=Count("articles", distinct=True))
        )

    def view_on_site(self, obj: Story) -> str:
        """Its page in the hub."""
        return reverse("story", args=[obj.uid])

    @admin.display(description="first headline")
    def headline(self, story: Story) -> str:
        """The headline of its first article."""
        return str(getattr(story, "first_title", None) or "")

    @admin.display(description="articles", ordering="held")
    def number(self, story: Story) -> int:
        """How many articles it has."""
        return int(getattr(story, "held", 0))

    @admin.display(description="merged into")
    def merged_into(self, story: Story) -> str:
        """The story that it became part of."""
        return str(story.redirect_to or "")

    @admin.display(description="merge, split, move, pin")
    def deciding(self, story: Story) -> str:
        """The page on which editors decide about it."""
        return format_html('<a href="{}">Decide about this story</a>', reverse("edit_story", args=[story.uid]))


@admin.register(StoryDecision)
class StoryDecisionDesk(SeenDesk[StoryDecision]):
    """The log of what was decided about stories; made and taken back on the story's page for editors."""

    list_display = ("act", "story", "other", "by_name", "made", "undone")
    list_filter = ("act", "made", "by_name")
    list_select_related = ("story", "other")
    search_fields = ("story__uid", "other__uid", "note", "by_name")

    def view_on_site(self, obj: StoryDecision) -> str:
        """The story's page for editors."""
        return reverse("edit_story", args=[obj.story.uid])
