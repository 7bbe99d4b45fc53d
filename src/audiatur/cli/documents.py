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
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{path}, line {mark.line + 1}, column {mark.column + 1}" if mark else str(path)
        raise RegisterError(
            "not-yaml", getattr(error, "problem", None) or "no YAML", place=place, remedy="correct the file"
        ) from error
