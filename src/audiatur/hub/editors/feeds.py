"""The desks for feeds and for the evidence of every attempt to fetch."""

from __future__ import annotations

import json

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from audiatur.hub.editors.desks import KeptDesk, Sections, SeenDesk
from audiatur.hub.editors.forms import FeedForm
from audiatur.hub.editors.words import counted
from audiatur.hub.sources.models import Attempt, Feed, FeedState

_POLLED = (
    "state",
    "moved_to",
    "title",
    "format",
    "last_polled",
    "last_success",
    "failures",
    "interval_seconds",
    "next_poll",
)


@admin.register(Feed)
class FeedDesk(KeptDesk[Feed]):
    """Feeds. A feed that was polled keeps its address: an outlet that moves gets a further feed."""

    form = FeedForm
    list_display = ("url", "source", "kind", "state", "last_success", "failures", "next_poll")
    list_filter = ("state", "kind", "source")
    list_select_related = ("source",)
    search_fields = ("url", "title", "source__name")
    autocomplete_fields = ("source",)
    actions = ("poll_now",)
    readonly_fields = _POLLED

    def get_fieldsets(
        self,
        request: HttpRequest,  # noqa: ARG002 - Django's signature
        obj: Feed | None = None,
    ) -> Sections:
        """The form; what polling found only once there is something."""
        decided = ("source", "url", "kind", "folder")
        if obj is None:
            return [(None, {"fields": decided})]
        description = "A feed is never retired by the hub, only asked less often; a 410 of its server ends the polling."
        return [(None, {"fields": decided}), ("What polling found", {"fields": _POLLED, "description": description})]

    def get_readonly_fields(self, request: HttpRequest, obj: Feed | None = None) -> tuple[str, ...]:  # noqa: ARG002
        """The address and source of a feed that was polled are part of the evidence."""
        return (*_POLLED, "source", "url") if obj is not None and obj.last_polled is not None else _POLLED

    def why_kept(self, row: Feed) -> str:
        """A feed is kept once it delivered anything or was asked."""
        delivered = row.entries.count() + row.deliveries.count()
        attempts = row.attempts.count()
        if not delivered and not attempts:
            return ""
        return (
            f"It delivered {counted(delivered, 'entry', 'entries')}, and the hub keeps the evidence of "
            f"{counted(attempts, 'attempt', 'attempts')} to reach it."
        )

    @admin.action(description="Poll now (also those that are gone)", permissions=["change"])
    def poll_now(self, request: HttpRequest, queryset: QuerySet[Feed]) -> None:
        """Make feeds due at once; one that its server called gone is asked again."""
        number = queryset.update(next_poll=timezone.now(), state=FeedState.ACTIVE, claimed_by="", claimed_until=None)
        messages.success(request, f"{counted(number, 'feed is', 'feeds are')} due now; the worker asks within seconds.")


@admin.register(Attempt)
class AttemptDesk(SeenDesk[Attempt]):
    """The evidence: every attempt to fetch, as it went."""

    list_display = ("started", "source", "outcome", "stage", "status", "failure", "entries", "new", "changed")
    list_filter = ("outcome", "stage", "failure", "source")
    list_select_related = ("source", "feed")
    search_fields = ("url", "message")
    show_full_result_count = False
    fields = (
        ("started", "outcome", "stage", "status", "failure"),
        ("source", "feed"),
        "url",
        "message",
        ("entries", "new", "changed"),
        "evidence_shown",
    )

    @admin.display(description="evidence")
    def evidence_shown(self, attempt: Attempt) -> SafeString:
        """All that was recorded, laid out."""
        return format_html("<pre>{}</pre>", json.dumps(attempt.evidence, indent=2, ensure_ascii=False))
