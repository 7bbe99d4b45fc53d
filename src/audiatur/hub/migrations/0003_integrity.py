"""What the database itself guards, and its indexes."""

from django.db import migrations, models

import audiatur.provenance.values


class Migration(migrations.Migration):
    dependencies = [
        ("hub", "0002_articles"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="policy",
            constraint=models.CheckConstraint(
                condition=models.Q(("mode__in", ["full", "excerpt", "link", "none"])), name="policy_mode_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="policy",
            constraint=models.CheckConstraint(
                condition=models.Q(("outside__in", ["full", "excerpt", "link", "none"])), name="policy_outside_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="policy",
            constraint=models.CheckConstraint(
                condition=models.Q(("excerpt_chars__gte", 1)), name="policy_excerpt_positive"
            ),
        ),
        migrations.AddConstraint(
            model_name="policy",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("starts__isnull", True), ("ends__isnull", True), ("starts__lt", models.F("ends")), _connector="OR"
                ),
                name="policy_window_in_order",
                violation_error_message="The window must start before it ends.",
            ),
        ),
        migrations.AddIndex(
            model_name="feed",
            index=models.Index(condition=models.Q(("state", "active")), fields=["next_poll"], name="feed_due"),
        ),
        migrations.AddConstraint(
            model_name="feed",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["active", "gone", "recorded"])), name="feed_state_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="feed",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["primary", "mirror"])), name="feed_kind_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="feed",
            constraint=models.CheckConstraint(
                condition=models.Q(("interval_seconds__gte", 300), ("interval_seconds__lte", 86400)),
                name="feed_interval_in_bounds",
            ),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.UniqueConstraint(fields=("source", "key"), name="entry_once_per_source"),
        ),
        migrations.AddConstraint(
            model_name="claim",
            constraint=models.UniqueConstraint(
                fields=("source", "field", "value", "source_url"), name="claim_said_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="claim",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        (
                            "field__in",
                            [
                                audiatur.provenance.values.ClaimField["MAINLY_STATE_FUNDED"],
                                audiatur.provenance.values.ClaimField["STATE_GOVERNS"],
                                audiatur.provenance.values.ClaimField["STATE_CONTROLS_EDITORIALLY"],
                                audiatur.provenance.values.ClaimField["IN_SCOPE"],
                            ],
                        ),
                        _negated=True,
                    ),
                    ("value__in", ["yes", "no"]),
                    _connector="OR",
                ),
                name="claim_answer_is_yes_or_no",
                violation_error_message="The answer to this question is yes or no.",
            ),
        ),
        migrations.AddIndex(
            model_name="attempt",
            index=models.Index(fields=["feed", "-started"], name="attempt_by_feed"),
        ),
        migrations.AddConstraint(
            model_name="story",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("redirect_to__isnull", True),
                    models.Q(("redirect_to", models.F("id")), _negated=True),
                    _connector="OR",
                ),
                name="story_no_redirect_to_itself",
            ),
        ),
        migrations.AddConstraint(
            model_name="side",
            constraint=models.UniqueConstraint(fields=("topic", "slug"), name="side_slug_in_topic"),
        ),
        migrations.AddConstraint(
            model_name="version",
            constraint=models.UniqueConstraint(fields=("article", "number"), name="version_numbers_unique"),
        ),
        migrations.AddConstraint(
            model_name="version",
            constraint=models.CheckConstraint(condition=models.Q(("number__gte", 1)), name="version_numbers_from_one"),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.UniqueConstraint(fields=("version", "index"), name="statement_index_unique"),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.CheckConstraint(
                condition=models.Q(("confidence__gte", 0), ("confidence__lte", 1)), name="statement_confidence"
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(fields=["-published", "-id"], name="article_newest"),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(fields=["source", "-published"], name="article_of_source"),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(fields=["story", "published"], name="article_of_story"),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("pending", True)), fields=["published", "id"], name="article_pending"
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(condition=models.Q(("page_due", True)), fields=["id"], name="article_page_due"),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(("copy_of", models.F("id")), _negated=True), name="article_no_copy_of_itself"
            ),
        ),
    ]
