"""What an editor corrects stands over another analysis, another engine and another version, and can be undone."""

from __future__ import annotations

import pytest

from audiatur.errors import InputError
from audiatur.hub.models import Article, Correction, Statement
from audiatur.hub.statements.deciding import add, correct, speaker_value, undo
from audiatur.hub.statements.editorial import Field
from audiatur.spans import Span
from audiatur.statements.permanence import permanent_id
from tests.hub.factories import add_version, hours, make_article, make_source
from tests.hub.statements.reading_hub import NOW, editor, latest, read, said

pytestmark = pytest.mark.django_db
TEXT = "Ada Lund said the port of Brenn opens on Monday. Ivo Maro added that nobody was hurt in Tarn."


@pytest.fixture
def article(db: None) -> Article:
    return make_article(make_source("post"), "", TEXT)


def usual(article: Article, text: str = TEXT) -> list[Statement]:
    """What the engine finds."""
    return read(
        article,
        said(text, "the port of Brenn opens on Monday", name="Ada Lund", date="2025-05-04", place="Brenn"),
        said(text, "nobody was hurt in Tarn", name="Ivo Maro", cue="added"),
    )


def new_version(article: Article, text: str) -> None:
    article.latest = add_version(article, "", text, seen=NOW + hours(1))
    article.save()


def place(words: str, text: str = TEXT) -> dict[str, int | str]:
    return Span.of(text, text.index(words), text.index(words) + len(words)).as_json()


CORRECTIONS: list[tuple[Field, dict[str, object], str, object]] = [
    (Field.CLASS, {"class": "attitude"}, "class_name", "attitude"),
    (Field.CONTENT, {"content": [place("the port of Brenn opens")]}, "content", [place("the port of Brenn opens")]),
    (Field.DATE, {"date": "2025-05", "date_text": place("on Monday")}, "date", "2025-05"),
    (Field.PLACE, {"place": None}, "place", None),
    (Field.ADDRESSEE, {"addressee": place("Ivo Maro")}, "addressee", place("Ivo Maro")),
    (Field.REJECTED, {}, "state", "rejected"),
]


@pytest.mark.parametrize(("field", "value", "column", "expected"), CORRECTIONS)
def test_a_correction_stands_over_another_analysis_and_is_undone(
    article: Article, field: Field, value: dict[str, object], column: str, expected: object
) -> None:
    row = usual(article)[0]
    former = getattr(row, column)
    made = correct(row, field, value, editor())
    for _ in range(2):
        row.refresh_from_db()
        assert getattr(row, column) == expected
        usual(article)
    undo(made, editor("bob"))
    row.refresh_from_db()
    assert (getattr(row, column), row.derived) == (former, {})
    made.refresh_from_db()
    assert (made.by_name, made.made, made.undone_by) == ("alice", NOW, "bob")


def test_the_original_is_kept_beside_it(article: Article) -> None:
    row = usual(article)[0]
    correct(row, Field.SPEAKER, speaker_value("Ivo Maro", "person"), editor())
    row.refresh_from_db()
    assert row.speaker is not None
    assert (row.speaker.slug, row.derived) == ("ivo-maro", {"name": "Ada Lund"})


def test_another_engine_does_not_lose_a_correction(article: Article) -> None:
    row = usual(article)[0]
    correct(row, Field.SPEAKER, speaker_value("Ivo Maro", "person"), editor())
    # It cuts the words otherwise and names another speaker.
    (found,) = read(article, said(TEXT, "the port of Brenn opens", name="Brenn"))
    assert (found.uid, found.name, found.content[0]["text"]) == (row.uid, "Ivo Maro", "the port of Brenn opens")


def test_what_another_engine_misses_stays_where_an_editor_corrected_it(article: Article) -> None:
    one, other = usual(article)
    correct(one, Field.DATE, {"date": "2025-05-05", "date_text": None}, editor())
    assert [row.uid for row in read(article)] == [one.uid]
    other.refresh_from_db()
    assert other.state == "withdrawn"
    assert [row.uid for row in usual(article)] == [one.uid, other.uid]


def test_a_correction_follows_its_words_into_another_version(article: Article) -> None:
    row = usual(article)[0]
    correct(row, Field.CONTENT, {"content": [place("the port of Brenn opens")]}, editor())
    text = "BRENN, May 4. " + TEXT
    new_version(article, text)
    found = usual(article, text)[0]
    assert found.uid == row.uid
    assert found.content == [place("the port of Brenn opens", text)]
    new_version(article, "All quiet.")
    assert read(article) == []
    assert Statement.objects.filter(uid=row.uid, state="current").count() == 2


def test_a_statement_is_not_found_again_that_is_none(article: Article) -> None:
    row = usual(article)[0]
    correct(row, Field.REJECTED, {}, editor())
    assert [one.uid for one in usual(article)] != [row.uid]
    assert read(article, said(TEXT, "the port of Brenn opens", name="Ada Lund")) == []


def test_a_statement_is_added_by_exact_words_and_stays(article: Article) -> None:
    usual(article)
    words, mention = Span(**place("opens on Monday")), Span(**place("Ada Lund"))  # type: ignore[arg-type]
    row = add(latest(article), [words], editor(), mention=mention)
    correct(row, Field.SPEAKER, speaker_value("Ada Lund", "person"), editor())
    rows = usual(article)
    assert [one.found_by for one in rows] == ["reader", "editor", "reader"]
    assert rows[1].uid == permanent_id(article.uid, ["opens on Monday"], "Ada Lund")
    assert rows[1].name == "Ada Lund"
    with pytest.raises(InputError, match="already"):
        add(latest(article), [words], editor(), mention=mention)
    undo(Correction.objects.get(field=Field.ADDED), editor())
    row.refresh_from_db()
    assert row.state == "withdrawn"


def test_what_was_added_outlives_the_loss_of_all_that_is_derived(article: Article) -> None:
    row = add(latest(article), [Span(**place("opens on Monday"))], editor())  # type: ignore[arg-type]
    Statement.objects.all().delete()
    assert [one.uid for one in read(article)] == [row.uid]


def test_the_later_correction_of_a_field_counts(article: Article) -> None:
    row = usual(article)[0]
    for day in ("2025-05-01", "2025-05-02"):
        correct(row, Field.DATE, {"date": day}, editor())
    row.refresh_from_db()
    assert (row.date, row.derived["date"]) == ("2025-05-02", "2025-05-04")
    assert Correction.objects.filter(undone__isnull=True).count() == 1


def test_an_address_is_the_same_for_every_analysis_and_version(article: Article) -> None:
    uids = [row.uid for row in usual(article)]
    assert [row.uid for row in usual(article)] == uids
    new_version(article, "Brenn. " + TEXT)
    assert [row.uid for row in usual(article, "Brenn. " + TEXT)] == uids


def test_the_same_words_twice_are_two_statements(article: Article) -> None:
    one = said(TEXT, "nobody was hurt in Tarn", name="Ivo Maro", cue="added")
    assert len({row.uid for row in read(article, one, one)}) == 2
