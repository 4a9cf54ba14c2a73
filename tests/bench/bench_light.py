"""Side by side with stock Material, same Markdown: bytes, requests, first and largest paint on slow networks.

Stock Material comes without web fonts (they would need another host) and with its search; both sites are
served with gzip by one server. The networks are Chromium's throttling: download speed, upload speed, latency.
"""

from __future__ import annotations

import functools
import gzip
import shutil
import statistics
import sys
import tempfile
import threading
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from building import build, copy_project

PAGES = ("index.html", "help/kh.html", "km/help/kh.html")
NETWORKS = {"2G": (250_000 / 8, 50_000 / 8, 300), "Slow 3G": (400_000 / 8, 400_000 / 8, 2000)}
RUNS, SLOWER_CPU, SETTLED = 3, 4, 1500
PAINTS = """() => new Promise(done => {
  new PerformanceObserver(list => done([
    performance.getEntriesByName('first-contentful-paint')[0].startTime, list.getEntries().pop().startTime,
  ])).observe({type: 'largest-contentful-paint', buffered: true});
})"""


@dataclass(frozen=True)
class Load:
    """One page load: bytes over the wire, requests, milliseconds to first and largest paint."""

    sent: int
    requests: int
    first: float
    largest: float


class Gzipped(SimpleHTTPRequestHandler):
    """A static host that compresses texts, as real ones do."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """The file, compressed."""
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        body = gzip.compress(path.read_bytes(), 9, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        """Quiet."""


def serve(site: Path) -> str:
    """The address at which a folder is served until the program ends."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Gzipped, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"


def stock(root: Path) -> None:
    """Turns a copy of the project into one with Material as it comes."""
    settings = root / "mkdocs.yml"
    text = settings.read_text("utf-8").replace("  custom_dir: overrides\n", "")
    text = text.replace("  - hooks/on_lean.py\n", "").replace("plugins:\n", "plugins:\n  - search\n")
    settings.write_text(text.replace("watch: [seeds, locale, overrides]", ""), "utf-8")
    page = root / "docs" / "search.md"
    page.write_text(page.read_text("utf-8").replace("template: search.html\n", ""), "utf-8")


def load(browser: Browser, address: str, network: tuple[float, float, float]) -> Load:
    """Opens a page in a fresh phone on a slow network."""
    context = browser.new_context(viewport={"width": 360, "height": 640})
    page = context.new_page()
    session: CDPSession = context.new_cdp_session(page)
    down, up, latency = network
    speed = {"offline": False, "latency": latency, "downloadThroughput": down, "uploadThroughput": up}
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    session.send("Network.emulateNetworkConditions", speed)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER_CPU})
    sizes: list[float] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(address, wait_until="networkidle", timeout=120_000)
    page.wait_for_timeout(SETTLED)
    first, largest = page.evaluate(PAINTS)
    context.close()
    return Load(int(sum(sizes)), len([size for size in sizes if size]), first, largest)


def median(loads: list[Load]) -> Load:
    """The middle of each measure."""
    columns = zip(*((a.sent, a.requests, a.first, a.largest) for a in loads), strict=True)
    sent, requests, first, largest = (statistics.median(column) for column in columns)
    return Load(int(sent), int(requests), first, largest)


def compare(browser: Browser, ours: str, theirs: str) -> None:
    """Prints a table for each network, and what the issue asks for in the last line."""
    for name, network in NETWORKS.items():
        print(
            f"\n{name} ({network[0] / 125:.0f} kbit/s, {network[2]} ms), CPU x{SLOWER_CPU}, median of {RUNS}"
        )
        print("| page | bytes | stock | requests | stock | FCP ms | stock | LCP ms | stock |")
        print("|---|---:|---:|---:|---:|---:|---:|---:|---:|")
        fewer, faster = [], []
        for page in PAGES:
            a, b = (
                median([load(browser, root + page, network) for _ in range(RUNS)]) for root in (ours, theirs)
            )
            numbers = (a.sent, b.sent, a.requests, b.requests, a.first, b.first, a.largest, b.largest)
            print(f"| {page} | " + " | ".join(f"{number:.0f}" for number in numbers) + " |", flush=True)
            fewer.append(b.sent / a.sent)
            faster.append(b.largest / a.largest)
        print(f"at least {min(fewer):.1f} times fewer bytes, {min(faster):.1f} times faster LCP")


def main() -> int:
    """Builds both sites in a temporary folder and compares them."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        addresses = []
        for name in ("ours", "stock"):
            root = copy_project(Path(folder) / name, tags=("en", "km"))
            if name == "stock":
                stock(root)
            done = build(root, root / "site")
            if done.returncode:
                print(done.stderr[-2000:], file=sys.stderr)
                return 1
            addresses.append(serve(root / "site"))
        found = shutil.which("chromium") or shutil.which("google-chrome")
        browser = play.chromium.launch(executable_path=found, args=["--no-sandbox"])
        compare(browser, *addresses)
    return 0


if __name__ == "__main__":
    sys.exit(main())
