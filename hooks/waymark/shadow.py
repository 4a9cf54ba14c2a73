"""The shadow of a text: lower case, no accents, plain quotes, and the same length: spans hold on both."""

from __future__ import annotations

import unicodedata

_SINGLE_QUOTES = "’‘ʼ`´ʻ′"
_DOUBLE_QUOTES = "«»“”„‟″‹›"
_DASHES = "–—‑‐−"


class _Fold(dict[int, str]):
    """Folds one character to one character and remembers it; ``str.translate`` asks for each only once."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold(chr(code))
        return folded


def _fold(char: str) -> str:
    if char in _SINGLE_QUOTES:
        return "'"
    if char in _DOUBLE_QUOTES:
        return '"'
    if char in _DASHES:
        return "-"
    if char != "\n" and char.isspace():
        return " "
    # The first code point of the decomposition is the base letter: é → e, İ → i.
    return unicodedata.normalize("NFD", char.lower())[0]


_TABLE = _Fold()


def shadow(text: str) -> str:
    """Return ``text`` folded for matching; ``len(shadow(text)) == len(text)`` for any Unicode input."""
    return text.translate(_TABLE)
