"""Page furniture is found by whole lines; what could be a sentence of the article stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiatur.articles.furniture import furniture, is_furniture
from audiatur.articles.passages import paragraphs

FURNITURE = [
    *("Read more", "READ MORE »", "> Read more", "Continue reading…", "Click here to read more", "View more stories"),
    *("READ MORE: Pilots of Vesmar to strike in May", "Read also: Who owns the harbour?", "Related: A port's history"),
    *("See also – Tarn answers the pilots", "READ MORE Pilots of Vesmar to strike in May", "[Related: Fees rise]"),
    *("Advertisement", "ADVERTISEMENT", "Story continues below advertisement", "Skip advertisement", "Sponsored"),
    *("More from The Vesmar Post", "MORE FROM Vesmar Today »", "More stories from Radio Tarn", "More from this author"),
    *("Share this", "Share", "Share on Facebook", "Share this article", "Click to share on X (Opens in new window)"),
    *("Subscribe", "Subscribe to our newsletter", "Sign up for our free morning briefing here", "Newsletter"),
    *("Get the day's news delivered to your inbox.", "Follow us on Telegram", "Follow The Vesmar Post on Twitter."),
    *("Follow us on Facebook, or on Twitter @vesmarpost.", "Comments", "14 comments", "Leave a comment"),
    *("You may also like:", "Most read", "Up next", "Don’t miss", "© 2031 Vesmar Post. All rights reserved."),
    *("Читать далее", "Читайте также", "Читайте также: Кому принадлежит порт", "Подробнее", "По теме", "Реклама"),
    *("Поделиться", "Поделиться в Telegram", "Подписывайтесь на наш канал в Telegram", "Комментарии (3)"),
    *("Читати далі", "Читайте також: Кому належить порт", "Детальніше", "За темою:", "Поділитися"),
    *("Підписуйтесь на наш канал у Telegram!", "Підпишіться на нас у Facebook", "Коментарі"),
    *("Weiterlesen", "Lesen Sie auch: Wem der Hafen gehört", "Mehr zum Thema", "Anzeige", "Teilen"),
    *("Folgen Sie uns auf Instagram", "Lire la suite", "À lire aussi : Le port, une histoire", "Publicité"),
    *("Partager sur Facebook", "Abonnez-vous à notre newsletter", "Suivez-nous sur Telegram"),
    *("Leer más", "Lea también: La historia del puerto", "Publicidad", "Compartir en Facebook", "Síguenos en Twitter"),
    *("Suscríbete a nuestro boletín", "Te puede interesar"),
]

ARTICLE = [
    *("Read more than one paper, she told them.", "The harbour is related to the city.", "Reading more helps."),
    *("Share prices fell in Tarn.", "Follow the money, the auditor said.", "Advertisement spending fell by a third."),
    *("“Read more,” the teacher said.", "Comments by the minister angered the pilots.", "More news came at noon."),
    *("Sign up for the pilots' course opens in May.", "Watch towers were built along the coast.", "Print is dead."),
    *("Follow-up talks are planned.", "Subscribers of the telephone company lost their lines.", "He said no more."),
    *("We use ships like these every day.", "Source: the harbour office", "Copyright law is old.", "7:45", "—", ""),
    *("The ministry will sign up for the treaty.", "Join us, he said.", "Trending up, wages rose by 4 per cent."),
    *("More from the talks came at noon.", "More from Vesmar.", "More from the ministry", "More from Tarn came later."),
    *("More by chance than by plan, the ship was saved.", "More from Ilka Maro was expected on Monday"),
    *("Поделиться властью министр отказался.", "Подробнее министр рассказал вечером.", "Реклама подорожала."),
    *("Читайте газеты, сказал он.", "Детальніше міністр розповів увечері.", "По теме порта выступил мэр."),
    *(
        "Anzeigen gegen die Lotsen wurden gestellt.",
        "Mehr Schiffe warten vor der Mole.",
        "Teilen der Stadt fehlt Strom.",
    ),
    *("Publicité mensongère, dit le juge.", "Más barcos esperan fuera del puerto.", "Compartir el poder no es fácil."),
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize("line", ARTICLE)
def test_lines_of_the_article(line: str) -> None:
    assert not is_furniture(line)


def test_every_piece_is_found_in_its_place() -> None:
    lines = [piece for pair in zip(ARTICLE, FURNITURE, strict=False) for piece in pair if piece]
    text = "\n".join(lines)
    found = furniture(text, paragraphs(text))
    assert [span.text for span in found] == [line for line in lines if is_furniture(line)]
    assert all(text[span.start : span.end] == span.text for span in found)


def test_a_text_without_line_breaks_is_searched_by_sentences() -> None:
    story = "The harbour of Vesmar stays closed. Ships wait outside the mole, and the pilots ask for talks. " * 6
    pleas = "Send your story ideas to desk@vesmar.example. Subscribe to our newsletter."
    text = f"{story}Follow us on Telegram. {story}{pleas}"
    assert [span.text for span in furniture(text, paragraphs(text))] == [
        "Follow us on Telegram.",
        "Send your story ideas to desk@vesmar.example.",
        "Subscribe to our newsletter.",
    ]


def test_a_plea_does_not_swallow_the_sentence_after_it() -> None:
    assert not is_furniture("Sign up for our newsletter here The brigade added that two ships had left the harbour.")


@given(st.text())
def test_spans_are_exact_whatever_the_text(text: str) -> None:
    assert all(text[span.start : span.end] == span.text for span in furniture(text, paragraphs(text)))
