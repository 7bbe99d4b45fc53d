"""What the pages of the back office share: Django's stock admin, made generic for the types, and two kinds of rows.

A *kept* row may be deleted only while nothing rests on it; a *seen* row is evidence or reporting, and is only looked
at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypeVar

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db import models
from django.db.models import ProtectedError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

Row = TypeVar("Row", bound=models.Model)
Owner = TypeVar("Owner", bound=models.Model)

if TYPE_CHECKING:
    from django.contrib.admin.options import _FieldsetSpec

    Sections: TypeAlias = _FieldsetSpec
    StockDesk = admin.ModelAdmin
    Table = admin.TabularInline
    Stack = admin.StackedInline
    RowForm = forms.ModelForm
else:
    Sections = tuple

    # Django's classes take their types only in the stubs; at run time the brackets must mean nothing.
    class _Bracketed:
        def __class_getitem__(cls, _: object) -> type:
            return cls

    class StockDesk(_Bracketed, admin.ModelAdmin):
        """The stock page of a table."""

    class Table(_Bracketed, admin.TabularInline):
        """Rows of another table, a line each."""

        formfield_overrides = {models.URLField: {"assume_scheme": "https"}}

    class Stack(_Bracketed, admin.StackedInline):
        """Rows of another table, one below the other."""

        formfield_overrides = {models.URLField: {"assume_scheme": "https"}}

    class RowForm(_Bracketed, forms.ModelForm):
        """The form of a row."""


class Desk(StockDesk[Row]):
    """The page of a table that editors write."""

    formfield_overrides = {
        models.URLField: {"assume_scheme": "https"},
        models.TextField: {"widget": AdminTextareaWidget(attrs={"rows": 3})},
    }


class KeptDesk(Desk[Row]):
    """A table whose rows are deleted only while nothing rests on them; what stands against it is said in words."""

    def why_kept(self, row: Row) -> str:  # noqa: ARG002 - for those who decide by the row
        """Why the row may not be deleted, and what to do instead; empty where nothing stands against it."""
        return ""

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, object] | None = None
    ) -> HttpResponse:
        """Delete, or go back to the row with the reason why it stays."""
        row = self.get_object(request, unquote(object_id))
        if row is None or not self.has_delete_permission(request, row):
            return super().delete_view(request, object_id, extra_context)
        why = self.why_kept(row)
        if not why:
            try:
                return super().delete_view(request, object_id, extra_context)
            except ProtectedError:  # something came in between the question and the deletion
                why = self.why_kept(row) or "Something still rests on it."
        messages.error(request, f"“{row}” was not deleted. {why}")
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
        return HttpResponseRedirect(reverse(name, args=[row.pk]))

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, object] | None = None
    ) -> HttpResponse:
        """The row; without the button to delete it where it stays anyway."""
        row = self.get_object(request, unquote(object_id))
        extra = {**(extra_context or {}), "show_delete": row is not None and not self.why_kept(row)}
        return super().change_view(request, object_id, form_url, extra)


class SeenDesk(StockDesk[Row]):
    """A table that is looked at: nothing is added, changed or deleted here, by whomever."""

    actions = None

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002 - Django's signature
        """No."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Row | None = None) -> bool:  # noqa: ARG002
        """No."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Row | None = None) -> bool:  # noqa: ARG002
        """No."""
        return False
