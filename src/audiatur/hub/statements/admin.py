"""The desks for speakers, for what readers report, and for the log of what editors decided."""

from __future__ import annotations

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, ManyToManyField, Model, QuerySet
from django.forms import ModelForm, ModelMultipleChoiceField
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join

from audiatur.errors import InputError
from audiatur.hub.editors.desks import Desk, KeptDesk, SeenDesk
from audiatur.hub.editors.words import counted
from audiatur.hub.statements import people
from audiatur.hub.statements.editing_views import hand_of
from audiatur.hub.statements.editorial import Correction, Decision, Report, Verdict
from audiatur.hub.statements.models import Speaker
from audiatur.hub.stories.models import Side


@admin.register(Speaker)
class SpeakerDesk(KeptDesk[Speaker]):
    """Speakers: found in the articles; editors set how they are named and on which sides they stand."""

    list_display = ("name", "type", "statements_", "sides_")
    list_filter = ("type", "sides__topic")
    search_fields = ("name", "names__spelling")
    filter_horizontal = ("sides",)
    readonly_fields = ("slug", "type", "merged_into", "spellings", "deciding")
    actions = ("merge",)
    fieldsets = (
        (
            None,
            {
                "fields": ("name", "sides", "type", "slug", "merged_into", "spellings", "deciding"),
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

    def save_model(self, request: HttpRequest, obj: Speaker, form: ModelForm[Speaker], change: bool) -> None:
        """A new name is logged as an editor's decision."""
        if change and "name" in form.changed_data:
            name, obj.name = obj.name, str(form.initial["name"])
            people.rename(obj, name, hand_of(request))
        super().save_model(request, obj, form, change)

    @admin.action(description="Merge the chosen speakers into the most reported of them", permissions=["change"])
    def merge(self, request: HttpRequest, queryset: QuerySet[Speaker]) -> None:
        """All but one of the chosen become that one; their addresses lead there."""
        if not request.user.has_perm("hub.change_speaker"):
            raise PermissionDenied
        chosen = sorted(queryset, key=lambda row: (-int(getattr(row, "said", 0)), row.pk))
        for row in chosen[1:]:
            try:
                people.merge(row, chosen[0], hand_of(request))
            except InputError as error:
                messages.error(request, f"{row}: {error}.")
            else:
                messages.success(request, f"{row} is one with {chosen[0]} now.")

    @admin.display(description="merge, split")
    def deciding(self, speaker: Speaker) -> str:
        """The page on which editors decide about it."""
        return format_html(
            '<a href="{}">Merge, split, move statements</a>', reverse("edit_speaker", args=[speaker.slug])
        )

    @admin.display(description="spellings")
    def spellings(self, speaker: Speaker) -> str:
        """The names under which articles have it."""
        return "; ".join(speaker.names.values_list("spelling", flat=True))


@admin.register(Report)
class ReportDesk(Desk[Report]):
    """The queue of errors that readers reported: decided here, corrected on the statement's page for editors."""

    list_display = ("statement", "wrong", "state", "made", "source_", "handled_by")
    list_filter = ("state", "wrong", "made", "article__source")
    list_select_related = ("article__source",)
    search_fields = ("statement", "words", "note", "article__uid")
    readonly_fields = ("statement_", "article", "wrong", "words", "contact", "made", "handled_by", "handled")
    fields = ("statement_", "wrong", "words", "contact", "made", "state", "note", ("handled_by", "handled"))

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002 - Django's signature
        """No: reports come from readers."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Report | None = None) -> bool:  # noqa: ARG002
        """No: it is declined, and stays."""
        return False

    def save_model(self, request: HttpRequest, obj: Report, form: ModelForm[Report], change: bool) -> None:
        """With who decided, and when."""
        if "state" in form.changed_data:
            decided = obj.state != Verdict.OPEN
            obj.handled_by = request.user.get_username() if decided else ""
            obj.handled = timezone.now() if decided else None
        super().save_model(request, obj, form, change)

    @admin.display(description="statement")
    def statement_(self, report: Report) -> str:
        """The statement with the ways to its pages."""
        pages = (("statement", "its page"), ("edit_statement", "correct it"))
        links = format_html_join(
            ", ", '<a href="{}">{}</a>', ((reverse(route, args=[report.statement]), words) for route, words in pages)
        )
        return format_html("{} ({})", report.statement, links)

    @admin.display(description="source")
    def source_(self, report: Report) -> str:
        """The outlet of its article."""
        return report.article.source.name


@admin.register(Correction)
class CorrectionDesk(SeenDesk[Correction]):
    """The log of corrections; made and taken back on the statement's page for editors."""

    list_display = ("statement", "field", "by_name", "made", "undone")
    list_filter = ("field", "made", "by_name")
    search_fields = ("statement", "note", "by_name")

    def view_on_site(self, obj: Correction) -> str:
        """The statement's page for editors."""
        return reverse("edit_statement", args=[obj.statement])


@admin.register(Decision)
class DecisionDesk(SeenDesk[Decision]):
    """The log of what was decided about speakers."""

    list_display = ("act", "speaker", "other", "by_name", "made")
    list_filter = ("act", "made", "by_name")
    list_select_related = ("speaker", "other")
    search_fields = ("speaker__name", "other__name", "note", "by_name")
