"""Anchors of a one-file copy: a page is ``#help-kh``, a place on it ``#help-kh.embassy``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from waymark.errors import PageError
from waymark.pack.links import inner_links
from waymark.pack.sections import Section
from waymark.pack.shared import LINES, Shared

_OWN = {LINES: "lines", "notes.html": "notes"}  # what else of the file has an anchor


@dataclass(frozen=True)
class Anchors:
    """Which page has which anchor, and which of its places can be reached."""

    pages: dict[str, str]  # path → anchor
    places: dict[str, frozenset[str]]  # path → ids on that page

    @classmethod
    def of(cls, sections: Sequence[Section], folder: str) -> Anchors:
        """The anchors of a locale's pages; raises PageError when two are the same."""
        pages = dict(_OWN)
        for section in sections:
            name = section.path.removeprefix(folder).removesuffix(".html")
            anchor = name.removesuffix("/index").replace("/", "-")
            if anchor in pages.values():
                cure = "Rename one of the pages."
                raise PageError(f"two things would be #{anchor} in a one-file copy", cure, f"docs/{name}.md")
            pages[section.path] = anchor
        places = {section.path: frozenset(_ids(section.article)) for section in sections}
        return cls(pages, places)

    def rewrite(self, sections: Sequence[Section], shared: Shared) -> None:
        """Makes all links lead inside the file, and drops every id that no link names."""
        named: set[str] = set()
        for section in sections:
            named |= self.links(section.article, section.path)
        for part in shared.parts:
            named |= self.links(part.node, part.path)
        for section in sections:
            section.id = self.pages[section.path]
            for node in section.article.css("[id]"):
                self._id(node, section.id, named)
        for part in shared.parts:
            for node in part.node.css("[id]"):
                del node.attrs["id"]

    def links(self, part: LexborNode, page: str) -> set[str]:
        """Rewrites the links of a part; the anchors they name. A link to a page not inside is taken off."""
        named = set()
        for link in list(inner_links(part, page)):
            anchor = self.pages.get(link.path)
            if anchor is None:
                link.node.unwrap()
            else:
                if link.fragment in self.places.get(link.path, ()) and link.fragment != "top":
                    anchor = f"{anchor}.{link.fragment}"
                link.node.attrs["href"] = f"#{anchor}"
                named.add(anchor)
        return named

    def _id(self, node: LexborNode, page: str, named: set[str]) -> None:
        own = node.attributes.get("id") or ""
        if own.startswith("__"):
            return  # the search form's
        if f"{page}.{own}" in named:
            node.attrs["id"] = f"{page}.{own}"
        else:
            del node.attrs["id"]


def _ids(article: LexborNode) -> list[str]:
    return [node.attributes.get("id") or "" for node in article.css("[id]")]
