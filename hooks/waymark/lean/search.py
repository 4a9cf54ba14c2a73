"""One search index a locale: a script that a page loads on first use, also from file://.

The index is a list of distinct words (phrases, where a script writes no spaces) and for each the pages
that hold it, so that a substring of any word is found by one search through one string. Tried against
Material's lunr, MiniSearch and pagefind: ARCHITECTURE.md, "Search".
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

from selectolax.lexbor import LexborHTMLParser, LexborNode

from waymark.lean.fold import fold, words

TITLE, HEADING, BODY = 2, 1, 0  # what a word weighs, highest first
HEADINGS = "h2, h3, summary"
# What repeats on every page says nothing about one of them.
NOT_TEXT = ".wm-notices, .wm-facts, .footnote, .wm-evidence, .wm-sources details, cite, script, style, sup"


@dataclass(frozen=True, slots=True)
class Entry:
    """A page as the search sees it."""

    path: str  # relative to the site's root
    title: str
    words: dict[str, int]  # folded word -> its weight


def write_indexes(site: Path, documents: Mapping[Path, LexborHTMLParser]) -> None:
    """Writes ``assets/search/<tag>.js`` for each locale; pages in the order of its search page's list."""
    locales: dict[str, list[Entry]] = {}
    order: dict[str, int] = {}
    named: dict[str, str] = {}
    for path, document in documents.items():
        article = document.css_first("article")
        if document.css_first("#__search") is not None:
            order |= _listed(path.relative_to(site), document)
        elif article is not None:
            entry = _entry(path.relative_to(site).as_posix(), document, article)
            locales.setdefault(_language(document), []).append(entry)
            if document.css_first('a.md-header__title[href="index.html"]') and path.name == "index.html":
                named.update(_named(path.relative_to(site), article))
    for entry in (entry for entries in locales.values() for entry in entries):
        for word in words(fold(named.get(entry.path, ""))):
            entry.words[word] = max(HEADING, entry.words.get(word, BODY))
    folder = site / "assets" / "search"
    folder.mkdir(parents=True, exist_ok=True)
    for tag, entries in sorted(locales.items()):
        entries.sort(key=lambda entry: (order.get(entry.path, len(order)), entry.path))
        (folder / f"{tag}.js").write_text(index(entries), encoding="utf-8", newline="\n")


def _named(path: PurePath, article: LexborNode) -> dict[str, str]:
    """What the first page calls the pages it leads to: a bland title does not say whom a page is for."""
    links = [(str(link.attributes.get("href")), link.text(separator=" ")) for link in article.css("a[href]")]
    return {posixpath.normpath((path.parent / href).as_posix()): text for href, text in links}


def _listed(path: PurePath, document: LexborHTMLParser) -> dict[str, int]:
    hrefs = [str(link.attributes.get("href")) for link in document.css("#__pages a")]
    return {posixpath.normpath((path.parent / href).as_posix()): place for place, href in enumerate(hrefs)}


def _language(document: LexborHTMLParser) -> str:
    root = document.css_first("html")
    return (root.attributes.get("lang") if root else "") or "en"


def _entry(path: str, document: LexborHTMLParser, node: LexborNode) -> Entry:
    article = LexborHTMLParser(node.html or "")
    for noise in article.css(NOT_TEXT):
        noise.decompose()
    description = document.css_first('meta[name="description"]')
    title = " ".join(_texts(document.css("title"))).strip()
    weights: dict[str, int] = {}
    for weight, text in (
        (BODY, article.body.text(separator=" ") if article.body else ""),
        (HEADING, " ".join(_texts(article.css(HEADINGS)))),
        (HEADING, description.attributes.get("content") or "" if description else ""),
        (TITLE, title),
        (TITLE, " ".join(_texts(article.css("h1")))),
    ):
        weights.update(dict.fromkeys(words(fold(text)), weight))
    return Entry(path, title, weights)


def _texts(nodes: list[LexborNode]) -> Iterator[str]:
    for node in nodes:
        yield node.text(separator=" ")


def index(entries: list[Entry]) -> str:
    """The script of an index: ``waymarkIndex(pages, words, postings)``.

    ``pages`` are [path, title]; ``words`` one string of sorted words, each after a line feed; ``postings``
    one string, for each word the numbers ``page * 3 + weight`` as base-36 differences with commas.
    """
    holders: dict[str, list[int]] = {}
    for number, entry in enumerate(entries):
        for word, weight in entry.words.items():
            holders.setdefault(word, []).append(number * 3 + weight)
    known = sorted(holders)
    postings = "\n".join(_posting(holders[word]) for word in known)
    pages = json.dumps([[e.path, e.title] for e in entries], ensure_ascii=False, separators=(",", ":"))
    strings = ",".join(json.dumps(text, ensure_ascii=False) for text in ("\n" + "\n".join(known), postings))
    return f"waymarkIndex({pages},{strings});\n"


def _posting(numbers: list[int]) -> str:
    out, last = [], 0
    for number in numbers:
        out.append(_base36(number - last))
        last = number
    return ",".join(out)


def _base36(number: int) -> str:
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    text = digits[number % 36]
    while number := number // 36:
        text = digits[number % 36] + text
    return text
