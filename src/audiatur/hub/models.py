"""All tables of the hub, for Django and for those who import them."""

from __future__ import annotations

from audiatur.hub.articles.models import Anatomy, Article, Band, CopyKind, Delivery, Entry, Origin, Version
from audiatur.hub.records.models import QuotationTrace, TraceDue, Transcript, TranscriptTerm
from audiatur.hub.search.models import IndexedArticle, IndexedStatement
from audiatur.hub.sources.models import (
    Attempt,
    Bar,
    Claim,
    Feed,
    FeedKind,
    FeedState,
    Outcome,
    Policy,
    RegisterStamp,
    Source,
)
from audiatur.hub.statements.editorial import Correction, Decision, Report, Tally
from audiatur.hub.statements.models import Speaker, SpeakerName, Statement
from audiatur.hub.stories.editorial import Kinship, Meaning, Placement, StoryDecision
from audiatur.hub.stories.models import Side, Story, Topic
from audiatur.hub.worker.lease import LeaseRow

__all__ = [
    "Anatomy",
    "Article",
    "Attempt",
    "Band",
    "Bar",
    "Claim",
    "CopyKind",
    "Correction",
    "Decision",
    "Delivery",
    "Entry",
    "Feed",
    "FeedKind",
    "FeedState",
    "IndexedArticle",
    "IndexedStatement",
    "Kinship",
    "LeaseRow",
    "Meaning",
    "Origin",
    "Outcome",
    "Placement",
    "Policy",
    "QuotationTrace",
    "RegisterStamp",
    "Report",
    "Side",
    "Source",
    "Speaker",
    "SpeakerName",
    "Statement",
    "Story",
    "StoryDecision",
    "Tally",
    "Topic",
    "TraceDue",
    "Transcript",
    "TranscriptTerm",
    "Version",
]
