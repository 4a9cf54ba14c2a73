"""Links of a built page: which lead to another page of the site, and how they read from elsewhere."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode


@dataclass(frozen=True, slots=True)
class Inner:
    """A link to a page, or a picture, of the same site."""

    node: LexborNode
    path: str  # of what it names, below the site
    fragment: str  # may be empty


def inner_links(part: LexborHTMLParser | LexborNode, page: str) -> Iterator[Inner]:
    """The links of a part of ``page`` that stay on the site: no scheme and no host."""
    for node in part.css("a[href]"):
        target = urlsplit(node.attributes.get("href") or "")
        if not target.scheme and not target.netloc:
            joined = posixpath.join(posixpath.dirname(page), unquote(target.path)) if target.path else page
            yield Inner(node, posixpath.normpath(joined), unquote(target.fragment))


def pictures(part: LexborHTMLParser | LexborNode, page: str) -> Iterator[Inner]:
    """The pictures of a part of ``page`` that are files of the site."""
    for node in part.css("img[src]"):
        target = urlsplit(node.attributes.get("src") or "")
        if not target.scheme and not target.netloc:
            joined = posixpath.join(posixpath.dirname(page), unquote(target.path))
            yield Inner(node, posixpath.normpath(joined), "")


def relative(path: str, page: str) -> str:
    """``path`` as ``page`` writes it."""
    return posixpath.relpath(path, posixpath.dirname(page) or ".")
