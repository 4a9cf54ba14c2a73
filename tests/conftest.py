"""What all tests share: the built site, and copies of the project that a test may spoil."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from building import PARTS, ROOT, build

_LANGUAGE = re.compile(r" *- \{locale: ([\w-]+)")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site, built once from the project as it is; WAYMARK_SITE names one that is already built."""
    if built := os.environ.get("WAYMARK_SITE"):
        return Path(built)
    where = tmp_path_factory.mktemp("built") / "site"
    done = build(ROOT, where)
    assert done.returncode == 0, done.stderr[-4000:]
    return where


@pytest.fixture
def copy(tmp_path: Path) -> Callable[..., Path]:
    """Makes a copy of the project that a test may change, with these help pages and these locales only."""

    def make(*, countries: tuple[str, ...] = ("kh",), tags: tuple[str, ...] = ("en", "fr", "km")) -> Path:
        root = tmp_path / "project"
        for part in PARTS:
            source = ROOT / part
            if source.is_dir():
                shutil.copytree(source, root / part, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(source, root / part)
        settings = (root / "mkdocs.yml").read_text("utf-8").splitlines(keepends=True)
        kept = [line for line in settings if not _LANGUAGE.match(line) or _LANGUAGE.match(line)[1] in tags]
        (root / "mkdocs.yml").write_text("".join(kept), "utf-8")
        for page in (root / "docs" / "help").glob("??.md"):
            if page.stem not in countries:
                page.unlink()
        return root

    return make
