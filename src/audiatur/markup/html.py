"""Sanitised HTML and its plain text."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape, unescape
from typing import NewType

import nh3

SanitisedHtml = NewType("SanitisedHtml", str)

# What an article needs to be read: structure, emphasis, lists, tables, links, images. Nothing that runs, submits,
# embeds another page, plays by itself, styles the page around it or names an element of it (id, class, style).
_KEPT = """
    a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn
    div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark ol p pre q rp rt ruby
    s samp section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr
"""
_TAGS = frozenset(_KEPT.split())
_ATTRIBUTES = {
    "*": {"lang", "dir", "title"},
    "a": {"href"},
    "blockquote": {"cite"},
    "col": {"span"},
    "colgroup": {"span"},
    "del": {"cite", "datetime"},
    "details": {"open"},
    "img": {"src", "alt", "width", "height"},
    "ins": {"cite", "datetime"},
    "li": {"value"},
    "ol": {"start", "reversed", "type"},
    "q": {"cite"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
# The text of these is never prose: it goes with the element, where the text of other barred elements stays.
_DROPPED = "script style head title iframe object embed svg math template noembed"
_DROPPED_WITH_CONTENT = frozenset(_DROPPED.split())
_SCHEMES = frozenset(("http", "https", "mailto", "tel"))
_REL = "noopener noreferrer nofollow"

_ABSOLUTE = re.compile(r"https?://[^/\s]", re.IGNORECASE)


@lru_cache(maxsize=256)
def _cleaner(base: str | None) -> nh3.Cleaner:
    """The kept cleaner of one base; 256 because a hub polls many feeds in turn and each has few bases."""
    return nh3.Cleaner(
        tags=set(_TAGS),
        clean_content_tags=set(_DROPPED_WITH_CONTENT),
        attributes=_ATTRIBUTES,
        url_schemes=set(_SCHEMES),
        link_rel=_REL,
        url_relative="deny" if base is None else ("rewrite_with_base", base),
    )


def cleaner_for(base: str | None) -> nh3.Cleaner:
    """The cleaner that resolves against ``base``; one that drops relative URLs where ``base`` is None or unusable."""
    if base is None or not _ABSOLUTE.match(base):
        return _cleaner(None)
    try:
        return _cleaner(base)
    except ValueError:  # a base that no URL parser takes, e.g. http://[::1
        return _cleaner(None)


# An HTML parser looks through all open elements at many tags, so its time grows with tags times depth: 300,000 nested
# divs, which fit into 3 MB, would take it hours. A long article has 5,000 tags at a depth of 30.
_MOST_STEPS = 2_000_000
_ALWAYS_SAFE = int(_MOST_STEPS**0.5)  # as many tags can be nested in each other without reaching that
_OPENED = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
# Void elements, and those that the next of their kind closes.
_NEVER_DEEP = frozenset(
    [
        "br",
        "hr",
        "img",
        "wbr",
        "col",
        "area",
        "base",
        "embed",
        "input",
        "link",
        "meta",
        "source",
        "p",
        "li",
        "dt",
        "dd",
        "tr",
        "td",
        "th",
        "option",
    ]
)


def is_too_deep(html: str) -> bool:
    """Whether HTML would take an HTML parser more than two million steps, tags times the most open at a time."""
    tags = depth = deepest = 0
    for match in _OPENED.finditer(html):
        tags += 1
        if match[2].lower() in _NEVER_DEEP:
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return tags * deepest > _MOST_STEPS


def sanitise(html: str, *, base: str | None) -> SanitisedHtml:
    """Make HTML safe to show on our own pages.

    Kept: structure, emphasis, lists, tables, links and images. Dropped: scripts, styles, forms, frames, embedded
    media, event handlers, ``id``, ``class`` and ``style``, and every URL that is not http, https, mailto or tel.
    Relative URLs are resolved against ``base``; without a usable ``base`` they are dropped, since on our page they
    would point at us. Links get ``rel="noopener noreferrer nofollow"``. Of HTML nested so deep that no author can
    mean it only the text is kept. Never raises.

    >>> sanitise('<p onclick="x()">Borduria <a href="/a">denies</a> it<script>1</script>', base="https://klow.example/")
    '<p>Borduria <a href="https://klow.example/a" rel="noopener noreferrer nofollow">denies</a> it</p>'
    """
    if "<" not in html and "&" not in html:
        return SanitisedHtml(html.strip())
    if html.count("<") > _ALWAYS_SAFE and is_too_deep(html):
        return sanitised(text_of(html))
    return SanitisedHtml(cleaner_for(base).clean(html).strip())


def escaped(text: str) -> SanitisedHtml:
    """Plain text as HTML that shows exactly its characters; white space and line breaks are left as they are."""
    if "<" in text or "&" in text or ">" in text:
        return SanitisedHtml(escape(text, quote=False))
    return SanitisedHtml(text)


def sanitised(text: str) -> SanitisedHtml:
    """Plain text as HTML: a paragraph a line, blank lines dropped, markup characters escaped.

    >>> sanitised("Klow: 1 < 2\\n\\nSzohod agrees")
    '<p>Klow: 1 &lt; 2</p><p>Szohod agrees</p>'
    """
    lines = (line.strip() for line in text.splitlines())
    return SanitisedHtml("".join(f"<p>{escape(line, quote=False)}</p>" for line in lines if line))


# ``(?>`` and ``*+`` never give back what they took, so each pattern is linear in the text, whatever it holds.
_UNSEEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|template|svg|math|head|title|iframe|object|noembed)\b.*?(?:</\1\s*>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_BREAK = re.compile(
    r"</?(?:address|article|aside|blockquote|br|caption|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|"
    r"footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|tbody|tfoot|thead|tr|ul)"
    r"""(?=[\s/>])(?>[^<>"']|"[^"]*"|'[^']*')*+>""",
    re.IGNORECASE,
)
_CELL = re.compile(r"<t[dh](?=[\s/>])[^<>]*+>", re.IGNORECASE)
_TAG = re.compile(r"""</?[a-zA-Z](?>[^<>"']|"[^"]*"|'[^']*')*+>|<[!?][^<>]*+>""")
_BLOCKS = """
    address article aside blockquote br caption center dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6
    header hr li main ol p pre section summary table tbody tfoot thead tr ul
"""
_SPLIT = re.compile(r"<([^ <>]+)[^<>]*>")
# What a tag that the sanitiser keeps means for the text: a line break, a space, nothing.
_NAMES = (
    {name: "" for tag in _TAGS for name in (tag, "/" + tag)}
    | {name: "\0" for tag in _BLOCKS.split() for name in (tag, "/" + tag)}
    | {"td": " ", "th": " "}
)
# Only references that end in a semicolon: ``?page=1&copy=2`` is a query, not a copyright sign.
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")


def decode_references(text: str) -> str:
    """Replace character references that end in a semicolon; unknown names stay as they are."""
    if "&" not in text:
        return text
    return _REFERENCE.sub(lambda match: unescape(match[0]), text)


def text_of(html: str) -> str:
    """The plain text of HTML: a block element a line, white space folded, references decoded, no markup.

    Meant for sanitised HTML and short raw strings such as titles; it neither builds a tree nor finds the main text.
    Comments, scripts and styles leave nothing. The result is text, not HTML: escape it before showing it.

    >>> text_of("<p>The  talks</p><p>went on &amp; on</p>")
    'The talks\\nwent on & on'
    """
    if "<" not in html:
        return " ".join(decode_references(html).split())
    parts = _SPLIT.split(html)
    try:
        parts[1::2] = map(_NAMES.__getitem__, parts[1::2])
    except KeyError:  # an element that the sanitiser would not have kept
        return _text_of_anything(html)
    text = "".join(parts)
    if "<" in text or ">" in text:  # not as the sanitiser writes it, which escapes both in text and attributes
        return _text_of_anything(html)
    return _lines(decode_references(text))


def _lines(marked: str) -> str:
    """Text with NUL for each line break, folded; NUL because no HTML or XML text can hold one."""
    return "\n".join(filter(None, map(str.strip, " ".join(marked.split()).split("\0"))))


def _text_of_anything(html: str) -> str:
    """The slower way, for what the sanitiser did not write: odd tags, comments, scripts, a bare ``<``."""
    html = _UNSEEN.sub(" ", html.replace("\0", " "))
    return _lines(decode_references(_TAG.sub("", _CELL.sub(" ", _BREAK.sub("\0", html)))))
