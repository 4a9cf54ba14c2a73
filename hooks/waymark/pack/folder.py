"""Folder copies: pages of some locales, as they are on the site, made to work without a network."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from waymark.errors import PageError
from waymark.lean.document import POLICY, finish
from waymark.pack.built import HEADERS, Built, tag_of
from waymark.pack.links import inner_links, pictures, relative
from waymark.pack.plain import NOTES, notes, start

PAGES = "pages"  # a reader who unpacks a copy sees two things: index.html and this folder
ADDRESSES = 'link[rel="canonical"], link[rel="alternate"], meta[property^="og:"]'  # a copy has none


@dataclass(frozen=True, slots=True)
class Folder:
    """What a folder copy holds."""

    built: Built
    tags: tuple[str, ...]  # English is always among them
    pages: frozenset[str]

    @classmethod
    def of(cls, built: Built, tags: Iterable[str]) -> Folder:
        """The copy of these locales; raises PageError when a page has the name of the page to leave for."""
        chosen = tuple(tags)
        pages = frozenset(path for path in built.pages if tag_of(path) in chosen)
        if NOTES in pages:
            raise PageError("copies need this name for the page to leave for", "Rename it.", f"docs/{NOTES}")
        return cls(built, chosen, pages)

    def files(self, root: str, tick: Callable[[], object]) -> dict[str, bytes]:
        """Every file of the copy, by its name below ``root/``; ``tick`` is called once a page."""
        files: dict[str, str | bytes] = {
            f"{root}/index.html": start(self.built.name, self.tags, PAGES),
            f"{root}/{HEADERS}": (self.built.folder / HEADERS).read_text(encoding="utf-8"),
            f"{root}/{PAGES}/{NOTES}": notes(),
        }
        for tag in self.tags:
            index = f"assets/search/{tag}.js"
            files[f"{root}/{PAGES}/{index}"] = self.built.read(index)
        for path in sorted(self.pages):
            files[f"{root}/{PAGES}/{path}"] = self.page(path)
            for picture in pictures(LexborHTMLParser(self.built.read(path)), path):
                files[f"{root}/{PAGES}/{picture.path}"] = self.built.bytes(picture.path)
            tick()
        return {name: text.encode("utf-8") if isinstance(text, str) else text for name, text in files.items()}

    def page(self, path: str) -> str:
        """A page of the copy: languages cut to those inside, leaving to the copy's own page, no address."""
        document = LexborHTMLParser(self.built.read(path))
        for node in document.css(ADDRESSES):
            node.decompose()
        self._languages(document)
        without_dead_links(document, path, self.pages)
        for leave in document.css("#__leave"):
            leave.attrs["href"] = relative(NOTES, path)
        return finished(document)

    def _languages(self, document: LexborHTMLParser) -> None:
        for link in document.css("#__languages a"):
            if link.attributes.get("hreflang") not in self.tags and link.parent is not None:
                link.parent.decompose()
        if len(self.tags) == 1:
            for node in document.css("details.md-select, #__offer"):
                node.decompose()


def without_dead_links(document: LexborHTMLParser, page: str, inside: frozenset[str]) -> None:
    """Takes off every link to a page that is not inside; its text stays."""
    for link in list(inner_links(document, page)):
        if link.path not in inside:
            link.node.unwrap()


def finished(document: LexborHTMLParser) -> str:
    """A changed page written again, with its own style and a policy that fits it."""
    style = document.css_first("style")
    policy = document.css_first('meta[http-equiv="Content-Security-Policy"]')
    if style is None or policy is None:
        raise PageError("a page without its style and policy", "Run: make site", "site")
    css = style.text()
    style.inner_html = ""
    policy.attrs["content"] = POLICY
    return finish(document.html or "", css)
