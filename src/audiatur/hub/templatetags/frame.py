"""What the frame of every page asks for: the addresses of assets, and which page the reader is on."""

from __future__ import annotations

from dataclasses import dataclass

from django import template
from django.template import Context
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from audiatur.hub.pages.assets import address

register = template.Library()


@dataclass(frozen=True, slots=True)
class Place:
    """A page that the navigation leads to; ``current`` is the attribute of its link where the reader is there."""

    path: str
    current: SafeString


@register.simple_tag
def asset(name: str) -> str:
    """The address of a file of the style or the script; it changes with the file's bytes."""
    return address(name)


@register.simple_tag(takes_context=True)
def place(context: Context, route: str, *args: str) -> Place:
    """A page by its route, and whether it is the one that is shown."""
    path = reverse(route, args=args)
    here = getattr(context.get("request"), "path", None) == path
    return Place(path, mark_safe(' aria-current="page"' if here else ""))  # noqa: S308 - a constant
