"""Primary records: which sources have them, what is searchable of them, and the traces of quotations."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("hub", "0007_speaker_key"),
    ]

    operations = [
        migrations.AddField(
            model_name="source",
            name="records",
            field=models.BooleanField(
                default=False,
                help_text="Transcripts and statements of an institution: quotations of other sources are looked up in them.",
                verbose_name="items are primary records",
            ),
        ),
        migrations.CreateModel(
            name="TraceDue",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="trace_due", to="hub.version"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Transcript",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField(db_index=True, help_text="When it was published, in UTC.")),
                (
                    "regions",
                    models.PositiveIntegerField(help_text="How much there is to search, in the index's regions."),
                ),
                (
                    "version",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="transcript", to="hub.version"
                    ),
                ),
            ],
            options={
                "ordering": ("-day", "-id"),
            },
        ),
        migrations.CreateModel(
            name="QuotationTrace",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                (
                    "agreement",
                    models.CharField(
                        choices=[
                            ("verbatim", "verbatim"),
                            ("rewording", "rewording"),
                            ("not found", "not found"),
                            ("no record", "no record"),
                        ],
                        max_length=9,
                    ),
                ),
                ("place_start", models.PositiveIntegerField(null=True)),
                ("place_end", models.PositiveIntegerField(null=True)),
                ("score", models.FloatField(default=0)),
                ("speaker", models.CharField(blank=True, help_text="Who speaks there by the record.", max_length=300)),
                ("words", models.JSONField(default=list)),
                (
                    "statement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="traces", to="hub.statement"
                    ),
                ),
                (
                    "transcript",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="traces",
                        to="hub.transcript",
                    ),
                ),
            ],
            options={
                "ordering": ("statement", "start"),
                "constraints": [
                    models.UniqueConstraint(fields=("statement", "start", "end"), name="quotation_traced_once"),
                    models.CheckConstraint(
                        condition=models.Q(("score__gte", 0), ("score__lte", 1)), name="trace_score"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("place_end__isnull", True), ("place_start__isnull", True), ("transcript__isnull", True)
                            ),
                            models.Q(
                                ("place_end__isnull", False),
                                ("place_start__isnull", False),
                                ("transcript__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="trace_has_a_place_or_none",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TranscriptTerm",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("term", models.BigIntegerField()),
                (
                    "transcript",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="terms",
                        to="hub.transcript",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["transcript"], name="transcript_term_of")],
                "constraints": [models.UniqueConstraint(fields=("term", "transcript"), name="transcript_term_once")],
            },
        ),
    ]
