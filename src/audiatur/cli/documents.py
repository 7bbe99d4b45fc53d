"""YAML documents that people write: read safely, mistakes named by line."""

from __future__ import annotations

from pathlib import Path

import yaml

from audiatur.errors import InputError, RegisterError


def read_yaml(path: Path) -> object:
    """The plain values of a YAML file; InputError where it cannot be read, RegisterError where it is no YAML."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            "unreadable", f"cannot be read: {error}", place=str(path), remedy="check the name and the permissions"
        ) from error
    try:
        return yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        # The reader of YAML lets its own ValueError out for a date that no calendar has.
        mark = getattr(error, "problem_mark", None)
        place = f"{path}, line {mark.line + 1}, column {mark.column + 1}" if mark else str(path)
        raise RegisterError(
            "not-yaml", getattr(error, "problem", None) or f"no YAML: {error}", place=place, remedy="correct the file"
        ) from error
