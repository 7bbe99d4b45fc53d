"""Checks A: the machine. Python, packages, the hub's folder and the room on its disk."""

from __future__ import annotations

import platform
import re
import shutil
import sys
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path

from audiatur.hub.health.values import Finding, Level, judged

# The name at the beginning of a requirement (PEP 508).
_NAME = re.compile(r"[A-Za-z0-9._-]+")
# A hub of 100 sources takes in about 0.1 GB a month; below the first nothing can be relied on to be stored.
NO_ROOM, LITTLE_ROOM = 100_000_000, 1_000_000_000
_OLDEST_PYTHON = (3, 11)


def checks(home: Path) -> tuple[Finding, ...]:
    """The checks A of this machine and this folder."""
    free = shutil.disk_usage(_standing(home)).free
    return (
        python(sys.version_info[:2], platform.python_version()),
        packages(installed()),
        folder(home),
        room(free),
    )


def python(version: tuple[int, ...], full: str) -> Finding:
    """A1: the version of Python."""
    fault = f"Python {full} is too old" if version < _OLDEST_PYTHON else ""
    return judged("A1", "Python", fault, told=f"Python {full}", remedy="install Python 3.11 or newer")


def installed() -> dict[str, str | None]:
    """Every package that audiatur needs at run time with its version; None where it is missing."""
    try:
        needed = metadata.requires("audiatur") or []
    except metadata.PackageNotFoundError:
        return {"audiatur": None}
    names = [_NAME.match(line) for line in needed if "extra ==" not in line]
    return {name[0]: _version(name[0]) for name in names if name}


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def packages(found: Mapping[str, str | None]) -> Finding:
    """A2: the packages that audiatur needs."""
    missing = sorted(name for name, version in found.items() if version is None)
    fault = f"not installed: {', '.join(missing)}" if missing else ""
    told = ", ".join(f"{name} {version}" for name, version in sorted(found.items()))
    return judged("A2", "packages", fault, told=told, remedy="install audiatur again with its lock file")


def folder(home: Path) -> Finding:
    """A3: the hub's folder exists, may be written, and is closed to others on this machine."""
    what = "the hub's folder"
    if not home.is_dir():
        told = f"there is no folder {home}"
        return Finding("A3", what, Level.ERROR, told, "set AUDIATUR_HOME, or start the hub once: audiatur run")
    if not _writable(home):
        return Finding("A3", what, Level.ERROR, f"{home} may not be written", "give it to the user that runs the hub")
    others = home.stat().st_mode & 0o077
    fault = f"{home} is open to other users of this machine" if others else ""
    return judged("A3", what, fault, told=str(home), remedy=f"chmod 700 {home}", level=Level.WARNING)


def _writable(home: Path) -> bool:
    """Tried, not asked: permissions alone do not tell of a read-only or full file system."""
    probe = home / ".doctor"
    try:
        probe.touch()
        probe.unlink()
    except OSError:
        return False
    return True


def room(free: int) -> Finding:
    """A4: the room on the disk of the hub's folder, in bytes."""
    told = f"{free / 1e9:,.1f} GB free"
    fault = f"only {told}" if free < LITTLE_ROOM else ""
    level = Level.ERROR if free < NO_ROOM else Level.WARNING
    remedy = "make room, or move AUDIATUR_HOME to a larger disk; a full disk stops the intake"
    return judged("A4", "disk", fault, told=told, remedy=remedy, level=level)


def _standing(path: Path) -> Path:
    """The folder, or the nearest one above it that exists."""
    return next(place for place in (path, *path.parents) if place.exists())
