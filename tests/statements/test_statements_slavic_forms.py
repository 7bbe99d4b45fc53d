"""What reports in Russian and Ukrainian, form by form, and what does not. All names and events are invented."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audiatur.statements import Statement, StatementClass, read_statements

_FORMS = [
    ("ru", "Как сообщил Марек, директор порта, мост закрыт.", "Марек", ["мост закрыт"], "speech"),
    ("ru", "Мост, рассказал Марек, закрыт надолго.", "Марек", ["Мост", "закрыт надолго"], "speech"),
    ("ru", "Марек попросил жителей не пользоваться мостом.", "Марек", ["не пользоваться мостом"], "speech-act"),
    ("ru", "Марек потребовал от Сильдавии объяснений.", "Марек", ["объяснений"], "speech-act"),
    ("ru", "Марек выразил надежду, что мост откроют.", "Марек", ["мост откроют"], "attitude"),
    ("ru", "Марек назвал слухи «выдумкой».", "Марек", ["слухи «выдумкой»"], "speech"),
    ("ru", "В докладе палаты говорится, что мост закрыт.", "докладе палаты", ["мост закрыт"], "document"),
    ("ru", "«Мост закрыт», говорится в заявлении порта.", "заявлении порта", ["«Мост закрыт»"], "document"),
    ("ru", "В ведомстве сообщили, что мост закрыт.", "ведомстве", ["мост закрыт"], "speech"),
    ("ru", "— Мост закрыт, — вздохнул рыбак Марек.", "рыбак Марек", ["Мост закрыт"], "speech"),
    ("ru", "Марек не исключил закрытия моста.", "Марек", ["закрытия моста"], "speech-act"),
    ("ru", "По мнению Марека, мост стар.", "Марека", ["мост стар"], "attitude"),
    ("ru", "Марек опубликовал пост: «Мост закрыт навсегда».", "Марек", ["«Мост закрыт навсегда»"], "speech"),
    ("uk", "Як повідомив Марек, міст закрито.", "Марек", ["міст закрито"], "speech"),
    ("uk", "Марек закликав мешканців не користуватися мостом.", "Марек", ["не користуватися мостом"], "speech-act"),
    ("uk", "У звіті палати йдеться, що міст закрито.", "звіті палати", ["міст закрито"], "document"),
    ("uk", "На думку Марека, міст старий.", "Марека", ["міст старий"], "attitude"),
    ("uk", "Марек вважає, що міст старий.", "Марек", ["міст старий"], "attitude"),
    ("uk", "— Міст закрито, — зітхає рибалка Марек. — Їдьте назад.", "рибалка Марек", None, "speech"),
    ("uk", "У поліції кажуть, що міст закрито.", "поліції", ["міст закрито"], "speech"),
    ("uk", "Марек висловив співчуття родинам.", "Марек", ["співчуття родинам"], "speech-act"),
]


@pytest.mark.parametrize(("language", "text", "mention", "content", "class_"), _FORMS)
def test_a_form_that_reports(language: str, text: str, mention: str, content: list[str] | None, class_: str) -> None:
    (one,) = read_statements(text, language=language, published=None)
    assert one.speaker.mention is not None
    assert one.speaker.mention.text == mention
    assert content is None or [c.text for c in one.content] == content
    assert one.class_ is StatementClass(class_)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "По слухам, мост закрыт."),
        ("ru", "Сообщается, что мост закрыт."),
        ("ru", "Мост называется «Долгий путь домой»."),
        ("ru", "Марека осудили на пять лет."),
        ("ru", "Вчера показали финал «Большой игры в доме»."),
        ("uk", "За чутками, міст закрито."),
        ("uk", "Марека засудили до п’яти років."),
        ("uk", "За попередніми даними, міст закрито."),
    ],
)
def test_what_nobody_says_is_no_statement_of_anyone(language: str, text: str) -> None:
    assert all(s.speaker.mention is None for s in read_statements(text, language=language, published=None))


def _read(text: str, language: str = "ru") -> tuple[Statement, ...]:
    return read_statements(text, language=language, published=None)


def test_two_acts_of_one_sentence_have_one_speaker() -> None:
    said = _read("Посол Иван Марек обвинил Сильдавию в обмане и пообещал ответить.")
    assert [c.text for s in said for c in s.content] == ["Сильдавию в обмане", "ответить"]
    assert {s.speaker.name for s in said} == {"Иван Марек"}


def test_about_this_means_the_sentence_before() -> None:
    (one,) = _read("Мост закрыли на месяц. Об этом сообщил мэр Иван Марек.")
    assert [c.text for c in one.content] == ["Мост закрыли на месяц"]


def test_a_relayed_report_is_two_statements_of_the_same_words() -> None:
    said = _read("Мост закроют, сообщает агентство «Клов» со ссылкой на источник в порту.")
    assert [[c.text for c in s.content] for s in said] == [["Мост закроют"]] * 2
    assert [s.speaker.mention.text for s in said if s.speaker.mention] == ["агентство «Клов»", "источник в порту"]


def test_a_statement_within_a_statement_has_a_parent() -> None:
    said = _read('Посол Иван Марек сказал: «Министр позвонил и ответил: "Моста не будет". Вот и всё». Посол уехал.')
    inner = next(s for s in said if s.content[0].text == '"Моста не будет"')
    assert inner.parent is not None
    assert said[inner.parent].speaker.name == "Иван Марек"


@pytest.mark.parametrize(
    ("title", "mention", "content"),
    [
        ("Марек: мост закроют на месяц", "Марек", "мост закроют на месяц"),
        ("Мэр — жителям: «Мост закрыт»", "Мэр", "«Мост закрыт»"),
        ("Мост закроют на месяц — мэр", "мэр", "Мост закроют на месяц"),
    ],
)
def test_a_headline_that_reports(title: str, mention: str, content: str) -> None:
    said = read_statements(f"{title}\nМэр Иван Марек встал. Марека ждут.", language="ru", published=None)
    assert said[0].speaker.mention is not None
    assert (said[0].speaker.mention.text, said[0].content[0].text) == (mention, content)
    assert said[0].speaker.name == "Иван Марек"


def test_a_headline_that_only_has_a_colon_reports_nothing() -> None:
    assert _read("Мост без воды: закрыт на месяц\nМост стоит.") == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Brücke sei zu, sagte Marek. Er sprach von „Unsinn“."),
        ("fr", "Le pont est fermé, a déclaré Marek, qui parle de « folie »."),
        ("es", "Marek dijo que el puente está cerrado y lo llamó «locura»."),
        ("bg", "Марек заяви, че мостът е затворен, и го нарече „лудост“."),
        ("pl", "Marek powiedział, że most jest zamknięty, i nazwał to „obłędem”."),
        ("sr", "Марек је изјавио да је мост затворен и назвао то „лудошћу“."),
    ],
)
def test_other_languages_yield_no_noise(language: str, text: str) -> None:
    assert read_statements(text, language=language, published=None) == ()


_PIECES = st.sampled_from(
    [*"«»„“”\"'—–-,.:;!?…()\n", "Марек", "сказал", "заявила", "что", "щоб", "по словам", "за даними", "в", "докладе",
     "говорится", "он", "вона", "об этом", "министр", "посол Иван Марек", "назвал", "попросил", "не", "«мост закрыт»",
     "со ссылкой на", "Джерело:", "Дослівно:", "й", "и", "выразил надежду", "Mарек", "сaid", "який", "2022", "їх"]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(pieces=st.lists(_PIECES, max_size=30), language=st.sampled_from(["ru", "uk"]))
def test_no_order_of_words_and_marks_raises(pieces: list[str], language: str) -> None:
    text = " ".join(pieces)
    for one in read_statements(text, language=language, published=None):
        assert all(text[c.start : c.end] == c.text and c.text for c in one.content)
        assert one.speaker.name is None or one.speaker.mention is not None


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("uk", "За словами міністра Андрія Кравця, міст закрито.", "Андрій Кравець"),
        ("uk", "На думку політолога Ігоря Бойка, міст закриють.", "Ігор Бойко"),
        ("uk", "За словами директорки Людмили Остюк, міст закрито.", "Людмила Остюк"),
        ("ru", "По словам Марии Кузнецовой, мост закрыт.", "Мария Кузнецова"),
        ("ru", "По словам адвоката Орловой, мост закрыт.", None),
        ("ru", "По словам Жуса Бернелли, мост закрыт.", None),
    ],
)
def test_a_name_in_the_genitive_is_given_in_the_nominative_where_that_is_settled(
    language: str, text: str, name: str | None
) -> None:
    (one,) = read_statements(text, language=language, published=None)
    assert one.speaker.name == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Министр Иван Марек заявил, что мост закрыт. Чиновник добавил, что ждёт.", ["Иван Марек"] * 2),
        ("Посол Лена Дорн заявила, что мост закрыт. Дипломат добавила, что ждёт.", ["Лена Дорн"] * 2),
        ("Президент Иван Марек заявил, что мост закрыт. Глава государства ждёт, что откроют.", ["Иван Марек"]),
        ("Замминистра Иван Марек заявил, что мост закрыт. Министр добавил, что ждёт.", ["Иван Марек", None]),
        ("Лена Дорн заявила, что мост закрыт. Адвокат Дорн сказала, что ждёт.", ["Лена Дорн"] * 2),
        ("Иван Марек заявил, что мост закрыт. Адвокат Марека сказал, что ждёт.", ["Иван Марек", None]),
        ("Иван Марек заявил, что мост закрыт. Жена Ивана Марека сказала, что ждёт.", ["Иван Марек", None]),
        ("Марек Клов спит. Её сосед сказал, что мост закрыт.", [None]),
    ],
)
def test_who_an_office_means(text: str, names: list[str | None]) -> None:
    assert [s.speaker.name for s in _read(text)] == names


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("ru", "Две недели назад министр Иван Марек заявил, что мост закрыт.", "2031-02-16"),
        ("ru", "Несколько дней назад министр Иван Марек заявил, что мост закрыт.", None),
        ("ru", "Полтора года назад министр Иван Марек заявил, что мост закрыт.", None),
        ("ru", "Месяц спустя министр Иван Марек заявил, что мост закрыт.", None),
        ("uk", "Два тижні тому міністр Іван Марек заявив, що міст закрито.", "2031-02-16"),
        ("uk", "Кілька днів тому міністр Іван Марек заявив, що міст закрито.", None),
    ],
)
def test_how_long_ago_it_was_is_nobody_who_speaks(language: str, text: str, date: str | None) -> None:
    (one,) = read_statements(text, language=language, published=datetime.date(2031, 3, 2))
    assert (one.speaker.name or "").split()[-1:] == ["Марек"]
    assert (one.speaker.role, one.occasion.date) == ("министр" if language == "ru" else "міністр", date)


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        (
            "ru",
            "Лена Орлова сообщила, что мост, который, по словам Ивана Марека, построили зря, закрыт.",
            [("Лена Орлова", None), ("Иван Марек", 0)],
        ),
        ("ru", "Мост, который, по словам Ивана Марека, построили зря, закрыт.", [("Иван Марек", None)]),
        ("uk", "Міст, який, за словами Івана Марека, збудували дарма, закрито.", [("Іван Марек", None)]),
    ],
)
def test_the_source_of_a_relative_clause_is_not_that_of_the_sentence(
    language: str, text: str, said: list[tuple[str, int | None]]
) -> None:
    statements = _in(language, text)
    assert [(s.speaker.name, s.parent) for s in statements] == said
    assert statements[-1].content[0].text.split()[0] in ("построили", "збудували")


def test_an_addressee_is_no_part_of_an_office() -> None:
    (one,) = _in("ru", "«Мост закрыт», — сказал журналистам председатель комиссии Иван Марек.")
    assert one.speaker.role == "председатель комиссии"


def test_where_it_was_aired_is_no_part_of_a_name() -> None:
    (one,) = _in("ru", "«Мост закрыт», — сказал Марек в эфире Lumen. Министр Иван Марек уехал.")
    assert (one.speaker.name, one.speaker.mention and one.speaker.mention.text) == ("Иван Марек", "Марек")


def _in(language: str, text: str) -> tuple[Statement, ...]:
    return read_statements(text, language=language, published=None)
