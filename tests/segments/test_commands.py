"""The commands, run as a person runs them, on a copy of the whole project."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from building import run

from waymark.catalog import Catalog
from waymark.locales import locale
from waymark.model import Provenance, State

PAGE, TAGS = "scam.md#", ("fr", "km")


def synced(root: Path) -> dict[str, bytes]:
    done = run(root, "sync")
    assert done.returncode == 0, done.stderr
    return {path.name: path.read_bytes() for path in sorted((root / "locale").glob("*.po*"))}


def fuzzy(root: Path, tag: str) -> list[str]:
    catalog = Catalog.load(root / f"locale/{tag}.po", locale(tag))
    return [entry.msgid for entry in catalog.entries if entry.fuzzy and not entry.obsolete]


@pytest.fixture
def fresh(copy: Callable[..., Path]) -> Path:
    """A copy of the project that reads its facts from the lock: these tests are about texts."""
    root = copy()
    for article in (root / "seeds/articles").glob("*.md"):
        article.unlink()
    return root


@pytest.fixture
def project(fresh: Path) -> Path:
    """The same with a draft of the page scam.md in every locale."""
    root = fresh
    synced(root)
    said = Provenance(State.DRAFT, "language model", "2026-11")
    for tag in TAGS:
        path = root / f"locale/{tag}.po"
        catalog = Catalog.load(path, locale(tag))
        entries = (
            entry.translated((f"{tag}: {entry.msgid}",), said) if entry.context.startswith(PAGE) else entry
            for entry in catalog.entries
        )
        replace(catalog, entries=tuple(entries)).save(path)
    return root


def test_one_edited_sentence_one_stale_entry_a_locale_and_back_to_the_same_bytes(project: Path) -> None:
    before, page = synced(project), project / "docs/scam.md"
    assert synced(project) == before
    text = page.read_text()
    doubted = {tag: fuzzy(project, tag) for tag in TAGS}
    homes = Catalog.load(project / "locale/km.po", locale("km")).entries
    old = next(
        e.msgid for e in homes if e.context.startswith(PAGE) and re.fullmatch(r"[A-Z][\w ,']+\.", e.msgid)
    )
    new = old[:-1] + " today."
    page.write_text(text.replace(old, new))
    synced(project)
    for tag in TAGS:
        assert [msgid for msgid in fuzzy(project, tag) if msgid not in doubted[tag]] == [new]
    page.write_text(text)
    assert synced(project) == before


def test_status_adds_up_and_names_what_is_listed(project: Path) -> None:
    done = run(project, "status", "--json")
    assert done.returncode == 0, done.stderr
    for row in json.loads(done.stdout):
        parts = ("reviewed", "draft", "machine", "edited", "fuzzy", "missing")
        assert sum(row[name] for name in parts) == row["total"]
        assert row["listed"] is (row["core_current"] >= 0.95 * row["core"])
    table = run(project, "status").stdout.splitlines()
    assert table[0].split()[:2] == ["locale", "reviewed"] and table[1].startswith("fr")


def test_a_page_becomes_reviewed_only_by_a_listed_name(project: Path) -> None:
    say = ("review", "--locale", "km", "--by", "A Reader", "--on", "2026-11-30", "--page", "scam.md")
    refused = run(project, *say)
    assert refused.returncode == 1 and "locale/REVIEWERS: no reviewer “A Reader”" in refused.stderr
    (project / "locale/REVIEWERS").write_text("A Reader: km\n")
    assert run(project, *say).returncode == 0
    catalog = Catalog.load(project / "locale/km.po", locale("km"))
    states = {
        catalog.provenance(e).state
        for e in catalog.entries
        if e.context.startswith("scam.md#") and e.complete
    }
    assert State.REVIEWED in states
    assert run(project, *say[:-1], "nothing.md").returncode == 2


WRONG = (
    ("locale/km.po", b'msgid "\n', "error: locale/km.po:1: not PO syntax"),
    ("locale/xx.po", b'msgid ""\n', "error: locale/xx.po: unknown locale “xx”"),
    ("docs/scam.md", b"---\ntitle: T\n---\n# T { #top }\n\n<b>x</b>\n", "error: docs/scam.md:6: raw HTML"),
    ("docs/scam.md", b"---\ntitle: \xff\n---\n", "error: docs/scam.md:2: this is not UTF-8"),
)


def test_wrong_files_are_one_line_and_no_catalog_is_written(fresh: Path) -> None:
    def catalogs() -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in (fresh / "locale").glob("*.po*")}

    for path, content, says in WRONG:
        old = (fresh / path).read_bytes() if (fresh / path).exists() else None
        (fresh / path).write_bytes(content)
        before = catalogs()
        done = run(fresh, "sync")
        assert done.returncode == 1 and done.stdout == ""
        assert done.stderr.startswith(says) and done.stderr.count("\n") == 1
        assert catalogs() == before
        (fresh / path).unlink()
        if old is not None:
            (fresh / path).write_bytes(old)
