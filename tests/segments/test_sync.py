"""Catalogs follow the pages, and nothing a person wrote is lost on the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from waymark.catalog import Catalog, Entry
from waymark.glossary import Glossary, Term
from waymark.locales import locale
from waymark.model import Location, Provenance, Segment, State
from waymark.segments import cut
from waymark.sync import Changes, changes, count, sync, sync_unchanged, write_template

MakeSegment = Callable[..., Segment]
REVIEWED = Provenance(State.REVIEWED, "A Reader", "2026-11-30")

PAGE = """---
title: Check a job offer
---
# Check a job offer { #top }

Some job offers abroad are false. {{ cite("method/fake_job_ad") }}

## Before you go { #before }

- Ask for a written contract.
- Do not give your passport to anyone.

Ask for a written contract.
"""
EDITED = PAGE.replace("Do not give your passport to anyone.", "Never give your passport to anyone.")


def translated(catalog: Catalog, segments: tuple[Segment, ...], provenance: Provenance = REVIEWED) -> Catalog:
    for segment in segments:
        if catalog.lookup(segment) is None:
            catalog = catalog.with_translation(segment, (f"ខ្មែរ {segment.msgid}",), provenance)
    return catalog


def texts(catalog: Catalog) -> set[tuple[str, ...]]:
    return {entry.forms for entry in catalog.entries if entry.said}


def stale(catalog: Catalog) -> list[Entry]:
    return [entry for entry in catalog.entries if entry.fuzzy]


def test_one_edited_sentence_makes_one_entry_stale_and_reverting_gives_the_bytes_back(
    khmer: Catalog, folder: Path
) -> None:
    before, after = cut(PAGE, "offer.md"), cut(EDITED, "offer.md")
    catalog = translated(sync(khmer, before), before)
    catalog = sync(catalog, before)
    catalog.save(folder / "km.po")
    original = (folder / "km.po").read_bytes()

    edited = sync(Catalog.load(folder / "km.po", locale("km")), after)
    (entry,) = stale(edited)
    assert entry.msgid == "Never give your passport to anyone."
    assert entry.previous == ("Do not give your passport to anyone.", "")
    assert edited.lookup(after[-2]) is None
    edited.save(folder / "km.po")
    assert '#, fuzzy\n#| msgid "Do not give' in (folder / "km.po").read_text()

    back = sync(Catalog.load(folder / "km.po", locale("km")), before)
    back.save(folder / "km.po")
    assert (folder / "km.po").read_bytes() == original
    assert back.state(before[-2]) is State.REVIEWED
    assert str(changes(edited, back)) == "5 segments: 1 new, 0 stale, 1 current again, 0 obsolete"


def test_reverting_after_two_edits_and_without_a_state_line_restores_too(khmer: Catalog) -> None:
    page, other = cut(PAGE, "offer.md"), cut(EDITED.replace("anyone", "a recruiter"), "offer.md")
    catalog = sync(translated(sync(khmer, page), page), page)
    bare = replace(catalog, entries=tuple(entry.stating(None) for entry in catalog.entries))
    for start in (catalog, bare):
        twice = sync(sync(start, cut(EDITED, "offer.md")), other)
        assert sync(twice, page) == start


def test_a_stale_text_that_was_touched_stays_fuzzy_when_the_source_comes_back(khmer: Catalog) -> None:
    page = cut(PAGE, "offer.md")
    edited = sync(translated(sync(khmer, page), page), cut(EDITED, "offer.md"))
    touched = tuple(replace(e, forms=("ថ្មី",)) if e.fuzzy else e for e in edited.entries)
    back = sync(replace(edited, entries=touched), page)
    assert [entry.forms for entry in stale(back)] == [("ថ្មី",)]


def test_what_was_fuzzy_for_another_reason_never_becomes_current_by_itself(khmer: Catalog) -> None:
    page = cut(PAGE, "offer.md")
    done = translated(sync(khmer, page), page)
    doubted = tuple(replace(e, flags=("fuzzy",)) if "passport" in e.msgid else e for e in done.entries)
    back = sync(sync(replace(done, entries=doubted), cut(EDITED, "offer.md")), page)
    assert back.lookup(page[-2]) is None


def test_a_typo_fixed_with_meaning_unchanged_keeps_the_state(khmer: Catalog) -> None:
    typo = cut(PAGE.replace("passport", "pasport"), "offer.md")
    page = cut(PAGE, "offer.md")
    catalog = sync_unchanged(translated(sync(khmer, typo), typo), page)
    assert catalog.state(page[-2]) is State.REVIEWED and not stale(catalog)
    other = cut(
        PAGE.replace("Do not give your passport to anyone.", "Do not give your money to a recruiter."),
        "offer.md",
    )
    assert all(entry.fuzzy for entry in sync_unchanged(catalog, other).entries if "recruiter" in entry.msgid)


def test_a_renamed_section_and_a_renamed_page_lose_nothing(khmer: Catalog) -> None:
    page = cut(PAGE, "offer.md")
    catalog = translated(sync(khmer, page), page)
    for moved in (cut(PAGE.replace("#before", "#first"), "offer.md"), cut(PAGE, "check.md")):
        after = sync(catalog, moved)
        assert not stale(after)
        assert all(after.state(segment) is State.REVIEWED for segment in moved)
        assert sync(after, page) == sync(catalog, page)


def test_the_same_sentence_elsewhere_needs_one_entry_and_one_correction(khmer: Catalog) -> None:
    pages = cut(PAGE, "offer.md") + cut(PAGE, "scam.md")
    catalog = sync(translated(sync(khmer, pages), pages), pages)
    assert len(catalog.entries) == len({segment.msgid for segment in pages})
    contract = next(entry for entry in catalog.entries if "contract" in entry.msgid)
    assert contract.context == "offer.md#before"
    assert contract.references == ("docs/offer.md", "docs/scam.md")
    alone = sync(catalog, cut(PAGE, "scam.md"))  # its home goes: the text moves to where it is still needed
    assert all(alone.state(segment) is State.REVIEWED for segment in cut(PAGE, "scam.md"))
    assert not [entry for entry in alone.entries if entry.obsolete]


def test_an_edit_on_a_page_that_is_not_the_home_gives_a_copy_to_work_from(khmer: Catalog) -> None:
    pages = cut(PAGE, "offer.md") + cut(PAGE, "scam.md")
    edited = cut(PAGE, "offer.md") + cut(EDITED, "scam.md")
    catalog = sync(translated(sync(khmer, pages), pages), pages)
    for update in (sync, sync_unchanged):  # a sentence beside another one is no typo fixed
        after = update(catalog, edited)
        (entry,) = stale(after)
        assert entry.context == "scam.md#before" and "Do not give" in entry.previous[0]
        assert after.state(edited[5]) is State.REVIEWED
        assert sync(after, pages) == catalog


def test_a_text_of_its_own_stays_where_a_context_says_it_otherwise(
    khmer: Catalog, segment: MakeSegment
) -> None:
    places = tuple(segment("Call.", f"{page}.md#x") for page in "abc")
    same = translated(khmer, places[:1]).with_translation(places[1], ("ខ្មែរ Call.",), REVIEWED)
    assert [entry.context for entry in sync(same, places).entries] == ["a.md#x"]
    other = same.with_translation(places[2], ("ហៅ",), REVIEWED)
    assert len(sync(other, places).entries) == 3
    assert sync(other, places).lookup(places[2]).forms == ("ហៅ",)  # type: ignore[union-attr]
    assert sync(other, places[1:]).lookup(places[2]).forms == ("ហៅ",)  # type: ignore[union-attr]


def test_what_no_page_says_any_more_stays_obsolete_and_comes_back(khmer: Catalog, folder: Path) -> None:
    page = cut(PAGE, "offer.md")
    catalog = sync(translated(sync(khmer, page), page), page)
    empty = sync(catalog, ())
    assert all(entry.obsolete for entry in empty.entries) and texts(empty) == texts(catalog)
    empty.save(folder / "km.po")
    back = sync(Catalog.load(folder / "km.po", locale("km")), page)
    assert [replace(entry, line=0) for entry in back.entries] == list(catalog.entries)


def test_a_machines_text_over_a_persons_stale_one_keeps_both(khmer: Catalog) -> None:
    page, other = cut(PAGE, "offer.md"), cut(EDITED, "offer.md")
    edited = sync(translated(sync(khmer, page), page), other)
    machine = edited.with_translation(other[-2], ("ម៉ាស៊ីន",), Provenance(State.MACHINE, "argos en-km 1.9"))
    assert machine.state(other[-2]) is State.MACHINE
    assert texts(edited) < texts(machine)
    assert sync(machine, page).state(page[-2]) is State.REVIEWED


def test_translators_comments_and_the_order_of_the_pages_stay(khmer: Catalog, segment: MakeSegment) -> None:
    page = cut(PAGE, "offer.md")
    catalog = sync(khmer, page)
    remarked = tuple(replace(entry, comments=("how do we say this?",)) for entry in catalog.entries)
    again = sync(replace(catalog, entries=remarked), page)
    assert [entry.msgid for entry in again.entries] == list(dict.fromkeys(one.msgid for one in page))
    assert all(entry.comments == ("how do we say this?",) for entry in again.entries)


def test_translators_see_kinds_plural_forms_and_the_glossary(khmer: Catalog, segment: MakeSegment) -> None:
    term = Term("passport", (), ("លិខិតឆ្លងដែន",), "not ប៉ាស្ព័រ", Location("locale/glossary/km.yml", 1))
    unit = segment("{n} passport", "unit", "{n} passports", "unit")
    first, second = sync(khmer, (segment("Passports", kind="heading"), unit), Glossary((term,))).entries
    hint = "glossary: passport = លិខិតឆ្លងដែន (not ប៉ាស្ព័រ)"
    assert first.notes == ("heading", hint) and first.references == ("docs/offer.md",)
    assert second.notes == ("{n} is the number", "forms in order: other", hint)


def test_counts_add_up_and_the_listing_rule_looks_at_core_pages(khmer: Catalog) -> None:
    page = cut(PAGE, "offer.md") + cut(PAGE.replace("job", "work"), "rare.md")
    catalog = sync(translated(sync(khmer, page), cut(PAGE, "offer.md")), page)
    counts = count(catalog, page, ["offer.md"])
    assert (counts.reviewed, counts.missing, counts.fuzzy) == (11, 0, 3) and counts.listed
    assert counts.total == len(page) and counts.core == counts.core_current == 7
    broken = replace(catalog, entries=tuple(replace(e, flags=("fuzzy",)) for e in catalog.entries))
    assert count(broken, page, ["offer.md"]).fuzzy + count(broken, page, ["offer.md"]).missing == len(page)
    assert not count(broken, page, ["offer.md"]).listed
    assert changes(khmer, catalog) == Changes(len(catalog.entries), len(catalog.entries), 2, 0, 0)


def test_the_template_is_written_once(tmp_path: Path, segment: MakeSegment) -> None:
    both = (segment("Say so.", "offer.md#top"), segment("{n} case", "unit", "{n} cases", "unit"))
    assert write_template(tmp_path, both) and not write_template(tmp_path, both)
    text = (tmp_path / "locale/messages.pot").read_text()
    assert '#: docs/offer.md\nmsgctxt "offer.md#top"\nmsgid "Say so."\nmsgstr ""\n' in text
    assert 'msgstr[0] ""\nmsgstr[1] ""\n' in text and "Date" not in text


# ---------------------------------------------------------------- any history of edits

SENTENCES = [
    "Ask for a written contract.", "Ask for a contract.", "Ask your embassy for help.", "Call your embassy.",
    "Do not pay.", "Do not pay anyone.", "Never pay anyone money.", "Keep your passport.",
]  # fmt: skip
versions = st.lists(
    st.tuples(st.sampled_from(["a.md#x", "a.md#y", "b.md#x"]), st.sampled_from(SENTENCES)), max_size=6
).map(lambda pairs: tuple(Segment(c, m, Location("docs/" + c[:4], 1)) for c, m in dict.fromkeys(pairs)))


@given(st.lists(st.tuples(versions, st.booleans()), min_size=1, max_size=5))
@settings(max_examples=200, deadline=None)
def test_over_any_history_no_text_is_lost_and_every_shown_text_translates_its_source(
    history: list[tuple[tuple[Segment, ...], bool]],
) -> None:
    catalog = Catalog(locale("km"))
    written: set[tuple[str, ...]] = set()
    for segments, translate in history:
        catalog = sync(catalog, segments)
        assert sync(catalog, segments) == catalog
        living = [entry for entry in catalog.entries if not entry.obsolete]
        assert {entry.key for entry in living} <= {(one.context, one.msgid) for one in segments}
        assert {entry.source for entry in living} == {(one.msgid, "") for one in segments}
        if translate:
            catalog = translated(catalog, tuple(one for one in segments if not catalog.standing(one)))
        assert written <= texts(catalog)
        written = texts(catalog)
        for one in segments:
            found = catalog.lookup(one)
            assert found is None or found.forms == (f"ខ្មែរ {one.msgid}",)
