"""The promises of the whole way, each on a real build of a copy of the project."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from building import ROOT, build, run

Copy = Callable[..., Path]
ARTICLES = "seeds/articles"
LIBERATION = f"{ARTICLES}/2023-12-08-liberation.md"
DEVELOPPEZ = f"{ARTICLES}/2023-12-developpez.md"


def text_of(page: Path) -> str:
    """What a reader sees: the page without tags, spaces folded."""
    html = re.sub(r"<(script|style)\b.*?</\1>", " ", page.read_text("utf-8"), flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", html).replace("\u202f", " ").replace("\xa0", " "))


def bytes_of(site: Path) -> dict[str, str]:
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
    }


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text, f"{old!r} is not in {path.name}"
    path.write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize("folder", ["", "fr/", "km/"])
@pytest.mark.parametrize("name", ["index", "recruitment", "scam", "sources", "help/index"])
def test_the_pages_stand_in_three_languages(site: Path, folder: str, name: str) -> None:
    html = (site / f"{folder}{name}.html").read_text("utf-8")
    tag = folder.rstrip("/") or "en"
    assert re.search(rf'<html[^>]* lang="?{tag}"?[ >]', html)


STORM_MAKERS = [
    ("", ["281 people arrested", "149 people rescued", "360 investigations", "450 ", "27 countries"]),
    ("fr/", ["281 personnes", "149 personnes", "360 enquêtes", "450 ", "27 pays"]),
    ("km/", ["281", "149", "360", "450", "27"]),
]


@pytest.mark.parametrize(("folder", "figures"), STORM_MAKERS)
def test_storm_makers_ii_stands_in_each_language(site: Path, folder: str, figures: list[str]) -> None:
    seen = text_of(site / f"{folder}operations.html")
    assert [figure for figure in figures if figure not in seen] == []


def test_a_second_build_changes_no_byte(copy: Copy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = copy()
    for seed in ("1", "2"):
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        assert build(root, tmp_path / seed).returncode == 0
    assert bytes_of(tmp_path / "1") == bytes_of(tmp_path / "2")


@pytest.mark.long
def test_a_second_build_of_all_changes_no_byte(site: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    assert build(ROOT, again).returncode == 0
    assert bytes_of(again) == bytes_of(site)


def test_a_changed_figure_is_a_conflict_in_every_language(copy: Copy, tmp_path: Path) -> None:
    root = copy()
    change(root / DEVELOPPEZ, "281 personnes", "282 personnes")
    stopped = build(root, tmp_path / "site")
    assert stopped.returncode == 1
    assert "facts --lock" in stopped.stderr
    assert run(root, "facts", "--lock").returncode == 0
    done = build(root, tmp_path / "site")
    assert done.returncode == 0, done.stderr
    for folder in ("", "fr/", "km/"):
        seen = text_of(tmp_path / "site" / f"{folder}operations.html")
        assert "281" in seen
        assert "282" in seen
    found = json.loads(run(root, "check", "--json").stdout)
    assert any(
        each["severity"] == "info" and "281" in each["message"] and "282" in each["message"] for each in found
    )


def test_a_claim_in_use_without_its_article_stops_the_build(copy: Copy, tmp_path: Path) -> None:
    root = copy()
    (root / DEVELOPPEZ).unlink()
    assert run(root, "facts", "--lock").returncode == 0
    stopped = build(root, tmp_path / "site")
    assert stopped.returncode == 1
    assert re.search(r"docs/\w+(/\w+)?\.md:\d+: .*(method|event|[a-z_]+)/\w+", stopped.stderr), stopped.stderr
    assert not (tmp_path / "site" / "index.html").exists() or "Traceback" not in stopped.stderr


def test_without_articles_the_lock_builds_the_same_site(copy: Copy, tmp_path: Path) -> None:
    root = copy()
    assert build(root, tmp_path / "with").returncode == 0
    shutil.rmtree(root / ARTICLES)
    (root / ARTICLES).mkdir()
    done = build(root, tmp_path / "without")
    assert done.returncode == 0, done.stderr
    assert bytes_of(tmp_path / "without") == bytes_of(tmp_path / "with")


PAGE_FAULTS = [
    ("a digit", "I came back", "I came back 3 times", r"docs/index\.md:\d+: .*typed by hand"),
    ("a number word", "Choose the line", "Choose one of twenty lines", r"docs/index\.md:\d+: .*twenty"),
    ("an unknown claim", "method/fake_job_ad", "method/fake_job_adz", r"docs/index\.md:\d+: .*fake_job_adz"),
    (
        "a call that runs",
        '{{ cite("method/fake_job_ad") }}',
        "{{ cite.__globals__ }}",
        r"docs/index\.md:\d+: ",
    ),
    ("raw HTML", "Choose the line that fits you.\n\n-", "<script>x</script>\n\n-", r"docs/index\.md:\d+: "),
]


@pytest.mark.parametrize(("name", "old", "new", "message"), PAGE_FAULTS)
def test_a_wrong_page_stops_the_build(
    copy: Copy, tmp_path: Path, name: str, old: str, new: str, message: str
) -> None:
    root = copy()
    change(root / "docs/index.md", old, new)
    stopped = build(root, tmp_path / "site")
    assert stopped.returncode == 1, name
    assert re.search(message, stopped.stderr), stopped.stderr
    assert "Traceback" not in stopped.stderr


def test_a_planted_run_of_eight_words_stops_the_build(copy: Copy, tmp_path: Path) -> None:
    root = copy()
    stolen = "les dirigeants ont appelé à une approche régionale pour lutter contre la traite"
    change(root / "docs/index.md", "Choose the line that fits you.\n\n-", f"{stolen}.\n\n-")
    stopped = build(root, tmp_path / "site")
    assert stopped.returncode == 1
    assert "2023-05-10-reuters-asean" in stopped.stderr
    assert "own words" in stopped.stderr
