"""The hub's health: numbered checks, each with what was found and what to do about it.

A the machine, B what the operator set up, C the database, D the hub's work, E its editors. Looking changes nothing:
no database is made, no feed is asked.
"""

from __future__ import annotations

from datetime import datetime

from django.conf import settings

from audiatur.hub.health import machine, setup, store, work
from audiatur.hub.health.values import Finding, Level

__all__ = ["Finding", "Level", "examine"]


def examine(now: datetime) -> tuple[Finding, ...]:
    """Every check that can be made; those of the hub's work and editors only where its tables can be read."""
    found = (*machine.checks(settings.HOME), *setup.checks(_setup()), *store.checks())
    if any(finding.level is Level.ERROR and finding.id.startswith("C") for finding in found):
        return found
    return (*found, *work.checks(work.counted(now), now), work.editors(work.editor_names()))


def _setup() -> setup.Setup:
    return setup.Setup(
        home=settings.HOME,
        key=settings.SECRET_KEY,
        contact=settings.CONTACT,
        base_url=settings.BASE_URL,
        hosts=tuple(settings.ALLOWED_HOSTS),
        allow_private=settings.ALLOW_PRIVATE,
        jurisdiction=settings.JURISDICTION,
        header=settings.JURISDICTION_HEADER,
        geoip=settings.GEOIP_FILE,
    )
