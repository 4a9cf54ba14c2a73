"""Takes the pictures of README.md from a built site: python tests/light/pictures.py [SITE]."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
PICTURES = ROOT / ".github" / "pictures"
PHONE = {"width": 330, "height": 430}
SHEETS = {
    "first-page": [("index.html", "light"), ("ar/index.html", "light"), ("km/index.html", "dark")],
    "help": [("help/kh.html", "light"), ("ar/help/kh.html", "dark"), ("km/help/kh.html", "light")],
}
SHEET = "<body style='margin:0;display:flex;gap:8px;background:#888'>{}</body>"


def phone(browser: Browser, address: str, scheme: str, heading: str) -> bytes:
    """One page on a small phone, from a heading on."""
    page = browser.new_page(viewport=PHONE, color_scheme=scheme, locale="xx")  # type: ignore[arg-type]
    page.goto(address)
    if heading:
        page.locator(heading).first.scroll_into_view_if_needed()
    shot = page.screenshot()
    page.close()
    return shot


def sheet(browser: Browser, shots: list[bytes], target: Path) -> None:
    """The shots side by side, as one PNG."""
    folder = target.parent
    files = [folder / f"part-{number}.png" for number in range(len(shots))]
    for file, shot in zip(files, shots, strict=True):
        file.write_bytes(shot)
    whole = folder / "sheet.html"
    whole.write_text(SHEET.format("".join(f"<img src={file.name}>" for file in files)), "utf-8")
    page = browser.new_page(viewport={"width": 338 * len(shots) - 8, "height": 430})
    page.goto(whole.as_uri())
    page.screenshot(path=target)
    for file in [*files, whole]:
        file.unlink()


def main(site: Path) -> None:
    """Writes every picture."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    found = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=found, args=["--no-sandbox"])
        for name, views in SHEETS.items():
            heading = ".wm-contact" if name == "help" else ""
            shots = [phone(browser, (site / path).as_uri(), scheme, heading) for path, scheme in views]
            sheet(browser, shots, PICTURES / f"{name}.png")
        page = browser.new_page(viewport={"width": 600, "height": 800})
        page.emulate_media(media="print")
        page.goto((site / "km" / "help" / "kh.html").as_uri())
        page.screenshot(path=PICTURES / "print.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site")
