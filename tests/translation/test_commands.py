"""``python hooks translate`` and ``models`` in processes of their own, with real Argos packages."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import polib
import pytest
import small_project
from conftest import Hooks

from waymark.catalog import Catalog
from waymark.locales import locale
from waymark.model import State

FRENCH = locale("fr")


def entries(project: Path, tag: str = "fr") -> dict[str, polib.POEntry]:
    """The translated entries of a catalog by source text; the file must parse."""
    path = project / "locale" / f"{tag}.po"
    return (
        {entry.msgid: entry for entry in polib.pofile(str(path)) if entry.translated()}
        if path.is_file()
        else {}
    )


def test_a_missing_entry_is_translated_checked_and_labelled(
    project: Path, hooks: Hooks, models: Path
) -> None:
    installed = hooks("models", models / "good.argosmodel")
    assert (installed.returncode, installed.stdout) == (0, "installed en-fr 1.0\n")
    done = hooks("translate", "--locale", "fr", "--engine", "argos")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("fr: ") and "translated, 0 were current" in done.stdout
    said = entries(project)
    for english in small_project.sentences():
        assert said[english].msgstr.startswith(("Les ", "Des ")), english
    pay = said["Never pay for work."]
    assert pay.msgstr == "Ne payez jamais de frais pour obtenir un emploi."
    assert pay.tcomment.startswith("machine: argos en-fr 1.0 [")
    call = 'Guards watch {{ figure("compounds/people.forced@MM") }} drivers there.'
    assert said[call].msgstr == (
        'Les gardiens surveillent {{ figure("compounds/people.forced@MM") }} les chauffeurs là-bas.'
    )
    link = "Workers call [the officers](page-1.md) today."
    assert link not in said or "](page-1.md)" in said[link].msgstr
    again = hooks("translate", "--locale", "fr", "--engine", "argos")
    assert "fr: 0 translated" in again.stdout


@pytest.mark.parametrize(
    ("model", "english"),
    [
        ("wrong-digit", "Guards watch 7 drivers today."),
        ("lost-values", 'Guards watch {{ figure("compounds/people.forced@MM") }} drivers there.'),
    ],
)
def test_what_a_bad_model_harms_stays_english(
    model: str, english: str, project: Path, hooks: Hooks, models: Path
) -> None:
    hooks("models", models / f"{model}.argosmodel")
    done = hooks("translate", "--locale", "fr")
    assert done.returncode == 0, done.stderr
    assert "left in English" in done.stdout
    said = entries(project)
    assert english not in said
    assert "Never pay for work." in said


def test_a_person_is_never_overwritten(project: Path, hooks: Hooks, models: Path) -> None:
    path = project / "locale" / "fr.po"
    path.write_text(
        'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgctxt "index.md#top"\nmsgid "Never pay for work."\nmsgstr "Ne payez jamais pour travailler."\n\n'
        '#, fuzzy\nmsgctxt "index.md#top"\nmsgid "Guards watch 7 drivers today."\nmsgstr "Ancien."\n',
        "utf-8",
    )
    hooks("models", models / "good.argosmodel")
    done = hooks("translate", "--locale", "fr")
    assert "1 stale texts of people" in done.stdout, done.stderr
    told = {entry.msgid: entry.msgstr for entry in polib.pofile(str(path))}
    assert told["Never pay for work."] == "Ne payez jamais pour travailler."
    assert told["Guards watch 7 drivers today."] == "Ancien."


def test_without_a_model_the_cure_is_told_and_nothing_is_written(project: Path, hooks: Hooks) -> None:
    done = hooks("translate", "--locale", "fr", "--locale", "km")
    assert done.returncode == 1
    assert "no engine for French" in done.stderr and "python hooks models" in done.stderr
    assert not (project / "locale" / "fr.po").exists()
    assert "Traceback" not in done.stderr


def test_several_locales_at_once_and_one_without_a_model(project: Path, hooks: Hooks, models: Path) -> None:
    hooks("models", models / "good.argosmodel")
    hooks("models", models / "swahili.argosmodel")
    done = hooks("translate", "--locale", "fr", "--locale", "km", "--jobs", "2")
    assert done.returncode == 1
    assert "fr: " in done.stdout and "error: km: " in done.stderr
    assert "Never pay for work." in entries(project)


def test_models_lists_what_each_locale_needs(hooks: Hooks, models: Path) -> None:
    hooks("models", models / "good.argosmodel")
    told = json.loads(hooks("models", "--locale", "fr", "--locale", "km", "--json").stdout)
    ready = {(each["locale"], each["engine"]): each["ready"] for each in told}
    assert ready[("fr", "argos")] and not ready[("km", "argos")]
    shown = hooks("models", "--locale", "fr").stdout
    assert "ready" in shown and "en-fr 1.0" in shown


def test_usage_errors(hooks: Hooks) -> None:
    assert hooks("translate", "--locale", "xx").returncode == 2
    assert hooks("translate", "--engine", "babelfish").returncode == 2
    wrong = hooks("models", "no-such-file.argosmodel")
    assert wrong.returncode == 1 and wrong.stderr.count("\n") == 1


BUILD = """
import sys
from pathlib import Path
from waymark.locales import locale
from waymark.pipeline import collect_segments
from waymark.translate import open_translator
root = Path.cwd()
translator = open_translator(root, locale("fr"), sys.argv[1])
segments = collect_segments(root)
translator.prepare(segments)
for each in segments:
    found = translator.translate(each)
    if found and each.msgid == "Never pay for work.":
        print(found.forms[0], found.provenance.state, found.provenance.by, sep="|")
"""


def build(project: Path, home: Path, mode: str) -> str:
    """What a build in that mode would show, in a process of its own."""
    env = os.environ | small_project.environment(home) | {"PYTHONPATH": str(project / "hooks")}
    command = [sys.executable, "-c", BUILD, mode]
    done = subprocess.run(command, cwd=project, env=env, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_build_uses_the_engine_then_the_memory_and_never_in_a_release(
    project: Path, hooks: Hooks, models: Path, tmp_path: Path
) -> None:
    assert build(project, tmp_path, "missing") == ""  # no model: English
    hooks("models", models / "good.argosmodel")
    said = "Ne payez jamais de frais pour obtenir un emploi.|machine|argos en-fr 1.0\n"
    assert build(project, tmp_path, "missing") == said
    assert not (project / "locale" / "fr.po").exists()  # a build writes no catalog
    for folder in (tmp_path / "argos").iterdir():
        folder.rename(tmp_path / "gone")
    assert build(project, tmp_path, "missing") == said  # remembered
    assert build(project, tmp_path, "never") == ""


# ------------------------------------------------------------ killed at any moment


def kill_at_random(project: Path, home: Path, times: int, draw: random.Random) -> None:
    """Starts and kills ``translate``; after each death the catalog parses and keeps what it had."""
    env = os.environ | small_project.environment(home)
    command = [sys.executable, str(project / "hooks"), "translate", "--locale", "fr", "--engine", "argos"]
    path = project / "locale" / "fr.po"
    before: dict[str, str] = {}
    for _ in range(times):
        running = subprocess.Popen(
            command, cwd=project, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(draw.uniform(0.3, 2.5))
        running.send_signal(signal.SIGKILL)
        running.wait()
        now = {msgid: entry.msgstr for msgid, entry in entries(project).items()}
        assert before.items() <= now.items()
        Catalog.load(path, FRENCH)  # raises for a broken one
        before = now
        if len(before) > len(small_project.sentences()) // 2 and path.exists():
            path.unlink()  # begin again; the memory must not be what makes this pass
            (project / ".cache").exists() and [
                each.unlink() for each in (project / ".cache").rglob("*.sqlite*")
            ]
            before = {}


@pytest.mark.parametrize("times", [5, pytest.param(50, marks=pytest.mark.long)])
def test_killed_at_random_moments_nothing_finished_is_lost(
    times: int, project: Path, hooks: Hooks, models: Path, tmp_path: Path
) -> None:
    hooks("models", models / "good.argosmodel")
    kill_at_random(project, tmp_path, times, random.Random(times))
    done = hooks("translate", "--locale", "fr", "--engine", "argos")
    assert done.returncode == 0, done.stderr
    said = entries(project)
    assert set(small_project.sentences()) <= set(said)
    catalog = Catalog.load(project / "locale" / "fr.po", FRENCH)
    assert {catalog.provenance(entry).state for entry in catalog.entries if entry.said} == {State.MACHINE}
