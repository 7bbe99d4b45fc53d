"""The search index: what is in it, and tables of terms of each database's own kind."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

# As they were made by this migration, whatever audiatur.hub.search.store says later.
SQLITE = {
    "hub_articleterms": "title, lead, body",
    "hub_statementterms": "words, speaker",
    "hub_nameterms": "name",
}
POSTGRESQL = {
    "hub_articleterms": ("title", "opening", "whole"),
    "hub_statementterms": ("words", "everything"),
    "hub_nameterms": ("name",),
}


def make(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001 - Django's signature
    if schema_editor.connection.vendor == "sqlite":
        for table, columns in SQLITE.items():
            schema_editor.execute(
                f"CREATE VIRTUAL TABLE {table} USING fts5({columns}, tokenize='unicode61 remove_diacritics 0')"
            )
        return
    for table, fields in POSTGRESQL.items():
        vectors = ", ".join(f"{name} tsvector" for name in fields)
        schema_editor.execute(f"CREATE TABLE {table} (key bigint PRIMARY KEY, {vectors})")
        for name in fields:
            schema_editor.execute(f"CREATE INDEX {table}_{name} ON {table} USING gin ({name})")


def unmake(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001
    for table in SQLITE:
        schema_editor.execute(f"DROP TABLE {table}")


class Migration(migrations.Migration):
    dependencies = [
        ("hub", "0010_meanings"),
    ]

    operations = [
        migrations.CreateModel(
            name="IndexedArticle",
            fields=[
                (
                    "key",
                    models.BigIntegerField(
                        help_text="Grows with the date of publication (store.key_of).",
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("version", models.BigIntegerField(help_text="The key of the version whose words are indexed.")),
                ("language", models.CharField(blank=True, max_length=3)),
                ("full", models.BooleanField()),
                ("excerpt", models.PositiveIntegerField()),
                (
                    "article",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="indexed", to="hub.article"
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="hub.source",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["source", "full", "excerpt"], name="indexed_how"),
                    models.Index(fields=["source", "-key"], name="indexed_of_source"),
                ],
            },
        ),
        migrations.CreateModel(
            name="IndexedStatement",
            fields=[
                (
                    "key",
                    models.BigIntegerField(
                        help_text="Grows with the date of publication (store.key_of).",
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("language", models.CharField(blank=True, max_length=3)),
                ("class_name", models.CharField(max_length=12)),
                ("level", models.PositiveSmallIntegerField(choices=[(0, "Title"), (1, "Excerpt"), (2, "Full")])),
                ("excerpt", models.PositiveIntegerField()),
                (
                    "article",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="hub.article"),
                ),
                (
                    "source",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="hub.source",
                    ),
                ),
                (
                    "statement",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="indexed", to="hub.statement"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["source", "-key"], name="indexed_said_by_source")],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("level__in", [0, 1, 2])), name="indexed_level_known")
                ],
            },
        ),
        migrations.RunPython(make, unmake),
    ]
