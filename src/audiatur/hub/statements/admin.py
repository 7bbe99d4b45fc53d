"""The desk for speakers."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import Count, ManyToManyField, Model, QuerySet
from django.forms import ModelMultipleChoiceField
from django.http import HttpRequest
from django.urls import reverse

from audiatur.hub.editors.desks import KeptDesk
from audiatur.hub.editors.words import counted
from audiatur.hub.statements.models import Speaker
from audiatur.hub.stories.models import Side


@admin.register(Speaker)
class SpeakerDesk(KeptDesk[Speaker]):
    """Speakers: found in the articles; editors set how they are named and on which sides they stand."""

    list_display = ("name", "type", "statements_", "sides_")
    list_filter = ("type", "sides__topic")
    search_fields = ("name", "names__spelling")
    filter_horizontal = ("sides",)
    readonly_fields = ("slug", "type", "merged_into", "spellings")
    fieldsets = (
        (
            None,
            {
                "fields": ("name", "sides", "type", "slug", "merged_into", "spellings"),
                "description": "The name is what pages show. New articles find the speaker by the spellings; the "
                "speaker's own page for editors merges, splits and renames.",
            },
        ),
    )

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002 - Django's signature
        """No: a speaker comes from an article, never from an editor."""
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Speaker]:
        """With their sides and the number of their statements."""
        rows = super().get_queryset(request).prefetch_related("sides__topic")
        return rows.annotate(said=Count("statements", distinct=True))

    def formfield_for_manytomany(
        self, db_field: ManyToManyField[Model, Model], request: HttpRequest, **kwargs: object
    ) -> ModelMultipleChoiceField[Model] | None:
        """The sides with their topics in one query."""
        if db_field.name == "sides":
            kwargs["queryset"] = Side.objects.select_related("topic")
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def why_kept(self, row: Speaker) -> str:
        """A speaker is kept while a statement names it."""
        number = row.statements.count()
        return (
            f"{counted(number, 'statement', 'statements')} of stored articles are attributed to it." if number else ""
        )

    def view_on_site(self, obj: Speaker) -> str:
        """Its page in the hub."""
        return reverse("speaker", args=[obj.slug])

    @admin.display(description="statements", ordering="said")
    def statements_(self, speaker: Speaker) -> int:
        """How many statements are attributed to it."""
        return int(getattr(speaker, "said", 0))

    @admin.display(description="sides")
    def sides_(self, speaker: Speaker) -> str:
        """The sides on which editors put it."""
        return "; ".join(map(str, speaker.sides.all()))

    @admin.display(description="spellings")
    def spellings(self, speaker: Speaker) -> str:
        """The names under which articles have it."""
        return "; ".join(speaker.names.values_list("spelling", flat=True))
