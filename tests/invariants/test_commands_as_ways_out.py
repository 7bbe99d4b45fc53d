"""The commands are ways out too: each has its place in this table, and those that tell of the hub leak nothing.

A command that is not in the table fails the test, so that nobody adds one that shows items without gate and notice.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from pytest_django import Settings

from audiatur.cli.main import cli
from tests.cli.console import call
from tests.invariants.sample import ALLOWED, BARRED_IN, Sample, build_sample, leaks

# They answer about the caller's own files and know of no hub.
ON_FILES = {"parse", "extract", "read", "group", "trace"}
# They serve what the routes serve (ways_out.py), or name no more than what the caller has just given them.
SERVING = {"demo", "run", "web", "worker"}
TAKING_IN = {"load", "replay", "sources add", "sources check", "sources import"}
# They give items out: each line passes the gate and has its notice.
EXPORTING = {
    "export statements": [
        ["export", "statements"],
        ["export", "statements", "--source", "{source}"],
        ["export", "statements", "--story", "onestory", "--since", "2000-01-01"],
        ["export", "statements", "--speaker", "namezz{source}"],
    ],
}
# They tell of the hub: nothing of an item may be in what they say, since they say it without a notice.
TELLING = {
    "doctor": [["doctor"], ["doctor", "--json"]],
    "reindex": [["reindex"], ["reindex", "--all"], ["reindex", "--json"]],
    "sources list": [["sources", "list"], ["sources", "list", "--json"]],
    "sources show": [["sources", "show", "{source}"], ["sources", "show", "{source}", "--json"]],
    "sources export": [["sources", "export"], ["sources", "export", "--format", "opml"]],
}


def names(group: click.Group, before: str = "") -> Iterator[str]:
    """Every command, those of groups with the group's name before them."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from names(command, f"{before}{name} ")
        else:
            yield before + name


def test_every_command_is_in_the_table() -> None:
    assert set(names(cli)) == ON_FILES | SERVING | TAKING_IN | set(TELLING) | set(EXPORTING)


@pytest.fixture
def hub(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sample:
    monkeypatch.setenv("AUDIATUR_HOME", str(tmp_path))
    return build_sample()


@pytest.mark.parametrize("jurisdiction", ["", BARRED_IN])
@pytest.mark.parametrize("command", sorted(TELLING))
def test_commands_tell_nothing_of_an_item(hub: Sample, settings: Settings, command: str, jurisdiction: str) -> None:
    settings.JURISDICTION = jurisdiction
    for source in hub.sources:
        for words in TELLING[command]:
            said = call(*(word.format(source=source) for word in words))
            text = said.out + said.err
            assert text
            assert not any(article.uid in text for article in hub.articles.values())
            assert leaks(text, jurisdiction) == set()
            assert "titlezz" not in text.casefold()


@pytest.mark.parametrize("jurisdiction", ["", BARRED_IN])
@pytest.mark.parametrize("command", sorted(EXPORTING))
def test_commands_give_out_what_may_leave_with_its_notice(
    hub: Sample, settings: Settings, command: str, jurisdiction: str
) -> None:
    settings.JURISDICTION = jurisdiction
    given = set()
    for words in EXPORTING[command]:
        for source in hub.sources:
            said = call(*(word.format(source=source) for word in words))
            assert said.status == 0
            assert leaks(said.out + said.err, jurisdiction) == set()
            for line in said.lines:
                notice = line["notice"]
                assert isinstance(notice, dict)
                assert (notice["source"], notice["country"]) == (line["source"], "Tavania")
                given.add(line["source"])
    titles = {source for source, kinds in ALLOWED.items() if "title" in kinds}
    assert given == titles - ({"barredsource"} if jurisdiction else set())
