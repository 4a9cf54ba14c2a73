"""What all tests share: the built site, and copies of the project that a test may spoil."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from building import ROOT, build, copy_project


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The whole site, built once from the project as it is; WAYMARK_SITE names one that is already built.

    Workers that run at the same time share one build: the first to make the folder builds, others wait.
    """
    if built := os.environ.get("WAYMARK_SITE"):
        return Path(built)
    base = tmp_path_factory.getbasetemp()
    shared = (base if worker_id == "master" else base.parent) / "whole"
    where, done, failed = shared / "site", shared / "done", shared / "failed"
    try:
        shared.mkdir()
    except FileExistsError:
        while not (done.exists() or failed.exists()):
            time.sleep(0.2)
        assert done.exists(), failed.read_text("utf-8")
        return where
    ran = build(ROOT, where)
    (done if ran.returncode == 0 else failed).write_text(ran.stderr[-4000:], "utf-8")
    assert ran.returncode == 0, ran.stderr[-4000:]
    return where


@pytest.fixture
def copy(tmp_path: Path) -> Callable[..., Path]:
    """Makes a copy of the project that a test may change; see copy_project()."""
    return partial(copy_project, tmp_path / "project")
