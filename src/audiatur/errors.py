"""The tree of errors.

Every error that audiatur raises on purpose descends from one root, so that a caller can catch one class::

    AudiaturError
    ├── InputError            the input is at fault; a command exits 1
    │   ├── FeedError         a document that is no feed, or is beyond a limit
    │   ├── PageError         a page that holds no article
    │   ├── ArticleError      a line or file that is no article
    │   ├── RegisterError     an OPML, YAML or address that the register cannot take
    │   └── AddressError      a URL that cannot be requested at all
    ├── FetchError            an attempt to fetch failed; carries its stage and failure
    ├── ModelError            a learned model is missing, harmed, or cannot be run
    └── SettingError          a setting of the operator is wrong

Each error says three things: what is wrong, where, and what to do about it.
"""

from __future__ import annotations


class AudiaturError(Exception):
    """The root of every error raised on purpose.

    Attributes:
        code: a stable, machine-readable word, e.g. ``not-a-feed``.
        message: one sentence for a person.
        place: where in the input, e.g. ``line 3, column 9``; None where the whole input is meant.
        remedy: what the person can do about it; None where nothing can be done.
    """

    def __init__(self, code: str, message: str, *, place: str | None = None, remedy: str | None = None) -> None:
        super().__init__(code, message, place, remedy)
        self.code = code
        self.message = message
        self.place = place
        self.remedy = remedy

    def __str__(self) -> str:
        text = self.message if self.place is None else f"{self.place}: {self.message}"
        return text if self.remedy is None else f"{text} ({self.remedy})"


class InputError(AudiaturError):
    """The input is at fault, not the program."""


class FeedError(InputError):
    """The document is no feed, or is beyond a limit on size, depth or amplification."""


class PageError(InputError):
    """The page holds no article that can be extracted."""


class ArticleError(InputError):
    """The line or file is no article in the form asked for."""


class RegisterError(InputError):
    """An OPML, YAML or address that the register of sources cannot take."""


class AddressError(InputError):
    """The URL cannot be requested: not http(s), no host, or malformed."""


class FetchError(AudiaturError):
    """An attempt to fetch failed.

    Attributes:
        stage: ``dns``, ``tcp``, ``tls``, ``http`` or ``feed``: the stage that failed.
        failure: an OONI failure string (df-007) where one exists, else one of ours, e.g. ``address_forbidden``.
    """

    def __init__(
        self, failure: str, message: str, *, stage: str, place: str | None = None, remedy: str | None = None
    ) -> None:
        super().__init__(failure, message, place=place, remedy=remedy)
        self.stage = stage
        self.failure = failure


class SettingError(AudiaturError):
    """A setting of the operator is missing or cannot be understood."""


class ModelError(AudiaturError):
    """A learned model is not installed, is not as it was made, or its runtime is missing."""
