"""The outlet that a text names as its origin."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiatur.articles.anatomy import anatomy

STORY = "The harbour of Vesmar stays closed.\nShips wait outside the mole, and the pilots ask for talks with Tarn."

LAST_LINES = [
    ("This article was originally published by The Vesmar Post.", "Vesmar Post"),
    ("This article was originally published by the Tarn Courier. Read the original article.", "Tarn Courier"),
    ("This story first appeared in Review of the Strait.", "Review of the Strait"),
    ("This report is republished from Open Strait under a Creative Commons licence.", "Open Strait"),
    ("This story was originally published on vesmarpost.example.", "vesmarpost.example"),
    ("Originally published by Vesmar Post", "Vesmar Post"),
    ("Source: Tarn Today", "Tarn Today"),
    ("(Source: VNA)", "VNA"),
    ("Источник: «Весмар пост»", "Весмар пост"),
    ("Джерело: Тарн-Інформ", "Тарн-Інформ"),
    ("Quelle: Vesmarer Post", "Vesmarer Post"),
    ("Source : Courrier de Tarn", "Courrier de Tarn"),
    ("Fuente: Correo del Estrecho", "Correo del Estrecho"),
    ("The pilots will meet on Monday. — Vesinform.", "Vesinform"),
    ("“We shall wait.” — Tass", "Tass"),
    ("We republish the RSS feed of Tarn Today here so that you can judge for yourselves.", "Tarn Today"),
    (
        "Tarn Today (TT) is a state-owned news channel. It is included here by this hub, not as an endorsement.",
        "Tarn Today",
    ),
    (
        "Этот материал впервые опубликован изданием «Весмар пост». Мнение автора не отражает позицию редакции.",
        "Весмар пост",
    ),
]

DATELINES = [
    ("VESMAR (Reuters) - The harbour stays closed.", "Reuters"),
    ("VESMAR, May 4 (Xinhua) -- The harbour stays closed.", "Xinhua"),
    ("Vesmar (dpa) – Der Hafen bleibt geschlossen.", "dpa"),
    ("VESMAR (Tarn News Agency) — The harbour stays closed.", "Tarn News Agency"),
    ("VESMAR, May 4. /TASS/. The harbour stays closed.", "TASS"),
    ("ВЕСМАР, 4 мая - РИА Новости. Порт закрыт.", "РИА Новости"),
    ("(AP) — The harbour stays closed.", "AP"),
]

NOT_ORIGINS = [
    "Tarn Today reported that the harbour was closed.",
    "The source: a pilot who asked not to be named because he fears for his work at the harbour",
    "Source: Tarn Today and a pilot who asked not to be named said that the harbour would open on Monday",
    "The pilots (VPU) – who met on Monday – will wait.",
    "The feed of Tarn Today was cut.",
    "Update vesmar.example/tools/harbour to 4.2",
    "He read it in the Vesmar Post. — He was angry and said so.",
]


@pytest.mark.parametrize(("line", "name"), LAST_LINES)
def test_named_at_the_end(line: str, name: str) -> None:
    text = f"{STORY}\n{line}"
    origin = anatomy(text).original_source
    assert origin is not None
    assert origin.name == name
    assert name in origin.evidence.text
    assert text[origin.evidence.start : origin.evidence.end] == origin.evidence.text


@pytest.mark.parametrize(("line", "name"), DATELINES)
def test_named_in_the_dateline(line: str, name: str) -> None:
    origin = anatomy(f"{line}\n{STORY}").original_source
    assert origin is not None
    assert origin.name == name


@pytest.mark.parametrize("line", NOT_ORIGINS)
def test_a_mention_is_no_origin(line: str) -> None:
    assert anatomy(f"{STORY}\n{line}").original_source is None


@pytest.mark.parametrize(
    "line", ["Update vesmar.example/tools/harbour to 4.2", "Vesmar, 5/6/7", "VESMAR (closed) for now"]
)
def test_a_first_line_that_is_no_dateline(line: str) -> None:
    assert anatomy(f"{line}\n{STORY}").original_source is None


def test_a_site_is_not_its_own_origin() -> None:
    text = f"{STORY}\nSource: Vesmar Post"
    assert anatomy(text, site="vesmar post").original_source is None
    assert anatomy(text, site="Tarn Today").original_source is not None


@given(st.text())
def test_anatomy_never_fails_and_its_spans_are_exact(text: str) -> None:
    parts = anatomy(text, title=text[:20])
    spans = [*parts.furniture, *([parts.notice] if parts.notice else [])]
    spans += [parts.original_source.evidence] if parts.original_source else []
    assert all(text[span.start : span.end] == span.text for span in spans)
