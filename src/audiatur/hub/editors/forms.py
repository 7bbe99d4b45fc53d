"""The forms of the register: credentials that are written and never shown, addresses that can be polled."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from audiatur.hub.editors.desks import RowForm
from audiatur.hub.sources.models import Feed, Source

_SECRET = {"autocomplete": "new-password"}
# A name of RFC 9110 5.1 is a token; a value must not be able to start another header.
_TOKEN = frozenset("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")


def with_https(field: models.Field[object, object], **options: Any) -> forms.Field | None:
    """A column as a field of a form; an address without a scheme is taken to be https, as Django will from 6.0 on."""
    return field.formfield(**{"assume_scheme": "https", **options} if isinstance(field, models.URLField) else options)


class SourceForm(RowForm[Source]):
    """A source. Its password and headers can be replaced or forgotten here, but not read."""

    new_password = forms.CharField(
        required=False,
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs=_SECRET),
        help_text="Empty: the stored one stays. It is never shown.",
    )
    new_headers = forms.JSONField(
        label="New headers",
        required=False,
        widget=forms.PasswordInput(attrs=_SECRET),
        help_text='Own headers for requests to this source, e.g. {"X-Key": "..."}. They replace all the stored ones; '
        "empty: those stay. Their values are never shown.",
    )
    forget = forms.BooleanField(label="Forget the stored password and headers", required=False)

    class Meta:
        """All but what is secret."""

        model = Source
        formfield_callback = with_https
        exclude = ("created", "password", "request_headers")

    def clean_new_headers(self) -> dict[str, str] | None:
        """Names and values that can stand in a request; None where nothing was given."""
        given = self.cleaned_data["new_headers"]
        if given is None:
            return None
        if not isinstance(given, dict) or not all(isinstance(value, str) for value in given.values()):
            raise ValidationError('Write names and values as {"X-Key": "..."}.')
        if not all(name and set(name) <= _TOKEN for name in given):
            raise ValidationError("A header's name has no spaces and no other characters than letters, digits and -_.")
        if any(set(value) & set("\r\n\0") for value in given.values()):
            raise ValidationError("A header's value is one line.")
        return given

    def save(self, commit: bool = True) -> Source:
        """Store what was given anew and forget what shall be forgotten."""
        if self.cleaned_data.get("forget"):
            self.instance.password, self.instance.request_headers = "", {}
        if self.cleaned_data.get("new_password"):
            self.instance.password = self.cleaned_data["new_password"]
        if self.cleaned_data.get("new_headers") is not None:
            self.instance.request_headers = self.cleaned_data["new_headers"]
        return super().save(commit)


class FeedForm(RowForm[Feed]):
    """An address to poll."""

    class Meta:
        """What an editor decides."""

        model = Feed
        formfield_callback = with_https
        fields = ("source", "url", "kind", "folder")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.last_polled is not None and "url" in self.fields:
            # What was asked is part of the evidence; a field that is disabled ignores what is sent.
            self.fields["url"].disabled = True

    def clean_url(self) -> str:
        """An address that can be requested and that shows no secret."""
        url = str(self.cleaned_data["url"])
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"}:
            raise ValidationError("Only addresses that begin with http:// or https:// are polled.")
        if "@" in parts.netloc:
            raise ValidationError("Put the user and password into the source's credentials, where nobody sees them.")
        return url

    def save(self, commit: bool = True) -> Feed:
        """Store it; what is new is due at once."""
        if self.instance._state.adding:
            self.instance.next_poll = timezone.now()
        return super().save(commit)
