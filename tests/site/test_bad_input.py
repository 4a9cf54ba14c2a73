"""Bad input at every seam: one line with file and line, exit 1 or 2, nothing half-written, no traceback."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from building import build, copy_project, run

ARTICLE = "seeds/articles/2023-05-10-reuters-asean.md"


def replaced(path: str, old: str, new: str) -> Callable[[Path], str]:
    def spoil(root: Path) -> str:
        text = (root / path).read_text("utf-8")
        assert old in text
        (root / path).write_text(text.replace(old, new, 1), "utf-8")
        return path

    return spoil


def written(path: str, content: bytes) -> Callable[[Path], str]:
    def spoil(root: Path) -> str:
        (root / path).write_bytes(content)
        return path

    return spoil


SPOILT = [
    ("an article without its date", replaced(ARTICLE, 'published: "2023-05-10"\n', ""), r"published"),
    ("a wrong date", replaced(ARTICLE, '"2023-05-10"', '"2023-13-40"'), r":\d+: .*2023-13-40"),
    ("an article that is not UTF-8", written(ARTICLE, b"---\ntitle: \xff\xfe\n---\n"), r":2: .*UTF-8"),
    ("an article of 20 MB", written(ARTICLE, b"a" * 20_000_000), r"bytes"),
    ("binary junk", written(ARTICLE, bytes(range(256)) * 40), r"UTF-8|NUL"),
    ("broken YAML in the codebook", written("seeds/codebook.yml", b"units: [\n"), r":\d+: .*YAML"),
    ("a broken catalog", written("locale/fr.po", b'msgid "x"\nmsgstr "\n'), r":\d+: "),
    ("a catalog that is not UTF-8", written("locale/fr.po", b'msgid "\xff"\nmsgstr ""\n'), r"UTF-8"),
    ("an unknown locale", replaced("mkdocs.yml", "{locale: fr,", "{locale: xx,"), r"unknown locale “xx”"),
    (
        "a quote block",
        replaced("docs/index.md", "Choose the line that fits you.\n\n-", "> Choose\n\n-"),
        r":\d+: ",
    ),
    ("a tab", replaced("docs/index.md", "Choose the line that fits you.\n\n-", "Choose\tit\n\n-"), r":\d+: "),
    ("no title", replaced("docs/index.md", "title: Where to start\n", ""), r":1: .*title"),
    ("broken front matter", replaced("docs/index.md", "title: Where", "title: [Where"), r":\d+: "),
    ("two digits swapped in a contact", replaced("seeds/contacts/kh.yml", "+855", "+585"), r":\d+: "),
    (
        "a reference without a link",
        replaced("seeds/references.yml", "  url: https://", "  url: ftp://"),
        r":\d+: ",
    ),
    ("a lock that is no lock", written("seeds/facts.lock", b"{}\n"), r"facts\.lock"),
    ("a setting of another kind", replaced("mkdocs.yml", "preview: true", "preview: maybe"), r"preview"),
    (
        "a mode that does not exist",
        replaced("mkdocs.yml", "translate: missing", "translate: often"),
        r"often",
    ),
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path / "project", countries=(), tags=("en", "fr"))


@pytest.mark.parametrize(("name", "spoil", "message"), SPOILT, ids=[each[0] for each in SPOILT])
def test_check_says_it_in_one_line(
    project: Path, name: str, spoil: Callable[[Path], str], message: str
) -> None:
    path = spoil(project)
    done = run(project, "check")
    assert done.returncode in (1, 2), name
    assert "Traceback" not in done.stderr
    lines = [line for line in (done.stdout + done.stderr).splitlines() if line.startswith("error: ")]
    assert any(Path(path).name in line and re.search(message, line) for line in lines), lines


@pytest.mark.parametrize(
    ("name", "spoil", "message"),
    [SPOILT[0], SPOILT[6], SPOILT[8], SPOILT[9]],
    ids=[SPOILT[at][0] for at in (0, 6, 8, 9)],
)
def test_a_build_stops_with_it(
    project: Path, tmp_path: Path, name: str, spoil: Callable[[Path], str], message: str
) -> None:
    path = spoil(project)
    done = build(project, tmp_path / "site")
    assert done.returncode == 1, name
    assert "Traceback" not in done.stderr
    assert Path(path).name in done.stderr
    assert re.search(message, done.stderr)


def test_usage_errors_exit_with_two(project: Path) -> None:
    assert run(project, "check", "--unknown").returncode == 2
    assert run(project, "nothing").returncode == 2
    wrong = run(project, "translate", "--locale", "xx")
    assert wrong.returncode == 2
    assert "unknown locale “xx”" in wrong.stderr
