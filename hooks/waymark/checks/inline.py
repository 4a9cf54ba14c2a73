"""Inline Markdown of a segment, read into the parts that a translation must carry over unchanged."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

CALL = re.compile(r"\{\{(?:[^{}\"']|\"[^\"\n]*\"|'[^'\n]*')*\}\}")
NAME = re.compile(r"\{[A-Za-z_]\w*\}")
NOTE = re.compile(r"\[\^[^\]\s]*\]")
_TARGET = re.compile(r"\]\(\s*<?([^()\s<>]*(?:\([^()]*\)[^()\s<>]*)*)>?((?:\s+[\"'][^\"']*[\"'])?)\s*\)")
_ATTRIBUTES = re.compile(r"\{[^{}]*\}")
_MARKS = re.compile(r"\*+|__+|~~+|==+|\^\^+|\+\++|`+|(?<!\w)_|_(?!\w)")
HOLE = "\ufffc"  # stands in the visible text where a call or name stood


@dataclass(frozen=True, slots=True)
class Link:
    """A link or image: what the reader sees, where it goes."""

    label: str
    target: str
    image: bool


@dataclass(frozen=True, slots=True)
class Inline:
    """One text, taken apart; ``text`` is what a reader sees, holes in place of calls and names."""

    calls: tuple[str, ...]
    names: tuple[str, ...]
    links: tuple[Link, ...]
    notes: tuple[str, ...]
    marks: tuple[str, ...]
    text: str


def _label(text: str, end: int) -> tuple[int, str]:
    """Start and text of the label whose closing bracket is at ``end``."""
    depth = 0
    for at in range(end, -1, -1):
        depth += {"]": 1, "[": -1}.get(text[at], 0)
        if not depth:
            return at, text[at + 1 : end]
    return 0, text[:end]


def _links(text: str) -> tuple[Link, ...]:
    found = []
    for match in _TARGET.finditer(text):
        start, label = _label(text, match.start())
        found.append(Link(visible(label), match[1], text[start - 1 : start] == "!"))
    return tuple(found)


def visible(text: str) -> str:
    """The text without targets, notes, attributes and marks; calls and names become holes."""
    for pattern in (CALL, NAME):
        text = pattern.sub(HOLE, text)
    text = NOTE.sub("", text)
    text = _TARGET.sub(lambda match: " " + match[2].strip() if match[2] else "", text)
    text = _ATTRIBUTES.sub("", text).replace("![", "").replace("[", "")
    return _MARKS.sub("", text).strip()


def normal_call(call: str) -> str:
    """A call with the spaces around its parts evened out, so that a typist's space is no change."""
    parts = re.split(r"(\"[^\"]*\"|'[^']*')", call)
    return "".join(part if at % 2 else re.sub(r"\s+", "", part) for at, part in enumerate(parts))


@lru_cache(maxsize=4096)
def read(text: str) -> Inline:
    """Every call, name, link, note and mark of ``text`` in order of appearance; never fails."""
    bare = CALL.sub("", text)
    plain = _ATTRIBUTES.sub("", _TARGET.sub("]", NAME.sub("", bare)))
    return Inline(
        calls=tuple(normal_call(call) for call in CALL.findall(text)),
        names=tuple(NAME.findall(bare)),
        links=_links(text),
        notes=tuple(NOTE.findall(bare)),
        marks=tuple(sorted(_MARKS.findall(plain))),
        text=visible(text),
    )
