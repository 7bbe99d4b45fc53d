"""Statements: who said what, to whom, when and where, as exact spans."""

from audiatur.statements.candidates import Candidate, Tagger
from audiatur.statements.contract import statement_as_json
from audiatur.statements.reading import read_statements
from audiatur.statements.values import Attribution, Kind, Occasion, SpeakerType, Statement, StatementClass

__all__ = [
    "Attribution",
    "Candidate",
    "Kind",
    "Occasion",
    "SpeakerType",
    "Statement",
    "StatementClass",
    "Tagger",
    "read_statements",
    "statement_as_json",
]
