"""Copies of the built site, unpacked as a reader would, and a phone without a network to open them."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from building import ROOT
from playwright.sync_api import Browser, BrowserContext, Page

from waymark.checks.leaks import Leaks
from waymark.cli.pack import sheet
from waymark.lean.sheet import Part
from waymark.pack import Content, Order, make, read_built, write

CONTENT = Content("Waymark", "2026-11-22", "0" * 40, True, ())
NO_ARTICLES = Leaks({}, ())


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The system's Chromium where there is one, else the one Playwright downloaded."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    own = {"executable_path": found} if found else {}
    return {**browser_type_launch_args, **own, "args": ["--no-sandbox"]}


@pytest.fixture(scope="session")
def parts() -> tuple[Part, ...]:
    """The theme's style sheet, read once."""
    return sheet(ROOT)


@pytest.fixture(scope="session")
def order(parts: tuple[Part, ...]) -> Callable[..., Order]:
    """An order for a site: these locales, with these articles' words forbidden."""

    def ordered(site: Path, *tags: str, leaks: Leaks = NO_ARTICLES, everything: bool = False) -> Order:
        return Order(read_built(site), CONTENT, parts, leaks, tags, everything)

    return ordered


Pack = Callable[[Path, Path], dict[str, bytes]]


@pytest.fixture(scope="session")
def pack(order: Callable[..., Order]) -> Pack:
    """Packs a site into a folder: English, Khmer and Arabic where it offers them, and all locales in one."""

    def packed(site: Path, dist: Path) -> dict[str, bytes]:
        offered = read_built(site).offered
        tags = [tag for tag in ("en", "km", "ar") if tag in offered]
        files = make(order(site, *tags, everything=True), lambda: None)
        write(dist, files)
        return files

    return packed


@dataclass(frozen=True)
class Copies:
    """A dist/ and what a reader unpacks from it."""

    dist: Path
    unpacked: Path
    offered: tuple[str, ...]  # by the site
    tags: tuple[str, ...]  # with files of their own

    def folder(self, tag: str) -> Path:
        """The unpacked folder of a locale; “all” for the one with every locale."""
        return self.unpacked / f"waymark-{tag}"

    def home(self, tag: str) -> Path:
        """The first page of a locale in its folder."""
        pages = self.folder(tag) / "pages"
        return (pages if tag == "en" else pages / tag) / "index.html"


@pytest.fixture(scope="session")
def copies(site: Path, pack: Pack, tmp_path_factory: pytest.TempPathFactory) -> Copies:
    """The copies of the built site."""
    dist, unpacked = tmp_path_factory.mktemp("dist"), tmp_path_factory.mktemp("card")
    pack(site, dist)
    for file in sorted(dist.glob("*.zip")):
        with zipfile.ZipFile(file) as archive:
            archive.extractall(unpacked)
    tags = tuple(sorted(path.stem.removeprefix("waymark-") for path in dist.glob("waymark-*.html")))
    return Copies(dist, unpacked, read_built(site).offered, tags)


@dataclass
class Phone:
    """A page in a browser without a network, and what it asked for and said."""

    page: Page
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def quiet(self) -> bool:
        """Nothing was asked of anyone, nothing failed."""
        return not self.said and all(address.startswith(("file:", "data:")) for address in self.asked)


Open = Callable[..., Phone]


@pytest.fixture
def phone(browser: Browser) -> Iterator[Open]:
    """Opens a file on a small phone without a network."""
    contexts: list[BrowserContext] = []

    def opened(address: str, **options: Any) -> Phone:
        small = {"viewport": {"width": 360, "height": 640}, "locale": "xx", "offline": True, **options}
        context = browser.new_context(**small)
        contexts.append(context)
        own = Phone(context.new_page())
        own.page.on("request", lambda request: own.asked.append(request.url))
        own.page.on("console", lambda message: own.said.append(message.text))
        own.page.on("pageerror", lambda error: own.said.append(str(error)))
        own.page.goto(address)
        return own

    yield opened
    for context in contexts:
        context.close()
