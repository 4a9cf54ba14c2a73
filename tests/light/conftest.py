"""A browser, and the built site as a host would serve it."""

from __future__ import annotations

import functools
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from building import build, copy_project
from playwright.sync_api import Browser, BrowserContext, Page
from selectolax.lexbor import LexborHTMLParser

ADDRESS = "https://example.org/guide"
ELSEWHERE = re.compile(r"^https?://(?!127\.0\.0\.1)")
FIRST_VIEWS = ("index", "offer", "recruitment", "conditions", "scam", "first-steps", "family", "lost-money")
FIRST_VIEWS += ("after", "help/index", "help/kh")
KINDS = (
    "index",
    "help/kh",
    "help/index",
    "recruitment",
    "figures",
    "operations",
    "routes",
    "sources",
    "search",
)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The system's Chromium where there is one, else the one Playwright downloaded."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    own = {"executable_path": found} if found else {}
    return {**browser_type_launch_args, **own, "args": ["--no-sandbox"]}


@dataclass
class Host:
    """A static host: its address, and what it was asked for with which Referer."""

    address: str
    asked: list[tuple[str, str | None]] = field(default_factory=list)


def host(site: Path) -> tuple[ThreadingHTTPServer, Host]:
    """Serves a folder with the headers of its ``_headers`` and its 404.html, on a free port."""
    lines = (site / "_headers").read_text(encoding="utf-8").splitlines()[1:]
    headers = [line.strip().split(": ", 1) for line in lines]

    class Handler(SimpleHTTPRequestHandler):
        def end_headers(self) -> None:
            for name, value in headers:
                self.send_header(name, value)
            super().end_headers()

        def do_GET(self) -> None:
            known.asked.append((self.path, self.headers.get("Referer")))
            super().do_GET()

        def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
            del message, explain
            body = (site / "404.html").read_bytes()
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments: object) -> None:
            del arguments

    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(site)))
    known = Host(f"http://127.0.0.1:{server.server_port}/")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, known


@pytest.fixture(scope="session")
def serve() -> Callable[[Path], tuple[ThreadingHTTPServer, Host]]:
    """Starts a static host for a folder."""
    return host


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[Host]:
    """The site over http."""
    server, known = host(site)
    yield known
    server.shutdown()


@dataclass(frozen=True)
class Pages:
    """The pages of the built site, as paths below it."""

    site: Path
    locales: tuple[str, ...]  # English first

    def path(self, tag: str, page: str) -> str:
        """The path of a page in a locale."""
        return f"{page}.html" if tag == "en" else f"{tag}/{page}.html"

    def first_views(self) -> list[str]:
        """Where readers begin, in every locale."""
        return [self.path(tag, page) for tag in self.locales for page in FIRST_VIEWS]

    def templates(self) -> list[str]:
        """A page of each kind, in English and in scripts that ask most of a theme."""
        others = [tag for tag in ("ar", "km") if tag in self.locales]
        scripts = [self.path(tag, page) for tag in others for page in ("index", "help/kh", "search")]
        return [self.path("en", page) for page in KINDS] + scripts + ["404.html"]

    def all(self) -> list[str]:
        """Every page, sorted."""
        return sorted(path.relative_to(self.site).as_posix() for path in self.site.rglob("*.html"))


@pytest.fixture(scope="session")
def pages(site: Path) -> Pages:
    """The pages of the built site; its locales are those the language menu offers."""
    first = LexborHTMLParser((site / "index.html").read_text(encoding="utf-8"))
    tags = tuple(str(link.attributes["hreflang"]) for link in first.css("#__languages a"))
    return Pages(site, tags or ("en",))


Open = Callable[..., tuple[Page, list[str]]]


@pytest.fixture
def opened(browser: Browser) -> Iterator[Open]:
    """Opens an address in a fresh phone; gives the page and everything it said on its console.

    Requests to other hosts are answered with an empty page, so that no test touches the network.
    """
    contexts: list[BrowserContext] = []

    def open_page(address: str, **options: Any) -> tuple[Page, list[str]]:
        phone = {"viewport": {"width": 360, "height": 640}, "locale": "xx", **options}
        context = browser.new_context(**phone)
        contexts.append(context)
        context.route(ELSEWHERE, lambda route: route.fulfill(body="<title>elsewhere</title>"))
        page = context.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(address)
        return page, said

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project built for an address below a path, in three locales."""
    root = copy_project(tmp_path_factory.mktemp("published") / "project")
    settings = root / "mkdocs.yml"
    text = settings.read_text("utf-8").replace('address: ""', f'address: "{ADDRESS}"', 1)
    settings.write_text(text.replace("preview: true", "preview: false"), "utf-8")
    site = root / "site"
    done = build(root, site)
    assert done.returncode == 0, done.stderr[-2000:]
    return site
