"""What every page shows of the hub itself."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from audiatur.hub.sources.registered import TopicMark, register


def hub(request: HttpRequest) -> dict[str, object]:  # noqa: ARG001 - the signature of a context processor
    """The hub's name, contact and topics, for the frame of every page."""
    return {"hub_name": settings.HUB_NAME, "contact": settings.CONTACT, "topics": topics}


def topics() -> tuple[TopicMark, ...]:
    """The topics in the editor's order."""
    return register().topics
