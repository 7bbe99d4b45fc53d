"""The first start: a database, a key, and an editor who can log in."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command

FIRST_EDITOR = "editor"


@dataclass(frozen=True, slots=True)
class Login:
    """How the first editor logs in; shown once."""

    address: str
    name: str
    password: str


def prepare() -> Login | None:
    """Bring the database up to date; on the first start make the editor's account. None: there is one already."""
    call_command("migrate", interactive=False, verbosity=0)
    if User.objects.filter(is_superuser=True).exists():
        return None
    password = secrets.token_urlsafe(12)
    User.objects.create_superuser(FIRST_EDITOR, password=password)
    return Login(f"{settings.BASE_URL}/admin/", FIRST_EDITOR, password)
