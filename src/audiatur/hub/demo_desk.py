"""The demo's desk at work: what its editor decided, and what a reader reported, in the hub's own way.

Nothing is written past the functions that the pages of editors and readers call, so the demo shows what they do.
"""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from audiatur.hub.articles.models import Article, Version
from audiatur.hub.statements.deciding import Hand, add, correct, speaker_value
from audiatur.hub.statements.editorial import Field, Report, Wrong
from audiatur.hub.statements.models import Statement
from audiatur.hub.statements.people import found, merge
from audiatur.spans import Span
from audiatur.statements.permanence import places

EDITOR = "demo-editor"
# A quotation that its article gives to the front pages of a country: whose words they are, it tells further up.
CORRECTED = ("alviera-public", "halvard-speech-analysis")
CORRECTED_WORDS = '"Patience is not the same as consent."'
CORRECTED_SPEAKER = "Irena Halvard"
# Two entries of one person, which the reader kept apart: the spellings are too far from each other for it.
MERGED = ("Уго Бельмар", "Hugo Bellmar")
# What a reader reports, and nobody has looked at yet.
REPORTED = ("dorvenia-international", "orsak-open-hand")
REPORTED_WORDS = "do not live by a diplomatic calendar"
# What an outlet said in its first version and no longer in the newest.
DROPPED = ("kelmara-public", "queen-ilse-aground")
DROPPED_WORDS = "not in immediate danger of sinking"
# A quotation that stands otherwise in the record, in an outlet that is barred nowhere.
TRACED = ("kelmara-public", "orsak-misfortune")
TRACED_WORDS = "keep no diplomatic calendar"


def done() -> bool:
    """Whether the desk has been at work here; it is the last who is, so that the demo is filled."""
    return User.objects.filter(username=EDITOR).exists()


@transaction.atomic
def work(now: datetime) -> None:
    """Correct a speaker and where her words end, merge two entries of one person, and leave a reader's report open."""
    hand = Hand(_editor(), now)
    corrected = statement(CORRECTED, CORRECTED_WORDS) or _added(CORRECTED, CORRECTED_WORDS, hand)
    note = "The front pages print her address; the article says so in its first paragraph."
    if corrected is not None:
        correct(corrected, Field.SPEAKER, speaker_value(CORRECTED_SPEAKER, "person", "President"), hand, note)
        words = [span.as_json() for span in _spans(corrected.version, CORRECTED_WORDS)]
        correct(corrected, Field.CONTENT, {"content": words}, hand, "It ends with the quotation.")
    one, into = (found(name) for name in MERGED)
    if one is not None and into is not None and one.pk != into.pk:
        merge(one, into, hand, "The secretary of the Littoral Council, in the Russian spelling.")
    reported = statement(REPORTED, REPORTED_WORDS) or _added(REPORTED, REPORTED_WORDS, hand)
    if reported is not None:
        Report.objects.create(
            article=reported.version.article,
            statement=reported.uid,
            wrong=Wrong.WORDS,
            words="The transcript has: The courts of Dorvenia do not keep a diplomatic calendar.",
            made=now,
        )


def statement(article: tuple[str, str], words: str) -> Statement | None:
    """The newest statement of an article that counts and has these words; None where the reader found none."""
    row = held(*article)
    if row is None:
        return None
    rows = Statement.objects.told().filter(version__article=row).order_by("-version__number", "index")
    return next((one for one in rows if any(words in str(span["text"]) for span in one.content)), None)


def held(slug: str, key: str) -> Article | None:
    """The article as the hub holds it; None where it holds none. Found by its page, for not every feed has ids."""
    rows = Article.objects.filter(source__slug=slug, url__endswith=f"/{slug}/{key}.html")
    return rows.select_related("story", "source", "latest").first()


def _editor() -> User:
    """The editor of the demo: a name in the logs, with whom nobody can log in."""
    user, new = User.objects.get_or_create(username=EDITOR)
    if new:
        user.set_unusable_password()
        user.save()
    return user


def _added(article: tuple[str, str], words: str, hand: Hand) -> Statement | None:
    """The statement as an editor adds it who finds that the reader missed it; None where the words do not stand."""
    row = held(*article)
    latest = row.latest if row is not None else None
    spans = _spans(latest, words)
    return add(latest, spans, hand, note="The reader of the hub missed it.") if latest is not None and spans else None


def _spans(version: Version | None, words: str) -> list[Span]:
    return places(version.reading, words)[:1] if version is not None else []
