"""The mark of the register changes too when the words of a version are changed or taken away.

A version is written once, so that pages keep what was made of it in memory. Where its words must go all the same, by
whatever way, the database itself sets another mark, and nothing that was kept is shown again.
"""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

EVENTS = ("UPDATE", "DELETE")
# As in 0013.
ANEW = "DELETE FROM hub_registerstamp; INSERT INTO hub_registerstamp (id, mark) VALUES (1, lower(hex(randomblob(16))));"


def make(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001 - Django's signature
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            "CREATE TRIGGER hub_version_changed AFTER UPDATE OR DELETE OR TRUNCATE ON hub_version "
            "FOR EACH STATEMENT EXECUTE FUNCTION hub_register_changed()"
        )
        return
    for event in EVENTS:
        schema_editor.execute(
            f"CREATE TRIGGER hub_version_{event.lower()} AFTER {event} ON hub_version BEGIN {ANEW} END"
        )


def unmake(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP TRIGGER hub_version_changed ON hub_version")
        return
    for event in EVENTS:
        schema_editor.execute(f"DROP TRIGGER hub_version_{event.lower()}")


class Migration(migrations.Migration):
    dependencies = [
        ("hub", "0014_sketches"),
    ]

    operations = [
        migrations.RunPython(make, unmake),
    ]
