import pytest

from audiatur import reading
from audiatur.errors import SettingError
from audiatur.tagging import tagger_for

TEXT = "Transport minister Lena Orlova said on Tuesday that the bridge would stay shut."


@pytest.mark.parametrize(
    ("language", "wanted", "learned"),
    [("en", None, True), ("en-GB", None, True), ("en", "rules", False), ("ru", "learned", False), (None, None, False)],
)
def test_which_tagger(monkeypatch: pytest.MonkeyPatch, language: str | None, wanted: str | None, learned: bool) -> None:
    monkeypatch.delenv("AUDIATUR_TAGGER", raising=False)
    assert (tagger_for(language, wanted) is not None) == learned


@pytest.mark.parametrize(("setting", "content"), [("learned", "that the bridge would"), ("rules", "the bridge would")])
def test_the_setting_decides(monkeypatch: pytest.MonkeyPatch, setting: str, content: str) -> None:
    monkeypatch.setenv("AUDIATUR_TAGGER", setting)
    (statement,) = reading.read(TEXT, language="en").statements
    assert statement.content[0].text.startswith(content)


def test_another_word_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDIATUR_TAGGER", "magic")
    with pytest.raises(SettingError, match="learned or rules"):
        tagger_for("en")
