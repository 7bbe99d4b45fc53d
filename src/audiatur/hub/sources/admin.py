"""The desk for sources: who they are, what is claimed of them, what may leave, where they are polled."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import Count, Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from audiatur.hub.editors.desks import KeptDesk, Sections, Stack, Table
from audiatur.hub.editors.filters import ClassFilter, FeedsFilter
from audiatur.hub.editors.forms import FeedForm, SourceForm
from audiatur.hub.editors.previewing import preview_page
from audiatur.hub.editors.words import (
    class_of,
    class_told,
    counted,
    health_line,
    last_success,
    policy_line,
    policy_told,
)
from audiatur.hub.sources.models import Claim, Feed, Policy, Source
from audiatur.hub.sources.registered import registered

_CREDENTIALS = "Only where the outlet asks for them. They are sent to its own addresses and shown to nobody."


class ClaimStack(Stack[Claim, Source]):
    """What is claimed of the source, each with its citation."""

    model = Claim
    extra = 0
    verbose_name_plural = (
        "claims - each states one fact, who asserts it and where that can be read; a claim without a citation is kept "
        "but decides nothing, and where citations disagree the answer is unknown"
    )
    fields = (("field", "value"), "source_url", ("retrieved", "asserted_by"))

    def formfield_for_dbfield(
        self, db_field: models.Field[object, object], request: HttpRequest, **kwargs: object
    ) -> forms.Field | None:
        """A new claim is the editor's own, read today, unless he says otherwise."""
        if db_field.name == "asserted_by":
            kwargs["initial"] = request.user.get_username()
        if db_field.name == "retrieved":
            kwargs["initial"] = timezone.localdate
        return super().formfield_for_dbfield(db_field, request, **kwargs)


class PolicyStack(Stack[Policy, Source]):
    """What may leave. The legal bars are on the policy's own page."""

    model = Policy
    extra = 0
    can_delete = False
    show_change_link = True
    verbose_name = "policy - without one only titles and links leave; its legal bars are on its own page"
    fields = (("mode", "excerpt_chars", "full_page"), ("starts", "ends", "outside"))


class FeedTable(Table[Feed, Source]):
    """Where the source is polled. A feed that was polled is changed on its own page."""

    model = Feed
    form = FeedForm
    extra = 0
    can_delete = False
    show_change_link = True
    fields = ("url", "kind", "state", "last_success", "failures")
    readonly_fields = ("state", "last_success", "failures")


@admin.register(Source)
class SourceDesk(KeptDesk[Source]):
    """Sources."""

    form = SourceForm
    change_form_template = "admin/hub/source/change_form.html"
    inlines = (ClaimStack, PolicyStack, FeedTable)
    list_display = ("name", "class_", "policy_", "articles", "last_answer", "feeds_")
    list_filter = (ClassFilter, "policy__mode", "sides__topic", FeedsFilter, "language")
    search_fields = ("name", "slug", "homepage", "claims__value", "feeds__url")
    readonly_fields = ("class_derived", "policy_in_words", "sides_", "created")
    prepopulated_fields = {"slug": ("name",)}
    list_per_page = 50

    def get_queryset(self, request: HttpRequest) -> QuerySet[Source]:  # noqa: ARG002 - Django's signature
        """The sources with all that a line of the list says, in a fixed number of queries."""
        rows = registered().prefetch_related("feeds", "sides__topic")
        return rows.annotate(held=Count("articles", distinct=True)).order_by("name")

    def get_fieldsets(self, request: HttpRequest, obj: Source | None = None) -> Sections:
        """The form; its credentials only for those who may change them, what follows only once there is something."""
        told: Sections = [
            (None, {"fields": ("name", "slug", "homepage", "language", "records")}),
            ("For the reader", {"fields": ("why", "words"), "description": "Both stand in the notice on every item."}),
        ]
        if obj is not None:
            follows = ("class_derived", "policy_in_words", "sides_", "created")
            told = [*told, ("What follows", {"fields": follows})]
        if obj is None or self.has_change_permission(request, obj):
            fields = ("username", "new_password", "new_headers", "forget")
            words = f"{_CREDENTIALS} {self._stored(obj)}" if obj is not None else _CREDENTIALS
            told = [*told, ("Credentials", {"fields": fields, "classes": ("collapse",), "description": words})]
        return told

    @staticmethod
    def _stored(source: Source) -> str:
        names = ", ".join(sorted(map(str, source.request_headers))) or "none"
        return f"Stored: {'a' if source.password else 'no'} password; headers: {names}."

    def get_readonly_fields(self, request: HttpRequest, obj: Source | None = None) -> tuple[str, ...]:  # noqa: ARG002
        """The address of a source stays: those of its articles are made from it."""
        return (*self.readonly_fields, "slug") if obj is not None else tuple(self.readonly_fields)

    def get_prepopulated_fields(self, request: HttpRequest, obj: Source | None = None) -> dict[str, Sequence[str]]:  # noqa: ARG002
        """The address is proposed for a new source only."""
        return {"slug": ("name",)} if obj is None else {}

    def save_model(self, request: HttpRequest, obj: Source, form: forms.ModelForm[Source], change: bool) -> None:
        """Store it; a new source is registered now."""
        if not change:
            obj.created = timezone.now()
        super().save_model(request, obj, form, change)

    def save_related(
        self,
        request: HttpRequest,
        form: forms.ModelForm[Source],
        formsets: list[forms.BaseModelFormSet[Model, forms.ModelForm[Model]]],
        change: bool,
    ) -> None:
        """Store the claims, the policy and the feeds; say which claims decide nothing."""
        super().save_related(request, form, formsets, change)
        bare = [claim for claim in Claim.objects.filter(source=form.instance) if not claim.source_url]
        if bare:
            told = counted(
                len(bare), "claim has no citation and decides nothing", "claims have no citation and decide nothing"
            )
            messages.warning(request, f"{told}: {'; '.join(map(str, bare))}.")

    def why_kept(self, row: Source) -> str:
        """A source is kept while anything of it is held."""
        held, attempts, feeds = row.articles.count(), row.attempts.count(), row.feeds.count()
        if held or row.entries.exists():
            return (
                f"The hub holds {counted(held, 'article', 'articles')} of it, and what was once taken in stays. "
                "To publish nothing of it, set the mode of its policy to none."
            )
        if attempts:
            told = counted(attempts, "attempt", "attempts")
            return f"The hub keeps the evidence of {told} to reach it. To publish nothing of it, set its mode to none."
        return f"First delete its {counted(feeds, 'feed', 'feeds')}." if feeds else ""

    def view_on_site(self, obj: Source) -> str:
        """Its page in the hub."""
        return reverse("source", args=[obj.slug])

    def get_urls(self) -> list[URLPattern]:
        """With the preview."""
        preview = path("<int:pk>/preview/", self.admin_site.admin_view(self.preview), name="hub_source_preview")
        return [preview, *super().get_urls()]

    def preview(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What would leave of the source's newest articles; for those who may see both source and articles."""
        source = self.get_object(request, str(pk))
        if source is None:
            raise Http404("no such source")
        if not self.has_view_permission(request, source) or not request.user.has_perm("hub.view_article"):
            raise PermissionDenied
        return preview_page(request, self.admin_site, source)

    @admin.display(description="class")
    def class_(self, source: Source) -> str:
        """The class, from the cited claims."""
        return class_of(source)

    @admin.display(description="policy now")
    def policy_(self, source: Source) -> str:
        """The policy on a line."""
        return policy_line(source, timezone.now())

    @admin.display(description="articles", ordering="held")
    def articles(self, source: Source) -> int:
        """How many are held."""
        return int(getattr(source, "held", 0))

    @admin.display(description="last answer")
    def last_answer(self, source: Source) -> datetime | None:
        """When a feed of it last answered."""
        return last_success(source)

    @admin.display(description="feeds")
    def feeds_(self, source: Source) -> str:
        """What is wrong with its feeds."""
        return health_line(source)

    @admin.display(description="independence class")
    def class_derived(self, source: Source) -> str:
        """The class, its meaning and the answers behind it."""
        return class_told(source)

    @admin.display(description="policy in words")
    def policy_in_words(self, source: Source) -> str:
        """The policy in sentences."""
        return policy_told(source, timezone.now())

    @admin.display(description="sides")
    def sides_(self, source: Source) -> str:
        """The sides on which editors put it; set on the page of the topic."""
        return "; ".join(map(str, source.sides.all())) or "none (a topic's page sets them)"
