"""``audiatur sources``: the register: add, list, show, check, import, export."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click
import yaml

from audiatur.cli.answers import contents, counted
from audiatur.cli.documents import read_yaml
from audiatur.cli.hub import open_hub
from audiatur.errors import FetchError, InputError, RegisterError

if TYPE_CHECKING:
    from audiatur.hub.sources.models import Source
    from audiatur.hub.sources.register import Registered
    from audiatur.provenance.values import Notice

_json = click.option("--json", "as_json", is_flag=True, help="Answer as JSON on standard output, and nothing else.")
_mode = click.option(
    "--mode",
    type=click.Choice(["full", "excerpt", "link", "none"]),
    default="link",
    show_default=True,
    help="What may leave of it until you decide otherwise.",
)


@click.group("sources", short_help="The register of sources: add, list, show, check, import, export.")
def command() -> None:
    """The register: which outlets the hub takes in, under which terms."""


@command.command("add")
@click.argument("address")
@click.option("--name", metavar="NAME", help="The outlet's name; by default what its feed says.")
@click.option("--side", "sides", metavar="TOPIC/SIDE", multiple=True, help="The side it is on; may be given again.")
@click.option("--mirror", is_flag=True, help="The address is a mirror: asked only while the outlet's own fail.")
@click.option("--records", is_flag=True, help="Its items are primary records: quotations are looked up in them.")
@_mode
@_json
def add(
    address: str, name: str | None, sides: tuple[str, ...], mode: str, *, mirror: bool, records: bool, as_json: bool
) -> None:
    """Add a source by any ADDRESS: its feed, or a page that announces one.

    \b
    Example:
      audiatur sources add outlet.example --name "The Outlet" --mode excerpt --side harbour/north
    """
    open_hub()
    from django.utils import timezone

    from audiatur.hub.sources.adding import add_source, find_feed
    from audiatur.hub.sources.models import FeedKind
    from audiatur.hub.sources.register import side_of
    from audiatur.provenance.values import Mode

    wanted = [side_of(word, place="--side") for word in sides]
    found = find_feed(address)
    kind = FeedKind.MIRROR if mirror else FeedKind.PRIMARY
    source, feed, made = add_source(found, now=timezone.now(), name=name, mode=Mode(mode), kind=kind, records=records)
    for side in wanted:
        side.sources.add(source)
    if as_json:
        answer = {"source": source.slug, "name": source.name, "feed": feed.url, "new": made}
        click.echo(json.dumps(answer | {"others": [other.url for other in found.others]}, ensure_ascii=False, indent=2))
        return
    said = "added" if made else "was on the register already"
    entries = counted(len(found.feed.entries), "entry", "entries")
    click.echo(f"{source.name} ({source.slug}): {feed.url} {said}; {entries} now")
    if name and not made and source.name != name:
        click.echo(f"  it stays under {source.name}, not under {name}", err=True)
    for other in found.others:
        click.echo(f"  the page also announces {other.url}", err=True)
    if made:
        click.echo("  audiatur run polls it; say who owns it and what may leave in the back office", err=True)


@command.command("list")
@_json
def list_(*, as_json: bool) -> None:
    """List all sources with their class, policy, feeds, articles and sides."""
    open_hub()
    rows = [_described(source) for source in _sources()]
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for row in rows:
        click.echo(_line(row))
    if not rows:
        click.echo("No sources yet; add one with: audiatur sources add ADDRESS", err=True)


def _line(row: Mapping[str, object]) -> str:
    feeds, articles = counted(cast(int, row["feeds"]), "feed"), counted(cast(int, row["articles"]), "article")
    sides = ", ".join(cast(list[str], row["sides"])) or "no side"
    return f"{row['slug']:28} {row['class']:14} {row['mode']:8} {feeds:>9} {articles:>16}  {row['name']} ({sides})"


@command.command("show")
@click.argument("name")
@_json
def show(name: str, *, as_json: bool) -> None:
    """Show one source: claims with evidence, notice, policy and feeds. NAME is its name or slug."""
    open_hub()
    from audiatur.hub.sources.writing import written
    from audiatur.publishing.notice import notice_json

    source = _source(name)
    document = written(source) | {"notice": notice_json(_notice(source)), "polls": _polls(source)}
    if as_json:
        click.echo(json.dumps(document, ensure_ascii=False, indent=2, default=str))
    else:
        click.echo(yaml.safe_dump(_plain(document), allow_unicode=True, sort_keys=False).rstrip())


@command.command("check")
@click.argument("names", metavar="[NAME]...", nargs=-1)
@_json
def check(names: tuple[str, ...], *, as_json: bool) -> None:
    """Fetch each feed once, now, and say what came; nothing is stored. Without a NAME all are checked."""
    open_hub()
    from audiatur.feeds import parse
    from audiatur.hub.sources.adding import document_at

    failed = False
    answers: list[Mapping[str, object]] = []
    for source in [_source(name) for name in names] or _sources():
        for feed in source.feeds.all():
            if not feed.address.startswith(("http://", "https://")):
                continue
            answer: dict[str, object] = {"source": source.slug, "feed": feed.address}
            try:
                outcome = document_at(feed.address)
                parsed = parse(outcome.body, url=outcome.url_final, content_type=outcome.headers.content_type)
                answer |= {
                    "format": parsed.feed.format,
                    "entries": len(parsed.entries),
                    "warnings": len(parsed.warnings),
                }
            except (InputError, FetchError) as error:
                failed = True
                answer["error"] = {"code": error.code, "message": str(error)}
            answers.append(answer)
            if not as_json:
                click.echo(_checked(answer))
    if as_json:
        click.echo(json.dumps(answers, ensure_ascii=False, indent=2))
    if not answers:
        click.echo("There is no feed to check; add one with: audiatur sources add ADDRESS", err=True)
    if failed:
        raise click.exceptions.Exit(1)


def _checked(answer: Mapping[str, object]) -> str:
    error = answer.get("error")
    if isinstance(error, Mapping):
        return f"{answer['source']}: {error['message']}"
    entries, warnings = (cast(int, answer[name]) for name in ("entries", "warnings"))
    counts = f"{counted(entries, 'entry', 'entries')}, {counted(warnings, 'warning')}"
    return f"{answer['source']}: {answer['feed']}: {answer['format']}, {counts}"


@command.command("import")
@click.argument("file", metavar="FILE")
@_mode
@_json
def import_(file: str, mode: str, *, as_json: bool) -> None:
    """Take in a list of feeds (OPML) or a register (YAML, see export), whole or in part. Nothing is ever removed.

    What a register leaves out of a source that the hub knows stays as it is; what it gives empty is emptied. Sources
    of an OPML that the hub does not know yet get --mode; a register says itself what may leave.
    """
    open_hub()
    from django.utils import timezone

    from audiatur.fetching.targets import without_secrets
    from audiatur.hub.sources.register import take_opml, take_register
    from audiatur.provenance.values import Mode

    now = timezone.now()
    try:
        if Path(file).suffix.lower() in {".yaml", ".yml"}:
            done = take_register(_register(file), now=now)
        else:
            done = take_opml(contents(file), mode=Mode(mode), now=now)
    except RegisterError as error:
        place = file if error.place is None else f"{file}: {error.place}"
        raise RegisterError(error.code, error.message, place=place, remedy=error.remedy) from error
    for one in done.elsewhere:
        told = f"is on the register under {one.source} and was not put under {one.wanted}"
        click.echo(f"audiatur: {without_secrets(one.feed)} {told}", err=True)
    for address in done.refused:
        click.echo(f"audiatur: {without_secrets(address)!r} is no web address and was passed over", err=True)
    if as_json:
        click.echo(json.dumps(asdict(done), ensure_ascii=False, indent=2))
    else:
        click.echo(_taken(done))


def _register(file: str) -> Mapping[str, object]:
    document = read_yaml(Path(file))
    if not isinstance(document, Mapping):
        raise RegisterError("not-a-mapping", "holds no register", remedy="see audiatur sources export")
    return document


def _taken(done: Registered) -> str:
    parts = [(done.sources, "source"), (done.feeds, "new feed"), (done.topics, "topic")]
    told = ", ".join(counted(number, noun) for number, noun in parts)
    if done.elsewhere:
        told += f"; left alone: {counted(len(done.elsewhere), 'feed')} of other sources"
    return f"{told}; {counted(len(done.refused), 'address', 'addresses')} passed over" if done.refused else told


@command.command("export")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["yaml", "opml"]),
    default="yaml",
    show_default=True,
    help="The whole register, or the list of its feeds.",
)
def export(format_: str) -> None:
    """Write the register to standard output: all of it (YAML), or the list of feeds (OPML)."""
    open_hub()
    from audiatur.hub.sources.writing import write_register, written_opml

    if format_ == "opml":
        click.echo(written_opml().decode("utf-8"), nl=False)
    else:
        click.echo(yaml.safe_dump(_plain(write_register()), allow_unicode=True, sort_keys=False), nl=False)


def _sources() -> list[Source]:
    from audiatur.hub.sources.models import Source as Row

    return list(
        Row.objects.select_related("policy").prefetch_related("claims", "feeds", "sides__topic", "policy__bars")
    )


def _source(name: str) -> Source:
    for source in _sources():
        if name in {source.slug, source.name}:
            return source
    raise RegisterError("unknown-source", f"there is no source {name!r}", remedy="see audiatur sources list")


def _notice(source: Source) -> Notice:
    from audiatur.hub.gate import facts_of
    from audiatur.provenance.notice import compose_notice

    return compose_notice(facts_of(source))


def _described(source: Source) -> dict[str, object]:
    from audiatur.hub.gate import policy_of

    return {
        "slug": source.slug,
        "name": source.name,
        "class": str(_notice(source).independence),
        "mode": str(policy_of(source).mode),
        "sides": [f"{side.topic.slug}/{side.slug}" for side in source.sides.all()],
        "feeds": source.feeds.count(),
        "articles": source.articles.count(),
    }


def _polls(source: Source) -> list[dict[str, object]]:
    return [
        {
            "feed": feed.address,
            "state": feed.state,
            "last_polled": feed.last_polled,
            "last_success": feed.last_success,
            "failures": feed.failures,
            "next_poll": feed.next_poll if feed.state == "active" else None,
        }
        for feed in source.feeds.all()
    ]


def _plain(value: object) -> object:
    """The value in the types that YAML has."""
    return json.loads(json.dumps(value, ensure_ascii=False, default=str))
