"""Which general words a holder of an office may be called by besides: a governor "the candidate", no surgeon."""

from __future__ import annotations

from audiatur.statements.offices_english import Office
from audiatur.statements.wordlists import words

_DOMAINS = (
    (
        words(
            """politician candidate nominee contender hopeful frontrunner incumbent statesman challenger conservative
            liberal democrat republican socialist nationalist populist reformer"""
        ),
        words(
            """lawmaker legislator senator representative governor mayor minister prime-minister president chancellor
            leader councillor secretary deputy businessman"""
        ),
    ),
    (words("soldier veteran"), words("officer commander general colonel major captain admiral marshal sergeant")),
    (
        words("executive businessman entrepreneur tycoon billionaire industrialist financier"),
        words("founder owner boss chairman chief-executive director head chief president investor"),
    ),
    (
        words("academic scholar researcher scientist expert"),
        words("professor historian economist sociologist philosopher physicist biologist lecturer doctor"),
    ),
    (
        words("artist musician performer star"),
        words("singer composer conductor pianist violinist actor director frontman guitarist drummer vocalist"),
    ),
    (
        words("writer author journalist critic"),
        words("novelist poet reporter columnist editor correspondent historian"),
    ),
    (
        words("cleric prelate priest"),
        words("bishop monk nun archbishop patriarch metropolitan pastor imam rabbi abbot"),
    ),
    (
        words("player champion sportsman athlete star"),
        words("footballer striker goalkeeper midfielder captain coach swimmer runner boxer defender"),
    ),
    (words("jurist"), words("lawyer prosecutor judge")),
    (words("dissident critic"), words("activist campaigner organizer journalist writer leader")),
)
"""For each field the general words and the offices, as ``Office.heads`` gives them; our own compilation."""


def akin(general: Office, held: Office) -> bool:
    """Whether the holder of an office may be called by a general word of its field; never one who held it once."""
    if "former" in (general.rank, held.rank):
        return False
    return any(general.heads & words_ and held.heads & (words_ | offices) for words_, offices in _DOMAINS)
