"""The register, stories and entries."""

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

import audiatur.provenance.values


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Feed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("url", models.URLField(help_text="As the editor gave it.", max_length=2000, unique=True)),
                (
                    "moved_to",
                    models.URLField(
                        blank=True, help_text="Where a permanent redirect leads; polled instead.", max_length=2000
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("primary", "Primary"), ("mirror", "Mirror")], default="primary", max_length=8
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("active", "Active"), ("gone", "Gone"), ("recorded", "Recorded")],
                        default="active",
                        max_length=8,
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=500)),
                ("folder", models.CharField(blank=True, max_length=300)),
                ("format", models.CharField(blank=True, max_length=16)),
                ("etag", models.TextField(blank=True)),
                ("last_modified", models.TextField(blank=True)),
                ("body_hash", models.CharField(blank=True, max_length=64)),
                (
                    "rhythm",
                    models.JSONField(
                        default=dict, help_text="What the feed asks of those who poll it, and its latest dates."
                    ),
                ),
                ("interval_seconds", models.PositiveIntegerField(default=900)),
                ("next_poll", models.DateTimeField(db_index=True)),
                ("last_polled", models.DateTimeField(blank=True, null=True)),
                ("last_success", models.DateTimeField(blank=True, null=True)),
                (
                    "failures",
                    models.PositiveIntegerField(default=0, help_text="Failed attempts since the last success."),
                ),
                ("unchanged", models.PositiveIntegerField(default=0, help_text="Polls since something was new.")),
                ("claimed_by", models.CharField(blank=True, max_length=64)),
                ("claimed_until", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ("source", "kind", "id"),
            },
        ),
        migrations.CreateModel(
            name="LeaseRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=40, unique=True)),
                ("holder", models.CharField(blank=True, max_length=64)),
                ("until", models.DateTimeField(null=True)),
            ],
            options={
                "verbose_name": "lease",
            },
        ),
        migrations.CreateModel(
            name="Policy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "mode",
                    models.CharField(
                        choices=[("full", "full"), ("excerpt", "excerpt"), ("link", "link"), ("none", "none")],
                        default=audiatur.provenance.values.Mode["LINK"],
                        max_length=8,
                    ),
                ),
                (
                    "excerpt_chars",
                    models.PositiveIntegerField(
                        default=300,
                        help_text="Characters, in mode excerpt.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100000),
                        ],
                        verbose_name="excerpt length",
                    ),
                ),
                ("starts", models.DateTimeField(blank=True, null=True, verbose_name="window starts")),
                ("ends", models.DateTimeField(blank=True, null=True, verbose_name="window ends")),
                (
                    "outside",
                    models.CharField(
                        choices=[("full", "full"), ("excerpt", "excerpt"), ("link", "link"), ("none", "none")],
                        default=audiatur.provenance.values.Mode["LINK"],
                        max_length=8,
                        verbose_name="mode outside the window",
                    ),
                ),
                (
                    "full_page",
                    models.BooleanField(
                        default=False,
                        help_text="Fetch each article's page where the feed has only a summary.",
                        verbose_name="fetch the full page",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "policies",
            },
        ),
        migrations.CreateModel(
            name="Source",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "slug",
                    models.SlugField(
                        help_text="Part of the addresses of this source; keep it.", max_length=64, unique=True
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("homepage", models.URLField(blank=True, max_length=2000)),
                (
                    "language",
                    models.CharField(
                        blank=True,
                        help_text="ISO 639 code of its main language, empty where it has several.",
                        max_length=3,
                    ),
                ),
                (
                    "why",
                    models.TextField(
                        blank=True,
                        help_text="One sentence for the reader; a neutral one is used if empty.",
                        verbose_name="why included",
                    ),
                ),
                (
                    "words",
                    models.TextField(
                        blank=True,
                        help_text="Added to the notice on every item of this source.",
                        verbose_name="editor's own words",
                    ),
                ),
                (
                    "request_headers",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        help_text='Own headers for requests to this source, e.g. {"X-Key": "..."}.',
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        blank=True, help_text="For HTTP Basic authentication at the source.", max_length=200
                    ),
                ),
                ("password", models.CharField(blank=True, max_length=200)),
                ("created", models.DateTimeField()),
            ],
            options={
                "ordering": ("name",),
            },
        ),
        migrations.CreateModel(
            name="Topic",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(max_length=64, unique=True)),
                ("name", models.CharField(max_length=200)),
                (
                    "description",
                    models.TextField(
                        blank=True, help_text="Neutral: what the conflict is about and who is party to it."
                    ),
                ),
                ("position", models.PositiveIntegerField(default=0)),
            ],
            options={
                "ordering": ("position", "name"),
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("guid", models.TextField()),
                (
                    "key",
                    models.CharField(help_text="SHA-256 of the id, so that any length can be unique.", max_length=64),
                ),
                ("digest", models.CharField(help_text="Of the content as last delivered.", max_length=64)),
                ("first_seen", models.DateTimeField()),
                ("last_seen", models.DateTimeField()),
                (
                    "feed",
                    models.ForeignKey(
                        db_index=False,
                        help_text="That delivered it first.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="hub.feed",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="hub.source",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "entries",
            },
        ),
        migrations.CreateModel(
            name="Bar",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "jurisdictions",
                    models.CharField(
                        help_text="ISO 3166-1 codes separated by spaces, e.g. DE FR; EU stands for its member states.",
                        max_length=500,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[A-Z]{2}( [A-Z]{2})*$", "Two-letter codes in capitals, separated by one space."
                            )
                        ],
                    ),
                ),
                ("authority", models.CharField(max_length=300, verbose_name="demanded by")),
                ("law", models.CharField(max_length=500)),
                ("binds", models.CharField(max_length=300, verbose_name="whom it binds")),
                ("url", models.URLField(blank=True, max_length=2000, verbose_name="text of the law or demand")),
                (
                    "policy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="bars", to="hub.policy"
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="Side",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(max_length=64)),
                ("name", models.CharField(max_length=200)),
                ("position", models.PositiveIntegerField(default=0)),
                ("sources", models.ManyToManyField(blank=True, related_name="sides", to="hub.source")),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="sides", to="hub.topic"
                    ),
                ),
            ],
            options={
                "ordering": ("topic", "position", "name"),
            },
        ),
        migrations.AddField(
            model_name="policy",
            name="source",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE, related_name="policy", to="hub.source"
            ),
        ),
        migrations.AddField(
            model_name="feed",
            name="source",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="feeds", to="hub.source"),
        ),
        migrations.CreateModel(
            name="Claim",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "field",
                    models.CharField(
                        choices=[
                            ("owner", "owner"),
                            ("parent", "parent"),
                            ("funder", "funder"),
                            ("country", "country"),
                            ("mainly-state-funded", "mainly-state-funded"),
                            ("state-governs", "state-governs"),
                            ("state-controls-editorially", "state-controls-editorially"),
                            ("in-scope", "in-scope"),
                            ("wikidata", "wikidata"),
                            ("trust-txt", "trust-txt"),
                        ],
                        max_length=32,
                    ),
                ),
                (
                    "value",
                    models.CharField(help_text="For the three questions and in-scope: yes or no.", max_length=500),
                ),
                (
                    "source_url",
                    models.URLField(
                        blank=True,
                        help_text="Without a citation the claim decides nothing.",
                        max_length=2000,
                        verbose_name="evidence",
                    ),
                ),
                ("retrieved", models.DateField(blank=True, null=True)),
                ("asserted_by", models.CharField(max_length=200)),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="claims", to="hub.source"
                    ),
                ),
            ],
            options={
                "ordering": ("field", "-retrieved", "id"),
            },
        ),
        migrations.CreateModel(
            name="Attempt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("url", models.URLField(max_length=2000)),
                ("started", models.DateTimeField()),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("fetched", "Fetched"),
                            ("unchanged", "Unchanged"),
                            ("gone", "Gone"),
                            ("failed", "Failed"),
                        ],
                        max_length=10,
                    ),
                ),
                ("stage", models.CharField(blank=True, max_length=8)),
                ("status", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("failure", models.CharField(blank=True, max_length=100)),
                ("message", models.TextField(blank=True)),
                ("evidence", models.JSONField(default=dict)),
                ("entries", models.PositiveIntegerField(default=0)),
                ("new", models.PositiveIntegerField(default=0)),
                ("changed", models.PositiveIntegerField(default=0)),
                (
                    "feed",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attempts",
                        to="hub.feed",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="attempts", to="hub.source"
                    ),
                ),
            ],
            options={
                "ordering": ("-started", "-id"),
            },
        ),
        migrations.CreateModel(
            name="Speaker",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(allow_unicode=True, max_length=120, unique=True)),
                ("name", models.CharField(max_length=300)),
                ("key", models.CharField(help_text="The name without case and spacing.", max_length=300, unique=True)),
                ("type", models.CharField(blank=True, max_length=12)),
                ("sides", models.ManyToManyField(blank=True, related_name="speakers", to="hub.side")),
            ],
            options={
                "ordering": ("name",),
            },
        ),
        migrations.CreateModel(
            name="Story",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uid", models.CharField(max_length=20, unique=True)),
                ("created", models.DateTimeField()),
                ("first_published", models.DateTimeField()),
                ("last_published", models.DateTimeField(db_index=True)),
                ("language", models.CharField(blank=True, max_length=3)),
                (
                    "redirect_to",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="redirected",
                        to="hub.story",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "stories",
                "ordering": ("-last_published", "-id"),
            },
        ),
    ]
