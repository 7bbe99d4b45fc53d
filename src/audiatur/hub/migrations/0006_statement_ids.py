"""Statements that are stored already get their permanent ids, speakers their spelling."""

from collections import Counter
from typing import Any

from django.apps.registry import Apps as StateApps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from audiatur.statements.identity import name_key
from audiatur.statements.permanence import permanent_id


def give_ids(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001 - Django's signature
    rows = apps.get_model("hub", "Statement").objects.order_by("version", "index")
    version: int | None = None
    seen: Counter[tuple[str, ...]] = Counter()
    changed: list[Any] = []
    for row in rows.select_related("version__article").defer("version__text", "version__html").iterator(500):
        if row.version_id != version:
            version, seen = row.version_id, Counter()
        words = [span["text"] for span in row.content]
        mention = row.mention["text"] if row.mention else ""
        seen[*words, mention] += 1
        row.uid = permanent_id(row.version.article.uid, words, mention, seen[*words, mention])
        changed.append(row)
        if len(changed) == 500:
            rows.model.objects.bulk_update(changed, ["uid"])
            changed = []
    rows.model.objects.bulk_update(changed, ["uid"])


def give_names(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001
    names = apps.get_model("hub", "SpeakerName")
    speakers: Any = apps.get_model("hub", "Speaker").objects
    for speaker in speakers.iterator(500):
        key = name_key(speaker.name) if speaker.type == "person" else None
        surname, plain = key.blocks if key is not None else ("", "")
        values = {"surname": surname[:100], "plain": plain[:100], "by": "reader"}
        names.objects.create(speaker=speaker, spelling=speaker.name, key=speaker.key, **values)


def give_back(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Nothing to do: the columns and the table go with the migration before."""


class Migration(migrations.Migration):
    dependencies = [
        ("hub", "0005_statements"),
    ]

    operations = [
        migrations.RunPython(give_ids, give_back),
        migrations.RunPython(give_names, give_back),
    ]
