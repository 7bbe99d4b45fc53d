"""What in a text is the article and what is not: furniture, the republisher's notice, the original source."""

from __future__ import annotations

from audiatur.articles.furniture import furniture
from audiatur.articles.notice import notice
from audiatur.articles.origin import original_source
from audiatur.articles.passages import lines_of, paragraphs
from audiatur.articles.values import Anatomy


def anatomy(text: str, *, title: str | None = None, site: str | None = None) -> Anatomy:
    """Take a plain text, a paragraph a line, apart. Never fails; what is not found is empty or None.

    ``title`` marks a repetition of the headline as the first line, which is then no notice. ``site`` is the name of the
    outlet that carries the text, which is never its own origin. The text is not changed: all spans index it as given.
    """
    lines = paragraphs(text)
    found = furniture(text, lines)
    dropped = set(found)
    headline = " ".join(title.split()) if title is not None else None
    kept = tuple(line for line in lines if line not in dropped and " ".join(line.text.split()) != headline)
    said = notice(text, kept)
    return Anatomy(
        furniture=tuple(span for span in found if said is None or not said.covers(span)),
        notice=said,
        # Blog software signs every item of a feed ("The post ... appeared first on X."): furniture, and a statement.
        original_source=original_source(text, kept, notice=said, site=site) or original_source(text, found, site=site),
    )


def article_text(text: str, parts: Anatomy) -> str:
    """The text without its furniture and notice, a paragraph a line: what copies and stories are compared by.

    Its offsets are its own; whatever must point into the article uses ``text`` itself.

    >>> page = "Ships wait.\\nRead more\\nPilots ask for talks."
    >>> article_text(page, anatomy(page))
    'Ships wait.\\nPilots ask for talks.'
    """
    left, at = [], 0
    for span in sorted((*parts.furniture, *([parts.notice] if parts.notice is not None else []))):
        left.append(text[at : span.start])
        at = span.end
    return lines_of("".join((*left, text[at:])))
