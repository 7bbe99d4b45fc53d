"""The notice in every form in which it leaves: one function composes its parts, the others only write them down."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import Final

from lxml import etree

from audiatur.markup.html import SanitisedHtml
from audiatur.provenance.independence import describe
from audiatur.provenance.values import Answer, Answers, Claim, ClaimField, IndependenceClass, Notice
from audiatur.provenance.wordings import wording
from audiatur.publishing.characters import clean, web_address
from audiatur.publishing.namespaces import NOTICE, as_default
from audiatur.publishing.values import Json

UNKNOWN: Final = "unknown"
"""Told to programs where no claim with a citation says anything; readers are told it in their language."""

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
    code, words = notice.independence.value, wording(notice.language)
    parts = [
        _part("name", words.source, notice.source_name),
        _cited(notice, "owner", words.owner, notice.owner, ClaimField.OWNER),
        _cited(notice, "funder", words.funder, notice.funder, ClaimField.FUNDER),
        _cited(notice, "country", words.country, notice.country, ClaimField.COUNTRY),
        Part("class", words.independence, code, _class_shown(notice), _citations(notice, *_QUESTIONS)),
        _part("why", words.why, notice.why),
        _part("disclaimer", "", notice.disclaimer),
    ]
    if notice.words is not None:
        parts.append(_part("words", words.added, notice.words))
    return tuple(parts)


def _part(key: str, label: str, value: str) -> Part:
    return Part(key, label, clean(value), clean(value))


def _cited(notice: Notice, key: str, label: str, value: str | None, field: ClaimField) -> Part:
    if value is None:
        return Part(key, label, None, wording(notice.language).unknown)
    return Part(key, label, clean(value), clean(value), _citations(notice, field))


def _citations(notice: Notice, *fields: ClaimField) -> tuple[str, ...]:
    cited = (web_address(claim.source_url) for claim in notice.evidence if claim.field in fields)
    return tuple(dict.fromkeys(url for url in cited if url is not None))


def _answers(answers: Answers) -> tuple[tuple[str, Answer], ...]:
    """Key and answer of the three questions."""
    return (
        ("mainly_state_funded", answers.mainly_state_funded),
        ("state_governs", answers.state_governs),
        ("state_controls_editorially", answers.state_controls_editorially),
    )


def _class_shown(notice: Notice) -> str:
    cls, words = notice.independence, wording(notice.language)
    meaning = describe(cls, notice.evidence, notice.language)
    told = meaning if cls is IndependenceClass.UNKNOWN else f"{cls.value}, {meaning}"
    answers = (words.answers[answer] for _, answer in _answers(notice.answers))
    asked = "; ".join(f"{question}: {answer}" for question, answer in zip(words.questions, answers, strict=True))
    return f"{told} ({asked})"


# 768: more sources than stand on a page, in three languages; a feed of 100 items repeats the notices of a few.
@lru_cache(maxsize=768)
def notice_html(notice: Notice) -> SanitisedHtml:
    """The notice as an ``<aside>``, for pages and for the content of feeds.

    Made of elements that feed readers keep; where one drops the ``<aside>`` or its attributes, the words stay.
    """
    page = escape(clean(notice.source_page))
    parts = {part.key: part for part in compose(notice)}
    words = wording(notice.language)
    name = f'<p><strong>{escape(parts["name"].label)}: <a href="{page}">{escape(parts["name"].shown)}</a></strong></p>'
    rows = "".join(_row(parts[key], words.evidence) for key in ("owner", "funder", "country", "class", "why"))
    closing = f"<p>{escape(parts['disclaimer'].shown)}"
    closing += f' <a href="{page}">{escape(words.more)}</a></p>'
    said = parts.get("words")
    added = f"<p>{escape(said.label)}: {escape(said.shown)}</p>" if said else ""
    source = escape(clean(notice.source_id))
    return SanitisedHtml(f'<aside role="note" data-notice="{source}">{name}<ul>{rows}</ul>{added}{closing}</aside>')


def _row(part: Part, evidence: str) -> str:
    links = ", ".join(
        f'<a href="{escape(url)}">{escape(evidence)}{"" if len(part.citations) == 1 else f" {number}"}</a>'
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
    answers: dict[str, Json] = {key: answer.value for key, answer in _answers(notice.answers)}
    evidence: list[Json] = [_evidence(claim) for claim in notice.evidence]
    return {
        "source": clean(notice.source_id),
        **told,
        "words": told.get("words"),
        "class_description": describe(notice.independence, notice.evidence, notice.language),
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
