"""The fixed words of notices, refusals and feed entries in each language of the interface.

``wording`` is the one way in. What a source or an editor said is not here: it stays as it was said.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from audiatur.provenance.wordings.english import ENGLISH
from audiatur.provenance.wordings.russian import RUSSIAN
from audiatur.provenance.wordings.ukrainian import UKRAINIAN
from audiatur.provenance.wordings.values import Wording

WORDINGS: Final = MappingProxyType({"en": ENGLISH, "ru": RUSSIAN, "uk": UKRAINIAN})
"""Every wording by the ISO 639 code of its language."""


def wording(language: str) -> Wording:
    """The words in a language; the English ones where there are none in it.

    >>> wording("uk").owner
    'Власник'
    """
    return WORDINGS.get(language, ENGLISH)
