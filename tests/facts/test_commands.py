"""The commands a contributor and a reviewer read: facts, claims, article."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from building import ROOT, run
from project import lock, project, text

from waymark.cli import main


def test_facts_json_is_the_contract() -> None:
    """A list of source, paragraph, type, value, unit, when, where, topic, approx for all articles."""
    done = run(ROOT, "facts", "--json")
    rows = json.loads(done.stdout)
    assert done.returncode == 0 and len({row["source"] for row in rows}) == 5
    keys = {"source", "paragraph", "type", "value", "unit", "when", "where", "topic", "approx"}
    assert all(set(row) == keys for row in rows)
    ransom = next(row for row in rows if row["type"] == "money" and row["source"] == "2022-09-26-20minutes")
    assert (ransom["paragraph"], ransom["value"], ransom["unit"]) == (12, 7000, "money.USD")
    ages = next(row for row in rows if row["unit"] == "age.year" and isinstance(row["value"], list))
    assert ages["value"] == [30, 50]


def test_facts_of_a_file_outside_seeds(tmp_path: Path) -> None:
    """FILE is any article with front matter."""
    path = tmp_path / "elsewhere.md"
    path.write_text(text("Police rescued 40 people in Laos."), "utf-8")
    rows = json.loads(run(ROOT, "facts", "--json", str(path)).stdout)
    assert [(row["source"], row["value"], row["unit"]) for row in rows if row["type"] == "figure"] == [
        ("elsewhere", 40, "people.rescued")
    ]


def test_the_lock_is_written_and_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--diff shows which facts moved and fails; --lock accepts them; then nothing changes."""
    root = project(tmp_path / "p", {"one": text("Police rescued 40 people in Laos.")})
    assert main(["facts", "--diff"], root) == 1
    assert main(["facts", "--lock"], root) == 0
    assert main(["facts", "--diff"], root) == 0
    path = root / "seeds/articles/one.md"
    path.write_text(path.read_text("utf-8").replace("40", "41"), "utf-8")
    capsys.readouterr()
    assert main(["facts", "--diff"], root) == 1
    shown = capsys.readouterr().out
    assert "-L1 | figure | 40 people.rescued" in shown and "+L1 | figure | 41 people.rescued" in shown


def test_claims_lists_ids_with_their_lines() -> None:
    """One claim a line: id, relation, sources, readings with article and line."""
    rows = run(ROOT, "claims").stdout.splitlines()
    row = next(row for row in rows if row.startswith("storm_makers_2/people.arrested\t"))
    assert "281 people.arrested" in row and "2023-12-08-liberation:5" in row and "compatible" in row
    listed = json.loads(run(ROOT, "claims", "--json").stdout)
    assert all(claim["publishable"] and claim["readings"] for claim in listed)


def test_article_tells_what_it_adds_repeats_contradicts_and_leaves_unread(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The report a reviewer reads in a pull request."""
    root = project(tmp_path / "p", seeds=True)
    lock(root)
    path = tmp_path / "new.md"
    body = (
        "INTERPOL said Operation Storm Makers II led to 282 arrests and the rescue of 149 people.\n\n"
        "In Laos, police rescued 40 people near Gotham City and took 6,745 gizmos. "
        "A man aged 31 was among them."
    )
    path.write_text(text(body), "utf-8")
    assert main(["article", str(path)], root) == 0
    told = capsys.readouterr().out
    parts = {part.split("\n")[0]: part for part in told.split("\n\n")}
    assert "new/people.rescued@LA: 40 (line 3)" in parts["Adds"]
    assert "storm_makers_2/people.rescued: 149 (line 1)" in parts["Repeats"]
    contradicts = parts["Contradicts (readers will see both)"]
    assert "storm_makers_2/people.arrested: 281" in contradicts and "282 (new)" in contradicts
    assert "line 3: figure 31 age.year: person" in parts["Not published"]
    unread = parts["Could not be read"]
    assert "'6,745 gizmos" in unread and "units (the noun 'gizmos') in seeds/lexicon/en.yml" in unread
    assert "'Gotham City': add to places" in unread
    assert "figures.md" in parts["Pages that change"] and "sources.md" in parts["Pages that change"]
