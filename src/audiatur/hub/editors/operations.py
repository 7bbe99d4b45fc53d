"""The first start: a database, and an editor who can log in; and a new password when the first is lost."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from audiatur.errors import InputError

FIRST_EDITOR = "editor"


@dataclass(frozen=True, slots=True)
class Login:
    """How the first editor logs in; shown once."""

    address: str
    name: str
    password: str


def prepare() -> None:
    """Make the database or bring it up to date; no account."""
    call_command("migrate", interactive=False, verbosity=0)


def editors() -> QuerySet[User]:
    """The accounts that may do everything in the back office and are not switched off."""
    return User.objects.filter(is_superuser=True, is_staff=True, is_active=True)


def first_editor() -> Login | None:
    """Make an editor's account where nobody can log in as one. None: somebody can."""
    if editors().exists():
        return None
    password, name, number = secrets.token_urlsafe(12), FIRST_EDITOR, 1
    while User.objects.filter(username=name).exists():
        number += 1
        name = f"{FIRST_EDITOR}-{number}"
    try:
        with transaction.atomic():
            User.objects.create_superuser(name, password=password)
    except IntegrityError:
        # Another process of the hub that starts at the same moment was first, and shows its password.
        return None
    return Login(f"{settings.BASE_URL}/admin/", name, password)


def new_password(name: str) -> Login:
    """Give an account a new random password, which ends its sessions; InputError where there is no such account."""
    user = User.objects.filter(username=name).first()
    if user is None:
        known = ", ".join(User.objects.order_by("username").values_list("username", flat=True)[:10])
        remedy = (
            f"the accounts are: {known}"
            if known
            else "there is none yet; audiatur run makes one and shows how to log in"
        )
        raise InputError("no-account", f"there is no account {name!r}", remedy=remedy)
    password = secrets.token_urlsafe(12)
    user.set_password(password)
    user.save(update_fields=["password"])
    return Login(f"{settings.BASE_URL}/admin/", name, password)
