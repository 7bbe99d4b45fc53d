"""A story to be cited: a page with the citations in words, and files for the programs that keep them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from audiatur.hub.articles.items import Item
from audiatur.hub.gate import absolute
from audiatur.hub.pages.frame import Head, identity, page
from audiatur.hub.sources.standing import Standing
from audiatur.hub.stories.models import Story
from audiatur.hub.stories.queries import Loaded, load_story
from audiatur.hub.stories.views import story_or_redirect
from audiatur.hub.viewer import gate_of, varied
from audiatur.publishing.citations import FORMS, CitedStory, csl, text_of

# The forms of a citation by the ending of its address: the type of the file, and what programs call it.
TYPES: Mapping[str, tuple[str, str]] = {
    "txt": ("text/plain", "Text"),
    "bib": ("application/x-bibtex", "BibTeX"),
    "ris": ("application/x-research-info-systems", "RIS"),
    "json": ("application/vnd.citationstyles.csl+json", "CSL-JSON"),
}


@dataclass(frozen=True, slots=True)
class CitedItem:
    """An article with its citation in words; the notice is shown beside it."""

    item: Item
    words: str


def cite(request: HttpRequest, uid: str) -> HttpResponse:
    """How to cite a story and each of its articles that is shown."""
    row = story_or_redirect(request, uid, "story_cite")
    if isinstance(row, HttpResponse):
        return row
    standing = Standing.load(gate_of(request))
    loaded = load_story(standing, row, None)
    story = _cited(standing, row, loaded)
    path = reverse("story_cite", args=[row.uid])
    head = Head(_("Cite: %(title)s") % {"title": story.title}, _("Citations of a story and its articles."), path)
    items = [CitedItem(item, text_of(item.released, story).partition("\n")[0]) for item in loaded.items]
    names = {form: _("Text") if form == "txt" else name for form, (_type, name) in TYPES.items()}
    forms = [(name, reverse("story_cited", args=[row.uid, form])) for form, name in names.items()]
    values = {
        "story": story,
        "row": row,
        "items": items,
        "forms": forms,
        "withheld": loaded.withheld,
        "first": loaded.items[:1],
    }
    return page(request, "hub/story_cite.html", head, values)


def cited(request: HttpRequest, uid: str, form: str) -> HttpResponse:
    """The citations as a file for programs; each article has its notice."""
    row = story_or_redirect(request, uid, "story_cited", form)
    if isinstance(row, HttpResponse):
        return row
    standing = Standing.load(gate_of(request))
    story = _cited(standing, row, load_story(standing, row, None))
    body = FORMS[form](story) if form in FORMS else json.dumps(csl(story), ensure_ascii=False, indent=1)
    response = HttpResponse(body, content_type=f"{TYPES[form][0]}; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="story-{row.uid}.{form}"'
    return varied(response)


def _cited(standing: Standing, row: Story, loaded: Loaded) -> CitedStory:
    return CitedStory(
        uid=row.uid,
        url=absolute(reverse("story", args=[row.uid])),
        title=loaded.items[0].title if loaded.items else _("A story that may not be shown here"),
        hub=identity(),
        seen=standing.gate.viewer.now.date(),
        items=tuple(item.released for item in loaded.items),
        withheld=loaded.withheld,
    )
