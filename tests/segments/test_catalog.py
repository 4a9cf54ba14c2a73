"""What a reader gets from a catalog, and what nothing becomes by silence: trusted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from waymark.catalog import Catalog, Entry, digest, state_line
from waymark.errors import CatalogError
from waymark.locales import locale
from waymark.model import Provenance, Segment, State

MakeSegment = Callable[..., Segment]
TEXT = ("សូមពិនិត្យ",)
HASH = digest(TEXT)
EDITED = Provenance(State.EDITED)


@pytest.mark.parametrize(
    ("comments", "expected"),
    [
        ([f"reviewed: A Reader, 2026-11-30 [{HASH}]"], Provenance(State.REVIEWED, "A Reader", "2026-11-30")),
        ([f"draft: language model, 2026-11 [{HASH}]"], Provenance(State.DRAFT, "language model", "2026-11")),
        ([f"machine: argos en-km 1.9 [{HASH}]"], Provenance(State.MACHINE, "argos en-km 1.9")),
        (["for the reviewer", "", f"machine: argos [{HASH}]"], Provenance(State.MACHINE, "argos")),
        ([], EDITED),
        (["a remark of the translator"], EDITED),
        (["reviewed: A Reader, 2026-11-30 [000000]"], EDITED),
        (["reviewed: A Reader, 2026-11-30"], EDITED),
        ([f"reviewed: Somebody, 2026-11-30 [{HASH}]"], EDITED),
        ([f"reviewed: a reader, 2026-11-30 [{HASH}]"], EDITED),
        ([f"reviewed [{HASH}]"], EDITED),
        ([f"Reviewed: A Reader [{HASH}]"], EDITED),
        ([f"reviewed: A Reader, 2026-11-30 [{HASH}] really"], EDITED),
        ([f"edited [{HASH}]"], EDITED),
        ([f"reviewed: A Reader [{HASH}]", f"machine: argos [{HASH}]"], Provenance(State.MACHINE, "argos")),
        ([f"machine: argos [{HASH}]", f"reviewed: Somebody [{HASH}]"], Provenance(State.MACHINE, "argos")),
        ([f"reviewed: A Reader [{HASH}]", "machine: argos [000000]"], Provenance(State.REVIEWED, "A Reader")),
    ],
)  # fmt: skip
def test_trust_needs_a_line_with_a_name_we_know_and_the_hash_of_this_text(
    comments: list[str], expected: Provenance, khmer: Catalog, segment: MakeSegment
) -> None:
    entry = Entry("offer.md#top", "Check it.", forms=TEXT, comments=tuple(comments))
    found = replace(khmer, entries=(entry,)).lookup(segment("Check it."))
    assert found and found.provenance == expected


def test_a_reviewer_vouches_only_for_the_languages_beside_their_name(
    folder: Path, segment: MakeSegment
) -> None:
    said = Provenance(State.REVIEWED, "A Reader", "2026-11-30")
    for tag, expected in (("fr", State.REVIEWED), ("ar", State.EDITED)):
        catalog = Catalog.load(folder / f"{tag}.po", locale(tag)).with_translation(segment("x y"), TEXT, said)
        assert catalog.state(segment("x y")) is expected


def test_no_fuzzy_obsolete_or_incomplete_entry_is_ever_found(khmer: Catalog, segment: MakeSegment) -> None:
    good = Entry("offer.md#top", "Check it.", forms=TEXT)
    unit = Entry("offer.md#top", "Check it.", "Check them.", forms=("",))
    for bad in (
        replace(good, flags=("fuzzy",)),
        replace(good, obsolete=True),
        replace(good, forms=("",)),
        replace(good, plural="Check them."),
        unit,
        replace(unit, forms=("a", "b")),
    ):
        catalog = replace(khmer, entries=(bad,))
        assert catalog.lookup(segment("Check it.")) is None
        assert catalog.lookup(segment("Check it.", "scam.md#top")) is None


def test_lookup_goes_by_context_then_to_the_same_source_that_is_trusted_most(
    khmer: Catalog, segment: MakeSegment
) -> None:
    def entry(context: str, text: str, state: str) -> Entry:
        line = {"edited": "", "machine": "machine: argos", "draft": "draft: language model"}[state]
        comments = (f"{line} [{digest((text,))}]",) if line else ()
        return Entry(context, "Check it.", forms=(text,), comments=comments)

    texts = (entry("a.md#x", "edited", "edited"), entry("b.md#x", "machine", "machine"))
    catalog = replace(khmer, entries=(*texts, entry("c.md#x", "draft", "draft")))
    assert catalog.lookup(segment("Check it.", "b.md#x")).forms == ("machine",)  # type: ignore[union-attr]
    assert catalog.lookup(segment("Check it.", "new.md#x")).forms == ("draft",)  # type: ignore[union-attr]
    doubted = Entry("new.md#x", "Check it.", forms=("no",), flags=("fuzzy",))
    catalog = replace(catalog, entries=(doubted, *catalog.entries))
    assert catalog.lookup(segment("Check it.", "new.md#x")).forms == ("draft",)  # type: ignore[union-attr]
    assert catalog.standing(segment("Check it.", "new.md#x")) == doubted


def test_what_is_saved_is_read_again_and_saving_twice_changes_no_byte(
    khmer: Catalog, folder: Path, segment: MakeSegment, draft: Provenance
) -> None:
    hard = 'Say "no"\\ {{ cite("a/b") }} [go](a.md#b)\u200b\u00a0“x” ' + "word " * 80 + "end"
    catalog = khmer.with_translation(segment(hard), ("ទេ" * 90,), draft)
    catalog = catalog.with_translation(segment("{n} case", "unit", "{n} cases"), ("{n} ករណី",), draft)
    path = folder / "km.po"
    assert catalog.save(path) and not catalog.save(path)
    again = Catalog.load(path, locale("km"))
    assert [replace(entry, line=0) for entry in again.entries] == list(catalog.entries)
    assert [entry.line for entry in again.entries] == [11, 16]
    assert not again.save(path)
    assert not [name for name in folder.iterdir() if name.name not in ("km.po", "REVIEWERS")]
    assert "Date" not in path.read_text() and "Generator" not in path.read_text()


# ---------------------------------------------------------------- who may overwrite whom

PEOPLE = {
    "reviewed": Provenance(State.REVIEWED, "A Reader", "2026-11-30"),
    "edited": None,
    "draft": Provenance(State.DRAFT, "language model", "2026-11"),
    "machine": Provenance(State.MACHINE, "argos en-km 1.9"),
}


@pytest.mark.parametrize(
    ("there", "comes", "allowed"),
    [
        ("reviewed", "machine", False), ("edited", "machine", False), ("draft", "machine", False),
        ("machine", "machine", True), ("reviewed", "draft", False), ("edited", "draft", False),
        ("draft", "draft", True), ("machine", "draft", True), ("reviewed", "reviewed", True),
        ("edited", "reviewed", True), ("draft", "reviewed", True), ("machine", "reviewed", True),
    ],
)  # fmt: skip
def test_an_engine_never_replaces_a_person_or_a_draft(
    there: str, comes: str, allowed: bool, khmer: Catalog, segment: MakeSegment
) -> None:
    said = PEOPLE[there]
    comments = (state_line(said, TEXT),) if said else ()
    catalog = replace(khmer, entries=(Entry("offer.md#top", "x", forms=TEXT, comments=comments),))
    new = PEOPLE[comes]
    assert new is not None
    assert catalog.protected(segment("x"), new) is not allowed
    if allowed:
        assert catalog.with_translation(segment("x"), ("ថ្មី",), new).state(segment("x")) is new.state
    else:
        with pytest.raises(CatalogError, match="person's text"):
            catalog.with_translation(segment("x"), ("ថ្មី",), new)


def test_a_wrong_number_of_plural_forms_is_told_with_its_line_and_never_shown(
    folder: Path, segment: MakeSegment, draft: Provenance
) -> None:
    unit = segment("{n} case", "unit", "{n} cases")
    russian = Catalog.load(folder / "ru.po", locale("ru"))
    with pytest.raises(CatalogError, match="nplurals=4"):
        russian.with_translation(unit, ("{n} дело", "{n} дела", "{n} дел"), draft)
    wrong = Entry("unit", "{n} case", "{n} cases", ("{n} дело", "{n} дела", "{n} дел"))
    replace(russian, entries=(wrong,)).save(folder / "ru.po")
    read = Catalog.load(folder / "ru.po", locale("ru"))
    (finding,) = read.findings()
    assert (finding.location.path, finding.location.line, finding.locale) == ("locale/ru.po", 11, "ru")
    assert "3 plural forms, Russian needs 4" in finding.message
    assert read.lookup(unit) is None


def test_a_person_vouches_for_the_current_texts_of_a_page_and_only_under_a_known_name(
    khmer: Catalog, segment: MakeSegment
) -> None:
    engine = Provenance(State.MACHINE, "argos en-km 1.9")
    catalog = khmer.with_translation(segment("x y"), TEXT, engine)
    catalog = catalog.with_translation(segment("x y", "scam.md#top"), TEXT, engine)
    fuzzy = Entry("offer.md#top", "stale", forms=TEXT, flags=("fuzzy",))
    catalog = replace(catalog, entries=(*catalog.entries, fuzzy))
    said = Provenance(State.REVIEWED, "A Reader", "2026-11-30")
    after = catalog.reviewed(said, ["offer.md"])
    assert after.lookup(segment("x y")).provenance == said  # type: ignore[union-attr]
    assert after.state(segment("x y", "scam.md#top")) is State.MACHINE
    assert after.entries[2] == fuzzy
    with pytest.raises(CatalogError, match="no reviewer “Somebody”"):
        catalog.reviewed(Provenance(State.REVIEWED, "Somebody", "2026-11-30"), ["offer.md"])
