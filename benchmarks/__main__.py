"""``./run.sh bench [NAME ...]``: speed and scale beside peers, each in one run; exit 1 where a bound is missed."""

from __future__ import annotations

import sys
from importlib import import_module

NAMES = ("grouping", "pages", "parsing", "polling", "reading", "storing", "tracing")


def main(wanted: list[str]) -> int:
    """Run the named benchmarks, all by default; 0 where every bound holds, 2 for an unknown name."""
    unknown = sorted(set(wanted) - set(NAMES))
    if unknown:
        print(f"no benchmark {unknown[0]!r}; there are {', '.join(NAMES)}", file=sys.stderr)
        return 2
    held = []
    for name in wanted or NAMES:
        print(f"== {name}", flush=True)
        held.append(import_module(f"benchmarks.{name}").run())
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
