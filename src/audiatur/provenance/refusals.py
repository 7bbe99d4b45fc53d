"""The answer at the address of an item that may not leave (RFC 7725 for a legal bar)."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote

from audiatur.provenance.values import Bar, Reason, Refusal, Withheld
from audiatur.provenance.wordings import wording
from audiatur.provenance.wordings.values import Wording

# A 451 may be cached by default (RFC 7725, section 3) and would then be served where the bar does not bind; the header
# that tells the jurisdiction is the operator's and may be none, so no cache may match the answer to another request.
_UNCACHED: Final = (("Cache-Control", "private, no-store"), ("Vary", "*"))

# The characters of RFC 3986 and "%", so that an address is kept as it is and can end neither a header nor a "<...>".
_ADDRESS_CHARACTERS: Final = "%:/?#[]@!$&'()*+,;=~"


def refusal(withheld: Withheld, *, hub: str) -> Refusal:
    """What is answered instead of a withheld item: status, headers, and words in its notice's language that say why.

    ``hub`` is this hub's address. In a 451 the ``Link`` with ``rel="blocked-by"`` names it as the one that withholds;
    the party that demands it is named in the words, with the law and whom it binds. Gives neither the item's title nor
    its address at the outlet. A law's address that is not http(s) is not passed on.
    """
    headers: tuple[tuple[str, str], ...] = _UNCACHED
    if withheld.reason is Reason.LEGAL:
        headers = (*_UNCACHED, ("Link", f'<{quote(hub, safe=_ADDRESS_CHARACTERS)}>; rel="blocked-by"'))
    return Refusal(
        status=withheld.status,
        headers=headers,
        title=wording(withheld.notice.language).titles[withheld.reason],
        paragraphs=_paragraphs(withheld),
        link=_law(withheld.bar),
        notice=withheld.notice,
    )


def _law(bar: Bar | None) -> str | None:
    cited = (bar.url or "").strip() if bar is not None else ""
    return cited if cited.lower().startswith(("http://", "https://")) else None


def _paragraphs(withheld: Withheld) -> tuple[str, ...]:
    words, name = wording(withheld.notice.language), withheld.notice.source_name
    if withheld.bar is not None:
        return (words.barred.format(name=name), *_grounds(withheld.bar, words))
    return ((words.ended if withheld.reason is Reason.WINDOW else words.closed).format(name=name),)


def _grounds(bar: Bar, words: Wording) -> tuple[str, ...]:
    return (
        words.demanded.format(told=bar.authority),
        words.law.format(told=bar.law),
        words.binds.format(told=bar.binds),
        words.jurisdictions.format(told=", ".join(sorted(bar.jurisdictions))),
    )
