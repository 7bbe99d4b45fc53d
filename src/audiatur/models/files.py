"""The files of the models, as shipped in the package: present and unharmed, or an error that says what to do."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from audiatur.errors import ModelError

WEIGHTS = Path(__file__).parent / "weights"
_REMEDY = "install audiatur again, or set AUDIATUR_TAGGER=rules"


def read_files(folder: Path = WEIGHTS) -> dict[str, bytes]:
    """The files that the manifest names, each checked against its SHA-256 there.

    Raises:
        ModelError: ``model-missing`` or ``model-corrupt``.
    """
    digests = _manifest(folder)
    found = {}
    for name, digest in digests.items():
        try:
            data = (folder / name).read_bytes()
        except OSError as error:
            raise ModelError("model-missing", "a file of the model is missing", place=name, remedy=_REMEDY) from error
        if hashlib.sha256(data).hexdigest() != digest:
            raise ModelError("model-corrupt", "a file of the model is not as it was made", place=name, remedy=_REMEDY)
        found[name] = data
    return found


def _manifest(folder: Path) -> dict[str, str]:
    """Names and digests."""
    try:
        text = (folder / "manifest.json").read_text(encoding="utf-8")
    except OSError as error:
        raise ModelError(
            "model-missing", "the model is not installed", place="manifest.json", remedy=_REMEDY
        ) from error
    try:
        return {str(name): str(digest) for name, digest in json.loads(text).items()}
    except (ValueError, AttributeError) as error:
        raise ModelError("model-corrupt", "the list of the model's files cannot be read", remedy=_REMEDY) from error
