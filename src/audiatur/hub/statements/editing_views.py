"""The pages on which signed-in editors correct statements and decide about speakers. No script is needed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps

from django.contrib import messages
from django.contrib.auth.models import User
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from audiatur.errors import InputError
from audiatur.hub.articles.models import Article
from audiatur.hub.pages.frame import Head
from audiatur.hub.statements import people
from audiatur.hub.statements.deciding import Hand, add, correct, speaker_value, undo
from audiatur.hub.statements.editing_forms import (
    AddForm,
    AddresseeForm,
    ClassForm,
    ContentForm,
    DateForm,
    ExactForm,
    PlaceForm,
    RejectForm,
    SpeakerForm,
)
from audiatur.hub.statements.editorial import Correction, Decision, Field, Report, Verdict
from audiatur.hub.statements.models import Speaker, Statement
from audiatur.hub.statements.permanent import find
from audiatur.hub.viewer import viewer_of
from audiatur.spans import Span
from audiatur.statements.values import StatementClass

# Statements of a speaker that can be moved one by one.
LISTED = 200
View = Callable[..., HttpResponse]

FORMS: Mapping[Field, type[ExactForm]] = {
    Field.SPEAKER: SpeakerForm,
    Field.CLASS: ClassForm,
    Field.CONTENT: ContentForm,
    Field.DATE: DateForm,
    Field.PLACE: PlaceForm,
    Field.ADDRESSEE: AddresseeForm,
    Field.REJECTED: RejectForm,
}


def for_editors(permission: str) -> Callable[[View], View]:
    """Only for those who may: others are sent to the login, and who is logged in without the right is refused."""

    def guarded(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: str, **kwargs: str) -> HttpResponse:
            user = request.user
            if not user.is_authenticated or not user.is_active or not user.is_staff:
                return redirect_to_login(request.get_full_path(), reverse("admin:login"))
            if not user.has_perm(permission):
                raise PermissionDenied
            response = view(request, *args, **kwargs)
            response["Cache-Control"] = "no-store"
            return response

        return answer

    return guarded


def hand_of(request: HttpRequest) -> Hand:
    """The editor who asks."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return Hand(request.user, viewer_of(request).now)


@for_editors("hub.change_statement")
def edit_statement(request: HttpRequest, uid: str) -> HttpResponse:
    """Correct a statement field by field, or take a correction back."""
    row = find(uid)
    if row is None:
        raise Http404("no such statement")
    chosen, sent = request.POST.get("field"), None
    if request.method == "POST":
        if "undo" in request.POST:
            one = get_object_or_404(Correction, pk=_number(request.POST["undo"]), statement=uid)
            undo(one, hand_of(request))
            messages.success(request, _("Taken back: %(what)s.") % {"what": one.get_field_display()})
            return HttpResponseRedirect(request.path)
        field = next((one for one in FORMS if one == chosen), None)
        if field is None:
            raise Http404("no such field")
        sent = _form(field, row, request)
        if sent.is_valid():
            correct(row, field, _value(field, sent), hand_of(request), sent.cleaned_data["note"])
            messages.success(request, _("Corrected: %(what)s.") % {"what": field.label})
            return HttpResponseRedirect(request.path)
    forms = [(field, field.label, sent if field == chosen and sent else _form(field, row)) for field in FORMS]
    values = {
        "row": row,
        "forms": forms,
        "corrections": Correction.objects.filter(statement=uid),
        "reports": Report.objects.filter(statement=uid, state=Verdict.OPEN),
        "lines": _lines(row.version.reading),
        "known": _known(row.version.article),
    }
    return _page(request, "hub/edit_statement.html", _("Correct a statement"), values)


@for_editors("hub.add_statement")
def edit_article(request: HttpRequest, uid: str) -> HttpResponse:
    """Add a statement to an article by exact words; all its statements, those that do not count too."""
    article = get_object_or_404(Article.objects.select_related("latest", "source"), uid=uid, latest__isnull=False)
    version = article.latest
    if version is None:
        raise Http404("no version")
    form = AddForm(request.POST if request.method == "POST" else None, reading=version.reading)
    if request.method == "POST" and form.is_valid():
        told, hand = form.cleaned_data, hand_of(request)
        class_ = StatementClass(told["class_"])
        try:
            row = add(
                version,
                told["content"],
                hand,
                mention=told["mention"],
                cue=told["cue"],
                class_=class_,
                note=told["note"],
            )
        except InputError as error:
            form.add_error(None, str(error))
        else:
            if told["name"]:
                correct(row, Field.SPEAKER, speaker_value(told["name"], told["type"]), hand, told["note"])
            return HttpResponseRedirect(reverse("edit_statement", args=[row.uid]))
    values = {
        "article": article,
        "form": form,
        "rows": Statement.objects.filter(version=version).select_related("speaker"),
        "lines": _lines(version.reading),
    }
    return _page(request, "hub/edit_article.html", _("Statements of an article"), values)


@for_editors("hub.change_speaker")
def edit_speaker(request: HttpRequest, slug: str) -> HttpResponse:
    """Merge a speaker into another, split names or statements off, rename."""
    row = get_object_or_404(Speaker.objects.select_related("merged_into"), slug=slug)
    if row.merged_into is not None:
        return HttpResponseRedirect(reverse("edit_speaker", args=[row.merged_into.slug]))
    if request.method == "POST":
        try:
            target = _decided(request, row)
        except InputError as error:
            messages.error(request, f"{error}.")
            target = row
        return HttpResponseRedirect(reverse("edit_speaker", args=[target.slug]))
    rows = row.statements.select_related("version__article__source").order_by("-version__article__published")
    values = {
        "row": row,
        "names": row.names.all(),
        "statements": rows.defer("version__text", "version__html")[:LISTED],
        "decisions": Decision.objects.filter(speaker=row).select_related("other"),
        "merged": row.merged.all(),
    }
    return _page(request, "hub/edit_speaker.html", _("Speaker: %(name)s") % {"name": row.name}, values)


def _decided(request: HttpRequest, row: Speaker) -> Speaker:
    """Do what a form of the speaker's page asks; the speaker whose page comes next."""
    told, hand = request.POST, hand_of(request)
    note = told.get("note", "")[:500]
    match told.get("act"):
        case "merge":
            into = _other(told.get("other", ""), must=True)
            if into is not None:
                people.merge(row, into, hand, note)
                messages.success(
                    request, _("%(name)s is one with %(other)s now.") % {"name": row.name, "other": into.name}
                )
                return into
        case "names":
            target = people.move_names(row, told.getlist("name"), _other(told.get("other", "")), hand, note)
            messages.success(request, _("Moved to %(name)s (%(slug)s).") % {"name": target.name, "slug": target.slug})
        case "statements":
            rows = row.statements.filter(pk__in=[_number(key) for key in told.getlist("statement")])
            chosen = rows.select_related("version__article")
            target = people.move_statements(row, chosen, _other(told.get("other", "")), hand, note)
            messages.success(request, _("Moved to %(name)s (%(slug)s).") % {"name": target.name, "slug": target.slug})
        case "rename":
            name = " ".join(told.get("name", "").split())[:300]
            if name:
                people.rename(row, name, hand, note)
        case _:
            raise Http404("no such act")
    return row


def _other(words: str, *, must: bool = False) -> Speaker | None:
    found = people.found(words) if words.strip() else None
    if found is None and (must or words.strip()):
        raise InputError("unknown-speaker", "there is no speaker of that name or address", place=words[:100])
    return found


def _number(word: str) -> int:
    if not word.isascii() or not word.isdigit() or len(word) > 15:
        raise Http404("no such row")
    return int(word)


def _form(field: Field, row: Statement, request: HttpRequest | None = None) -> ExactForm:
    near = min((int(span["start"]) for span in row.content), default=0)
    data = request.POST if request is not None else None
    return FORMS[field](data, initial=_initial(row), reading=row.version.reading, near=near, prefix=field.value)


def _initial(row: Statement) -> dict[str, object]:
    return {
        "name": row.name,
        "type": row.speaker_type,
        "role": row.role,
        "class_": row.class_name,
        "content": "\n".join(f"{span['start']}-{span['end']}" for span in row.content),
        "date": row.date,
        "date_text": row.date_text["text"] if row.date_text else "",
        "place": row.place["text"] if row.place else "",
        "addressee": row.addressee["text"] if row.addressee else "",
    }


def _value(field: Field, form: ExactForm) -> Mapping[str, object]:
    """What a filled form says, as the value of a correction."""
    told = form.cleaned_data
    if field is Field.SPEAKER:
        return speaker_value(" ".join(told["name"].split()), told["type"], told["role"])
    keys = {
        Field.CLASS: {"class": "class_"},
        Field.CONTENT: {"content": "content"},
        Field.DATE: {"date": "date", "date_text": "date_text"},
        Field.PLACE: {"place": "place"},
        Field.ADDRESSEE: {"addressee": "addressee"},
    }.get(field, {})
    return {key: _json(told[name]) for key, name in keys.items()}


def _json(value: object) -> object:
    """A place, or several, as they are stored; a word as it is."""
    if isinstance(value, list):
        return [_json(one) for one in value]
    return value.as_json() if isinstance(value, Span) else value


def _lines(reading: str) -> list[tuple[int, int, str]]:
    """The lines of a reading with the places of their first and after their last character."""
    found, start = [], 0
    for line in reading.split("\n"):
        if line.strip():
            found.append((start, start + len(line), line))
        start += len(line) + 1
    return found


def _known(article: Article) -> list[str]:
    """The names of the speakers of the article's story, to choose from."""
    told = Statement.objects.told_now().filter(version__article__story=article.story_id).exclude(name="")
    names = told.order_by("name").values_list("name", flat=True).distinct()
    return list(names[:LISTED]) if article.story_id else []


def _page(request: HttpRequest, template: str, title: str, values: Mapping[str, object]) -> HttpResponse:
    head = Head(title, title, request.path)
    return render(request, template, {**values, "head": head})
