"""A sentence that no catalog knows, on a real page of the site: by machine where a model is, else English."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import small_project
from building import EPOCH, copy_project

ENGLISH = "Workers call officers today."
FRENCH = "Les travailleurs appellent les agents aujourd’hui."


@pytest.fixture
def site_project(tmp_path: Path) -> Path:
    root = copy_project(tmp_path / "project", countries=(), tags=("en", "fr"))
    page = root / "docs" / "after.md"
    page.write_text(page.read_text("utf-8").rstrip("\n") + f"\n\n{ENGLISH}\n", "utf-8")
    return root


def built(root: Path, home: Path) -> str:
    env = (
        os.environ
        | small_project.environment(home)
        | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": EPOCH}
    )
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-d", str(home / "site")]
    done = subprocess.run(command, cwd=root, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return (home / "site" / "fr" / "after.html").read_text("utf-8")


def test_without_a_model_the_reader_sees_english_and_is_told(site_project: Path, tmp_path: Path) -> None:
    html = built(site_project, tmp_path)
    assert FRENCH not in html
    marked = html[: html.index(ENGLISH)].rsplit("<", 1)[1]
    assert "lang=en" in marked.replace("'", "").replace('"', "")


def test_with_a_model_the_reader_is_told_that_a_machine_wrote_it(
    site_project: Path, models: Path, tmp_path: Path
) -> None:
    env = os.environ | small_project.environment(tmp_path)
    command = [sys.executable, "hooks", "models", str(models / "good.argosmodel")]
    subprocess.run(command, cwd=site_project, env=env, check=True, capture_output=True)
    html = built(site_project, tmp_path)
    assert FRENCH in html
    assert ENGLISH not in html
    catalog = (site_project / "locale" / "fr.po").read_text("utf-8")
    notice = catalog.split('msgid "A translation program wrote parts of this page.')[1].split('msgstr "')[1]
    assert notice.split('"')[0] in html
