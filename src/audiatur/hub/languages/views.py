"""The form at the foot of every page by which a reader chooses the language of the interface."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from audiatur.hub.languages.addresses import plain
from audiatur.hub.languages.choice import PARAMETER, keep, offered


# Exempt, because a guarded form would set every reader a random cookie. All that a forged request could do is to show
# this hub in another of its languages.
@csrf_exempt
@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Keep the chosen language and lead back to the page that was read; 400 for a language that the hub lacks."""
    code = offered(request.POST.get(PARAMETER))
    if code is None:
        return HttpResponseBadRequest(_("This hub does not speak that language."), content_type="text/plain")
    response = HttpResponseRedirect(_back(request))
    keep(response, code)
    return response


def _back(request: HttpRequest) -> str:
    """The address on this hub that the form names, without a language of its own; else the front page."""
    told = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(told, allowed_hosts=None) or not told.startswith("/"):
        return reverse("front")
    return plain(told)
