"""One short name for an element, whichever namespace spelling its author chose."""

from __future__ import annotations

from functools import lru_cache

# By address in lower case without a trailing slash or hash: feeds in the wild differ in both.
_PREFIXES = {
    "http://backend.userland.com/creativecommonsrssmodule": "cc:",
    "http://cyber.law.harvard.edu/rss/creativecommonsrssmodule.html": "cc:",
    "http://web.resource.org/cc": "cc:",
    "http://creativecommons.org/ns": "cc:",
    "http://purl.org/dc/elements/1.0": "dc:",
    "http://purl.org/dc/elements/1.1": "dc:",
    "http://purl.org/dc/elements/2.0": "dc:",
    "http://purl.org/metadata/dublin_core": "dc:",
    "http://purl.org/dc/terms": "dcterms:",
    "http://purl.org/rss/1.0/modules/content": "content:",
    "http://purl.org/rss/1.0/modules/syndication": "sy:",
    "http://search.yahoo.com/mrss": "media:",
    "https://search.yahoo.com/mrss": "media:",
    "http://search.yahoo.com/rss": "media:",
    "http://video.search.yahoo.com/mrss": "media:",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes:",
    "https://www.itunes.com/dtds/podcast-1.0.dtd": "itunes:",
    "http://example.com/dtds/podcast-1.0.dtd": "itunes:",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner:",
    "http://source.scripting.com": "source:",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns": "rdf:",
    "http://www.w3.org/1999/xhtml": "xhtml:",
    "http://www.w3.org/2005/atom": "atom:",
    "http://purl.org/atom/ns": "atom:",
    "http://example.com/newformat": "atom:",
    "http://necho": "atom:",
    "http://purl.org/echo": "atom:",
    "uri/of/echo/namespace": "atom:",
    "http://purl.org/pie": "atom:",
    "http://purl.org/atom-blog/ns": "atom:",
}
# Addresses that have been used for the elements of RSS itself.
_RSS = {
    "http://purl.org/rss/1.0",
    "http://purl.org/net/rss1.1",
    "http://my.netscape.com/rdf/simple/0.9",
    "http://channel.netscape.com/rdf/simple/0.9",
    "http://backend.userland.com/rss",
    "http://backend.userland.com/rss2",
    "http://backend.userland.com/rss091",
    "http://blogs.law.harvard.edu/tech/rss",
    "http://cyber.law.harvard.edu/rss/rss.html",
    "http://purl.org/net/rss2.0",
}
# Prefixes that authors use without declaring them.
_USUAL = {prefix[:-1]: prefix for prefix in _PREFIXES.values()} | {
    "creativecommons": "cc:",
    "a": "atom:",
    "atom10": "atom:",
    "dcq": "dcterms:",
}


def split_tag(tag: str) -> tuple[str, str]:
    """The namespace (empty where none) and local name of a tag in lxml's ``{namespace}local`` form."""
    if tag.startswith("{"):
        namespace, _, local = tag[1:].partition("}")
        return namespace, local
    return "", tag


@lru_cache(maxsize=4096)
def name_of(tag: str, home: str) -> str:
    """The short name: ``title``, ``dc:creator``, ``content:encoded``; lower case throughout.

    ``home`` is the namespace of the root: its elements, those of any RSS namespace and those of none have no prefix.
    An element of an unknown namespace keeps its namespace, so that it is never mistaken for one of ours.
    """
    namespace, local = split_tag(tag)
    local = local.lower()
    if namespace == home or not namespace:
        before, colon, after = local.partition(":")
        return _USUAL.get(before, before + ":") + after if colon else local
    key = namespace.strip().lower().rstrip("/#")
    if key in _RSS:
        return local
    prefix = _PREFIXES.get(key)
    return f"{{{namespace}}}{local}" if prefix is None else prefix + local


def prefix_of(namespace: str) -> str | None:
    """The short prefix (``atom:``) of a namespace; empty for RSS itself; None where it is not known."""
    key = namespace.strip().lower().rstrip("/#")
    return "" if key in _RSS else _PREFIXES.get(key)
