"""Where the shared corpora are, for the tests that measure on real data."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

_ROOT = Path(os.environ.get("AUDIATUR_CORPORA", Path(__file__).parents[2] / "shared" / "corpora"))


def corpora(*parts: str) -> Path:
    """The path of a corpus file or folder; skips the test, with the reason, where the corpora are absent."""
    path = _ROOT.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"the shared corpora are absent here: no {'/'.join(parts) or 'corpora'}")
    return path
