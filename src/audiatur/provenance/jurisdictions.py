"""Where a legal bar binds, in ISO 3166-1 alpha-2 codes.

The hub does not find out where a reader is; it is told (a setting, a trusted proxy's header, a GeoIP file).
"""

from __future__ import annotations

from typing import Final

from audiatur.provenance.values import Bar

EU_MEMBERS: Final = frozenset(
    {"AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE"}
    | {"IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE"}
)
"""The 27 member states (https://european-union.europa.eu, as of 2020-02-01)."""

EU_TERRITORIES: Final = frozenset({"AX", "GF", "GP", "MF", "MQ", "RE", "YT"})
"""Parts of member states with a code of their own in which the Treaties apply (TFEU Art. 355, paragraphs 1 and 4).

Databases of addresses answer with these codes, and a bar in the EU binds there too. A bar that names only the member
state does not reach them: what it names is what it binds.
"""

# Codes in use for the same state: UK is reserved for GB in ISO 3166-1, EL stands for Greece in the EU's own documents.
_SAME = {"UK": "GB", "EL": "GR"}


def normal(code: str) -> str:
    """The code in upper case, with ``UK`` and ``EL`` as ISO writes them. Does not check that the code exists."""
    upper = code.strip().upper()
    return _SAME.get(upper, upper)


def binds_in(bar: Bar, jurisdiction: str) -> bool:
    """Whether the bar names the jurisdiction, or names ``EU`` and the jurisdiction belongs to it.

    A reader known only to be somewhere in the ``EU`` is bound by a bar on the EU, not by one on a member state.
    A bar that names no jurisdiction binds nowhere.
    """
    here = normal(jurisdiction)
    named = {normal(code) for code in bar.jurisdictions}
    return here in named or ("EU" in named and here in EU_MEMBERS | EU_TERRITORIES)
