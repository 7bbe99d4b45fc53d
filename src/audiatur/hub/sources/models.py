"""The register as tables."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import F, Q

from audiatur.provenance.values import ClaimField, Mode

# A longer address is refused by most servers and proxies; PostgreSQL's index rows hold 2,704 bytes.
ADDRESS_LENGTH = 2000


def _choices(values: type[ClaimField] | type[Mode]) -> list[tuple[str, str]]:
    return [(str(value), str(value)) for value in values]


class Source(models.Model):
    """An outlet. Never deleted while anything of it is held."""

    slug = models.SlugField(max_length=64, unique=True, help_text="Part of the addresses of this source; keep it.")
    name = models.CharField(max_length=200)
    homepage = models.URLField(max_length=ADDRESS_LENGTH, blank=True)
    language = models.CharField(
        max_length=3, blank=True, help_text="ISO 639 code of its main language, empty where it has several."
    )
    why = models.TextField(
        "why included", blank=True, help_text="One sentence for the reader; a neutral one is used if empty."
    )
    words = models.TextField(
        "editor's own words", blank=True, help_text="Added to the notice on every item of this source."
    )
    records = models.BooleanField(
        "items are primary records",
        default=False,
        help_text="Transcripts and statements of an institution: quotations of other sources are looked up in them.",
    )
    request_headers = models.JSONField(
        default=dict, blank=True, help_text='Own headers for requests to this source, e.g. {"X-Key": "..."}.'
    )
    username = models.CharField(max_length=200, blank=True, help_text="For HTTP Basic authentication at the source.")
    password = models.CharField(max_length=200, blank=True)
    created = models.DateTimeField()

    class Meta:
        """Order and names."""

        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class Claim(models.Model):
    """One ownership fact with its evidence."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="claims")
    field = models.CharField(max_length=32, choices=_choices(ClaimField))
    value = models.CharField(max_length=500, help_text="For the three questions and in-scope: yes or no.")
    source_url = models.URLField(
        "evidence", max_length=ADDRESS_LENGTH, blank=True, help_text="Without a citation the claim decides nothing."
    )
    retrieved = models.DateField(null=True, blank=True)
    asserted_by = models.CharField(max_length=200)

    class Meta:
        """Order and integrity."""

        ordering = ("field", "-retrieved", "id")
        constraints = [
            models.UniqueConstraint(fields=("source", "field", "value", "source_url"), name="claim_said_once"),
            models.CheckConstraint(
                condition=~Q(
                    field__in=[
                        ClaimField.MAINLY_STATE_FUNDED,
                        ClaimField.STATE_GOVERNS,
                        ClaimField.STATE_CONTROLS_EDITORIALLY,
                        ClaimField.IN_SCOPE,
                    ]
                )
                | Q(value__in=["yes", "no"]),
                name="claim_answer_is_yes_or_no",
                violation_error_message="The answer to this question is yes or no.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.field}: {self.value}"


class Policy(models.Model):
    """What may leave of a source; exactly one per source. Without a row, nothing but the link may."""

    source = models.OneToOneField(Source, on_delete=models.CASCADE, related_name="policy")
    mode = models.CharField(max_length=8, choices=_choices(Mode), default=Mode.LINK)
    excerpt_chars = models.PositiveIntegerField(
        "excerpt length",
        default=300,
        validators=[MinValueValidator(1), MaxValueValidator(100_000)],
        help_text="Characters, in mode excerpt.",
    )
    starts = models.DateTimeField("window starts", null=True, blank=True)
    ends = models.DateTimeField("window ends", null=True, blank=True)
    outside = models.CharField("mode outside the window", max_length=8, choices=_choices(Mode), default=Mode.LINK)
    full_page = models.BooleanField(
        "fetch the full page", default=False, help_text="Fetch each article's page where the feed has only a summary."
    )

    class Meta:
        """Names and integrity."""

        verbose_name_plural = "policies"
        constraints = [
            models.CheckConstraint(condition=Q(mode__in=[str(m) for m in Mode]), name="policy_mode_known"),
            models.CheckConstraint(condition=Q(outside__in=[str(m) for m in Mode]), name="policy_outside_known"),
            models.CheckConstraint(condition=Q(excerpt_chars__gte=1), name="policy_excerpt_positive"),
            models.CheckConstraint(
                condition=Q(starts__isnull=True) | Q(ends__isnull=True) | Q(starts__lt=F("ends")),
                name="policy_window_in_order",
                violation_error_message="The window must start before it ends.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source}: {self.mode}"


class Bar(models.Model):
    """A legal bar: where it holds, who demands it, by which law, whom it binds (RFC 7725)."""

    policy = models.ForeignKey(Policy, on_delete=models.CASCADE, related_name="bars")
    jurisdictions = models.CharField(
        max_length=500,
        validators=[RegexValidator(r"^[A-Z]{2}( [A-Z]{2})*$", "Two-letter codes in capitals, separated by one space.")],
        help_text="ISO 3166-1 codes separated by spaces, e.g. DE FR; EU stands for its member states.",
    )
    authority = models.CharField("demanded by", max_length=300)
    law = models.CharField(max_length=500)
    binds = models.CharField("whom it binds", max_length=300)
    url = models.URLField("text of the law or demand", max_length=ADDRESS_LENGTH, blank=True)

    class Meta:
        """Order."""

        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.jurisdictions}: {self.law}"


class RegisterStamp(models.Model):
    """One row, whose mark the database changes whenever anything of the register does; never written by the hub."""

    mark = models.CharField(max_length=36)

    def __str__(self) -> str:
        return self.mark


class FeedKind(models.TextChoices):
    """Whether the address is the outlet's own or a mirror of it."""

    PRIMARY = "primary"
    MIRROR = "mirror"


class FeedState(models.TextChoices):
    """Polled, ended by a 410 of its server, or taken in from a recording and no address at all.

    A feed is never retired by us.
    """

    ACTIVE = "active"
    GONE = "gone"
    RECORDED = "recorded"


class Feed(models.Model):
    """An address of a source, with what the next poll needs to know."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="feeds")
    url = models.URLField(max_length=ADDRESS_LENGTH, unique=True, help_text="As the editor gave it.")
    moved_to = models.URLField(
        max_length=ADDRESS_LENGTH, blank=True, help_text="Where a permanent redirect leads; polled instead."
    )
    kind = models.CharField(max_length=8, choices=FeedKind, default=FeedKind.PRIMARY)
    state = models.CharField(max_length=8, choices=FeedState, default=FeedState.ACTIVE)
    title = models.CharField(max_length=500, blank=True)
    folder = models.CharField(max_length=300, blank=True)
    format = models.CharField(max_length=16, blank=True)
    etag = models.TextField(blank=True)
    last_modified = models.TextField(blank=True)
    body_hash = models.CharField(max_length=64, blank=True)
    rhythm = models.JSONField(default=dict, help_text="What the feed asks of those who poll it, and its latest dates.")
    interval_seconds = models.PositiveIntegerField(default=900)
    next_poll = models.DateTimeField(db_index=True)
    last_polled = models.DateTimeField(null=True, blank=True)
    last_success = models.DateTimeField(null=True, blank=True)
    failures = models.PositiveIntegerField(default=0, help_text="Failed attempts since the last success.")
    unchanged = models.PositiveIntegerField(default=0, help_text="Polls since something was new.")
    claimed_by = models.CharField(max_length=64, blank=True)
    claimed_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Order and integrity."""

        ordering = ("source", "kind", "id")
        constraints = [
            models.CheckConstraint(condition=Q(state__in=FeedState.values), name="feed_state_known"),
            models.CheckConstraint(condition=Q(kind__in=FeedKind.values), name="feed_kind_known"),
            models.CheckConstraint(
                condition=Q(interval_seconds__gte=300) & Q(interval_seconds__lte=86400), name="feed_interval_in_bounds"
            ),
        ]
        indexes = [
            models.Index(fields=("next_poll",), condition=Q(state="active"), name="feed_due"),
        ]

    def __str__(self) -> str:
        return self.url

    @property
    def address(self) -> str:
        """The address to poll: where the feed moved to, else as the editor gave it."""
        return self.moved_to or self.url


class Outcome(models.TextChoices):
    """What came of an attempt."""

    FETCHED = "fetched"
    UNCHANGED = "unchanged"
    GONE = "gone"
    FAILED = "failed"


class Attempt(models.Model):
    """The evidence of one attempt to fetch; kept for the reachability rules."""

    feed = models.ForeignKey(Feed, on_delete=models.PROTECT, related_name="attempts", null=True, blank=True)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="attempts")
    url = models.URLField(max_length=ADDRESS_LENGTH)
    started = models.DateTimeField()
    outcome = models.CharField(max_length=10, choices=Outcome)
    stage = models.CharField(max_length=8, blank=True)
    status = models.PositiveSmallIntegerField(null=True, blank=True)
    failure = models.CharField(max_length=100, blank=True)
    message = models.TextField(blank=True)
    evidence = models.JSONField(default=dict)
    entries = models.PositiveIntegerField(default=0)
    new = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)

    class Meta:
        """Order and index."""

        ordering = ("-started", "-id")
        indexes = [models.Index(fields=("feed", "-started"), name="attempt_by_feed")]

    def __str__(self) -> str:
        return f"{self.started:%Y-%m-%d %H:%M} {self.outcome} {self.url}"
