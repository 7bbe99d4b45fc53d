"""How a page names itself in the other languages of the interface."""

from __future__ import annotations

from django import template

from audiatur.hub.languages import addresses

register = template.Library()
register.filter("in_language", addresses.in_language)
