"""The corpus as training reads it: brat standoff files to articles with attributions."""

from __future__ import annotations

import glob
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

Range = tuple[int, int]
ROLES = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Annotated:
    """One attribution: the ranges of each role, any of which may be empty."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """A text and what was annotated in it."""

    name: str
    text: str
    attributions: tuple[Annotated, ...]


def read_article(path: Path, annotations: Path) -> Article:
    """A text and the attributions of one annotator; events without a cue or a content are left out."""
    spans: dict[str, list[Range]] = {}
    found: list[Annotated] = []
    text = path.read_bytes().decode("utf-8")
    for line in annotations.read_text(encoding="utf-8").splitlines():
        parts = line.split("\t")
        if re.fullmatch(r"T\d+", parts[0]) and len(parts) > 1:
            ranges = [s.split() for s in parts[1].split(" ", 1)[1].split(";")]
            spans[parts[0]] = [(int(a), int(b)) for a, b in ranges]
        elif re.fullmatch(r"E\d+", parts[0]) and len(parts) > 1:
            roles: dict[str, list[Range]] = {role: [] for role in ROLES}
            for part in parts[1].split():
                role, _, target = part.partition(":")
                role = re.sub(r"\d+$", "", role).lower()
                if role in roles:
                    roles[role] += spans.get(target, [])
            if roles["cue"] and roles["content"]:
                found.append(Annotated(*(tuple(sorted(roles[r])) for r in ROLES)))
    return Article(path.name, text, tuple(found))


def read_corpus(root: Path) -> list[Article]:
    """Every article of a split that is annotated, by name; of several annotators the alphabetically first counts."""
    articles = []
    for path in sorted((root / "text").glob("*.txt")):
        annotations = sorted((root / "attributions").glob(glob.escape(path.stem) + "_*.ann"))
        if annotations:
            articles.append(read_article(path, annotations[0]))
    return articles


def is_held_out(name: str, share: float = 0.08) -> bool:
    """Whether an article of the training split is kept for choosing; by a hash of its name, so that it never moves."""
    return int(hashlib.sha256(name.encode()).hexdigest()[:8], 16) / 0xFFFFFFFF < share


def digest(root: Path) -> str:
    """SHA-256 over the names and bytes of a split's texts and of the annotations that count, in order of name."""
    found = hashlib.sha256()
    for path in sorted((root / "text").glob("*.txt")):
        annotations = sorted((root / "attributions").glob(glob.escape(path.stem) + "_*.ann"))
        for file in (path, *annotations[:1]):
            found.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return found.hexdigest()
