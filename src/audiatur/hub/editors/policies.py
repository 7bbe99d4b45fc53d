"""The desk for policies with their legal bars."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from audiatur.hub.editors.desks import KeptDesk, Sections, Stack
from audiatur.hub.editors.words import policy_told
from audiatur.hub.sources.models import Bar, Policy


class BarStack(Stack[Bar, Policy]):
    """The legal bars of a policy."""

    model = Bar
    extra = 0
    verbose_name_plural = "legal bars - readers in these jurisdictions are answered 451, with what is written here"
    fields = ("jurisdictions", ("authority", "binds"), "law", "url")


@admin.register(Policy)
class PolicyDesk(KeptDesk[Policy]):
    """Policies: what may leave of each source."""

    change_form_template = "admin/hub/policy/change_form.html"
    inlines = (BarStack,)
    list_display = ("source", "mode", "excerpt_chars", "starts", "ends", "outside", "full_page", "bars")
    list_filter = ("mode", "outside", "full_page")
    list_select_related = ("source",)
    search_fields = ("source__name", "source__slug", "bars__law", "bars__authority")
    autocomplete_fields = ("source",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Policy]:
        """With their bars."""
        return super().get_queryset(request).prefetch_related("bars")

    def get_fieldsets(
        self,
        request: HttpRequest,  # noqa: ARG002 - Django's signature
        obj: Policy | None = None,
    ) -> Sections:
        """The form; in words only once there is something to say."""
        decided: Sections = [
            (None, {"fields": ("source", ("mode", "excerpt_chars", "full_page")), "description": _MODES}),
            ("For a time", {"fields": (("starts", "ends"), "outside"), "description": _WINDOW}),
        ]
        if obj is None:
            return decided
        return [*decided, ("In words", {"fields": ("in_words",), "description": "As it was last saved."})]

    def get_readonly_fields(self, request: HttpRequest, obj: Policy | None = None) -> tuple[str, ...]:  # noqa: ARG002
        """A policy stays with its source."""
        return ("in_words", "source") if obj is not None else ("in_words",)

    def why_kept(self, row: Policy) -> str:
        """Always: without a policy a source falls back to links, which may be more than was decided."""
        return f"A policy is changed, not deleted: {row.source} would fall back to links without it."

    @admin.display(description="legal bars")
    def bars(self, policy: Policy) -> str:
        """Where they bind."""
        return "; ".join(bar.jurisdictions for bar in policy.bars.all())

    @admin.display(description="policy")
    def in_words(self, policy: Policy) -> str:
        """The policy in sentences."""
        return policy_told(policy.source, timezone.now())


_MODES = (
    "full: title, byline and the whole text leave; excerpt: the first characters of the text, cut between words; "
    "link: title and link; none: nothing, anywhere. Every way out obeys: pages, feeds, search, older versions."
)
_WINDOW = "From start until end the mode holds, outside of it the stricter of the two. Empty: open on that side. UTC."
