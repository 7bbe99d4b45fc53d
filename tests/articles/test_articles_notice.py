"""A republisher's notice is told apart from an article, also from one about media and republishing."""

from __future__ import annotations

import pytest

from audiatur.articles.notice import kinds_of, notice
from audiatur.articles.passages import paragraphs
from audiatur.spans import Span

STORY = "The harbour of Vesmar stays closed.\nShips wait outside the mole, and the pilots ask for talks with Tarn."

NOTICES = [
    "Tarn Today is a state-owned broadcaster funded by the government of Tarn. We republish its RSS feed here so that "
    "readers can form their own opinion; this is not an endorsement.",
    "The information provided by this news source is carried here for the record and does not imply endorsement.",
    "This article was originally published by The Vesmar Post. Read the original article.",
    "This story is republished from the Tarn Courier under a Creative Commons licence.",
    "Originally published by Open Strait. The views expressed here do not necessarily reflect those of this site.",
    "This article was first published in the Vesmar Review.",
    "Disclaimer: this item is being included here from the feed of Tarn Today, which is owned by the state. We have no "
    "responsibility for its content.",
    "Этот материал впервые опубликован изданием «Весмар пост». Мнение автора не отражает позицию редакции.",
    "«Тарн сегодня» принадлежит государству и финансируется правительством Тарна. Мы размещаем этот материал, чтобы "
    "читатели услышали обе стороны; это не означает одобрения.",
    "Цей матеріал вперше опублікований виданням «Весмар пост». Думка автора не відображає позицію редакції.",
    "Dieser Artikel erschien zuerst in der Vesmarer Post. Er gibt nicht unbedingt die Meinung der Redaktion wieder.",
    "Cet article a été initialement publié par Le Courrier de Tarn. Lire l’article original.",
    "Este artículo fue publicado originalmente por El Correo de Tarn. Leer el artículo original.",
]

ORDINARY = [
    "Tarn Today is a state-owned news organization funded by the government of Tarn. Regulators removed its RSS feed "
    "from the national directory in March.",
    "The broadcaster, which is financed by the state, said it would not republish the report.",
    "“We republish everything from Tarn Today,” the editor said, adding that this was not an endorsement.",
    "“This article was originally published by Tarn Today and is not an endorsement,” the label reads.",
    "The minister did not endorse the candidate and said both sides of the story must be heard.",
    "Viewers can form their own opinion, according to the channel, which is owned by the government.",
    "This report was originally published on 5 April and has since been updated.",
    "This article was first published on Monday.",
    "The Vesmar Review, an independent newspaper, was founded in 1911 and is read on both sides of the strait.",
    "The news agency is owned by the government. Its feed is used by four hundred newspapers.",
    "Vesmar's government-funded broadcaster has cut its news feed to Tarn, both sides said.",
    "The hub was built in 2012 and is owned by the state. It carries half of the country's grain.",
    "The court ruled that the station, which is controlled by the ministry, was not responsible for the content.",
    "Телеканал принадлежит государству и финансируется правительством, сообщил министр.",
    "Le média, financé par l'État, ne reflète pas l'opinion de tous, a déclaré la ministre.",
    "Ada Lund contributed to this report.",
]


def _notice(text: str) -> Span | None:
    return notice(text, paragraphs(text))


@pytest.mark.parametrize("words", NOTICES)
def test_a_notice_at_the_end_and_at_the_beginning(words: str) -> None:
    at_the_end, at_the_start = _notice(f"{STORY}\n{words}"), _notice(f"{words}\n{STORY}")
    assert at_the_end is not None
    assert at_the_end.text == words
    assert at_the_start is not None
    assert at_the_start.text == words


@pytest.mark.parametrize("words", ORDINARY)
def test_an_article_about_media_has_no_notice(words: str) -> None:
    assert _notice(f"{STORY}\n{words}") is None
    assert _notice(f"{words}\n{STORY}") is None


@pytest.mark.parametrize("words", ORDINARY)
def test_nor_where_the_line_breaks_are_lost(words: str) -> None:
    assert _notice(f"{STORY} {words}".replace("\n", " ")) is None


@pytest.mark.parametrize("words", [NOTICES[0], NOTICES[2], NOTICES[3]])
def test_a_notice_at_the_end_of_a_text_without_line_breaks(words: str) -> None:
    found = _notice(f"{STORY} {words}".replace("\n", " "))
    assert found is not None
    assert found.text == words


def test_a_notice_of_two_paragraphs() -> None:
    words = "We republish items from Tarn Today's feed.\nThis source is funded by the state; this is no endorsement."
    found = _notice(f"{STORY}\n{words}")
    assert found is not None
    assert found.text == words


def test_a_notice_in_the_middle_is_none() -> None:
    assert _notice(f"{STORY}\n{NOTICES[0]}\n{STORY}") is None


def test_a_text_that_is_all_notice_has_none() -> None:
    assert _notice(NOTICES[2]) is None
    assert _notice("") is None


def test_quoted_cues_are_not_the_republisher_s() -> None:
    assert not kinds_of("“This article is republished here from the RSS feed of this source.”")
