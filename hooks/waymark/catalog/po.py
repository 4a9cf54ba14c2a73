"""PO files in and out: the one door to polib."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import polib

from waymark.catalog.entry import Entry
from waymark.errors import CatalogError

MAX_BYTES = 8_000_000  # some 4,000 segments in a script of three bytes a letter take 3 MB
NO_WRAP = -1

# polib cuts a line without its closing quote and drops other lines silently: each is read here first.
_STRING = r"\"(?:[^\"\\]|\\[abfnrtv\\\"0-7x])*\""
_LINE = re.compile(
    rf"\s*(?:(?:#~\|?|#\|)?\s*(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)\s*)?{_STRING}\s*|#(?![~|]).*|#~?)?$"
)
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


@dataclass(frozen=True, slots=True)
class File:
    """What stands in a PO file: the comment above its header, the header, the entries in order."""

    comment: str
    header: dict[str, str]
    entries: tuple[Entry, ...]


def read(path: Path, shown: str) -> File:
    """The PO file; raises CatalogError with ``shown`` (its path in this repository) and the line."""
    text = _text(path, shown)
    for number, line in enumerate(text.split("\n"), 1):
        if not _LINE.match(line):
            _broken(line, shown, number)
    try:
        po = polib.pofile(text.replace("\n#~| ", "\n#| "))
    except OSError as error:
        named = re.search(r"line (\d+)", str(error))
        _broken("", shown, int(named[1]) if named else 0)
    if "Content-Type" not in po.metadata:
        raise CatalogError("no header", 'Begin with msgid "" and a msgstr with Content-Type.', shown, 1)
    entries = tuple(_entry(entry) for entry in po)
    _unique(entries, shown)
    return File(po.header, dict(po.metadata), entries)


def write(path: Path, file: File) -> bool:
    """Write the file as ``msgcat --no-wrap`` would, all or nothing; False if those bytes stood there."""
    po = polib.POFile(wrapwidth=NO_WRAP)
    po.header = file.comment
    po.metadata = file.header
    po.extend(_po_entry(entry) for entry in file.entries)
    text = re.sub(r"^# $", "#", str(po).rstrip("\n"), flags=re.MULTILINE) + "\n"
    data = text.encode()
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        new.write_bytes(data)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)
    return True


def _text(path: Path, shown: str) -> str:
    size = path.stat().st_size
    if size > MAX_BYTES:
        what = f"{size / 1e6:.0f} MB, more than a catalog of {MAX_BYTES / 1e6:.0f} MB"
        raise CatalogError(what, "Remove what is no translation, or its obsolete entries.", shown)
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CatalogError("a byte that is not UTF-8", "Save the file as UTF-8.", shown, line) from None


def _broken(line: str, shown: str, number: int) -> NoReturn:
    if line.startswith(_CONFLICT):
        raise CatalogError("a merge conflict", "Keep one of the two sides, delete the marks.", shown, number)
    raise CatalogError("not PO syntax", f"msgfmt -c {shown} says more.", shown, number)


def _unique(entries: Iterable[Entry], shown: str) -> None:
    seen: dict[tuple[str, str], int] = {}
    for entry in entries:
        if not entry.obsolete:
            first = seen.setdefault(entry.key, entry.line)
            if first != entry.line:
                what = f"the entry of line {first} a second time"
                raise CatalogError(what, "Keep one of the two.", shown, entry.line)


def _entry(entry: polib.POEntry) -> Entry:
    plural = entry.msgid_plural or ""
    forms = tuple(text for _, text in sorted(entry.msgstr_plural.items())) if plural else (entry.msgstr,)
    return Entry(
        context=entry.msgctxt or "",
        msgid=entry.msgid,
        plural=plural,
        forms=forms or ("",),
        comments=tuple(entry.tcomment.split("\n")) if entry.tcomment else (),
        notes=tuple(entry.comment.split("\n")) if entry.comment else (),
        references=tuple(dict.fromkeys(path for path, _ in entry.occurrences)),
        flags=tuple(dict.fromkeys(entry.flags)),
        previous=(entry.previous_msgid or "", entry.previous_msgid_plural or ""),
        obsolete=bool(entry.obsolete),
        line=entry.linenum or 0,
    )


def _po_entry(entry: Entry) -> polib.POEntry:
    return polib.POEntry(
        msgctxt=entry.context,
        msgid=entry.msgid,
        msgid_plural=entry.plural,
        msgstr="" if entry.plural else entry.forms[0],
        msgstr_plural=dict(enumerate(entry.forms)) if entry.plural else {},
        tcomment="\n".join(entry.comments),
        comment="\n".join(entry.notes),
        occurrences=[(path, "") for path in entry.references],
        flags=list(entry.flags),
        previous_msgid=entry.previous[0] or None,
        previous_msgid_plural=entry.previous[1] or None,
        obsolete=entry.obsolete,
    )
