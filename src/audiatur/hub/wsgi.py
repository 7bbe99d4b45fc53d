"""The hub as a WSGI application, for granian or any other server."""

from __future__ import annotations

import gc
import os
from importlib import import_module

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "audiatur.hub.settings")
application = get_wsgi_application()
# The addresses are loaded now, not with the first request: what is broken ends the start and says why.
import_module("audiatur.hub.urls")
# What is loaded by now stays as long as the process does, and so does most of what pages keep. Python looked through it
# all for what may go whenever 700 objects were new, which cost a tenth of each page.
gc.collect()
gc.freeze()
gc.set_threshold(10_000, 10, 10)
