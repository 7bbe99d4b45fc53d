"""Articles, versions, statements and what analysis keeps."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("hub", "0001_register"),
    ]

    operations = [
        migrations.CreateModel(
            name="Article",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "uid",
                    models.CharField(
                        help_text="Part of its address; made from source and id.", max_length=20, unique=True
                    ),
                ),
                ("url", models.TextField(blank=True, help_text="At the outlet; empty where the entry has no link.")),
                ("published", models.DateTimeField(help_text="As the outlet says, else when it was first seen.")),
                ("first_seen", models.DateTimeField()),
                ("categories", models.JSONField(default=list)),
                ("page_due", models.BooleanField(default=False, help_text="Its page is still to be fetched.")),
                ("pending", models.BooleanField(default=True, help_text="Its latest version is still to be analysed.")),
                ("story_score", models.FloatField(null=True)),
                ("story_nearest", models.CharField(blank=True, max_length=20)),
                ("story_shared", models.JSONField(default=list)),
                (
                    "copy_kind",
                    models.CharField(
                        blank=True, choices=[("copy", "Copy"), ("syndicated", "Syndicated")], max_length=10
                    ),
                ),
                ("copy_reason", models.CharField(blank=True, max_length=20)),
                (
                    "copy_share",
                    models.FloatField(
                        help_text="Share of the shorter text's word triples found in the other.", null=True
                    ),
                ),
                (
                    "copy_of",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="copies", to="hub.article"
                    ),
                ),
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="article", to="hub.entry"
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="articles",
                        to="hub.source",
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="articles",
                        to="hub.story",
                    ),
                ),
            ],
            options={
                "ordering": ("-published", "-id"),
            },
        ),
        migrations.CreateModel(
            name="Version",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("seen", models.DateTimeField()),
                (
                    "origin",
                    models.CharField(choices=[("feed", "Feed"), ("page", "Page"), ("file", "File")], max_length=4),
                ),
                ("title", models.TextField(blank=True)),
                ("byline", models.JSONField(default=list)),
                ("text", models.TextField(blank=True)),
                ("html", models.TextField(blank=True)),
                ("language", models.CharField(blank=True, max_length=3)),
                ("digest", models.CharField(max_length=64)),
                (
                    "changed",
                    models.JSONField(
                        default=list, help_text="Which of title, byline and body differ from the one before."
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="hub.article",
                    ),
                ),
            ],
            options={
                "ordering": ("article", "number"),
            },
        ),
        migrations.CreateModel(
            name="Statement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("index", models.PositiveIntegerField()),
                ("kind", models.CharField(max_length=8)),
                ("class_name", models.CharField(max_length=12, verbose_name="class")),
                ("name", models.CharField(blank=True, max_length=300)),
                ("role", models.CharField(blank=True, max_length=300)),
                ("speaker_type", models.CharField(blank=True, max_length=12)),
                ("mention", models.JSONField(null=True)),
                ("cue", models.JSONField(null=True)),
                ("content", models.JSONField()),
                ("quoted", models.JSONField(default=list)),
                (
                    "date",
                    models.CharField(
                        blank=True, help_text="Of the utterance, ISO 8601 at the precision known.", max_length=10
                    ),
                ),
                ("date_text", models.JSONField(null=True)),
                ("inherited", models.BooleanField(default=False)),
                ("place", models.JSONField(null=True)),
                ("addressee", models.JSONField(null=True)),
                ("parent_index", models.PositiveIntegerField(null=True)),
                ("confidence", models.FloatField()),
                (
                    "reach",
                    models.PositiveIntegerField(
                        help_text="How many characters of the text a reader must be allowed to see for it; 0 if it is in the title."
                    ),
                ),
                (
                    "speaker",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="statements",
                        to="hub.speaker",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="statements", to="hub.version"
                    ),
                ),
            ],
            options={
                "ordering": ("version", "index"),
            },
        ),
        migrations.AddField(
            model_name="article",
            name="latest",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="hub.version",
            ),
        ),
        migrations.CreateModel(
            name="Anatomy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("furniture", models.JSONField(default=list)),
                ("notice", models.JSONField(null=True)),
                ("original_source", models.JSONField(null=True)),
                (
                    "version",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="anatomy", to="hub.version"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "anatomies",
            },
        ),
        migrations.CreateModel(
            name="Band",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("band", models.BigIntegerField(db_index=True)),
                (
                    "article",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="bands",
                        to="hub.article",
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("article", "band"), name="band_once_per_article")],
            },
        ),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64)),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="deliveries", to="hub.entry"
                    ),
                ),
                (
                    "feed",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="deliveries", to="hub.feed"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "deliveries",
                "constraints": [models.UniqueConstraint(fields=("entry", "feed"), name="delivery_once_per_feed")],
            },
        ),
    ]
