"""Sanitised HTML and its plain text."""

from __future__ import annotations

from typing import NewType

SanitisedHtml = NewType("SanitisedHtml", str)
