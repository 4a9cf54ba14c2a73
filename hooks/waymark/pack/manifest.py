"""What lies in dist/ beside the copies: manifest, checksums, and a page that lists both."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from html import escape
from typing import Literal

from waymark.lean.document import POLICY, STYLE, finish
from waymark.locales import locale
from waymark.pack import names

_CSS = (
    "body{margin:1rem;font:1rem/1.6 sans-serif}table{border-collapse:collapse}"
    "td,th{padding:.3rem .6rem;text-align:start;vertical-align:top;border-bottom:1px solid #ccc}"
    "code{overflow-wrap:anywhere}"
)


@dataclass(frozen=True, slots=True)
class State:
    """How far a locale's catalog has come: segments by state; English has none."""

    locale: str
    reviewed: int
    draft: int
    machine: int
    edited: int
    fuzzy: int
    missing: int
    total: int


@dataclass(frozen=True, slots=True)
class Content:
    """What the copies were made from."""

    site: str  # its name
    date: str  # ISO; the day of the content, as the pages reckon it
    commit: str  # of the repository; empty outside git, with "+changes" when the tree had some
    preview: bool
    states: tuple[State, ...]


@dataclass(frozen=True, slots=True)
class File:
    """One copy."""

    name: str
    kind: Literal["page", "folder"]
    locales: tuple[str, ...]  # whose pages are inside
    pages: int
    bytes: int
    sha256: str


def described(
    name: str, kind: Literal["page", "folder"], locales: Sequence[str], pages: int, data: bytes
) -> File:
    """A copy's entry."""
    return File(name, kind, tuple(locales), pages, len(data), sha256(data))


def sha256(data: bytes) -> str:
    """The checksum that ``sha256sum`` prints."""
    return hashlib.sha256(data).hexdigest()


def manifest(content: Content, files: Sequence[File]) -> str:
    """manifest.json: what the copies were made from, and each file."""
    tree = {**asdict(content), "files": [asdict(file) for file in files]}
    return json.dumps(tree, ensure_ascii=False, indent=1) + "\n"


def sums(files: Mapping[str, bytes]) -> str:
    """SHA256SUMS, in the form that ``sha256sum -c`` reads."""
    return "".join(f"{sha256(files[name])}  {name}\n" for name in sorted(files))


def listing(content: Content, files: Sequence[File]) -> str:
    """The page of the folder: every copy with its exact size and checksum, which no copy can hold itself."""
    title = escape(f"{content.site} · {content.date}")
    commit = f"<p>Commit: <code>{escape(content.commit)}</code></p>" if content.commit else ""
    return finish(
        '<!doctype html><html lang="en" dir="ltr"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        '<meta name="referrer" content="no-referrer"><meta name="robots" content="noindex,nofollow">'
        f'<title>{title}</title><link rel="icon" href="data:,">{STYLE}</head><body><h1>{title}</h1>'
        '<table><thead><tr><th scope="col">Language<th scope="col">File<th scope="col">Bytes'
        f'<th scope="col">SHA-256<tbody>{"".join(map(_row, files))}</table>{commit}'
        f"<p>To check: <code>{escape(names.CHECK)}</code></p>"
        f'<p><a href="{names.SUMS}">{names.SUMS}</a> · <a href="{names.MANIFEST}">{names.MANIFEST}</a></p>'
        "</body></html>",
        _CSS,
    )


def _row(file: File) -> str:
    spoken = " · ".join(f'<span lang="{tag}">{locale(tag).name}</span>' for tag in file.locales)
    return (
        f'<tr><td>{spoken}<td><a href="{file.name}">{file.name}</a>'
        f"<td>{file.bytes}<td><code>{file.sha256}</code>"
    )
