"""Markup: the strings that every room trusts once they were checked here.

Sanitised HTML, its plain text, canonical addresses and decoded documents. Each checked string has a type of its own
that only this package makes.
"""
