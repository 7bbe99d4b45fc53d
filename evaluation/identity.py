"""How well ``statements.identity`` tells whether two names are one person's: pairs written by hand.

Half of the pairs were looked at while the tables were made, the other half is only counted. Precision is over the
pairs that were called the same; recall over those that are. A surname alone or an initial is open: it must not be
called the same without knowing who is about.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from audiatur.statements.identity import Agreement, agreement, name_key

PAIRS = Path(__file__).parent / "identity_pairs.txt"

FLOORS = {
    "identity: pairs, precision of same, scored half": 0.99,
    "identity: pairs, recall of same, scored half": 0.9,
    "identity: pairs, precision of same, both halves": 0.99,
    "identity: open pairs left open, both halves": 1.0,
}


def pairs(half: str | None = None) -> list[tuple[str, str, str]]:
    """The pairs of a half as (truth, name, name); None: of both."""
    lines = (line for line in PAIRS.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#"))
    rows = [[part.strip() for part in line.split("|")] for line in lines]
    return [(truth, one, other) for name, truth, one, other in rows if half in (None, name)]


def told(one: str, other: str) -> Agreement:
    """What is said of two names; of what is no name that it is different."""
    keys = name_key(one), name_key(other)
    return Agreement.DIFFERENT if keys[0] is None or keys[1] is None else agreement(keys[0], keys[1])


def measure(half: str | None = None) -> Counter[tuple[str, str]]:
    """How often each truth was told how."""
    return Counter((truth, told(one, other).value) for truth, one, other in pairs(half))


def _precision(counts: Counter[tuple[str, str]]) -> float:
    called = sum(number for (_, said), number in counts.items() if said == "same")
    return counts["same", "same"] / called if called else 0.0


def _share(counts: Counter[tuple[str, str]], truth: str, said: str) -> float:
    return counts[truth, said] / max(1, sum(number for (true, _), number in counts.items() if true == truth))


def run() -> bool:
    """Measure, print a line for each figure, say whether every floor was held."""
    scored, both = measure("scored"), measure()
    figures = (_precision(scored), _share(scored, "same", "same"), _precision(both), _share(both, "open", "possible"))
    held = True
    for (name, floor), value in zip(FLOORS.items(), figures, strict=True):
        held &= value >= floor
        print(f"{'ok  ' if value >= floor else 'DOWN'} {name}: {value:.3f} (floor {floor})")
    print(f"     {sum(scored.values())} pairs scored, {sum(both.values())} in all")
    return held


if __name__ == "__main__":
    if len(sys.argv) > 1:
        wanted = {"same": Agreement.SAME, "apart": Agreement.DIFFERENT, "open": Agreement.POSSIBLE}
        for truth, one, other in pairs("dev"):
            if told(one, other) is not wanted[truth]:
                print(truth, told(one, other).value, one, other, sep=" | ")
    else:
        sys.exit(0 if run() else 1)
