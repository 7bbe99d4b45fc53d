"""What articles say as the sentence encoder puts it, by which evidence they were grouped, links across languages."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("hub", "0009_stories"),
    ]

    operations = [
        migrations.CreateModel(
            name="Meaning",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("vector", models.BinaryField()),
            ],
        ),
        migrations.RemoveConstraint(
            model_name="kinship",
            name="kinship_kind_known",
        ),
        migrations.AddField(
            model_name="article",
            name="story_reason",
            field=models.JSONField(help_text="The kinds of evidence that weighed most, in words.", null=True),
        ),
        migrations.AlterField(
            model_name="kinship",
            name="kind",
            field=models.CharField(
                choices=[
                    ("near", "Near"),
                    ("same", "possibly the same"),
                    ("link", "possibly the same, in another language"),
                ],
                max_length=4,
            ),
        ),
        migrations.AddConstraint(
            model_name="kinship",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["near", "same", "link"])), name="kinship_kind_known"
            ),
        ),
        migrations.AddField(
            model_name="meaning",
            name="article",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE, related_name="meaning", to="hub.article"
            ),
        ),
    ]
