"""``audiatur doctor``: whether the hub is well, check by check, and what to do where it is not."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from audiatur import __version__
from audiatur.cli.answers import counted
from audiatur.cli.hub import open_hub
from audiatur.errors import SettingError

if TYPE_CHECKING:
    from audiatur.hub.health import Finding


@click.command("doctor", short_help="Whether the hub is well, and what to do where it is not.")
@click.option("--new-password", "name", metavar="NAME", help="Give this account a new password and show it, once.")
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON on standard output, and nothing else.")
def command(name: str | None, *, as_json: bool) -> None:
    """Look at the hub in AUDIATUR_HOME: machine, settings, database, feeds, backlog, editors.

    It looks and changes nothing; a hub may be running meanwhile. Exit 0 unless a check is an error.

    \b
    Lost the password of the back office?
      audiatur doctor --new-password editor
    """
    open_hub(prepare=False)
    if name is not None:
        _show(_new_password(name), as_json=as_json)
        return
    from django.utils import timezone

    from audiatur.hub.health import Level, examine

    findings = examine(timezone.now())
    if as_json:
        click.echo(json.dumps(document(findings), ensure_ascii=False, indent=2))
    else:
        click.echo(report(findings))
    if any(finding.level is Level.ERROR for finding in findings):
        raise click.exceptions.Exit(1)


def document(findings: tuple[Finding, ...]) -> dict[str, object]:
    """The findings as the JSON answer."""
    told = [
        {"id": one.id, "what": one.what, "level": one.level.value, "told": one.told, "remedy": one.remedy or None}
        for one in findings
    ]
    return {"version": __version__, "findings": told, **_count(findings)}


def report(findings: tuple[Finding, ...]) -> str:
    """The findings for a person: a line each, the remedy below it, and the sum at the end."""
    lines = []
    for one in findings:
        lines.append(f"{one.level.value:<8} {one.id}  {one.what}: {one.told}")
        if one.remedy:
            lines.append(f"              -> {one.remedy}")
    count = _count(findings)
    return "\n".join([*lines, f"{counted(count['errors'], 'error')}, {counted(count['warnings'], 'warning')}"])


def _count(findings: tuple[Finding, ...]) -> dict[str, int]:
    levels = [finding.level.value for finding in findings]
    return {"errors": levels.count("error"), "warnings": levels.count("warning")}


def _new_password(name: str) -> Mapping[str, str]:
    from django.db import DatabaseError

    from audiatur.hub.editors.operations import new_password
    from audiatur.hub.health.store import reachable

    reached = reachable()
    if reached.level.value == "error":
        raise SettingError("database", reached.told, place="the database", remedy=reached.remedy)
    try:
        login = new_password(name)
    except DatabaseError as error:
        remedy = "audiatur doctor says more"
        raise SettingError("database", f"it cannot be used: {error}", place="the database", remedy=remedy) from error
    return {"name": login.name, "password": login.password, "address": login.address}


def _show(login: Mapping[str, str], *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(login, ensure_ascii=False, indent=2))
        return
    click.echo(f"{login['name']} logs in at {login['address']} with the password\n    {login['password']}")
    click.echo("It is shown only now; sessions with the old one have ended. Change it there.", err=True)
