"""Learned models: their files, checked and loaded once per process, behind what the core asks of them.

The only room that knows the runtime of networks. It loads on first use, so that nobody pays for what is not read.
"""

from audiatur.models.loading import english_tagger

__all__ = ["english_tagger"]
