"""What the hub consists of besides its pages: style and script, and the hub as an application."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from audiatur.hub.pages import assets, installing

urlpatterns: list[URLPattern | URLResolver] = [
    path("assets/<str:digest>/<str:name>", assets.asset, name="asset"),
    path("site.webmanifest", installing.manifest, name="manifest"),
    path("sw.js", installing.service_worker, name="service_worker"),
    path("terms.json", installing.terms, name="terms"),
    path("offline/", installing.offline, name="offline"),
]
