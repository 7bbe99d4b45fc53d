"""What lists rest on: a mark that changes whenever the register does, and where and when a statement was published.

The mark is set by the database itself, whoever writes.
"""

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

# As they were made by this migration.
TABLES = ("source", "claim", "policy", "bar", "topic", "side", "side_sources")
EVENTS = ("INSERT", "UPDATE", "DELETE")
# Not "INSERT OR REPLACE": within a trigger the clause of the statement that set it off would hold instead.
ANEW = "DELETE FROM hub_registerstamp; INSERT INTO hub_registerstamp (id, mark) VALUES (1, lower(hex(randomblob(16))));"


def make(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001 - Django's signature
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            "CREATE FUNCTION hub_register_changed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            "INSERT INTO hub_registerstamp (id, mark) VALUES (1, gen_random_uuid()::text) "
            "ON CONFLICT (id) DO UPDATE SET mark = excluded.mark; RETURN NULL; END $$"
        )
        for table in TABLES:
            schema_editor.execute(
                f"CREATE TRIGGER hub_{table}_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON hub_{table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION hub_register_changed()"
            )
        schema_editor.execute("INSERT INTO hub_registerstamp (id, mark) VALUES (1, gen_random_uuid()::text)")
        return
    schema_editor.execute(ANEW.partition("; ")[2])
    for table in TABLES:
        for event in EVENTS:
            schema_editor.execute(
                f"CREATE TRIGGER hub_{table}_{event.lower()} AFTER {event} ON hub_{table} BEGIN {ANEW} END"
            )


def unmake(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001
    for table in TABLES:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f"DROP TRIGGER hub_{table}_changed ON hub_{table}")
        else:
            for event in EVENTS:
                schema_editor.execute(f"DROP TRIGGER hub_{table}_{event.lower()}")
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP FUNCTION hub_register_changed")


def place(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001
    schema_editor.execute(
        "UPDATE hub_statement SET source_id = a.source_id, published = a.published, "
        "newest = (a.latest_id = hub_statement.version_id) "
        "FROM hub_version v JOIN hub_article a ON a.id = v.article_id "
        "WHERE v.id = hub_statement.version_id AND a.latest_id IS NOT NULL"
    )


class Migration(migrations.Migration):
    dependencies = [
        ("hub", "0011_search"),
    ]

    operations = [
        migrations.CreateModel(
            name="RegisterStamp",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("mark", models.CharField(max_length=36)),
            ],
        ),
        migrations.RunPython(make, unmake),
        migrations.AddField(
            model_name="statement",
            name="newest",
            field=models.BooleanField(
                default=False, help_text="Whether its version was the article's latest when it was last analysed."
            ),
        ),
        migrations.AddField(
            model_name="statement",
            name="published",
            field=models.DateTimeField(help_text="When its article appeared.", null=True),
        ),
        migrations.AddField(
            model_name="statement",
            name="source",
            field=models.ForeignKey(
                db_index=False,
                help_text="Of its article.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="hub.source",
            ),
        ),
        migrations.RunPython(place, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name="statement",
            index=models.Index(
                models.F("speaker"),
                models.OrderBy(models.F("published"), descending=True),
                models.F("source"),
                models.F("reach"),
                condition=models.Q(("newest", True), ("state", "current")),
                name="statement_of_speaker",
            ),
        ),
        migrations.AddIndex(
            model_name="statement",
            index=models.Index(
                models.F("source"),
                models.OrderBy(models.F("published"), descending=True),
                condition=models.Q(("newest", True), ("state", "current")),
                name="statement_of_source",
            ),
        ),
    ]
