"""State and provenance survive the tools that translators use: gettext, Weblate, Poedit, git."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from translate.storage.pypo import pofile, pounit

from waymark.catalog import Catalog
from waymark.locales import locale
from waymark.model import Location, Provenance, Segment, State
from waymark.sync import sync, write_template

TEXTS = {
    "top": "Check the licence of the recruiter with the labour ministry.",
    "call": '[Call your own embassy](help/index.md) first, {{ when("event/x") }} or later.',
    "pay": "Never pay anyone who promises to get your money back, whatever they show you, about",
    "go": "Leave copies of your passport with your family before you leave, and agree on a code word",
}
SEGMENTS = (
    *(
        Segment(f"{page}.md#{section}", f"{text} {page}", Location(f"docs/{page}.md", 3))
        for page in ("offer", "family")
        for section, text in TEXTS.items()
    ),
    Segment("unit", "{n} person", Location("seeds/codebook.yml"), "{n} people", "unit"),
)
STALE = Segment(
    "family.md#go", "Leave a copy of your passport with family before you go.", Location("docs/family.md", 9)
)
NOW = (*SEGMENTS[:7], STALE, SEGMENTS[-1])  # the project after one sentence was edited
STATES = (
    Provenance(State.REVIEWED, "A Reader", "2026-11-30"),
    Provenance(State.DRAFT, "language model", "2026-11"),
    Provenance(State.MACHINE, "argos en-fr 1.9"),
)


def run(*command: str | Path, cwd: Path | None = None) -> str:
    name = str(command[0])
    assert shutil.which(name), f"{name} is missing: apt-get install gettext git"
    done = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout


@pytest.fixture
def french(folder: Path) -> Path:
    """A French catalog of all states, with a remark, one entry without a line, one stale, one obsolete."""
    gone = Segment("old.md#top", "This sentence is not needed any more.", Location("docs/old.md", 1))
    catalog = sync(Catalog.load(folder / "fr.po", locale("fr")), (*SEGMENTS, gone))
    for number, segment in enumerate((*SEGMENTS[:-1], gone)):
        text = (
            segment.msgid.replace("Never", "Jamais").replace("first", "d'abord") + " – “traduit” " * 4 + "."
        )
        catalog = catalog.with_translation(segment, (text,), STATES[number % 3])
    catalog = catalog.with_translation(
        SEGMENTS[-1], ("{n} personne", "{n} de personnes", "{n} personnes"), STATES[0]
    )
    edited = catalog.entries[3].stating(None)
    remark = replace(edited, comments=("Is “code word” understood?", "", "Ask at the next meeting."))
    catalog = replace(catalog, entries=(*catalog.entries[:3], remark, *catalog.entries[4:]))
    sync(catalog, NOW).save(folder / "fr.po")
    write_template(folder.parent, NOW)
    return folder / "fr.po"


def seen(path: Path) -> list[tuple[str, tuple[str, ...], State, tuple[str, ...]]]:
    """What a reader gets, and what stands in every entry."""
    catalog = Catalog.load(path, locale("fr"))
    return sorted(
        (entry.msgid, entry.forms, catalog.provenance(entry).state, entry.comments)
        for entry in catalog.entries
    )


def msgcat(path: Path, *options: str) -> None:
    path.write_text(run("msgcat", *options, path))


def msgmerge(path: Path) -> None:
    run(
        "msgmerge", "--quiet", "--previous", "--update", "--backup=none", path, path.with_name("messages.pot")
    )


def msgattrib(path: Path) -> None:
    path.write_text(run("msgattrib", "--no-fuzzy", "--no-obsolete", path))


def poedit(path: Path) -> None:
    """Poedit's writer: 79 columns, its own headers, dates, references in another order."""
    text = run("msgcat", "--width=79", "--sort-by-file", path)
    headers = (
        '"PO-Revision-Date: 2026-12-01 10:00+0700\\n"\n"Last-Translator: A Reader\\n"\n'
        '"Language-Team: \\n"\n"X-Generator: Poedit 3.6\\n"\n"X-Poedit-Basepath: ..\\n"\n'
    )
    path.write_text(text.replace('"MIME-Version', headers + '"MIME-Version', 1))


def weblate(path: Path) -> None:
    """Weblate's writer is translate-toolkit's; it adds headers and wraps at 77 columns."""
    store = pofile.parsestring(path.read_bytes())
    store.updateheader(
        add=True,
        PO_Revision_Date="2026-12-01 10:00+0000",
        Last_Translator="A Reader <reader@example.org>",
        Language_Team="French <https://weblate.example.org/fr/>",
        X_Generator="Weblate 5.15",
    )
    out = io.BytesIO()
    store.serialize(out)
    path.write_bytes(out.getvalue())


@pytest.mark.parametrize("tool", [msgcat, msgmerge, poedit, weblate], ids=lambda tool: str(tool.__name__))
def test_every_state_text_and_comment_survives_and_the_next_sync_gives_our_bytes_back(
    tool: Callable[[Path], None], french: Path
) -> None:
    before, content = seen(french), french.read_bytes()
    assert {state for _, _, state, _ in before} == {State.REVIEWED, State.DRAFT, State.MACHINE, State.EDITED}
    tool(french)
    assert french.read_bytes() != content or tool is msgcat
    assert seen(french) == before
    sync(Catalog.load(french, locale("fr")), NOW).save(french)
    assert french.read_bytes() == content


def test_our_own_file_is_what_gettext_would_write(french: Path) -> None:
    content = french.read_text()
    msgcat(french, "--no-wrap")
    assert french.read_text() == content
    run("msgfmt", "--check-format", "--check-domain", "--output-file=/dev/null", french)
    run("msgfmt", "--output-file=/dev/null", french.with_name("messages.pot"))


def test_msgattrib_drops_what_it_was_asked_to_and_no_state(french: Path) -> None:
    kept = {(text, comments) for text, _, _, comments in seen(french)}
    msgattrib(french)
    after = seen(french)
    assert len(after) == len(kept) - 2  # the stale entry, the obsolete one
    assert {(text, comments) for text, _, _, comments in after} < kept


def test_msgmerge_makes_an_edited_source_fuzzy_and_sync_takes_it_back(french: Path) -> None:
    edited = replace(SEGMENTS[0], msgid=SEGMENTS[0].msgid.replace("labour ministry", "ministry of labour"))
    now = (edited, *SEGMENTS[1:7], SEGMENTS[-1])
    write_template(french.parent.parent, now)
    msgmerge(french)
    merged = Catalog.load(french, locale("fr"))
    assert merged.lookup(edited) is None and merged.entry(edited).previous[0] == SEGMENTS[0].msgid  # type: ignore[union-attr]
    back = sync(merged, SEGMENTS)
    assert back.state(SEGMENTS[0]) is State.REVIEWED
    assert all(back.lookup(segment) for segment in SEGMENTS[:7])


def test_a_translation_typed_in_weblate_is_shown_as_not_reviewed(french: Path) -> None:
    store = pofile.parsestring(french.read_bytes())
    unit = next(unit for unit in store.units if isinstance(unit, pounit) and unit.source == SEGMENTS[0].msgid)
    unit.target = "Vérifiez la licence."
    french.write_bytes(bytes(store))
    found = Catalog.load(french, locale("fr")).lookup(SEGMENTS[0])
    assert found and found.forms == ("Vérifiez la licence.",)
    assert found.provenance == Provenance(State.EDITED)


# ---------------------------------------------------------------- git


def git(repository: Path, *arguments: str) -> str:
    names = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    return run("git", *names, "-c", "merge.conflictStyle=merge", *arguments, cwd=repository)


def branch(repository: Path, path: Path, name: str, numbers: tuple[int, ...]) -> None:
    """A branch on which these entries are translated, each with its state line."""
    git(repository, "switch", "-q", "-c", name, "main")
    catalog = Catalog.load(path, locale("fr"))
    for number in numbers:
        catalog = catalog.with_translation(SEGMENTS[number], (f"traduction de {name}",), STATES[1])
    catalog.save(path)
    git(repository, "commit", "-q", "-a", "-m", name)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [((0, 4), (2, 6)), ((0,), (7,)), ((0, 2, 4, 6), (1, 3, 5, 7)), ((3,), (4,))],
    ids=["apart", "first and last", "every second", "neighbours"],
)
def test_two_branches_translating_different_entries_merge(
    ours: tuple[int, ...], theirs: tuple[int, ...], folder: Path
) -> None:
    repository, path = folder.parent, folder / "fr.po"
    sync(Catalog.load(path, locale("fr")), SEGMENTS).save(path)
    git(repository, "init", "-q", "-b", "main")
    git(repository, "add", ".")
    git(repository, "commit", "-q", "-m", "start")
    branch(repository, path, "ours", ours)
    branch(repository, path, "theirs", theirs)
    git(repository, "merge", "-q", "--no-edit", "ours")
    merged = Catalog.load(path, locale("fr"))
    for name, numbers in (("ours", ours), ("theirs", theirs)):
        for number in numbers:
            found = merged.lookup(SEGMENTS[number])
            assert found and found.forms == (f"traduction de {name}",)
            assert found.provenance.state is State.DRAFT
    assert not merged.save(path)
    assert not re.search(r"^[<=>]{7}", path.read_text(), re.MULTILINE)
