"""One-file copies: every page of a locale in a single document that needs nothing else."""

from __future__ import annotations

import base64
import mimetypes
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from waymark.errors import PageError
from waymark.lean.cut import Cutter
from waymark.lean.document import POLICY, STYLE, finish
from waymark.lean.facts import Register
from waymark.lean.selectors import vocabulary
from waymark.lean.sheet import Part
from waymark.locales import SOURCE
from waymark.pack.anchors import Anchors
from waymark.pack.built import Built
from waymark.pack.links import pictures
from waymark.pack.plain import NOTES_FIELD
from waymark.pack.sections import Section, read_section
from waymark.pack.shared import Shared, share

SEARCH = "search.html"
_ONLY_ON_THE_SITE = ".wm-menu, .md-toggle, .md-overlay, nav.md-sidebar, details"  # of its header
_PARTS = Path(__file__).parent / "parts"


def single(built: Built, tag: str, sheet: Sequence[Part], tick: Callable[[], object]) -> str:
    """The pages of a locale as one HTML document; ``sheet`` is the theme's style sheet, still whole.

    Raises PageError when two pages would get the same anchor.
    """
    paths = _ordered(built, tag)
    folder = "" if tag == SOURCE.tag else f"{tag}/"
    shell = LexborHTMLParser(built.read(folder + SEARCH))
    sections = []
    for path in paths:
        section = read_section(built.read(path), path)
        for picture in pictures(section.article, path):
            picture.node.attrs["src"] = _data(picture.path, built.bytes(picture.path))
        sections.append(section)
        tick()
    shared = share(sections)
    anchors = Anchors.of(sections, folder)
    anchors.rewrite(sections, shared)
    return _document(shell, sections, shared, anchors, folder + SEARCH, sheet)


def _ordered(built: Built, tag: str) -> tuple[str, ...]:
    """The first page first: it is what the file opens with."""
    paths = built.of(tag)
    home = "index.html" if tag == SOURCE.tag else f"{tag}/index.html"
    if home not in paths:
        raise PageError(f"the site has no pages in {tag}", "Run: make site", built.folder)
    return (home, *(path for path in paths if path != home))


def _data(name: str, content: bytes) -> str:
    """A picture as an address of its own; a drawing stays text, which is a quarter shorter."""
    if name.endswith(".svg"):
        text = " ".join(content.decode("utf-8").split("\n"))
        return "data:image/svg+xml;charset=utf-8," + text.replace("%", "%25").replace("#", "%23")
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return f"data:{kind};base64,{base64.b64encode(content).decode('ascii')}"


def _document(
    shell: LexborHTMLParser,
    sections: Sequence[Section],
    shared: Shared,
    anchors: Anchors,
    page: str,
    sheet: Sequence[Part],
) -> str:
    head = _head(shell)
    menu = _menu(shell, anchors, page)  # before the header, which may hold it
    header = _header(shell, anchors, page)
    notices = _notices(shell, shared.notice + shared.warning)
    main = "".join([notices, *(section.html() for section in sections), *shared.html()])
    script = _inner(shell, "script") + "\n" + (_PARTS / "one.js").read_text(encoding="utf-8")
    root = shell.css_first("html")
    attributes = f'lang="{root.attributes.get("lang")}" dir="{root.attributes.get("dir")}"' if root else ""
    html = (
        f"<!doctype html><html {attributes}><head>{head}</head><body>{header}"
        f'<div class="md-container"><main class="md-content md-content__inner md-typeset">{main}</main>'
        f"{menu}{_footer(shell, anchors, page)}</div>"
        f'<section id="notes" lang="en">{NOTES_FIELD}</section><script>{script}</script></body></html>'
    )
    return finish(html, _style(html, sheet) + _own_style(shared))


def _head(shell: LexborHTMLParser) -> str:
    robots = shell.css_first('meta[name="robots"]')
    title = shell.css_first(".md-header__title")
    return (
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        '<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">'
        f"{robots.html if robots else ''}<title>{escape(title.text()) if title else ''}</title>"
        f'<link rel="icon" href="data:,">{STYLE}'
    )


def _header(shell: LexborHTMLParser, anchors: Anchors, page: str) -> str:
    """The site's own header without its menu, which stands below, and the languages, which are not inside."""
    header = shell.css_first("header")
    if header is None:
        return ""
    for node in header.css(_ONLY_ON_THE_SITE):
        node.decompose()
    anchors.links(header, page)
    for leave in header.css("#__leave"):
        leave.attrs["href"] = "#notes"
    return header.html or ""


def _notices(shell: LexborHTMLParser, more: str) -> str:
    own = shell.css_first(".wm-notices")
    if own is None:
        return ""
    for node in own.css("#__offer, .wm-notice"):
        node.decompose()
    return f'<div class="wm-notices">{own.inner_html}{more}</div>'


def _menu(shell: LexborHTMLParser, anchors: Anchors, page: str) -> str:
    """The navigation, below every page: nothing has to open or close."""
    menu = shell.css_first("nav.md-sidebar")
    if menu is None:
        return ""
    for node in menu.css(".wm-toc"):
        node.decompose()
    for node in menu.css("[aria-current]"):
        del node.attrs["aria-current"]
        node.attrs["class"] = "md-nav__link"
        node.attrs["href"] = page.rpartition("/")[2]
    anchors.links(menu, page)
    name = escape(menu.attributes.get("aria-label") or "")
    return f'<nav class="md-nav wm-menu-list" aria-label="{name}">{menu.inner_html}</nav>'


def _footer(shell: LexborHTMLParser, anchors: Anchors, page: str) -> str:
    footer = shell.css_first("footer")
    if footer is None:
        return ""
    anchors.links(footer, page)
    return footer.html or ""


def _inner(shell: LexborHTMLParser, selector: str) -> str:
    node: LexborNode | None = shell.css_first(selector)
    return node.text() if node else ""


def _style(html: str, sheet: Sequence[Part]) -> str:
    register = Register(vocabulary(tuple(sheet)))
    facts = register.read(LexborHTMLParser(html))
    return Cutter(tuple(sheet), register).cut(facts)


def _own_style(shared: Shared) -> str:
    lines = (_PARTS / "one.css").read_text(encoding="utf-8").splitlines()
    own = "".join(line.strip() for line in lines if not line.startswith("/*"))
    return own + shared.css()
