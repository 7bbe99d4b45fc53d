"""Statements with permanent ids; speakers under several names; what editors decide and readers report."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("hub", "0003_integrity"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Correction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("statement", models.CharField(db_index=True, max_length=16)),
                (
                    "field",
                    models.CharField(
                        choices=[
                            ("added", "a statement that the reader missed"),
                            ("rejected", "not a statement"),
                            ("speaker", "Speaker"),
                            ("class", "Class"),
                            ("content", "words"),
                            ("date", "Date"),
                            ("place", "Place"),
                            ("addressee", "Addressee"),
                        ],
                        max_length=9,
                    ),
                ),
                ("value", models.JSONField(default=dict)),
                ("note", models.TextField(blank=True)),
                ("by_name", models.CharField(max_length=150)),
                ("made", models.DateTimeField()),
                ("undone", models.DateTimeField(null=True)),
                ("undone_by", models.CharField(blank=True, max_length=150)),
            ],
            options={
                "ordering": ("-made", "-id"),
            },
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "act",
                    models.CharField(
                        choices=[
                            ("merge", "merged"),
                            ("names", "names moved"),
                            ("statements", "statements moved"),
                            ("rename", "renamed"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "words",
                    models.JSONField(
                        default=list, help_text="The names, statements or old and new name that it is about."
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("by_name", models.CharField(max_length=150)),
                ("made", models.DateTimeField()),
            ],
            options={
                "ordering": ("-made", "-id"),
            },
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("statement", models.CharField(db_index=True, max_length=16)),
                (
                    "wrong",
                    models.CharField(
                        choices=[
                            ("speaker", "Someone else said it"),
                            ("words", "The words are cut wrongly"),
                            ("occasion", "Date, place or addressee are wrong"),
                            ("nothing", "It is not a statement at all"),
                            ("other", "Something else"),
                        ],
                        max_length=9,
                        verbose_name="what is wrong",
                    ),
                ),
                ("words", models.TextField(blank=True, verbose_name="in the reader's words")),
                ("contact", models.CharField(blank=True, max_length=200)),
                ("made", models.DateTimeField(verbose_name="received")),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "Open"), ("accepted", "Accepted"), ("declined", "Declined")],
                        default="open",
                        max_length=8,
                    ),
                ),
                ("note", models.TextField(blank=True, help_text="Not published.", verbose_name="note of the editors")),
                ("handled_by", models.CharField(blank=True, max_length=150)),
                ("handled", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ("-made", "-id"),
            },
        ),
        migrations.CreateModel(
            name="SpeakerName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("spelling", models.CharField(max_length=300)),
                (
                    "key",
                    models.CharField(help_text="The spelling without case and spacing.", max_length=300, unique=True),
                ),
                (
                    "surname",
                    models.CharField(blank=True, db_index=True, help_text="Of a person, folded.", max_length=100),
                ),
                (
                    "plain",
                    models.CharField(
                        blank=True, db_index=True, help_text="Of a person, without marks.", max_length=100
                    ),
                ),
                (
                    "by",
                    models.CharField(
                        choices=[("reader", "Reader"), ("editor", "Editor")], default="reader", max_length=6
                    ),
                ),
            ],
            options={
                "ordering": ("spelling",),
            },
        ),
        migrations.CreateModel(
            name="Tally",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sender", models.CharField(max_length=64)),
                ("day", models.DateField(db_index=True)),
                ("number", models.PositiveIntegerField(default=0)),
            ],
            options={
                "verbose_name_plural": "tallies",
            },
        ),
        migrations.RemoveConstraint(
            model_name="statement",
            name="statement_index_unique",
        ),
        migrations.AddField(
            model_name="speaker",
            name="merged_into",
            field=models.ForeignKey(
                help_text="An editor found them to be one; the address leads there forever.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="merged",
                to="hub.speaker",
            ),
        ),
        migrations.AddField(
            model_name="statement",
            name="derived",
            field=models.JSONField(
                default=dict, help_text="What the reader found in columns that an editor corrected."
            ),
        ),
        migrations.AddField(
            model_name="statement",
            name="found_by",
            field=models.CharField(
                choices=[("reader", "Reader"), ("editor", "Editor")], default="reader", max_length=6
            ),
        ),
        migrations.AddField(
            model_name="statement",
            name="state",
            field=models.CharField(
                choices=[
                    ("current", "Current"),
                    ("withdrawn", "no longer found by the reader of the hub"),
                    ("rejected", "an editor found that it is no statement"),
                ],
                default="current",
                max_length=9,
            ),
        ),
        migrations.AddField(
            model_name="statement",
            name="uid",
            field=models.CharField(
                db_index=True, default="", help_text="Part of its address; the same in every version.", max_length=16
            ),
        ),
        migrations.AddConstraint(
            model_name="speaker",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("merged_into__isnull", True),
                    models.Q(("merged_into", models.F("id")), _negated=True),
                    _connector="OR",
                ),
                name="speaker_not_merged_into_itself",
            ),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "current")), fields=("version", "index"), name="statement_index_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("uid", ""), _negated=True), fields=("version", "uid"), name="statement_uid_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["current", "withdrawn", "rejected"])), name="statement_state_known"
            ),
        ),
        migrations.AddField(
            model_name="correction",
            name="article",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="corrections", to="hub.article"
            ),
        ),
        migrations.AddField(
            model_name="correction",
            name="by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="correction",
            name="version",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="hub.version"),
        ),
        migrations.AddField(
            model_name="decision",
            name="by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="decision",
            name="other",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="hub.speaker"
            ),
        ),
        migrations.AddField(
            model_name="decision",
            name="speaker",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="decisions", to="hub.speaker"
            ),
        ),
        migrations.AddField(
            model_name="report",
            name="article",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="reports", to="hub.article"
            ),
        ),
        migrations.AddField(
            model_name="speakername",
            name="speaker",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="names", to="hub.speaker"
            ),
        ),
        migrations.AddConstraint(
            model_name="tally",
            constraint=models.UniqueConstraint(fields=("sender", "day"), name="tally_once_a_day"),
        ),
        migrations.AddConstraint(
            model_name="correction",
            constraint=models.UniqueConstraint(
                condition=models.Q(("undone__isnull", True)),
                fields=("statement", "field"),
                name="correction_once_per_field",
            ),
        ),
        migrations.AddConstraint(
            model_name="correction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("field__in", ["added", "rejected", "speaker", "class", "content", "date", "place", "addressee"])
                ),
                name="correction_field_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(("act__in", ["merge", "names", "statements", "rename"])), name="decision_act_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["open", "accepted", "declined"])), name="report_state_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.CheckConstraint(
                condition=models.Q(("wrong__in", ["speaker", "words", "occasion", "nothing", "other"])),
                name="report_wrong_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="speakername",
            constraint=models.CheckConstraint(
                condition=models.Q(("by__in", ["reader", "editor"])), name="speaker_name_by_known"
            ),
        ),
    ]
