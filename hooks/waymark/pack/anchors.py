"""Anchors of a one-file copy: a page is ``#help-kh``, the third place on it ``#help-kh.3``."""

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
    places: dict[str, dict[str, str]]  # path → id on that page → anchor

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
        return cls(pages, {each.path: _places(each.article, pages[each.path]) for each in sections})

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
                self._id(node, section.path, named)
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
                anchor = self.places.get(link.path, {}).get(link.fragment, anchor)
                link.node.attrs["href"] = f"#{anchor}"
                named.add(anchor)
        return named

    def _id(self, node: LexborNode, page: str, named: set[str]) -> None:
        own = node.attributes.get("id") or ""
        if own.startswith("__"):
            return  # the search form's
        anchor = self.places[page].get(own)
        if anchor in named:
            node.attrs["id"] = anchor
        else:
            del node.attrs["id"]


def _places(article: LexborNode, page: str) -> dict[str, str]:
    """Numbers instead of the ids: citations name the same few places hundreds of times."""
    ids = [node.attributes.get("id") or "" for node in article.css("[id]")]
    return {own: f"{page}.{number}" for number, own in enumerate(ids) if own != "top"}
