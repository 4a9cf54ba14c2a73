"""Builds and commands of the project in subprocesses, as its users run them."""

from __future__ import annotations

import os
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
