"""What the doctor finds, as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How much a finding matters: nothing to do, look at it, the hub does not work as it should."""

    OK = "ok"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Finding:
    """One check and what came of it.

    ``id`` is stable: a letter for the part of the hub and a number. ``told`` is what was found, ``remedy`` what the
    operator can do about it; empty where there is nothing to do.
    """

    id: str
    what: str
    level: Level
    told: str
    remedy: str = ""


def judged(id_: str, what: str, fault: str, *, told: str, remedy: str, level: Level = Level.ERROR) -> Finding:
    """A finding: ok with ``told`` where ``fault`` is empty, else the fault at ``level`` with its remedy."""
    return Finding(id_, what, level, fault, remedy) if fault else Finding(id_, what, Level.OK, told)
