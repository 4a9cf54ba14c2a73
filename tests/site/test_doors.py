"""A harmful translation at every door of a real build: left out, English shown and marked, check exits 1."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest
from building import build, copy_project, run

HEADER = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
TITLE, LINE, LINK = (
    "Where to start",
    "Choose the line that fits you.",
    "[I was offered a job abroad.](offer.md)",
)

LEAD = "Choose the line that fits you. Each page begins with what to do."
SPANISH = "Elija la línea que le corresponde. Cada página empieza con lo que hay que hacer primero."

ENTRIES = [
    ("a link", LINE, "Choisissez la ligne [qui vous va](https://aide-rapide.example/)."),
    ("a script", LINE, "Choisissez la ligne qui vous va<script>alert(1)</script>."),
    ("a phone number", LINE, "Choisissez la ligne qui vous va : +855 12 345 678."),
    ("a call", LINE, 'Choisissez la ligne qui vous va. {{ contacts("KH") }}'),
    ("a statement", LINE, "Choisissez la ligne {% include 'x' %} qui vous va."),
    ("another target", LINK, "[On m’a proposé un emploi à l’étranger.](https://emploi.example/)"),
    ("a javascript target", LINK, "[On m’a proposé un emploi à l’étranger.](javascript:alert)"),
    ("a lost target", LINK, "On m’a proposé un emploi à l’étranger."),
    ("a hidden direction", LINE, "Choisissez la ligne qui vous\u202e va."),
    ("a heading's markup", TITLE, "# Par où commencer"),
    ("another language", LEAD, SPANISH),
]


def catalog(root: Path, msgid: str, msgstr: str) -> None:
    said = json.dumps(msgstr, ensure_ascii=False)
    entry = f'msgctxt "index.md#top"\nmsgid {json.dumps(msgid)}\nmsgstr {said}\n'
    (root / "locale" / "fr.po").write_text(HEADER + entry, "utf-8")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_project(tmp_path_factory.mktemp("doors") / "project", countries=(), tags=("en", "fr"))


@pytest.mark.parametrize(("name", "msgid", "msgstr"), ENTRIES, ids=[each[0] for each in ENTRIES])
def test_a_harmful_entry_is_named_by_check(project: Path, name: str, msgid: str, msgstr: str) -> None:
    catalog(project, msgid, msgstr)
    done = run(project, "check", "--json")
    assert done.returncode == 1, name
    errors = [each for each in json.loads(done.stdout) if each["severity"] == "error"]
    assert {each["location"]["path"] for each in errors} == {"locale/fr.po"}, errors
    assert all(each["location"]["line"] > 0 for each in errors)


def test_a_build_leaves_harmful_entries_out_and_says_so(project: Path, tmp_path: Path) -> None:
    forms = [(LINE, ENTRIES[0][2]), (TITLE, ENTRIES[9][2]), (LINK, ENTRIES[5][2])]
    entries = [
        f'msgctxt "index.md#top"\nmsgid {json.dumps(a)}\nmsgstr {json.dumps(b, ensure_ascii=False)}\n'
        for a, b in forms
    ]
    (project / "locale" / "fr.po").write_text(HEADER + "\n".join(entries), "utf-8")
    done = build(project, tmp_path / "site")
    assert done.returncode == 0, done.stderr
    html = (tmp_path / "site" / "fr" / "index.html").read_text("utf-8")
    assert "aide-rapide" not in html
    assert "emploi.example" not in html
    assert re.search(r"<span[^>]*lang=.?en[^>]*>Choose the line that fits you", html)
    assert done.stderr.count("WARNING") >= 3
    assert "locale/fr.po:" in done.stderr


def english(project: Path, name: str) -> tuple[str, str]:
    text = (project / "docs" / name).read_text("utf-8")
    return text, hashlib.sha256(text.encode()).hexdigest()[:12]


PAGES = [
    ("a stale page", "follows: {hash}", "follows: 000000000000"),
    ("another target", "](offer.md)", "](https://emploi.example/)"),
    ("a lost call", '{{ ref("ohchr-forced-criminality") }}', ""),
    ("a script", "# Par où commencer { #top }", "# Par où commencer { #top }\n\n<script>alert(1)</script>"),
    ("a typed number", "Choose the line", "Appelez le 012 345 678. Choose the line"),
    ("another id", "{ #now }", "{ #maintenant }"),
    ("an account name", "Choose the line", "Écrivez à @aide_rapide. Choose the line"),
]


@pytest.mark.parametrize(("name", "old", "new"), PAGES, ids=[each[0] for each in PAGES])
def test_a_harmful_page_by_hand_is_not_shown(project: Path, name: str, old: str, new: str) -> None:
    text, digest = english(project, "index.md")
    own = text.replace("title: Where to start", f"title: Par où commencer\nfollows: {digest}")
    own = own.replace("# Where to start { #top }", "# Par où commencer { #top }")
    (project / "locale" / "fr.po").write_text(HEADER, "utf-8")
    page = project / "docs" / "index.fr.md"
    old, new = old.replace("{hash}", digest), new.replace("{hash}", digest)
    assert old in own, name
    page.write_text(own.replace(old, new), "utf-8")
    try:
        found = json.loads(run(project, "check", "--json").stdout)
    finally:
        page.unlink()
    assert any(each["location"]["path"] == "docs/index.fr.md" for each in found), found


def test_a_page_by_hand_that_keeps_everything_is_shown(project: Path, tmp_path: Path) -> None:
    text, digest = english(project, "index.md")
    own = text.replace("title: Where to start", f"title: Par où commencer\nfollows: {digest}")
    own = own.replace("# Where to start { #top }", "# Par où commencer { #top }")
    (project / "locale" / "fr.po").write_text(HEADER, "utf-8")
    page = project / "docs" / "index.fr.md"
    page.write_text(own, "utf-8")
    try:
        done = build(project, tmp_path / "site")
    finally:
        page.unlink()
    assert done.returncode == 0, done.stderr
    html = (tmp_path / "site" / "fr" / "index.html").read_text("utf-8")
    assert "Par où commencer" in html
