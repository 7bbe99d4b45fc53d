"""What a browser would send back of a page of the back office."""

from __future__ import annotations

from datetime import datetime

from django.forms import BaseForm, BaseFormSet
from django.http import HttpResponseBase
from django.test import Client
from django.test.utils import ContextList


def filled(client: Client, path: str, **changed: object) -> dict[str, object]:
    """Every field of the form on a page as it stands there, with some of them changed."""
    response = client.get(path)
    assert response.status_code == 200, (path, response.status_code)
    context = response.context
    assert isinstance(context, ContextList)
    sent = _fields(context["adminform"].form)
    for inline in context["inline_admin_formsets"]:
        sent |= _rows(inline.formset)
    return {**sent, **changed}


def _fields(form: BaseForm) -> dict[str, object]:
    sent: dict[str, object] = {}
    for bound in form:
        value = bound.value()
        if isinstance(value, datetime):  # the stock admin asks for day and time in two fields
            sent |= {f"{bound.html_name}_0": f"{value:%Y-%m-%d}", f"{bound.html_name}_1": f"{value:%H:%M:%S}"}
        elif value is not None and value is not False:
            sent[bound.html_name] = value
    return sent


def _rows(rows: BaseFormSet[BaseForm]) -> dict[str, object]:
    sent = _fields(rows.management_form)
    for form in rows.forms:
        sent |= _fields(form)
    return sent


def told(response: HttpResponseBase) -> str:
    """The messages on a page, joined."""
    return " ".join(str(message) for message in getattr(response, "context")["messages"])  # noqa: B009
