"""What the machine gives any Django page: a fixed template behind the hub's own middleware and server, no query."""

from __future__ import annotations

import os
import sys

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from audiatur.hub.serving import PROCESSES

_PAGE = "<!doctype html><title>{{ title }}</title>" + "<p>The ferry talks resume on Monday.</p>" * 200


def fixed(request: HttpRequest) -> HttpResponse:
    """A page of some 8 kB."""
    return HttpResponse(engines["django"].from_string(_PAGE).render({"title": "Fixed"}, request))


urlpatterns = [path("", fixed)]

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "audiatur.hub.settings")
settings.ROOT_URLCONF = __name__ if __name__ != "__main__" else "benchmarks.pages_bare"
# The frame of the hub's pages asks the database for the topics.
settings.TEMPLATES[0]["OPTIONS"] = {"context_processors": []}
application = get_wsgi_application()


if __name__ == "__main__":
    Granian(
        "benchmarks.pages_bare:application",
        address="127.0.0.1",
        port=int(sys.argv[1]),
        interface=Interfaces.WSGI,
        workers=min(PROCESSES, os.cpu_count() or 1),
        blocking_threads=4,
        log_level=LogLevels.warning,
    ).serve()
