"""The page on which an editor sees what would leave of a source, under its policy as saved and as tried."""

from __future__ import annotations

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from audiatur.hub.editors.trial import TrialGate, leaving
from audiatur.hub.editors.trial_form import asked
from audiatur.hub.gate import Gate, policy_of
from audiatur.hub.sources.models import Policy, Source
from audiatur.hub.sources.policies import policy_words


def preview_page(request: HttpRequest, site: AdminSite, source: Source) -> HttpResponse:
    """The preview. The caller has made sure that whoever asks may see it."""
    saved = policy_of(source)
    form, trial = asked(request.GET, saved, now=timezone.now())
    viewer = trial.viewer
    values = {
        **site.each_context(request),
        "title": f"What will be published of {source.name}",
        "source": source,
        "policy_row": Policy.objects.filter(source=source).first(),
        "form": form,
        "viewer": viewer,
        "saved_words": policy_words(saved, viewer.now),
        "saved": leaving(Gate(viewer), source),
        "tried_words": policy_words(trial.policy, viewer.now) if trial.policy else (),
        "tried": leaving(TrialGate(viewer, source, trial.policy), source) if trial.policy else (),
        "is_trial": trial.policy is not None,
        "opts": Source._meta,
    }
    return TemplateResponse(request, "admin/hub/source/preview.html", values)
