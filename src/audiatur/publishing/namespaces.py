"""The XML namespaces of what the hub gives out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, cast

ATOM: Final = "http://www.w3.org/2005/Atom"
"""Atom (RFC 4287); RSS borrows from it."""

NOTICE: Final = "urn:audiatur:notice:1"
"""Our own elements: the notice, and the number of withheld items."""

LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
"""The attribute ``xml:lang``."""


def as_default(namespace: str) -> Mapping[str, str]:
    """The map that makes lxml write a namespace without a prefix: its key is None, which lxml's stubs leave out."""
    return cast("Mapping[str, str]", {None: namespace})
