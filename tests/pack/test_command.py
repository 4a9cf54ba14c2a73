"""``python hooks pack`` as a person runs it: one line for each way it can fail."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from building import build, run

from waymark.errors import UsageError
from waymark.pipeline.made import FILE, commit, made_from, require_current, write_made

Copy = Callable[..., Path]


def refused(root: Path, *arguments: str) -> str:
    """What the command says; it fails in one line and leaves nothing behind."""
    done = run(root, "pack", *arguments)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1, done.stderr
    assert not (root / "dist").exists()
    return done.stderr


def test_without_a_site_it_says_how_to_make_one(copy: Copy) -> None:
    assert "no built site here. Run: make site" in refused(copy())


def test_an_unknown_locale_is_named(copy: Copy) -> None:
    assert "unknown locale “xx”" in refused(copy(), "--locale", "xx")


def test_a_site_of_other_sources_is_refused(copy: Copy, site: Path) -> None:
    root = copy()
    shutil.copytree(site, root / "site")
    write_made(root / "site", made_from(root))
    page = root / "docs" / "offer.md"
    page.write_text(page.read_text("utf-8") + "\nOne more line.\n", "utf-8")
    assert "built from other sources than stand here. Run: make site" in refused(root)


def test_a_site_of_another_day_is_refused(copy: Copy, site: Path) -> None:
    root = copy()
    shutil.copytree(site, root / "site")
    then = made_from(root)
    write_made(root / "site", type(then)("2020-01-01", then.sources))
    assert "built as of 2020-01-01" in refused(root)


def test_a_site_without_its_mark_is_refused(tmp_path: Path, copy: Copy) -> None:
    root = copy()
    with pytest.raises(UsageError, match="no telling"):
        require_current(tmp_path, made_from(root))


def test_articles_are_no_part_of_the_mark(copy: Copy) -> None:
    root = copy()
    before = made_from(root)
    shutil.rmtree(root / "seeds" / "articles")
    assert made_from(root) == before


def test_what_tools_leave_behind_is_no_part_of_the_mark(copy: Copy) -> None:
    root = copy()
    before = made_from(root)
    for name in ("hooks/.cache/x.json", "hooks/waymark/__pycache__/x.pyc", "docs/.draft.swp"):
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text("x")
    assert made_from(root) == before


def test_the_commit_says_when_the_tree_has_changes(tmp_path: Path) -> None:
    assert commit(tmp_path) == ""
    git = ["git", "-C", str(tmp_path), "-c", "user.name=a", "-c", "user.email=a@example.org"]
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# A")
    for command in (["init", "-q"], ["add", "docs"], ["commit", "-qm", "first"]):
        subprocess.run([*git, *command], check=True)
    clean = commit(tmp_path)
    assert len(clean) == 40
    (tmp_path / "docs" / "index.md").write_text("# B")
    assert commit(tmp_path) == f"{clean}+changes"


@pytest.mark.long
def test_two_projects_in_two_folders_give_the_same_sums(copy: Copy, tmp_path: Path) -> None:
    first = copy()
    second = tmp_path / "elsewhere" / "project"
    shutil.copytree(first, second)
    sums = []
    for root in (first, second):
        assert build(root, root / "site").returncode == 0
        done = run(root, "pack", "--locale", "en")
        assert done.returncode == 0, done.stderr
        assert "pages" in done.stderr, "a progress bar"
        sums.append((root / "dist" / "SHA256SUMS").read_text())
    assert sums[0] == sums[1]
    told = json.loads((first / "dist" / "manifest.json").read_text("utf-8"))
    assert [file["name"] for file in told["files"]] == ["waymark-en.html", "waymark-en.zip"]
    assert told["commit"] == ""
    assert (first / "site" / FILE).is_file()
