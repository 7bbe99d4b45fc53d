"""The demo's content: an invented conflict, its outlets, and a server on loopback that delivers their feeds.

Nothing here writes to the hub. ``load`` reads the content, ``DemoServer`` serves it as it stood at a virtual time, and
the hub's own poller takes it in from there, as it would from the world.
"""

from __future__ import annotations

from audiatur.demo.loader import load
from audiatur.demo.render import feed_bytes, page_html
from audiatur.demo.server import DemoServer
from audiatur.demo.values import DemoArticle, DemoHub, DemoSource

__all__ = ["DemoArticle", "DemoHub", "DemoServer", "DemoSource", "feed_bytes", "load", "page_html"]
