"""The addresses of the feeds: what they are of, then the format."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path, register_converter

from audiatur.hub.feeds import views
from audiatur.hub.pages.frame import FEED_FORMATS


class FormatConverter:
    """A feed format in an address: ``rss``, ``atom`` or ``json``."""

    regex = "|".join(FEED_FORMATS)

    def to_python(self, value: str) -> str:
        """The format as views take it."""
        return value

    def to_url(self, value: str) -> str:
        """The format as addresses have it."""
        return value


register_converter(FormatConverter, "form")

urlpatterns: list[URLPattern | URLResolver] = [
    path("feeds/hub.<form:form>", views.hub_feed, name="hub_feed"),
    path("topics/<slug:slug>.<form:form>", views.topic_feed, name="topic_feed"),
    path("topics/<slug:slug>/sides/<slug:side>.<form:form>", views.side_feed, name="side_feed"),
    path("sources/<slug:slug>.<form:form>", views.source_feed, name="source_feed"),
    path("stories/<slug:uid>.<form:form>", views.story_feed, name="story_feed"),
]
