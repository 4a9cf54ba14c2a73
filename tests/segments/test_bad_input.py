"""Wrong files are answered in one line with file, line and cure; nothing is half read or half written."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from waymark.catalog import Catalog
from waymark.errors import CatalogError, SeedError, WaymarkError
from waymark.glossary import Glossary
from waymark.locales import locale
from waymark.model import Location, Provenance, Segment, State
from waymark.sync import catalogs

HEADER = 'msgid ""\nmsgstr ""\n"Language: km\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
GOOD = 'msgctxt "a.md#x"\nmsgid "One."\nmsgstr "មួយ។"\n'


def refused(folder: Path, content: bytes) -> CatalogError:
    (folder / "km.po").write_bytes(content)
    with pytest.raises(CatalogError) as refusal:
        Catalog.load(folder / "km.po", locale("km"))
    error = refusal.value
    assert str(error).startswith("locale/km.po") and "\n" not in str(error) and error.cure
    return error


@pytest.mark.parametrize(
    ("content", "line", "says"),
    [
        (HEADER + 'msgid "One.\nmsgstr ""\n', 6, "not PO syntax"),
        (HEADER + 'msgid "One."\nmsgstr "មួយ\n', 7, "not PO syntax"),
        (HEADER + 'msgid "One."\nmsgstr "a "b" c"\n', 7, "not PO syntax"),
        (HEADER + 'msgid "One."\nmsgstr "a\\', 7, "not PO syntax"),
        (HEADER + GOOD + "and some words\n", 9, "not PO syntax"),
        (HEADER + 'msgstr "without its source"\n', 6, "not PO syntax"),
        (HEADER + '#~ msgid "gone\n#~ msgstr ""\n', 6, "not PO syntax"),
        (HEADER + "<<<<<<< ours\n" + GOOD + "=======\n", 6, "a merge conflict"),
        (HEADER + GOOD + "\n" + GOOD, 10, "the entry of line 6 a second time"),
        (GOOD, 1, "no header"),
        ("", 1, "no header"),
        ("<html><body>404</body></html>", 1, "not PO syntax"),
        (HEADER.replace("km", "ar") + GOOD, 0, "a catalog in “ar”"),
    ],
)
def test_a_broken_catalog_is_told_with_its_line(content: str, line: int, says: str, folder: Path) -> None:
    error = refused(folder, content.encode())
    assert says in error.what and error.line == line


def test_bytes_that_are_not_utf8(folder: Path) -> None:
    error = refused(folder, (HEADER + GOOD).encode() + b'# \xff\nmsgid "Two."\nmsgstr ""\n')
    assert error.line == 9 and "not UTF-8" in error.what


def test_a_catalog_of_20_megabytes_is_refused_before_it_is_read(folder: Path) -> None:
    start = time.process_time()
    error = refused(folder, HEADER.encode() + b"# padding\n" * 2_000_000)
    assert "20 MB, more than a catalog of 8 MB" in error.what
    assert time.process_time() - start < 1


def test_files_saved_on_windows_and_with_a_byte_order_mark_are_read(folder: Path) -> None:
    (folder / "km.po").write_bytes(b"\xef\xbb\xbf" + (HEADER + GOOD).replace("\n", "\r\n").encode())
    assert Catalog.load(folder / "km.po", locale("km")).entries[0].forms == ("មួយ។",)


def test_a_catalog_of_a_locale_nobody_knows(folder: Path) -> None:
    (folder / "xx.po").write_text(HEADER)
    with pytest.raises(CatalogError, match=r"^locale/xx\.po: unknown locale “xx”"):
        catalogs(folder.parent, [locale("en"), locale("km")])
    (folder / "xx.po").rename(folder / "ar.po")
    assert [where.tag for where in catalogs(folder.parent, [locale("en"), locale("km")])] == ["km", "ar"]


@pytest.mark.parametrize(
    ("line", "says"), [("A Reader", "no reviewer"), (": km", "no reviewer"), ("A: xx", "unknown locale")]
)
def test_a_line_of_reviewers_that_cannot_be_read(line: str, says: str, folder: Path) -> None:
    (folder / "REVIEWERS").write_text(f"# who may vouch\nB: km # Khmer\n{line}\n")
    with pytest.raises(CatalogError, match=f"^locale/REVIEWERS:3: {says}"):
        Catalog.load(folder / "km.po", locale("km"))


@pytest.mark.parametrize(
    ("content", "line", "says"),
    [
        ("- term: debt\n  forms: dette\n", 2, "not a list"),
        ("- term: debt\n", 1, "a term without forms"),
        ("- forms: [dette]\n", 1, "missing"),
        ("- term: debt\n  forms: [dette]\n  never: [x]\n", 3, "unknown field"),
        ("- term: debt\n  forms: [a]\n- term: Debt\n  forms: [b]\n", 3, "stands twice"),
        ("term: debt\n", 1, "not a list"),
        ("- term: 'debt\n", 2, "not YAML"),
    ],
)
def test_a_glossary_that_cannot_be_read(content: str, line: int, says: str, folder: Path) -> None:
    (folder / "glossary").mkdir()
    (folder / "glossary/km.yml").write_text(content)
    with pytest.raises(SeedError) as refusal:
        Glossary.load(folder.parent, locale("km"))
    assert says in refusal.value.what and refusal.value.line == line
    assert str(refusal.value).startswith("locale/glossary/km.yml")


def test_a_save_that_cannot_finish_leaves_the_old_file_and_nothing_else(
    folder: Path, khmer: Catalog, segment: Callable[[str], Segment], monkeypatch: pytest.MonkeyPatch
) -> None:
    said = Provenance(State.DRAFT, "language model")
    path = folder / "km.po"
    khmer.with_translation(segment("One."), ("មួយ។",), said).save(path)
    before, names = path.read_bytes(), sorted(folder.iterdir())

    def full(self: Path, target: Path) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        khmer.with_translation(segment("Two."), ("ពីរ។",), said).save(path)
    assert path.read_bytes() == before and sorted(folder.iterdir()) == names


@given(st.integers(0, 10_000), st.binary(max_size=6))
@settings(max_examples=300, deadline=None)
def test_a_damaged_catalog_is_read_or_refused_but_never_crashes(at: int, noise: bytes) -> None:
    state = "# draft: language model [abcdef]\n"
    source = (HEADER + state + GOOD + '\n#~ msgid "x"\n#~ msgstr "y"\n').encode()
    at %= len(source)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "km.po"
        path.write_bytes(source[:at] + noise + source[at + len(noise) :])
        try:
            Catalog.load(path, locale("km")).lookup(Segment("a.md#x", "One.", Location("docs/a.md")))
        except WaymarkError as error:
            assert "\n" not in str(error)
