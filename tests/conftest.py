"""What all tests share: the built site, and copies of the project that a test may spoil."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from building import ROOT, build, copy_project


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
    """Makes a copy of the project that a test may change; see copy_project()."""
    return partial(copy_project, tmp_path / "project")
