"""Recipes by which learned models were made; not part of the package."""
