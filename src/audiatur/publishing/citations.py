"""A story as others cite it: as text, BibTeX, RIS and CSL-JSON, every article of it with its notice.

The hub is cited as the one that lays the articles next to each other, each outlet as the one that published its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from types import MappingProxyType

from audiatur.provenance.values import Released
from audiatur.publishing.characters import clean, web_address
from audiatur.publishing.notice import notice_text
from audiatur.publishing.values import HubIdentity, Json

UNTITLED = "Untitled item"
_LATEX: Mapping[str, str] = MappingProxyType(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "&%$#_"},
    }
)


@dataclass(frozen=True, slots=True)
class CitedStory:
    """A story with the articles of it that were released, in the order in which they are cited.

    ``uid`` is the last part of its address, ``url`` the whole of it; ``title`` are the words that head its page.
    ``seen`` is the day of the visit. ``withheld`` counts articles that the gate kept back.
    """

    uid: str
    url: str
    title: str
    hub: HubIdentity
    seen: date
    items: tuple[Released, ...]
    withheld: int = 0


def text(story: CitedStory) -> str:
    """A line for the story and a paragraph for each article: authors, title, outlet, day, addresses, notice."""
    head = f"{story.hub.name}: “{_line(story.title)}”, {len(story.items)} articles side by side. {story.url}"
    head += f" (seen {story.seen.isoformat()})"
    left_out = [_left_out(story)] if story.withheld else []
    return "\n\n".join([head, *left_out, *(text_of(item, story) for item in story.items)]) + "\n"


def text_of(item: Released, story: CitedStory) -> str:
    """One article as text: what it is on a line, its notice on the next."""
    by = f"{', '.join(map(_line, item.byline))}: " if item.byline else ""
    where = f" {_origin(item)}" if _origin(item) else ""
    line = f"{by}“{_line(item.title or UNTITLED)}”, {_line(item.notice.source_name)}, {_day(item.published)}.{where}"
    return f"{line} As published by {story.hub.name}: {item.page} (seen {story.seen.isoformat()}).\n{_notice(item)}"


def bibtex(story: CitedStory) -> str:
    """An entry ``@misc`` for the story and one for each article; UTF-8, with what LaTeX reads as commands escaped."""
    entries = [_entry(f"story-{story.uid}", _story_fields(story))]
    entries += [_entry(f"article-{_name(item)}", _article_fields(item, story)) for item in story.items]
    return "\n".join(entries)


def ris(story: CitedStory) -> str:
    """A record of type ``ELEC`` for the story and one of type ``NEWS`` for each article; lines end as RIS wants it."""
    records = [
        [
            ("TY", "ELEC"),
            ("ID", f"story-{story.uid}"),
            ("TI", story.title),
            ("PB", story.hub.name),
            ("UR", story.url),
            ("Y2", f"{story.seen:%Y/%m/%d}"),
            *([("N1", _left_out(story))] if story.withheld else []),
        ]
    ]
    records += [list(_ris_of(item, story)) for item in story.items]
    lines = (f"{tag}  - {_line(value)}" for record in records for tag, value in [*record, ("ER", "")])
    return "".join(f"{line}\r\n" for line in lines)


def csl(story: CitedStory) -> list[dict[str, Json]]:
    """The items of CSL-JSON: a ``webpage`` for the story, an ``article-newspaper`` for each article."""
    whole: dict[str, Json] = {
        "id": f"story-{story.uid}",
        "type": "webpage",
        "title": clean(story.title),
        "author": [{"literal": story.hub.name}],
        "URL": story.url,
        "accessed": _date_parts(story.seen),
    }
    if story.withheld:
        whole["note"] = _left_out(story)
    return [whole, *(_csl_of(item, story) for item in story.items)]


def _csl_of(item: Released, story: CitedStory) -> dict[str, Json]:
    authors: list[Json] = [{"literal": clean(name)} for name in item.byline]
    found: dict[str, Json] = {
        "id": f"article-{_name(item)}",
        "type": "article-newspaper",
        "title": clean(item.title or UNTITLED),
        "container-title": clean(item.notice.source_name),
        "issued": _date_parts(item.published.astimezone(UTC).date()),
        "accessed": _date_parts(story.seen),
        "URL": _origin(item) or item.page,
        "archive": story.hub.name,
        "archive_location": item.page,
        "note": _notice(item),
    }
    if authors:
        found["author"] = authors
    if item.language:
        found["language"] = clean(item.language)
    return found


def _ris_of(item: Released, story: CitedStory) -> Iterator[tuple[str, str]]:
    yield "TY", "NEWS"
    yield "ID", f"article-{_name(item)}"
    yield from (("AU", name) for name in item.byline)
    yield "TI", item.title or UNTITLED
    yield "T2", item.notice.source_name
    yield "PY", f"{item.published.astimezone(UTC):%Y}"
    yield "DA", f"{item.published.astimezone(UTC):%Y/%m/%d}"
    if item.language:
        yield "LA", item.language
    yield "UR", _origin(item) or item.page
    yield "L2", item.page
    yield "DB", story.hub.name
    yield "Y2", f"{story.seen:%Y/%m/%d}"
    yield "N1", _notice(item)


def _story_fields(story: CitedStory) -> dict[str, str]:
    fields = {
        "author": f"{{{_latex(story.hub.name)}}}",
        "title": f"{{{_latex(story.title)}}}",
        "howpublished": f"{len(story.items)} articles side by side",
        "url": story.url,
        "urldate": story.seen.isoformat(),
    }
    return fields | ({"note": _latex(_left_out(story))} if story.withheld else {})


def _article_fields(item: Released, story: CitedStory) -> dict[str, str]:
    moment = item.published.astimezone(UTC)
    fields = {
        "title": f"{{{_latex(item.title or UNTITLED)}}}",
        "organization": f"{{{_latex(item.notice.source_name)}}}",
        "date": _day(item.published),
        "year": f"{moment:%Y}",
        "url": _origin(item) or item.page,
        "urldate": story.seen.isoformat(),
        "howpublished": f"As published by {_latex(story.hub.name)}: {_latex(item.page)}",
        "note": _latex(_notice(item)),
    }
    if item.byline:
        fields = {"author": " and ".join(f"{{{_latex(name)}}}" for name in item.byline)} | fields
    return fields | ({"langid": _latex(item.language)} if item.language else {})


def _entry(key: str, fields: Mapping[str, str]) -> str:
    rows = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@misc{{{key},\n{rows}}}\n"


def _latex(words: str) -> str:
    return "".join(_LATEX.get(sign, sign) for sign in _line(words))


def _line(words: str) -> str:
    """Words on one line, without the characters that no document may have."""
    return " ".join(clean(words).split())


def _name(item: Released) -> str:
    """The last part of an article's id, with nothing in it that ends a key."""
    return re.sub(r"[^A-Za-z0-9-]", "", item.id.rpartition(":")[2])


def _origin(item: Released) -> str | None:
    """The address at the outlet, where it is one of the web; a space or a brace in it is written as such."""
    address = web_address(item.origin)
    return re.sub(r"[\s{}\\]", lambda sign: f"%{ord(sign[0]):02X}", address) if address else None


def _notice(item: Released) -> str:
    return _line(notice_text(item.notice).replace("\n", " · "))


def _left_out(story: CitedStory) -> str:
    return f"Articles of the story that may not be shown here: {story.withheld}."


def _day(moment: datetime) -> str:
    return moment.astimezone(UTC).date().isoformat()


def _date_parts(day: date) -> dict[str, Json]:
    return {"date-parts": [[day.year, day.month, day.day]]}


FORMS: Mapping[str, Callable[[CitedStory], str]] = MappingProxyType({"txt": text, "bib": bibtex, "ris": ris})
"""The forms that are text, by the ending of their address; CSL-JSON is values, made by ``csl``."""
