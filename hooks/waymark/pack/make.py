"""The copies of a site, all of them in memory: bytes that depend on the site and the order alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from zipfile import ZipFile

from selectolax.lexbor import LexborHTMLParser

from waymark.checks.leaks import Leaks
from waymark.errors import PageError, UsageError
from waymark.lean.sheet import Part
from waymark.locales import SOURCE, locale
from waymark.model import Location
from waymark.pack import names
from waymark.pack.archive import zipped
from waymark.pack.built import Built
from waymark.pack.folder import Folder
from waymark.pack.manifest import Content, File, described, listing, manifest, sums
from waymark.pack.single import single

Tick = Callable[[], object]


@dataclass(frozen=True)
class Order:
    """What to pack."""

    built: Built
    content: Content
    sheet: Sequence[Part]  # the theme's whole style sheet
    leaks: Leaks  # the articles' runs of words; empty where there are no articles
    tags: tuple[str, ...]  # the locales, each with its own two files
    everything: bool  # also the zip of all locales the site offers
    _read: dict[str, None] = field(default_factory=dict)  # texts already found clean

    def steps(self) -> int:
        """How many pages will be written, for a progress bar."""
        alone = sum(len(self.built.of(tag)) for tag in self.tags)
        folders = sum(len(self.built.of(one)) for tag in self.tags for one in with_english(tag))
        return alone + folders + (len(self.built.pages) if self.everything else 0)


def with_english(tag: str) -> tuple[str, ...]:
    """The locales in the folder of one: English is what a translation is checked against."""
    return tuple(dict.fromkeys((SOURCE.tag, tag)))


def chosen(built: Built, wanted: Sequence[str]) -> tuple[str, ...]:
    """The locales to pack, all that the site offers by default; raises UsageError for another."""
    for tag in wanted:
        if locale(tag).tag not in built.offered:
            known = " ".join(built.offered)
            raise UsageError(
                f"the site does not offer “{tag}”", f"It offers: {known}. See: python hooks status"
            )
    return tuple(dict.fromkeys(wanted)) or built.offered


def make(order: Order, tick: Tick) -> dict[str, bytes]:
    """Every file of dist/ by name; raises PageError when one is too large or holds an article's words."""
    data: dict[str, bytes] = {}
    files: list[File] = []
    for file, content in _copies(order, tick):
        files.append(file)
        data[file.name] = content
    data[names.MANIFEST] = manifest(order.content, files).encode("utf-8")
    data[names.LISTING] = listing(order.content, files).encode("utf-8")
    return {**data, names.SUMS: sums(data).encode("utf-8")}


def _copies(order: Order, tick: Tick) -> Iterator[tuple[File, bytes]]:
    for tag in order.tags:
        yield _page(order, tag, tick)
        yield _folder(order, names.folder_name(tag), with_english(tag), names.FOLDER_LIMIT, tick)
    if order.everything:
        yield _folder(order, names.EVERYTHING, order.built.offered, 0, tick)


def _page(order: Order, tag: str, tick: Tick) -> tuple[File, bytes]:
    name = names.page_name(tag)
    html = single(order.built, tag, order.sheet, tick)
    _clean(order, html, name)
    data = html.encode("utf-8")
    _within(name, data, names.PAGE_LIMIT)
    return described(name, "page", (tag,), len(order.built.of(tag)), data), data


def _folder(order: Order, name: str, tags: Sequence[str], limit: int, tick: Tick) -> tuple[File, bytes]:
    folder = Folder.of(order.built, tags)
    files = folder.files(name.removesuffix(".zip"), tick)
    for path, content in files.items():
        if path.endswith(".html"):
            _clean(order, content.decode("utf-8"), path)
    data = zipped(files, date.fromisoformat(order.content.date))
    _whole(name, data, files)
    _within(name, data, limit)
    return described(name, "folder", tags, len(folder.pages), data), data


def _clean(order: Order, html: str, name: str) -> None:
    """Law 2, once more on what is carried away: no run of eight words of an article."""
    text = _text(html)
    if not order.leaks.grams or text in order._read:
        return
    for leak in order.leaks.check(text, Location(name), ""):
        raise PageError(leak.message, "", f"dist/{name}")
    order._read[text] = None


def _text(html: str) -> str:
    page = LexborHTMLParser(html)
    for node in page.css("script, style"):
        node.decompose()
    return page.body.text(separator=" ") if page.body else ""


def _whole(name: str, data: bytes, files: dict[str, bytes]) -> None:
    """Reads a zip back: what a reader unpacks is what was put in."""
    with ZipFile(BytesIO(data)) as archive:
        if archive.testzip() or archive.namelist() != sorted(files):
            raise PageError("the zip does not give back what was put in", "Run it again.", f"dist/{name}")


def _within(name: str, data: bytes, limit: int) -> None:
    if limit and len(data) > limit:
        what = f"{len(data)} bytes, {limit} are promised"
        raise PageError(what, "Shorten pages, or share more of them in waymark/pack.", f"dist/{name}")
