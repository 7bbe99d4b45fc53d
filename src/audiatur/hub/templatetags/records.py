"""How traces are found in templates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django import template

from audiatur.hub.records.queries import ShownTrace

register = template.Library()


@register.filter
def of(traces: Mapping[int, Sequence[ShownTrace]] | str, statement: int) -> Sequence[ShownTrace]:
    """The traces of a statement, by its key; none on a page that was given none."""
    return traces.get(statement, ()) if isinstance(traces, Mapping) else ()
