"""The first start: a database, a key, and an editor who can log in; and a new password when the first is lost."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command

from audiatur.errors import InputError

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


def new_password(name: str) -> Login:
    """Give an account a new random password, which ends its sessions; InputError where there is no such account."""
    user = User.objects.filter(username=name).first()
    if user is None:
        known = ", ".join(User.objects.order_by("username").values_list("username", flat=True)[:10]) or "none"
        raise InputError("no-account", f"there is no account {name!r}", remedy=f"the accounts are: {known}")
    password = secrets.token_urlsafe(12)
    user.set_password(password)
    user.save(update_fields=["password"])
    return Login(f"{settings.BASE_URL}/admin/", name, password)
