"""The addresses of the hub. Every one of them is a way out: the invariant tests walk this table."""

from __future__ import annotations

from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

from audiatur.hub.articles import views as articles
from audiatur.hub.languages import views as languages
from audiatur.hub.pages import views as pages
from audiatur.hub.sources import views as sources
from audiatur.hub.statements import views as statements
from audiatur.hub.stories import editing_views as deciding
from audiatur.hub.stories import front_views, topics

urlpatterns: list[URLPattern | URLResolver] = [
    path("", front_views.front, name="front"),
    path("", include("audiatur.hub.feeds.urls")),
    path("", include("audiatur.hub.stories.urls")),
    path("editors/stories/<slug:uid>/", deciding.edit_story, name="edit_story"),
    path("articles/<slug:uid>/", articles.article, name="article"),
    path("articles/<slug:uid>/changes/", articles.article_changes, name="article_changes"),
    path("sources/", sources.sources, name="sources"),
    path("sources/<slug:slug>/", sources.source, name="source"),
    path("sources.opml", pages.sources_opml, name="sources_opml"),
    path("speakers/", statements.speakers, name="speakers"),
    path("speakers/<str:slug>/", statements.speaker, name="speaker"),
    path("", include("audiatur.hub.statements.urls")),
    path("", include("audiatur.hub.search.urls")),
    path("topics/<slug:slug>/", topics.topic, name="topic"),
    path("topics/<slug:slug>/sides/<slug:side>/", topics.side, name="side"),
    path("language/", languages.choose, name="language"),
    path("", include("audiatur.hub.pages.urls")),
    path("about/", pages.about, name="about"),
    path("method/", pages.method, name="method"),
    path("healthz", pages.healthz, name="healthz"),
    path("robots.txt", pages.robots, name="robots"),
    path("favicon.ico", pages.favicon, name="favicon"),
    path("admin/", admin.site.urls),
]
