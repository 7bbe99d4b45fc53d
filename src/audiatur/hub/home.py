"""The hub's own folder."""

from __future__ import annotations

import secrets
from pathlib import Path


def make_home(home: Path) -> None:
    """Make the hub's folder and the key that signs its sessions; both are only for this user's eyes."""
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    key = home / "secret-key"
    if not key.exists():
        key.touch(mode=0o600)
        key.write_text(secrets.token_urlsafe(50) + "\n")
