"""Lighthouse on the two pages most people meet first, of a published site."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).resolve().parent / "lighthouse"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
LEAST = 95


@pytest.fixture(scope="module")
def lighthouse() -> Path:
    """Its command, installed beside package.json when it is not there yet."""
    command = HERE / "node_modules" / ".bin" / "lighthouse"
    if not command.exists():
        npm = shutil.which("npm")
        assert npm, "Lighthouse needs npm: install Node.js"
        quiet = [npm, "install", "--no-audit", "--no-fund", "--no-package-lock", "--silent"]
        subprocess.run(quiet, cwd=HERE, check=True)
    return command


@pytest.mark.long
@pytest.mark.parametrize("path", ["index.html", "help/kh.html"])
def test_lighthouse(path: str, lighthouse: Path, published: Path, serve: Any, tmp_path: Path) -> None:
    server, known = serve(published)
    report = tmp_path / "report.json"
    command = [str(lighthouse), known.address + path, "--quiet", "--output=json", f"--output-path={report}"]
    command += [f"--only-categories={','.join(CATEGORIES)}", "--chrome-flags=--headless=new --no-sandbox"]
    browser = shutil.which("chromium") or shutil.which("google-chrome") or ""
    subprocess.run(command, check=True, env={**os.environ, "CHROME_PATH": browser}, timeout=180)
    server.shutdown()
    found = json.loads(report.read_text("utf-8"))
    scores = {name: round(found["categories"][name]["score"] * 100) for name in CATEGORIES}
    wrong = [key for key, audit in found["audits"].items() if audit["score"] == 0]
    assert min(scores.values()) >= LEAST, (scores, wrong)
    print(path, scores, wrong)
