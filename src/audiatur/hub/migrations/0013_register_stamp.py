"""A mark that changes whenever anything of the register does, set by the database itself, whoever writes."""

from django.db import migrations, models

# As they were made by this migration.
TABLES = ("source", "claim", "policy", "bar", "topic", "side", "side_sources")
EVENTS = ("INSERT", "UPDATE", "DELETE")
# Not "INSERT OR REPLACE": within a trigger the clause of the statement that set it off would hold instead.
ANEW = "DELETE FROM hub_registerstamp; INSERT INTO hub_registerstamp (id, mark) VALUES (1, lower(hex(randomblob(16))));"


def make(apps, schema_editor):  # noqa: ARG001 - Django's signature
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


def unmake(apps, schema_editor):  # noqa: ARG001
    for table in TABLES:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f"DROP TRIGGER hub_{table}_changed ON hub_{table}")
        else:
            for event in EVENTS:
                schema_editor.execute(f"DROP TRIGGER hub_{table}_{event.lower()}")
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP FUNCTION hub_register_changed")


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
    ]
