"""The page on which signed-in editors decide about a story. No script is needed."""

from __future__ import annotations

import re

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from audiatur.errors import InputError
from audiatur.hub.articles.models import Article
from audiatur.hub.pages.frame import Head
from audiatur.hub.sources.standing import Standing
from audiatur.hub.statements.deciding import Hand
from audiatur.hub.statements.editing_views import for_editors, hand_of
from audiatur.hub.stories import deciding
from audiatur.hub.stories.editorial import StoryAct, StoryDecision
from audiatur.hub.stories.following import current
from audiatur.hub.stories.history import history
from audiatur.hub.stories.kin import relatives
from audiatur.hub.stories.models import Story
from audiatur.hub.viewer import gate_of

# Articles to choose from, the newest.
LISTED = 300
# A story's part of its address, alone or within the address.
_ADDRESS = re.compile(r"(?:.*/stories/)?([a-z0-9-]{1,20})/?\Z", re.IGNORECASE)


@for_editors("hub.change_story")
def edit_story(request: HttpRequest, uid: str) -> HttpResponse:
    """Merge a story, split it, move or pin its articles, keep it as it is, or take a decision back."""
    row = get_object_or_404(Story.objects.select_related("redirect_to"), uid=uid)
    story = current(row)
    if request.method == "POST":
        try:
            story = _decided(request, story)
        except InputError as error:
            messages.error(request, f"{error}.")
        return HttpResponseRedirect(reverse("edit_story", args=[story.uid]))
    if story.pk != row.pk:
        return HttpResponseRedirect(reverse("edit_story", args=[story.uid]))
    articles = Article.objects.filter(story=story, latest__isnull=False).select_related("source", "latest")
    title = _("Decide about a story")
    values = {
        "row": story,
        "articles": articles.defer("latest__text", "latest__html")[:LISTED],
        "relatives": relatives(Standing.load(gate_of(request)), story),
        "history": history(story),
        "fixed": StoryDecision.objects.filter(story=story, act=StoryAct.FIX, undone__isnull=True).exists(),
        "head": Head(title, title, request.path),
    }
    return render(request, "hub/edit_story.html", values)


def _decided(request: HttpRequest, story: Story) -> Story:
    """Do what a form asks; the story whose page comes next."""
    told, hand = request.POST, hand_of(request)
    note = told.get("note", "")[:500]
    match told.get("act"):
        case "merge":
            kept = deciding.merge(story, _other(told.get("other", "")), hand, note)
            messages.success(request, _("The two are one story now."))
            return kept
        case "split":
            part = deciding.split(story, _chosen(request, story), hand, note)
            messages.success(request, _("The articles are a story of their own now; this is its page."))
            return part
        case "move":
            return _move(request, story, hand, note)
        case "pin":
            for article in _chosen(request, story):
                deciding.pin(article, hand, note)
            messages.success(request, _("Pinned."))
        case "fix":
            deciding.fix(story, hand, note)
            messages.success(request, _("The story stays as it is."))
        case "undo":
            deciding.undo(get_object_or_404(StoryDecision, pk=_number(told.get("decision", ""))), hand)
            messages.success(request, _("Taken back."))
        case _:
            raise Http404("no such act")
    return _now(story)


@transaction.atomic
def _move(request: HttpRequest, story: Story, hand: Hand, note: str) -> Story:
    target = _other(request.POST.get("other", ""))
    for article in _chosen(request, story):
        deciding.move(article, target, hand, note)
    messages.success(request, _("Moved."))
    return _now(story)


def _now(story: Story) -> Story:
    return current(Story.objects.select_related("redirect_to").get(pk=story.pk))


def _chosen(request: HttpRequest, story: Story) -> list[Article]:
    """The articles that were ticked; InputError where none was."""
    found = list(story.articles.filter(uid__in=request.POST.getlist("article")))
    if not found:
        raise InputError("nothing-chosen", "no article of the story was chosen", place=story.uid)
    return found


def _other(words: str) -> Story:
    """The story that an editor means by its address or the last part of it; InputError where there is none."""
    match = _ADDRESS.match(words.strip())
    found = Story.objects.filter(uid=match[1].lower()).first() if match else None
    if found is None:
        raise InputError("unknown-story", "there is no story of that address", place=words[:100])
    return found


def _number(word: str) -> int:
    if not word.isascii() or not word.isdigit() or len(word) > 15:
        raise Http404("no such decision")
    return int(word)
