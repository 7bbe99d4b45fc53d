"""Languages without rules of their own: what stands in marks and looks like speech, and nobody is named."""

from __future__ import annotations

import pytest

from audiatur.statements import read_statements


def _said(language: str, text: str) -> list[str]:
    statements = read_statements(text, language=language, published=None)
    assert all(s.speaker.name is None and s.speaker.mention is None and s.cue is None for s in statements)
    return [q.text.strip() for s in statements for q in s.quoted]


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("de", "Marek sagte: „Wir geben nicht nach.“ Es regnet.", ["Wir geben nicht nach."]),
        ("de", "»Das ist ein Unglück«, sagte Marek.", ["Das ist ein Unglück"]),
        ("de", "Er nannte es »einen schweren Fehler unserer Zeit«.", ["einen schweren Fehler unserer Zeit"]),
        ("fr", "« C'est une honte », a dit Marek.", ["C'est une honte"]),
        ("fr", "Il ajoute: « Nous ne céderons pas. »", ["Nous ne céderons pas."]),
        ("pl", "Marek powiedział: „Nie poddamy się”.", ["Nie poddamy się"]),
        ("tr", "Marek, “Asla geri adım atmayacağız” dedi.", ["Asla geri adım atmayacağız"]),
        ("bg", "Марек каза: „Няма да отстъпим“.", ["Няма да отстъпим"]),
        ("ar", "وأضاف: «لن نتراجع أبداً».", ["لن نتراجع أبداً"]),
        ("ja", "首相は「私たちは決して屈しない。」と述べた。", ["私たちは決して屈しない。"]),
        ("zh", "他说:“我们绝不会放弃自己的立场。”", ["我们绝不会放弃自己的立场。"]),
    ],
)
def test_speech_in_marks_is_read(language: str, text: str, said: list[str]) -> None:
    assert _said(language, text) == said


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Les discussions sont « au point mort », a-t-on appris."),
        ("fr", "Il relit « Voyage au bout de la nuit » le soir."),
        ("de", "Der Film „Die unendliche Geschichte von Gestern“ läuft im „Haus der Kulturen der Welt“."),
        ("de", "Er liest „Harry Potter und der Stein der Weisen“ vor."),
        ("it", "Il libro «Se una notte d'inverno un viaggiatore» è esaurito."),
        ("es", "La película «El laberinto» se estrena en el «Teatro Real»."),
        ("ja", "映画「七人の侍」が公開された。"),
        ("de", "»Mehr dazu lesen Sie hier in unserem Liveblog zum Tage"),
    ],
)
def test_titles_and_scare_quotes_are_not(language: str, text: str) -> None:
    assert _said(language, text) == []
