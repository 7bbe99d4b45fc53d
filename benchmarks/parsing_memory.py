"""The memory that one parser takes to read every feed of the benchmark, in a process that loads nothing else.

``python -m benchmarks.parsing_memory ours|theirs`` prints the peak resident set in KiB,
once when all is loaded and once at the end.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from resource import RUSAGE_SELF, getrusage

Reader = Callable[[bytes], object]


def reader_of(who: str) -> Reader:
    """The parser to measure, imported only now, so that each process holds only its own."""
    if who == "ours":
        from audiatur.feeds import parse

        return parse
    import feedparser

    return lambda data: feedparser.parse(BytesIO(data))


def main(who: str, folder: Path) -> tuple[int, int]:
    """Read every file of a folder one after the other, keeping nothing; before it and at the peak, in KiB."""
    read = reader_of(who)
    before = peak()
    for path in sorted(folder.iterdir()):
        read(path.read_bytes())
    return before, peak()


def peak() -> int:
    """The peak resident set of this process in KiB.

    From ``/proc`` where there is one: ``ru_maxrss`` of a child begins at what its parent held when it was started.
    """
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text("ascii").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1])
    return getrusage(RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    print(*main(sys.argv[1], Path(sys.argv[2])))
