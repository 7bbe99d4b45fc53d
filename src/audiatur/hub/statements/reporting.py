"""Errors that readers report: no account, no script, and no address of anybody is stored."""

from __future__ import annotations

import hashlib
import hmac
from datetime import date, datetime
from typing import Any

from django import forms
from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from audiatur.hub.pages.frame import Head, page, refused
from audiatur.hub.statements.editorial import Report, Tally, Wrong
from audiatur.hub.statements.permanent import Beyond, Passage
from audiatur.hub.statements.permanent_views import beyond, passage_or_404
from audiatur.hub.viewer import address_of, viewer_of
from audiatur.provenance.values import Withheld

# Reports from one address in a day: enough for a careful reader of many articles, and for an office behind one address.
A_DAY = 30
# From all readers together, where a proxy on the same machine does not say whose address it is.
A_DAY_OF_ALL = 1000
MOST_WORDS = 2000


class ReportForm(forms.Form):
    """What is wrong. ``website`` is a trap: people do not see it, programs fill it in."""

    wrong = forms.ChoiceField(label=_("What is wrong?"), choices=Wrong.choices, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("What should it be? (optional)"),
        required=False,
        max_length=MOST_WORDS,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    contact = forms.CharField(
        label=_("How to reach you, if you want an answer (optional)"), required=False, max_length=200
    )
    website = forms.CharField(required=False, widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}))


def report(request: HttpRequest, uid: str) -> HttpResponse:
    """The form for an error in a statement, and what came of sending it: 429 where too many come from one address."""
    found = passage_or_404(request, uid)
    if isinstance(found, Withheld):
        return refused(request, found)
    if isinstance(found, Beyond):
        return beyond(request, found)
    form = ReportForm(request.POST if request.method == "POST" else None)
    full = False
    if request.method == "POST" and form.is_valid():
        if form.cleaned_data["website"]:
            return _received(uid)
        now = viewer_of(request).now
        address = address_of(request)
        if _counted(sender_of(address, now.date()), now.date(), A_DAY if _is_readers(address) else A_DAY_OF_ALL):
            _keep(found, uid, form.cleaned_data, now)
            return _received(uid)
        full = True
    head = Head(
        gettext("Report an error"), gettext("Tell the editors what is wrong with this statement."), request.path
    )
    values = {
        "found": found,
        "item": found.item,
        "one": found.statement,
        "form": form,
        "full": full,
        "received": request.method == "GET" and "received" in request.GET,
    }
    response = page(request, "hub/report.html", head, values, status=429 if full else 200)
    response["Cache-Control"] = "no-store"
    return response


def sender_of(address: str, day: date) -> str:
    """A keyed digest of an address and a day: it knows the sender again that day, and tells nobody without the key."""
    key = hmac.new(str(settings.SECRET_KEY).encode(), b"reports", hashlib.sha256).digest()
    return hmac.new(key, f"{day.isoformat()} {address}".encode(), hashlib.sha256).hexdigest()


def _is_readers(address: str) -> bool:
    """Whether an address tells readers apart: that of a proxy on the same machine does not."""
    return bool(settings.ADDRESS_HEADER) or address not in {"", "127.0.0.1", "::1"}


@transaction.atomic
def _counted(sender: str, day: date, most: int) -> bool:
    """Count a report of a sender; False where there were too many. What was counted on earlier days is forgotten."""
    Tally.objects.filter(day__lt=day).delete()
    Tally.objects.get_or_create(sender=sender, day=day)
    return bool(Tally.objects.filter(sender=sender, day=day, number__lt=most).update(number=F("number") + 1))


def _keep(found: Passage, uid: str, told: dict[str, Any], now: datetime) -> None:
    Report.objects.create(
        article_id=found.item.pk,
        statement=uid,
        wrong=told["wrong"],
        words=told["words"],
        contact=told["contact"],
        made=now,
    )


def _received(uid: str) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('report', args=[uid])}?received")
