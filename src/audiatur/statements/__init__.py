"""Statements: who said what, to whom, when and where, as exact spans."""
