"""Our own annotated news: ``python -m evaluation.own_gold check [SET ...]`` or ``show FILE``.

evaluation/gold/README.md has the format. Words become spans of ``title + "\\n" + text``: contents by the first place
from the start of the statement before, the rest by the nearest place (see ``own_gold_values.nearest``), and by
``{words: ..., nth: 2}`` where that is not meant. Only whole words count.
An error names file, statement, field and remedy.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

import yaml

from audiatur.errors import InputError
from audiatur.spans import Span
from evaluation.own_gold_values import GoldArticle, GoldStatement, bad, places_of, statement_of

FOLDER = Path(__file__).parent / "gold"
WANTED = {"pronoun or title": 0.30, "abstained": 0.10, "nested": 0.15}
"""The shares that the set has to reach, English; Russian and Ukrainian need 10% nested."""

_BARE_STOP = re.compile(r"(?<!\b[A-Z])(?<!\b[ap]\.m)(?<!\b(?:Co|No))(?<!\b(?:Inc|Ltd))\.$")
_MARKS = re.compile("[\"'“”‘’„«»]")


def between(span: Span, one: GoldStatement, whole: str) -> str:
    """What stands between a cue or mention and the content; a colon leads over the end of a paragraph."""
    words = whole[span.end : one.start] if span.end <= one.start else whole[one.content[-1].end : span.start]
    return words.replace(":\n", "", 1) if span.end <= one.start else words


def faults(one: GoldStatement, index: int, all_: Sequence[GoldStatement], article: GoldArticle) -> Iterator[str]:
    """What contradicts itself in a statement whose words were found."""
    quoted = any(_MARKS.search(part.text) for part in one.content)
    if article.language == "en" and not quoted and _BARE_STOP.search(one.content[-1].text):
        yield "the full stop stays outside of content that is not quoted"
    for key, span in (("cue", one.cue), ("mention", one.mention)):
        if span and any(span.overlaps(part) for part in one.content):
            yield f"{key} {span.text!r} stands inside the content: leave it out of the parts, or give nth"
        if span and "\n" in between(span, one, article.text):
            yield f"the nearest {key} {span.text!r} stands in another paragraph: give nth, or null"
    if (one.mention is None) != (one.reference == "none"):
        yield "reference none goes with mention null, and only with it"
    if one.date and one.date_text is None and not one.inherited:
        yield "a date without date_text needs inherited: true"
    if one.inherited and not (one.date or one.place):
        yield "inherited: true without a date or place"
    if one.date and one.date > article.published.isoformat() and one.date_text is None:
        yield f"the date {one.date} is after publication"
    if article.language == "en" and (lost := [w for w in (one.name or "").split() if not places_of(w, article.text)]):
        yield f"{lost[0]!r} of the name stands nowhere in the article: name is the fullest name there, the rest in also"
    if one.parent is not None and not (0 <= one.parent < len(all_) and one.parent != index):
        yield f"there is no statement {one.parent} to be its parent (counted from 0)"
    elif one.parent is not None and not all_[one.parent].encloses(one):
        yield f"its content does not lie within that of its parent {one.parent}"
    wider = [
        i for i, x in enumerate(all_) if x.content != one.content and any(p.covers(one.content[0]) for p in x.content)
    ]
    if one.parent is None and (around := [i for i in wider if all_[i].encloses(one)]):
        yield f"it lies within statement {around[-1]}: give parent"


def read(path: Path) -> tuple[GoldArticle | None, list[InputError]]:
    """One file and everything that is wrong with it; the article is None where its head is wrong."""
    try:
        raw: object = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, OSError, ValueError) as error:
        return None, [bad(path.name, f"not readable as YAML: {error}", "quote values that hold a colon or a mark")]
    place = f"{path.parent.name}/{path.name}"
    heads = {"title": str, "outlet": str, "language": str, "published": date, "text": str, "statements": list}
    if not isinstance(raw, dict) or list(raw) != list(heads):
        return None, [bad(place, "the fields of the file are others", f"give {', '.join(heads)}, in this order")]
    if wrong := [key for key, kind in heads.items() if not isinstance(raw[key], kind) or not raw[key]]:
        return None, [bad(f"{place}, {wrong[0]}", "empty or of the wrong type", f"write a {heads[wrong[0]].__name__}")]
    whole = f"{raw['title']}\n{raw['text'].rstrip()}"
    found: list[GoldStatement] = []
    errors: list[InputError] = []
    for index, one in enumerate(raw["statements"]):
        try:
            found.append(statement_of(one, whole, found[-1].start if found else 0, f"{place}, statement {index}"))
        except InputError as error:
            errors.append(error)
    article = GoldArticle(path, raw["title"], raw["outlet"], raw["language"], raw["published"], whole, tuple(found))
    for index, one in enumerate(found if not errors else ()):
        remedy = "correct the statement"
        errors += [bad(f"{place}, statement {index}", fault, remedy) for fault in faults(one, index, found, article)]
        if index and one.start < found[index - 1].start:
            errors.append(bad(f"{place}, statement {index}", "it begins before the one above", "order by content"))
    return article, errors


def load_set(name: str, folder: Path = FOLDER) -> tuple[GoldArticle, ...]:
    """The articles of a set such as ``en-dev``, by file name; InputError for the first fault or for no such set."""
    gold = []
    for path in sorted((folder / name).glob("*.yaml")):
        article, errors = read(path)
        if article is None or errors:
            raise errors[0]
        gold.append(article)
    if not gold:
        raise bad(name, "no such set, or it is empty", f"use a folder of {folder.name}/")
    return tuple(gold)


def shares(articles: Sequence[GoldArticle]) -> Mapping[str, float]:
    """The shares of WANTED, over all statements of the articles, optional ones included."""
    every = [one for article in articles for one in article.statements]
    hard = sum(one.reference in {"pronoun", "title"} for one in every)
    open_, nested = sum(one.name is None for one in every), sum(one.parent is not None for one in every)
    return dict(zip(WANTED, (n / max(len(every), 1) for n in (hard, open_, nested)), strict=True))


def check(folder: Path, names: Sequence[str]) -> bool:
    """Print the faults and the counts of the sets, by default of all; False where there is a fault."""
    good = True
    for name in names or sorted({path.parent.name for path in folder.glob("*/*.yaml")}):
        answers = [read(path) for path in sorted((folder / name).glob("*.yaml"))]
        articles = [article for article, errors in answers if article and not errors]
        every = [one for article in articles for one in article.statements]
        for error in (error for _, errors in answers for error in errors):
            print(error)
            good = False
        print(f"{name}: {len(articles)} of {len(answers)} articles good, {len(every)} statements")
        for key, share in shares(articles).items():
            print(f"  {key}: {share:.1%} (wanted: {WANTED[key]:.0%})")
        by = {"class": Counter(one.class_ for one in every), "reference": Counter(one.reference for one in every)}
        lines = [
            f"  {key}: " + ", ".join(f"{n} {word}" for word, n in count.most_common()) for key, count in by.items()
        ]
        dated, own = sum(one.date is not None for one in every), sum(one.date_text is not None for one in every)
        print(
            *lines,
            f"  dated: {dated}, {own} with words of their own; {sum(o.optional for o in every)} optional",
            sep="\n",
        )
    return good


def show(path: Path) -> bool:
    """Print each statement of a file as ``<mention>``, ``{cue}``, ``[content]``; False where the file is faulty."""
    article, errors = read(path)
    for error in errors:
        print(error)
    for index, one in enumerate(article.statements if article else ()):
        when = one.date_text.text if one.date_text else "inherited" if one.inherited else "-"
        rest = [span.text for span in (one.place, one.addressee) if span]
        parent = "" if one.parent is None else f" in {one.parent}"
        print(f"{index}{parent}: {one.class_}, {one.name} ({one.reference}), {one.date or '?'} ({when})", *rest)
        print(f"    {marked(one, article.text if article else '')}")
    return not errors


def marked(one: GoldStatement, whole: str) -> str:
    """The words from the first to the last of a statement, its parts in brackets."""
    spans = [(span, "[]") for span in one.content]
    spans += [(span, marks) for span, marks in ((one.cue, "{}"), (one.mention, "<>")) if span]
    first, last = min(span.start for span, _ in spans), max(span.end for span, _ in spans)
    words = whole[first:last]
    for span, marks in sorted(spans, reverse=True):
        words = f"{words[: span.start - first]}{marks[0]}{span.text}{marks[1]}{words[span.end - first :]}"
    return words


def main(arguments: Sequence[str]) -> int:
    """``check [SET ...]`` or ``show FILE``; 1 for faulty gold, 2 for wrong usage."""
    if arguments[:1] == ["check"]:
        return 0 if check(FOLDER, arguments[1:]) else 1
    if arguments[:1] == ["show"] and len(arguments) == 2:
        return 0 if show(Path(arguments[1])) else 1
    print("python -m evaluation.own_gold check [SET ...] | show FILE", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
