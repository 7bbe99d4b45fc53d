"""A lease: one process at a time does what only one may do; it lapses by itself when its holder dies."""

from __future__ import annotations

import os
import socket
from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q

# A dead holder's work waits no longer than this; a living one renews it with every turn.
TERM = timedelta(minutes=2)


class LeaseRow(models.Model):
    """Who holds which lease until when."""

    name = models.CharField(max_length=40, unique=True)
    holder = models.CharField(max_length=64, blank=True)
    until = models.DateTimeField(null=True)

    class Meta:
        """Names."""

        verbose_name = "lease"

    def __str__(self) -> str:
        return self.name


class Lease:
    """This process's hold on a named lease."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.holder = f"{socket.gethostname()[:40]}-{os.getpid()}"

    def hold(self, now: datetime) -> bool:
        """Take or renew the lease; whether this process holds it now."""
        LeaseRow.objects.get_or_create(name=self.name)
        free = Q(until__isnull=True) | Q(until__lt=now) | Q(holder=self.holder)
        return bool(LeaseRow.objects.filter(free, name=self.name).update(holder=self.holder, until=now + TERM))

    def release(self) -> None:
        """Let go, so that nobody has to wait for it to lapse."""
        LeaseRow.objects.filter(name=self.name, holder=self.holder).update(holder="", until=None)
