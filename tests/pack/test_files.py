"""dist/: the same bytes from any folder, sizes as promised, checked by the documented command."""

from __future__ import annotations

import json
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from waymark.pack import make, names, read_built, write


def test_two_packs_from_two_folders_are_the_same(site: Path, copies: Any, pack: Any, tmp_path: Path) -> None:
    moved = tmp_path / "somewhere else" / "site"
    shutil.copytree(site, moved)
    pack(moved, tmp_path / "dist")
    assert (tmp_path / "dist" / names.SUMS).read_text() == (copies.dist / names.SUMS).read_text()


def test_sizes_are_those_the_page_promises(copies: Any) -> None:
    for tag in copies.tags:
        assert (copies.dist / f"waymark-{tag}.html").stat().st_size <= 400 * 1024, tag
        assert (copies.dist / f"waymark-{tag}.zip").stat().st_size <= 3 * 1024**2, tag


@pytest.mark.long
def test_every_locale_is_packed_within_its_size(site: Path, order: Any) -> None:
    wanted = order(site, *read_built(site).offered, everything=True)
    files = make(wanted, lambda: None)  # raises PageError for one that is too large
    assert len([name for name in files if name.startswith("waymark-")]) == 2 * len(wanted.tags) + 1


def test_zips_say_nothing_of_the_machine(copies: Any) -> None:
    for path in copies.dist.glob("*.zip"):
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
        assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)
        assert {entry.date_time for entry in entries} == {(2026, 11, 22, 0, 0, 0)}
        assert {entry.external_attr >> 16 for entry in entries} == {0o100644}
        assert {entry.filename.split("/")[0] for entry in entries} == {path.stem}
        assert not any(".." in entry.filename for entry in entries)


def documented(copies: Any) -> str:
    """The command as the page ``copies`` gives it."""
    page = LexborHTMLParser((copies.folder("en") / "pages" / "copies.html").read_text("utf-8"))
    command = page.css_first("article code[dir=ltr]")
    assert command is not None
    return command.text()


def check(copies: Any, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["sh", "-c", documented(copies)], cwd=folder, capture_output=True, text=True)


def test_the_documented_command_accepts_whole_copies(copies: Any, tmp_path: Path) -> None:
    for name in (names.SUMS, "waymark-en.html"):
        shutil.copy(copies.dist / name, tmp_path)
    done = check(copies, tmp_path)
    assert (done.returncode, done.stdout) == (0, "waymark-en.html: OK\n")


@pytest.mark.parametrize("name", ["waymark-en.html", "waymark-en.zip", "waymark-all.zip", names.MANIFEST])
def test_the_documented_command_finds_a_flipped_byte(copies: Any, tmp_path: Path, name: str) -> None:
    shutil.copy(copies.dist / names.SUMS, tmp_path)
    data = bytearray((copies.dist / name).read_bytes())
    data[len(data) // 2] ^= 1
    (tmp_path / name).write_bytes(bytes(data))
    done = check(copies, tmp_path)
    assert done.returncode == 1
    assert f"{name}: FAILED" in done.stdout


def test_the_manifest_tells_of_every_copy(copies: Any) -> None:
    told = json.loads((copies.dist / names.MANIFEST).read_text("utf-8"))
    assert {"site", "date", "commit", "preview", "states", "files"} == set(told)
    sums = dict(reversed(line.split("  ")) for line in (copies.dist / names.SUMS).read_text().splitlines())
    assert set(sums) == {path.name for path in copies.dist.iterdir()} - {names.SUMS}
    for file in told["files"]:
        assert file["sha256"] == sums[file["name"]]
        assert file["bytes"] == (copies.dist / file["name"]).stat().st_size


def test_the_page_beside_the_copies_gives_each_its_size_and_checksum(copies: Any) -> None:
    told = json.loads((copies.dist / names.MANIFEST).read_text("utf-8"))
    page = LexborHTMLParser((copies.dist / names.LISTING).read_text("utf-8")).body
    assert page is not None
    for file in told["files"]:
        for fact in (file["name"], file["sha256"], str(file["bytes"])):
            assert fact in page.text(), fact


def test_files_of_an_earlier_run_do_not_stay(tmp_path: Path) -> None:
    (tmp_path / "waymark-xx.zip").write_bytes(b"old")
    (tmp_path / "mine.txt").write_text("kept")
    write(tmp_path, {"waymark-en.zip": b"new", names.SUMS: b"sums"})
    assert (tmp_path / "waymark-en.zip").read_bytes() == b"new"
    assert not (tmp_path / "waymark-xx.zip").exists()
    assert (tmp_path / "mine.txt").exists()
    assert not list(tmp_path.glob("*.new"))
