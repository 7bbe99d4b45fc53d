"""Three people, the same in every test of access: Alice edits, Bob may look, Charlie is not logged in."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client


@dataclass(frozen=True, slots=True)
class People:
    """A browser for each."""

    alice: Client
    bob: Client
    charlie: Client


@pytest.fixture
def people(db: None) -> People:
    alice, bob = Client(), Client()
    alice.force_login(User.objects.create_superuser("alice"))
    looker = User.objects.create_user("bob", is_staff=True)
    looker.user_permissions.set(Permission.objects.filter(codename__startswith="view_", content_type__app_label="hub"))
    bob.force_login(looker)
    return People(alice, bob, Client())
