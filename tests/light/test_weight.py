"""Each page arrives in one request; where a reader begins, in one round trip."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from waymark.lean.weight import ANY_PAGE, FIRST_VIEW, weigh

ROOT = Path(__file__).resolve().parent.parent.parent


def test_first_views_fit_one_round_trip(pages: Any) -> None:
    weights = {weight.path: weight.sent for weight in weigh(pages.site)}
    missing = [path for path in pages.first_views() if path not in weights]
    heavy = {path: weights[path] for path in pages.first_views() if weights.get(path, 0) > FIRST_VIEW}
    assert (missing, heavy) == ([], {})


def test_no_page_is_heavy_and_only_the_map_is_a_second_file(pages: Any) -> None:
    weights = weigh(pages.site)
    assert [w for w in weights if w.sent > ANY_PAGE] == []
    assert {w.path.split("/")[-1] for w in weights if w.requests > 1} <= {"routes.html"}
    assert max(w.requests for w in weights) <= 2


def test_a_browser_agrees_that_one_request_is_enough(pages: Any, served: Any, opened: Any) -> None:
    page, _ = opened(served.address)
    asked = {}
    for path in pages.templates():
        before = len(served.asked)
        page.goto(served.address + path)
        page.wait_for_timeout(50)
        asked[path] = [name for name, _ in served.asked[before:]]
    assert asked.pop("routes.html") == ["/routes.html", "/routes.svg"]  # the map is a picture of its own
    assert asked == {path: [f"/{path}"] for path in asked}


def test_the_theme_leaves_no_file_behind(site: Path) -> None:
    kinds = {path.suffix for path in site.rglob("*") if path.is_file() and path.parent.name != "search"}
    assert kinds <= {".html", "", ".xml", ".txt", ".json", ".png", ".jpg", ".svg"}
    assert not (site / "assets" / "stylesheets").exists()


def test_the_table_of_all_pages_is_printed(pages: Any) -> None:
    command = [sys.executable, "hooks", "weigh", "--site", str(pages.site)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    listed = [line.split("|")[1].strip() for line in done.stdout.splitlines() if ".html |" in line]
    assert listed == pages.all()
