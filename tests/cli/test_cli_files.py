"""The commands on single files: the JSON of the contracts, one answer a file, exact spans."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.console import call

FEED = """<?xml version="1.0"?>
<rss version="2.0"><channel><title>The Tarn Gazette</title><link>https://gazette.example/</link>
<language>en</language><item><guid isPermaLink="false">g1</guid><title>Ferry talks resume</title>
<link>/talks</link><pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate><category>Ferries</category>
<description>&lt;p&gt;Talks resumed, &lt;script&gt;x()&lt;/script&gt;she said.&lt;/p&gt;</description>
<enclosure url="/talks.mp3" type="audio/mpeg" length="7"/></item></channel></rss>"""
PAGE = f"""<!doctype html><html lang="en"><head><title>Ferry talks resume | The Tarn Gazette</title>
<meta property="article:published_time" content="2026-03-02T10:00:00Z"></head><body><article><h1>Ferry talks resume</h1>
<p>The ministers of both shores met in Tarn on Monday and agreed to let it sail. {"They will meet " * 9}</p>
<p>Ada Venn, the minister of the northern shore, said the harbour would not be closed.</p></article></body></html>"""
ARTICLE = (
    "Ferry talks resume\n"
    "“At last” – the word of the day 😀.\n"
    "Minister Ada Venn said on Monday that the talks would resume.\n"
    "“We will not close the harbour,” she told reporters in Tarn.\n"
    "Read more\n"
)
STATEMENT = {"kind", "class", "speaker", "cue", "content", "quoted", "occasion", "parent", "confidence"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one file of each kind and one of none, which is the working folder."""
    files = {
        "feed.xml": FEED,
        "page.html": PAGE,
        "talks.txt": ARTICLE,
        "plain.txt": "Plain words.",
        "none.xml": "hello",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def spans(value: object) -> Iterator[tuple[int, int, str]]:
    """Every span in a JSON document."""
    if isinstance(value, dict):
        if set(value) == {"start", "end", "text"}:
            yield value["start"], value["end"], value["text"]
        for part in value.values():
            yield from spans(part)
    elif isinstance(value, list):
        for part in value:
            yield from spans(part)


def assert_exact(document: dict[str, object], *, at_least: int) -> None:
    text = str(document["text"])
    found = list(spans(document))
    assert len(found) >= at_least
    assert [text[start:end] for start, end, _ in found] == [words for _, _, words in found]


def test_parse_has_the_fields_of_the_contract(folder: Path) -> None:
    said = call("parse", "feed.xml", "--url", "https://gazette.example/feed.xml", "--json")
    found = said.document
    assert (said.status, said.err, found["file"], found["warnings"]) == (0, "", "feed.xml", [])
    assert set(found) >= {"feed", "entries", "warnings"}
    feed, entries = found["feed"], found["entries"]
    assert isinstance(feed, dict)
    assert isinstance(entries, list)
    assert feed.items() >= {"title": "The Tarn Gazette", "language": "en", "format": "rss-2.0", "updated": None}.items()
    expected = {
        "id": "g1",
        "url": "https://gazette.example/talks",
        "title": "Ferry talks resume",
        "published": "2026-03-02T10:00:00+00:00",
        "updated": None,
        "authors": [],
        "summary_html": "<p>Talks resumed, she said.</p>",
        "content_html": None,
        "summary_text": "Talks resumed, she said.",
        "content_text": None,
        "categories": ["Ferries"],
        "enclosures": [{"url": "https://gazette.example/talks.mp3", "type": "audio/mpeg", "length": 7}],
        "source": None,
    }
    assert entries[0].items() >= expected.items()


def test_extract_has_the_fields_of_the_contract(folder: Path) -> None:
    found = call("extract", "page.html", "--url", "https://gazette.example/talks", "--json").document
    keys = {"file", "title", "text", "paragraphs", "authors", "published", "modified", "language", "canonical_url"}
    assert set(found) >= keys | {"site_name"}
    assert (found["file"], found["title"], found["language"]) == ("page.html", "Ferry talks resume", "en")
    assert_exact(found, at_least=2)


def test_read_has_the_fields_of_the_contract(folder: Path) -> None:
    found = call("read", "talks.txt", "--published", "2026-03-03", "--json").document
    assert (found["file"], found["text"], found["published"]) == ("talks.txt", ARTICLE, "2026-03-03")
    assert set(found) >= {"language", "furniture", "notice", "original_source", "statements"}
    statements = found["statements"]
    assert isinstance(statements, list)
    assert statements
    assert all(set(statement) >= STATEMENT for statement in statements)
    assert set(statements[0]["speaker"]) >= {"mention", "name", "role", "type"}
    assert set(statements[0]["occasion"]) >= {"date", "date_text", "inherited", "place", "addressee"}
    assert ("Ada Venn", "2026-03-02") in [(one["speaker"]["name"], one["occasion"]["date"]) for one in statements]
    assert_exact(found, at_least=6)


def test_read_puts_the_title_before_the_text_as_a_line_of_its_own(folder: Path) -> None:
    found = call("read", "plain.txt", "--title", "A headline", "--json").document
    assert found["text"] == "A headline\nPlain words."


def test_read_takes_a_page_for_a_page_and_format_overrides(folder: Path) -> None:
    page = call("read", "page.html", "--json").document
    assert page["published"] == "2026-03-02"
    assert "<p>" not in str(page["text"])
    assert call("read", "page.html", "--format", "text", "--json").document["text"] == PAGE


@pytest.mark.parametrize(
    ("command", "stdin"),
    [(["parse"], FEED), (["extract"], PAGE), (["read"], ARTICLE)],
)
def test_a_dash_is_standard_input(command: list[str], stdin: str) -> None:
    said = call(*command, "-", "--json", stdin=stdin.encode())
    assert (said.status, said.document["file"]) == (0, "-")


@pytest.mark.parametrize(
    "command", ["parse feed.xml feed.xml", "extract page.html page.html", "read talks.txt plain.txt"]
)
def test_several_files_answer_in_json_lines_in_order(folder: Path, command: str) -> None:
    said = call(*command.split(), "--json")
    assert [line["file"] for line in said.lines] == command.split()[1:]


def test_a_file_that_fails_is_named_and_the_others_go_on(folder: Path) -> None:
    said = call("parse", "none.xml", "feed.xml", "missing.xml", "--json")
    none, good, missing = said.lines
    assert (none["file"], good["file"], missing["file"]) == ("none.xml", "feed.xml", "missing.xml")
    assert "entries" in good
    for line, code in [(none, "not-a-feed"), (missing, "unreadable")]:
        assert set(line) == {"file", "error"}
        error = line["error"]
        assert isinstance(error, dict)
        assert set(error) == {"code", "message"}
        assert error["code"] == code
    assert [line.split(":")[1].strip() for line in said.err.splitlines()] == ["none.xml", "missing.xml"]


def test_one_file_that_fails_still_answers_in_json(folder: Path) -> None:
    said = call("parse", "none.xml", "--json")
    assert said.document["file"] == "none.xml"
    assert "error" in said.document


def test_text_that_is_not_utf_8_is_named_with_its_place_and_remedy(folder: Path) -> None:
    (folder / "old.txt").write_bytes("Пролив".encode("cp1251"))
    said = call("read", "old.txt", "--json")
    assert said.document["error"] == {
        "code": "not-utf-8",
        "message": "byte 0: the text is not UTF-8 (convert it, e.g. with iconv -t utf-8)",
    }


@pytest.mark.parametrize("command", ["read empty.txt", "trace empty.txt talks.txt"])
@pytest.mark.parametrize("text", ["", " \n\t\n"])
def test_a_file_without_text_is_named_with_its_remedy(folder: Path, command: str, text: str) -> None:
    (folder / "empty.txt").write_text(text)
    said = call(*command.split())
    assert (said.status, said.out) == (1, "")
    assert said.err == "audiatur: empty.txt: it holds no text (give a file with the article, a paragraph a line)\n"


@pytest.mark.parametrize("arguments", ["parse", "parse --nonsense", "nonsense", "read x.txt --published soon"])
def test_wrong_usage_exits_2_and_says_nothing_on_standard_output(folder: Path, arguments: str) -> None:
    said = call(*arguments.split())
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith(("Usage:", "Error:"))


def test_without_json_people_read_it(folder: Path) -> None:
    said = call("read", "talks.txt", "--published", "2026-03-03")
    assert "Ada Venn" in said.out
    assert not said.out.startswith("{")
