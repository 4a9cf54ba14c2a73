"""Catalog, memory, engine: what a reader is shown, and that no door lets harm through."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest
from cases import Case, correct, harmful, segment

from waymark.catalog import Catalog, plural_count
from waymark.checks import check_translation
from waymark.engines.dummy import Dummy
from waymark.errors import CatalogError, EngineError
from waymark.locales import locale
from waymark.model import Provenance, Segment, State
from waymark.translate import Machine, Mode, open_machine, open_translator
from waymark.translate.memory import Memory

FRENCH = locale("fr")
SINGLE = [case for case in harmful() if not case.segment.plural and case.forms[0].strip()]
PERSON = Provenance(State.DRAFT, "language model", "2026-11")


class Scripted:
    """An engine that says what it is told, and counts how often it is asked."""

    name, key = "scripted en-fr 1", "scripted"

    def __init__(self, said: dict[str, str]) -> None:
        self.said, self.asked = said, 0

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        self.asked += 1
        return [self.said.get(text, "") for text in texts]


def catalog(root: Path, case: Case) -> Path:
    """A catalog with that translation in it, written as a translator's would be."""
    path = root / "locale" / f"{case.locale}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    Catalog(locale(case.locale)).with_translation(case.segment, case.forms, PERSON).save(path)
    return path


# ------------------------------------------------------------ the catalog's door


@pytest.mark.parametrize("case", SINGLE, ids=lambda case: case.name)
def test_a_harmful_entry_is_left_out_and_named_with_file_and_line(case: Case, tmp_path: Path) -> None:
    catalog(tmp_path, case)
    try:
        translator = open_translator(tmp_path, locale(case.locale), Mode.NEVER)
    except CatalogError as refused:  # characters that no catalog may hold
        assert f"locale/{case.locale}.po" in str(refused)
        return
    assert translator.translate(case.segment) is None
    assert case.caught in {finding.check for finding in translator.findings}
    assert {finding.location.path for finding in translator.findings} == {f"locale/{case.locale}.po"}
    assert all(finding.location.line > 1 for finding in translator.findings)


@pytest.mark.parametrize("case", list(correct())[::9], ids=lambda case: case.name)
def test_a_good_entry_is_shown_with_its_provenance(case: Case, tmp_path: Path) -> None:
    if case.segment.plural and len(case.forms) != plural_count(locale(case.locale)):
        pytest.fail("the table has another number of plural forms than the locale")
    catalog(tmp_path, case)
    found = open_translator(tmp_path, locale(case.locale), Mode.NEVER).translate(case.segment)
    assert found is not None and (found.forms, found.provenance) == (case.forms, PERSON)


def test_every_plural_entry_of_the_table_has_the_locales_forms() -> None:
    plural = [case for case in correct() if case.segment.plural]
    assert [case.locale for case in plural if len(case.forms) != plural_count(locale(case.locale))] == []


# ------------------------------------------------------------ the memory's door


def machine(root: Path, engine: Scripted | Dummy | None) -> Machine:
    return open_machine(root, FRENCH, engine)


CALL = segment("Call the police.")
GOOD = "Appelez la police."


def test_an_answer_is_remembered_and_the_engine_not_asked_again(tmp_path: Path) -> None:
    engine = Scripted({"Call the police.": GOOD})
    for _ in range(2):
        (found,) = machine(tmp_path, engine).translate([CALL]).values()
        assert found is not None and found.forms == (GOOD,)
        assert found.provenance == Provenance(State.MACHINE, "scripted en-fr 1")
    assert engine.asked == 1
    (alone,) = machine(tmp_path, None).translate([CALL]).values()
    assert alone is not None and alone.forms == (GOOD,)


def test_a_refusal_is_remembered_too(tmp_path: Path) -> None:
    engine = Scripted({"Call the police.": "Appelez le 118."})
    for _ in range(2):
        assert machine(tmp_path, engine).translate([CALL]) == {CALL: None}
    asked = engine.asked
    machine(tmp_path, engine).translate([CALL])
    assert engine.asked == asked
    assert machine(tmp_path, None).translate([CALL]) == {CALL: None}


def test_another_model_is_asked_anew(tmp_path: Path) -> None:
    first, second = (
        Scripted({"Call the police.": GOOD}),
        Scripted({"Call the police.": "Téléphonez à la police."}),
    )
    second.key = "another"
    machine(tmp_path, first).translate([CALL])
    (found,) = machine(tmp_path, second).translate([CALL]).values()
    assert found is not None and found.forms == ("Téléphonez à la police.",)


def test_a_memory_that_somebody_edited_is_checked_again(tmp_path: Path) -> None:
    machine(tmp_path, Scripted({"Call the police.": GOOD})).translate([CALL])
    (path,) = (tmp_path / ".cache").rglob("*.sqlite")
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE said SET forms = ?", ('["Appelez le 118."]',))
    assert machine(tmp_path, None).translate([CALL]) == {CALL: None}


def test_a_broken_memory_is_told_with_its_cure(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "fr.sqlite")
    (tmp_path / "fr.sqlite").write_bytes(b"not a database, but long enough to be looked at" * 100)
    with pytest.raises(EngineError, match=r"fr\.sqlite.*Delete it"):
        memory.recall("key", [CALL])


def test_a_word_given_back_in_english_is_no_translation(tmp_path: Path) -> None:
    same = segment("Money transfers")
    assert machine(tmp_path, Scripted({"Money transfers": "Money Transfers"})).translate([same]) == {
        same: None
    }


def test_plural_forms_come_from_singular_and_plural(tmp_path: Path) -> None:
    unit = Segment("unit", "{n} person arrested", CALL.location, "{n} people arrested", kind="unit")
    said = {"281 person arrested": "281 personne arrêtée", "281 people arrested": "281 personnes arrêtées"}
    (found,) = machine(tmp_path, Scripted(said)).translate([unit]).values()
    assert found is not None
    assert found.forms == ("{n} personne arrêtée", "{n} personnes arrêtées", "{n} personnes arrêtées")


def test_the_dummy_passes_the_checks_that_know_no_language(tmp_path: Path) -> None:
    wanted = [case.segment for case in correct() if not case.segment.plural]
    said = machine(tmp_path, Dummy("en", "fr")).translate(wanted)
    assert all(found is not None for found in said.values())
    assert all(Dummy.back(found.forms[0]) != found.forms[0] for found in said.values() if found)


# ------------------------------------------------------------ the order of the doors


def test_the_catalog_comes_before_memory_and_engine(tmp_path: Path) -> None:
    machine(tmp_path, Scripted({"Call the police.": GOOD})).translate([CALL])
    catalog(tmp_path, Case("own", "fr", CALL, ("Téléphonez à la police.",)))
    found = open_translator(tmp_path, FRENCH, Mode.MISSING, "dummy").translate(CALL)
    assert found is not None and found.forms == ("Téléphonez à la police.",)


def test_a_refused_entry_is_not_replaced_by_a_machine(tmp_path: Path) -> None:
    catalog(tmp_path, Case("bad", "fr", CALL, ("Appelez le 118.",)))
    translator = open_translator(tmp_path, FRENCH, Mode.MISSING, "dummy")
    translator.prepare([CALL])
    assert translator.translate(CALL) is None


def test_never_asks_neither_memory_nor_engine(tmp_path: Path) -> None:
    machine(tmp_path, Scripted({"Call the police.": GOOD})).translate([CALL])
    assert open_translator(tmp_path, FRENCH, Mode.NEVER).translate(CALL) is None


def test_the_glossary_of_the_locale_is_held_to(tmp_path: Path) -> None:
    folder = tmp_path / "locale" / "glossary"
    folder.mkdir(parents=True)
    (folder / "fr.yml").write_text("- term: debt bondage\n  forms: [servitude pour dettes]\n", "utf-8")
    own = segment("This is debt bondage.")
    catalog(tmp_path, Case("other term", "fr", own, ("C’est un contrat de dette.",)))
    translator = open_translator(tmp_path, FRENCH, Mode.NEVER)
    assert translator.translate(own) is None
    assert {finding.check for finding in translator.findings} == {"glossary"}
    engine = Scripted(
        {"This is debt bondage.": "C’est une dette.", "Call XQ0 before you go to XQ1.": "XQ0 XQ1"}
    )
    engine.said["This is XQ0."] = "C’est la XQ0."
    found = open_machine(tmp_path, FRENCH, engine, _glossary(tmp_path)).translate([own])[own]
    assert found is not None and found.forms == ("C’est la servitude pour dettes.",)
    assert check_translation(own, found.forms, FRENCH, _glossary(tmp_path)) == ()


def _glossary(root: Path):  # type: ignore[no-untyped-def]
    from waymark.glossary import Glossary

    return Glossary.load(root, FRENCH)
