"""``./run.sh evaluate [NAME ...]``: the engines against their data; exit 1 where a floor is missed."""

from __future__ import annotations

import sys
from importlib import import_module

NAMES = ("feeds", "extraction", "statements", "gold", "dates", "identity", "stories", "records")


def main(wanted: list[str]) -> int:
    """Run the named evaluations, all by default; 0 where every floor holds, 2 for an unknown name."""
    unknown = sorted(set(wanted) - set(NAMES))
    if unknown:
        print(f"no evaluation {unknown[0]!r}; there are {', '.join(NAMES)}", file=sys.stderr)
        return 2
    held = []
    for name in wanted or NAMES:
        print(f"== {name}", flush=True)
        held.append(import_module(f"evaluation.{name}").run())
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
