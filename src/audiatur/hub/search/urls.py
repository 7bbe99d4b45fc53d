"""The addresses of the search: its page, its feeds, the filters of ledgers as feeds, and how browsers learn of it."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

import audiatur.hub.feeds.urls  # noqa: F401 - it registers the formats of feeds as parts of addresses
from audiatur.hub.search import feeds, ledger_feeds, views

urlpatterns: list[URLPattern | URLResolver] = [
    path("search/", views.search, name="search"),
    path("search.<form:form>", feeds.search_feed, name="search_feed"),
    path("opensearch.xml", views.opensearch, name="opensearch"),
    path("stories/<slug:uid>/statements.<form:form>", ledger_feeds.story, name="story_ledger_feed"),
    path("speakers/<str:slug>/statements.<form:form>", ledger_feeds.speaker, name="speaker_ledger_feed"),
    path("topics/<slug:slug>/statements.<form:form>", ledger_feeds.topic, name="topic_ledger_feed"),
]
