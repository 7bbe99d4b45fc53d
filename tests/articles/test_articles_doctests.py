"""The examples in this room's docstrings are true."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import audiatur.articles

MODULES = [module.name for module in pkgutil.iter_modules(audiatur.articles.__path__, "audiatur.articles.")]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
