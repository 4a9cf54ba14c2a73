"""The one 404.html of a site: the same few words in every locale, the reader's own shown first."""

from __future__ import annotations

from collections.abc import Mapping

from selectolax.lexbor import LexborHTMLParser

OTHERS = "<!--others-->"  # overrides/404.html says where the words of the other locales go
WORDS = "section.wm-missing"


def join_missing(rendered: Mapping[str, str]) -> str:
    """The first locale's page with the words of all others after its own; each carries ``lang`` and ``dir``.

    Hosts answer with it at any depth; MkDocs writes its links from the site's root for that reason.
    """
    first, *others = rendered.values()
    return first.replace(OTHERS, "".join(_words(html) for html in others), 1)


def _words(html: str) -> str:
    return "".join(node.html or "" for node in LexborHTMLParser(html).css(WORDS))
