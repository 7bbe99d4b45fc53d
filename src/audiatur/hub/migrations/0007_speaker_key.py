"""A speaker is found by its spellings; the one key of before goes."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("hub", "0006_statement_ids"),
    ]

    operations = [
        migrations.RemoveField(model_name="speaker", name="key"),
    ]
