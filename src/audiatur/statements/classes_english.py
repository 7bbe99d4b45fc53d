"""The class of a statement by its verb and how it is built: "denied that" reports words, "denied it" is an act.

Speech introduces a proposition or words; an act is done in speaking, and its content is what it is done about; what is
in writing is a document's, whoever wrote it; a state of mind has no utterance. The guidelines of our own gold say more.
"""

from __future__ import annotations

import re

from audiatur.statements.candidates import Candidate
from audiatur.statements.values import SpeakerType, StatementClass
from audiatur.statements.verbs_english import VERBS
from audiatur.statements.wordlists import words
from audiatur.statements.words_english import FINITE, MODALS, SUBORDINATORS

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_MARK = re.compile(r"^\s*[\"“„«‘']")
_WRITING = re.compile(
    r"\b(?:in|via) (?:an? |the |his |her |its |their |another )(?:(?!voice|video|audio|phone|radio)[\w’'-]+ ){0,2}?"
    r"(?:statement|note|letter|post|e-?mail|memo|memorandum|filing|tweet|text|book|column|article|report|memoir|essay|"
    r"op-ed|blog|diary|communiqué|communique|bulletin|paper|editorial|message)s?\b"
    r"|\bon (?:his|her|its|their|the) (?:[\w’'-]+ ){0,2}?(?:page|blog|website|account)\b",
    re.IGNORECASE,
)
_PAPER = re.compile(r"\b(?:newspaper|daily|weekly|paper|magazine|journal)\b")  # the noun, never an outlet's name
_ASKED_TO = re.compile(r"\b(?:to|for|that)\b")

_ACTS = words(
    """instruct plead beg beseech implore invite urge order command accuse thank beg congratulate condole remind-to
    compare dispute dismiss reject demand press"""
)
_OPINIONS = words("reckon know suppose believe think hope fear doubt expect want wish regret feel trust assume suspect")
_WRITTEN = words("write tweet post email blog text")
_NOUN_ACTS = words("declare announce report propose offer warn express pledge promise repeat")
_SAID_SO = words("accept concede admit acknowledge insist maintain deny claim confirm record shoot rule")
_FEELINGS = words(
    "confidence hope doubt doubts fear fears conviction belief concern surprise optimism scepticism skepticism"
)


def class_of(text: str, candidate: Candidate, speaker: SpeakerType | None) -> StatementClass:
    """The class of a candidate whose kind of speaker is known (None for unknown)."""
    cue = text[slice(*candidate.cue)].lower() if candidate.cue else ""
    content = text[slice(*candidate.content[0])]
    lemma = _lemma(cue)
    told = _by_construction(text, candidate, lemma, cue, content)
    found = told or candidate.class_
    if speaker is SpeakerType.DOCUMENT and found is not StatementClass.SPEECH_ACT:
        return StatementClass.DOCUMENT
    if found is StatementClass.SPEECH and (lemma in _WRITTEN or _in_writing(text, candidate)):
        return StatementClass.DOCUMENT
    return found


def _lemma(cue: str) -> str:
    """The base form of the last verb of a cue; empty where no word of it is one."""
    found = [verb.lemma for word in _WORD.findall(cue) for verb in VERBS.get(word, ())[:1]]
    return found[-1] if found else "reckon" if cue.startswith("reckon") else ""


def _by_construction(  # noqa: PLR0911 (ordered rules: the first that applies decides)
    text: str, candidate: Candidate, lemma: str, cue: str, content: str
) -> StatementClass | None:
    """The class where verb and construction decide it; None where the verb alone does."""
    first = (_WORD.findall(content.lower()) or [""])[0]
    quoted = bool(_MARK.match(content))
    between = text[candidate.cue[1] : candidate.content[0][0]].lower().split() if candidate.cue else []
    clause = between[-1:] == ["that"] or _has_verb(content)
    if cue.startswith("express") or lemma == "express":
        mood = {*_WORD.findall(cue), *between, first} & _FEELINGS
        return StatementClass.ATTITUDE if mood else None if quoted else StatementClass.SPEECH_ACT
    if lemma == "ask":
        asked = first in SUBORDINATORS or quoted or not _ASKED_TO.search(f"{cue} {content.lower()}")
        return StatementClass.SPEECH if asked else StatementClass.SPEECH_ACT
    if lemma in ("tell", "remind", "advise") and (first == "to" or content.lower().startswith("not to ")):
        return StatementClass.SPEECH_ACT
    if lemma == "deny":
        return StatementClass.SPEECH if clause and first != "having" else StatementClass.SPEECH_ACT
    if lemma in _ACTS:
        return None if quoted and lemma in ("press", "dismiss") else StatementClass.SPEECH_ACT
    if lemma in _OPINIONS or cue.startswith("reckon"):
        return StatementClass.SPEECH if quoted and lemma == "think" else StatementClass.ATTITUDE
    if lemma in _SAID_SO and (between[-1:] == ["that"] or quoted):
        return StatementClass.SPEECH
    if lemma in _NOUN_ACTS and not clause and not quoted and between[-1:] != ["that"]:
        return StatementClass.SPEECH_ACT
    return None


def _has_verb(content: str) -> bool:
    """Whether the first words of a content make a clause: a finite verb stands among them."""
    found = [word.lower() for word in _WORD.findall(content)[:14]]
    return found[:1] != [] and (found[0].endswith("ing") or any(_finite(word) for word in found[1:]))


def _finite(word: str) -> bool:
    return word in FINITE or word in MODALS or word.endswith(("’t", "'t"))


def _in_writing(text: str, candidate: Candidate) -> bool:
    """Whether the words of the sentence that are not the content say that it was written, or a newspaper says it."""
    start, end = candidate.sentence
    outside, at = [], start
    for first, last in sorted(candidate.content):
        outside.append(text[at : max(at, first)])
        at = max(at, last)
    outside.append(text[at : max(at, end)])
    near = outside[0][-120:], " ".join(outside[1:])[:90]
    if any(_WRITING.search(part) for part in near):
        return True
    return bool(candidate.source and _PAPER.search(text[slice(*candidate.source)]))
