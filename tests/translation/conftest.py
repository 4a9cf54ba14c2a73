"""Fixtures of the translation tests; their helper modules are importable by name."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import small_project
import tiny_model


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of .argosmodel files: good ones, and ones that err on purpose."""
    folder = tmp_path_factory.mktemp("models")
    words = small_project.LEXICON
    tiny_model.argosmodel(folder / "good.argosmodel", "en", "fr", words)
    tiny_model.argosmodel(folder / "newer.argosmodel", "en", "fr", words, version="1.10")
    tiny_model.argosmodel(folder / "wrong-digit.argosmodel", "en", "fr", words, characters={"7": "8"})
    lost = dict.fromkeys("0123456789X@", "é")
    tiny_model.argosmodel(folder / "lost-values.argosmodel", "en", "fr", words, characters=lost)
    tiny_model.argosmodel(folder / "swahili.argosmodel", "en", "sw", {"Workers": "Wafanyakazi"})
    return folder


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder where Argos looks for its packages."""
    from argostranslate import settings

    from waymark.engines import argos

    folder = tmp_path / "packages"
    folder.mkdir()
    monkeypatch.setattr(settings, "package_data_dir", folder)
    monkeypatch.setattr(settings, "package_dirs", [folder])
    argos._model.cache_clear()
    yield folder
    argos._model.cache_clear()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project: the package, our seeds and settings, pages that the tiny models can read."""
    return small_project.write(tmp_path / "project")


Hooks = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def hooks(project: Path, tmp_path: Path) -> Hooks:
    """Runs ``python hooks …`` of the small project in a process of its own, with packages of its own."""

    def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, str(project / "hooks"), *map(str, arguments)]
        env = os.environ | small_project.environment(tmp_path) | environment
        return subprocess.run(command, cwd=project, env=env, capture_output=True, text=True, timeout=300)

    return run
