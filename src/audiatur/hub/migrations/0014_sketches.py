"""An article's weighted terms, so that the window of stories is rebuilt without reading fifty thousand texts."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("hub", "0013_lists"),
    ]

    operations = [
        migrations.AddField(
            model_name="meaning",
            name="sketch",
            field=models.BinaryField(null=True),
        ),
    ]
