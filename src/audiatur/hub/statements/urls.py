"""The addresses of statements: permanent ones, ledgers, reports, and the pages of editors."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from audiatur.hub.statements import editing_views as editing
from audiatur.hub.statements import ledger_views as ledgers
from audiatur.hub.statements import permanent_views as permanent
from audiatur.hub.statements import reporting

urlpatterns: list[URLPattern | URLResolver] = [
    path("statements/<slug:uid>/", permanent.statement, name="statement"),
    path("statements/<slug:uid>.json", permanent.statement_json, name="statement_json"),
    path("statements/<slug:uid>/report/", reporting.report, name="report"),
    path("stories/<slug:uid>/statements/", ledgers.story_ledger, name="story_ledger"),
    path("stories/<slug:uid>/statements.jsonl", ledgers.story_lines, name="story_lines"),
    path("speakers/<str:slug>/statements/", ledgers.speaker_ledger, name="speaker_ledger"),
    path("speakers/<str:slug>/statements.jsonl", ledgers.speaker_lines, name="speaker_lines"),
    path("topics/<slug:slug>/statements/", ledgers.topic_ledger, name="topic_ledger"),
    path("topics/<slug:slug>/statements.jsonl", ledgers.topic_lines, name="topic_lines"),
    path("editors/statements/<slug:uid>/", editing.edit_statement, name="edit_statement"),
    path("editors/articles/<slug:uid>/", editing.edit_article, name="edit_article"),
    path("editors/speakers/<str:slug>/", editing.edit_speaker, name="edit_speaker"),
]
