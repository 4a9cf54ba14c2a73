"""Our own sentence splitting: rules for the plain English of our pages, no model, no download."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

_ABBREVIATIONS = frozenset(
    (
        "e.g.",
        "i.e.",
        "etc.",
        "mr.",
        "mrs.",
        "ms.",
        "dr.",
        "st.",
        "no.",
        "vs.",
        "u.s.",
        "u.n.",
        "approx.",
        "art.",
    )
)
_END = re.compile(r"(?:[.!?…]+[\"'”’)\]]*|[。！？]|\n)(\s+|(?<=[。！？\n]))(?=\S)")
_SPACELESS = frozenset({"zh", "zt", "zh-Hans", "zh-Hant", "ja"})


def split(text: str) -> list[tuple[str, str]]:
    """Sentences of ``text``, each with the space after it; joined they give ``text`` back."""
    found, start = [], 0
    for match in _END.finditer(text):
        end = match.start(1)
        if _inside(text, start, end, text[match.end() :]):
            continue
        found.append((text[start:end], match[1]))
        start = match.end()
    return [*found, (text[start:], "")]


def _inside(text: str, start: int, end: int, rest: str) -> bool:
    """Whether the stop belongs to an abbreviation or a lower-case word follows it."""
    words = text[start:end].split()
    last = words[-1].casefold() if words else ""
    return last.lstrip("(\"'“‘") in _ABBREVIATIONS or (text[end - 1] == "." and rest[:1].islower())


def joined(parts: Sequence[str], gaps: Sequence[str], target: str) -> str:
    """Translated sentences put together as ``target`` does: without spaces after 。 in Chinese."""
    text = "".join(
        part.strip() + ("" if target in _SPACELESS and gap == " " and part.strip()[-1:] in "。！？" else gap)
        for part, gap in zip(parts, gaps, strict=True)
    )
    return text.strip()


def by_sentence(texts: Sequence[str], target: str, run: Callable[[list[str]], list[str]]) -> list[str]:
    """Texts translated sentence by sentence in one run, each sentence once; empty where one is missing."""
    cut = [split(text) for text in texts]
    asked = list(dict.fromkeys(part for parts in cut for part, _ in parts if part.strip()))
    said = dict(zip(asked, run(asked) if asked else [], strict=True))
    return [_together(parts, said, target) for parts in cut]


def _together(parts: list[tuple[str, str]], said: dict[str, str], target: str) -> str:
    found = [said.get(part, "") for part, _ in parts]
    return joined(found, [gap for _, gap in parts], target) if all(found) else ""
