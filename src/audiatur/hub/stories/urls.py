"""The addresses of stories: side by side, with everything, and as citations."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path, re_path

from audiatur.hub.stories import citing, views

urlpatterns: list[URLPattern | URLResolver] = [
    path("stories/<slug:uid>/", views.story, name="story"),
    path("stories/<slug:uid>/whole/", views.story_whole, name="story_whole"),
    path("stories/<slug:uid>/cite/", citing.cite, name="story_cite"),
    re_path(r"^stories/(?P<uid>[-\w]+)/cite\.(?P<form>txt|bib|ris|json)$", citing.cited, name="story_cited"),
]
