"""Builds and commands of the project in subprocesses, as its users run them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("docs", "seeds", "locale", "overrides", "hooks", "mkdocs.yml")
EPOCH = "1795305600"  # 2026-11-22: tests do not depend on the day of the last commit


def environment() -> dict[str, str]:
    """The environment of a build in a test."""
    return {
        **os.environ,
        "SOURCE_DATE_EPOCH": EPOCH,
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def build(root: Path, site: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run mkdocs build in a project; the caller looks at the result."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-d", str(site), *options]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, env=environment())


def run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run ``python hooks …`` in a project; the caller looks at the result."""
    command = [sys.executable, "hooks", *arguments]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, env=environment())


_LANGUAGE = re.compile(r" *- \{locale: ([\w-]+)")


def copy_project(
    root: Path, *, countries: tuple[str, ...] = ("kh",), tags: tuple[str, ...] = ("en", "fr", "km")
) -> Path:
    """Copy the project to ``root`` with these help pages and these locales only; small builds are quick."""
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, root / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, root / part)
    settings = (root / "mkdocs.yml").read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in settings if not (found := _LANGUAGE.match(line)) or found[1] in tags]
    (root / "mkdocs.yml").write_text("".join(kept), "utf-8")
    for page in (root / "docs" / "help").glob("??.md"):
        if page.stem not in countries:
            page.unlink()
    return root
