"""The desk for articles. What was once stored is looked at here, and neither changed nor deleted."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.urls import reverse

from audiatur.hub.articles.models import Article, Version
from audiatur.hub.editors.desks import SeenDesk, Stack


class VersionStack(Stack[Version, Article]):
    """Every version that was seen."""

    model = Version
    extra = 0
    can_delete = False
    classes = ("collapse",)
    fields = (("number", "seen", "origin", "language"), "changed", "title", "byline", "text", "digest")

    def has_add_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:  # noqa: ARG002
        """No."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:  # noqa: ARG002
        """No."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:  # noqa: ARG002
        """No."""
        return False

    def has_view_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:  # noqa: ARG002
        """Whoever may look at articles may look at their versions."""
        return bool(request.user.has_perm("hub.view_article"))


@admin.register(Article)
class ArticleDesk(SeenDesk[Article]):
    """Articles."""

    inlines = (VersionStack,)
    list_display = ("headline", "source", "published", "versions_", "story", "copy_kind", "pending")
    list_filter = ("source", "published", "pending", "copy_kind", "latest__language")
    list_select_related = ("source", "latest", "story")
    search_fields = ("latest__title", "uid", "url")
    show_full_result_count = False
    fieldsets = (
        (None, {"fields": ("headline", "source", "url", "uid", ("published", "first_seen"), "categories")}),
        ("Where it belongs", {"fields": ("story", "story_score", "story_nearest", "story_shared")}),
        ("Copies", {"fields": ("copy_of", "copy_kind", "copy_reason", "copy_share")}),
        ("Still to be done", {"fields": (("page_due", "pending"),)}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        """With the number of their versions."""
        return super().get_queryset(request).annotate(seen_versions=Count("versions"))

    def view_on_site(self, obj: Article) -> str:
        """Its page in the hub."""
        return reverse("article", args=[obj.uid])

    @admin.display(description="headline", ordering="latest__title")
    def headline(self, article: Article) -> str:
        """The title of the newest version."""
        return (article.latest.title if article.latest else "") or "(without a title)"

    @admin.display(description="versions", ordering="seen_versions")
    def versions_(self, article: Article) -> int:
        """How many versions were seen."""
        return int(getattr(article, "seen_versions", 0))
