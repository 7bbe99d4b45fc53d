"""The Django app."""

from __future__ import annotations

from django.apps import AppConfig


class HubConfig(AppConfig):
    """The hub, the one app of the project."""

    name = "audiatur.hub"
    label = "hub"
    verbose_name = "audiatur"
    default_auto_field = "django.db.models.BigAutoField"
