"""Decisions of editors about stories, when and by whom stories were merged, and which stories are near each other."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("hub", "0008_records"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="article",
            name="story_at",
            field=models.DateTimeField(help_text="When it was put into its story.", null=True),
        ),
        migrations.AddField(
            model_name="story",
            name="merged",
            field=models.DateTimeField(
                help_text="When it became part of the other; empty where that is unknown.", null=True
            ),
        ),
        migrations.CreateModel(
            name="StoryDecision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "act",
                    models.CharField(
                        choices=[
                            ("merge", "merged"),
                            ("split", "split"),
                            ("move", "article moved"),
                            ("pin", "article pinned"),
                            ("fix", "kept as it is"),
                        ],
                        max_length=5,
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="why")),
                ("by_name", models.CharField(max_length=150)),
                ("made", models.DateTimeField()),
                ("undone", models.DateTimeField(db_index=True, null=True)),
                ("undone_by", models.CharField(blank=True, max_length=150)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="hub.story"
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="decisions", to="hub.story"
                    ),
                ),
            ],
            options={
                "verbose_name": "decision about a story",
                "verbose_name_plural": "decisions about stories",
                "ordering": ("-made", "-id"),
            },
        ),
        migrations.CreateModel(
            name="Placement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="placements", to="hub.article"
                    ),
                ),
                (
                    "before",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="hub.story"),
                ),
                (
                    "story",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="placements", to="hub.story"
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="placements",
                        to="hub.storydecision",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="story",
            name="merged_by",
            field=models.ForeignKey(
                help_text="The editor's decision by which it did; empty where the hub did it by itself.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="hub.storydecision",
            ),
        ),
        migrations.CreateModel(
            name="Kinship",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(choices=[("near", "Near"), ("same", "possibly the same")], max_length=4)),
                ("likeness", models.FloatField()),
                (
                    "other",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="hub.story"),
                ),
                (
                    "story",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="kin", to="hub.story"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "kinships",
                "constraints": [
                    models.UniqueConstraint(fields=("story", "other"), name="kinship_once"),
                    models.CheckConstraint(
                        condition=models.Q(("story", models.F("other")), _negated=True), name="kinship_of_two"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["near", "same"])), name="kinship_kind_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("likeness__gt", 0), ("likeness__lte", 1)), name="kinship_likeness"
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="storydecision",
            constraint=models.CheckConstraint(
                condition=models.Q(("act__in", ["merge", "split", "move", "pin", "fix"])), name="story_act_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="storydecision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("other__isnull", True), models.Q(("other", models.F("story")), _negated=True), _connector="OR"
                ),
                name="story_decision_between_two",
            ),
        ),
        migrations.AddConstraint(
            model_name="placement",
            constraint=models.UniqueConstraint(fields=("decision", "article"), name="placement_once_per_decision"),
        ),
    ]
