"""The notice in every form in which it leaves: one function composes its parts, the others only write them down."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import Final

from lxml import etree

from audiatur.markup.html import SanitisedHtml
from audiatur.provenance.independence import describe
from audiatur.provenance.values import Answers, Claim, ClaimField, Notice
from audiatur.publishing.characters import clean, web_address
from audiatur.publishing.namespaces import NOTICE, as_default
from audiatur.publishing.values import Json

UNKNOWN: Final = "unknown"
"""Said where no claim with a citation says anything."""

_QUESTIONS: Final = (
    ClaimField.MAINLY_STATE_FUNDED,
    ClaimField.STATE_GOVERNS,
    ClaimField.STATE_CONTROLS_EDITORIALLY,
    ClaimField.IN_SCOPE,
)


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a notice.

    ``key`` is its name in XML and JSON, ``label`` its name for readers (empty: it needs none), ``value`` what is
    evidenced or None, ``shown`` what a reader is shown, ``citations`` the addresses that it rests on.
    """

    key: str
    label: str
    value: str | None
    shown: str
    citations: tuple[str, ...] = ()


def compose(notice: Notice) -> tuple[Part, ...]:
    """The parts of a notice, in the order in which they are told; the editor's words only where there are some."""
    code = notice.independence.value
    parts = [
        _part("name", "Source", notice.source_name),
        _cited(notice, "owner", "Owner", notice.owner, ClaimField.OWNER),
        _cited(notice, "funder", "Funder", notice.funder, ClaimField.FUNDER),
        _cited(notice, "country", "Country", notice.country, ClaimField.COUNTRY),
        Part("class", "Independence class", code, _class_shown(notice), _citations(notice, *_QUESTIONS)),
        _part("why", "Why it is included", notice.why),
        _part("disclaimer", "", notice.disclaimer),
    ]
    if notice.words is not None:
        parts.append(_part("words", "The editor adds", notice.words))
    return tuple(parts)


def _part(key: str, label: str, value: str) -> Part:
    return Part(key, label, clean(value), clean(value))


def _cited(notice: Notice, key: str, label: str, value: str | None, field: ClaimField) -> Part:
    if value is None:
        return Part(key, label, None, UNKNOWN)
    return Part(key, label, clean(value), clean(value), _citations(notice, field))


def _citations(notice: Notice, *fields: ClaimField) -> tuple[str, ...]:
    cited = (web_address(claim.source_url) for claim in notice.evidence if claim.field in fields)
    return tuple(dict.fromkeys(url for url in cited if url is not None))


def _answers(answers: Answers) -> tuple[tuple[str, str, str], ...]:
    """Key, question and answer of the three."""
    return (
        ("mainly_state_funded", "mainly state-funded", answers.mainly_state_funded.value),
        ("state_governs", "state governs", answers.state_governs.value),
        ("state_controls_editorially", "state controls editorially", answers.state_controls_editorially.value),
    )


def _class_shown(notice: Notice) -> str:
    code, words = notice.independence.value, describe(notice.independence, notice.evidence)
    told = words if words.startswith(code) else f"{code}, {words}"
    asked = "; ".join(f"{question}: {answer}" for _, question, answer in _answers(notice.answers))
    return f"{told} ({asked})"


# 256: more sources than stand on a page; a feed of 100 items repeats the notices of a few.
@lru_cache(maxsize=256)
def notice_html(notice: Notice) -> SanitisedHtml:
    """The notice as an ``<aside>``, for pages and for the content of feeds.

    Made of elements that feed readers keep; where one drops the ``<aside>`` or its attributes, the words stay.
    """
    page = escape(clean(notice.source_page))
    parts = {part.key: part for part in compose(notice)}
    name = f'<p><strong>Source: <a href="{page}">{escape(parts["name"].shown)}</a></strong></p>'
    rows = "".join(_row(parts[key]) for key in ("owner", "funder", "country", "class", "why"))
    closing = f"<p>{escape(parts['disclaimer'].shown)}"
    closing += f' <a href="{page}">What is known of the source, with the evidence</a></p>'
    words = parts.get("words")
    added = f"<p>{escape(words.label)}: {escape(words.shown)}</p>" if words else ""
    source = escape(clean(notice.source_id))
    return SanitisedHtml(f'<aside role="note" data-notice="{source}">{name}<ul>{rows}</ul>{added}{closing}</aside>')


def _row(part: Part) -> str:
    links = ", ".join(
        f'<a href="{escape(url)}">evidence{"" if len(part.citations) == 1 else f" {number}"}</a>'
        for number, url in enumerate(part.citations, start=1)
    )
    return f"<li>{escape(part.label)}: {escape(part.shown)}{f' [{links}]' if links else ''}</li>"


def notice_text(notice: Notice) -> str:
    """The notice in words alone, a line a part."""
    parts = (f"{part.label}: {part.shown}" if part.label else part.shown for part in compose(notice))
    return "\n".join(parts)


def notice_xml(notice: Notice) -> etree._Element:
    """The notice as ``<notice xmlns="urn:audiatur:notice:1" source="SOURCE-ID">``, to be a child of an item.

    A child element for each part, with the word "unknown" where nothing is evidenced, then an ``evidence`` element for
    each claim that counts.
    """
    root = etree.Element(_name("notice"), {"source": clean(notice.source_id)}, nsmap=as_default(NOTICE))
    for part in compose(notice):
        etree.SubElement(root, _name(part.key)).text = UNKNOWN if part.value is None else part.value
    etree.SubElement(root, _name("page")).text = clean(notice.source_page)
    for claim in notice.evidence:
        said = {key: value for key, value in _evidence(claim).items() if isinstance(value, str)}
        etree.SubElement(root, _name("evidence"), said)
    return root


def _name(local: str) -> str:
    return f"{{{NOTICE}}}{local}"


def notice_json(notice: Notice) -> dict[str, Json]:
    """The notice as an object; ``owner``, ``funder`` and ``country`` are null where nothing is evidenced."""
    told: dict[str, Json] = {part.key: part.value for part in compose(notice)}
    answers: dict[str, Json] = {key: answer for key, _, answer in _answers(notice.answers)}
    evidence: list[Json] = [_evidence(claim) for claim in notice.evidence]
    return {
        "source": clean(notice.source_id),
        **told,
        "words": told.get("words"),
        "class_description": describe(notice.independence, notice.evidence),
        "answers": answers,
        "page": clean(notice.source_page),
        "evidence": evidence,
    }


def _evidence(claim: Claim) -> dict[str, Json]:
    return {
        "field": claim.field.value,
        "value": clean(claim.value),
        "url": web_address(claim.source_url),
        "retrieved": claim.retrieved.isoformat() if claim.retrieved else None,
        "asserted_by": clean(claim.asserted_by),
    }
