"""The end of a build: every page made light, the theme's files taken away, what a host needs added."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from waymark.lean.cut import Cutter
from waymark.lean.document import finish, is_lean
from waymark.lean.facts import Fact, Register
from waymark.lean.hosting import headers_file
from waymark.lean.missing import join_missing
from waymark.lean.search import write_indexes
from waymark.lean.selectors import vocabulary
from waymark.lean.sheet import Part, parse_sheet
from waymark.lean.sitemap import sitemap

# Material's files and our sources of scripts and styles: all of it is inside the pages by then.
THEME_ONLY: tuple[str, ...] = (
    "assets/stylesheets",
    "assets/javascripts",
    "assets/images",
    "assets/waymark.css",
    "partials",
    "blocks",
    "search/search_index.json",
    "sitemap.xml",
    "sitemap.xml.gz",
)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the operator of a site decides that matters here."""

    address: str = ""  # https://…/ or empty
    preview: bool = True


def reduce_site(site: Path, settings: Settings, missing: Mapping[str, str]) -> int:
    """Makes the site built at ``site`` light and safe, in place; returns the number of pages.

    ``missing`` is the rendered 404 page of each locale, the default locale first; it may be empty.
    The same bytes come out for the same bytes in. Raises ValueError when Material's CSS cannot be read.
    """
    pages = _read(site)
    if missing:
        pages[site / "404.html"] = join_missing(missing)
    documents = {path: LexborHTMLParser(html) for path, html in pages.items()}
    write_indexes(site, {path: doc for path, doc in documents.items() if path.name != "404.html"})
    cutter, facts = _cutter(_sheet(site), documents)
    sheets: dict[frozenset[Fact], str] = {}
    for path, html in pages.items():
        known = facts[path]
        if known not in sheets:
            sheets[known] = cutter.cut(known)
        _write(path, finish(html, sheets[known]))
    _remove(site)
    _write(site / "_headers", headers_file())
    if settings.address and not settings.preview:
        _write(
            site / "sitemap.xml", sitemap(site, [p for p in pages if p.name != "404.html"], settings.address)
        )
    return len(pages)


def _read(site: Path) -> dict[Path, str]:
    found = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    return {path: html for path, html in found.items() if is_lean(html)}


def _sheet(site: Path) -> tuple[Part, ...]:
    (material,) = sorted(site.glob("assets/stylesheets/main.*.min.css"))
    ours = site / "assets" / "waymark.css"
    return tuple(part for path in (material, ours) for part in parse_sheet(path.read_text(encoding="utf-8")))


def _cutter(
    parts: tuple[Part, ...], documents: Mapping[Path, LexborHTMLParser]
) -> tuple[Cutter, dict[Path, frozenset[Fact]]]:
    register = Register(vocabulary(parts))
    facts = {path: register.read(document) for path, document in documents.items()}
    return Cutter(parts, register), facts


def _remove(site: Path) -> None:
    for name in THEME_ONLY:
        path = site / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def _write(path: Path, text: str) -> None:
    temporary = path.with_name(path.name + ".new")
    temporary.write_text(text, encoding="utf-8", newline="\n")
    temporary.replace(path)
