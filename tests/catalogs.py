"""The catalogs of the interface: ``python -m tests.catalogs`` brings them up to date with the sources.

New strings are added empty, strings that are gone are dropped, and what programs read (``.mo``) is made anew. It lists
what is left to translate. Translators edit the ``.po`` files, with any editor for gettext.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import django
from babel.messages import Catalog
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

from tests.source_messages import SOURCES, Message, source_messages

LANGUAGES: Final = ("ru", "uk")
LOCALE: Final = SOURCES / "hub" / "locale"
# The catalogs' bytes depend on their strings alone.
_DATE: Final = datetime(2026, 1, 1, tzinfo=UTC)

Translations = Mapping[Message, tuple[str, ...]]
"""Each message with its translation: one text, or one for each form that the language counts in."""


def path_of(language: str, suffix: str = ".po") -> Path:
    """Where the catalog of a language lies."""
    return LOCALE / language / "LC_MESSAGES" / f"django{suffix}"


def translations(catalog: Catalog) -> dict[Message, tuple[str, ...]]:
    """The strings of a catalog without its head."""
    return {
        _message(entry.context, entry.id): _texts(entry.string) for entry in catalog if entry.id and not entry.fuzzy
    }


def _message(context: str | bytes | None, told: str | Sequence[str]) -> Message:
    context = context.decode() if isinstance(context, bytes) else context  # as Babel reads it from a .mo
    return Message(context or "", told) if isinstance(told, str) else Message(context or "", *told)


def _texts(told: str | Sequence[str] | None) -> tuple[str, ...]:
    return ("",) if told is None else (told,) if isinstance(told, str) else tuple(told)


def read(language: str) -> dict[Message, tuple[str, ...]]:
    """The translations that a ``.po`` holds; none where there is no file yet."""
    path = path_of(language)
    if not path.exists():
        return {}
    with path.open("rb") as file:
        return translations(read_po(file, locale=language))


def read_compiled(language: str) -> dict[Message, tuple[str, ...]]:
    """The translations that a ``.mo`` holds: what the hub finds."""
    with path_of(language, ".mo").open("rb") as file:
        return {key: texts for key, texts in translations(read_mo(file)).items() if any(texts)}


def catalog_of(language: str, found: Mapping[Message, Sequence[str]], told: Translations) -> Catalog:
    """The catalog of a language: every message that was found, with its translation where there is one."""
    catalog = Catalog(
        locale=language,
        project="audiatur",
        version="1",
        copyright_holder="the audiatur authors",
        header_comment=f"# The interface of audiatur: {language}.\n# Apache-2.0, like the rest of it.",
        creation_date=_DATE,
        revision_date=_DATE,
        last_translator="the audiatur authors",
        language_team=language,
        fuzzy=False,
    )
    for message, places in found.items():
        given = told.get(message, ())
        string = given or (("",) * catalog.num_plurals if message.plural else ("",))
        catalog.add(
            (message.text, message.plural) if message.plural else message.text,
            string if message.plural else string[0],
            locations=[(place, 0) for place in places],
            context=message.context or None,
        )
    return catalog


def write(language: str, found: Mapping[Message, Sequence[str]], told: Translations) -> None:
    """Write the ``.po`` and the ``.mo`` of a language."""
    catalog = catalog_of(language, found, told)
    path_of(language).parent.mkdir(parents=True, exist_ok=True)
    with path_of(language).open("wb") as file:
        write_po(file, catalog, width=120, sort_output=True, include_lineno=False)
    with path_of(language, ".mo").open("wb") as file:
        write_mo(file, catalog)


def main() -> int:
    """Bring every catalog up to date; 1 where strings are left to translate."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "audiatur.hub.settings")
    django.setup()
    found = source_messages()
    left = 0
    for language in LANGUAGES:
        told = read(language)
        write(language, found, told)
        missing = [message for message in found if not all(told.get(message, ("",)))]
        left += len(missing)
        sys.stderr.write(f"{language}: {len(found)} strings, {len(missing)} to translate\n")
        sys.stderr.writelines(f"  {message.text}\n" for message in missing)
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
