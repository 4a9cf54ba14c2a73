"""Text folded for searching; overrides/partials/scripts/search.js folds a query in the same way."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# What NFKD leaves and a reader does not type: letters with a stroke, Arabic and Persian variants.
SAME = {"đ": "d", "ı": "i", "ł": "l", "ø": "o", "ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "ہ": "ه", "ھ": "ه"}

ARTICLES = ("وال", "فال", "بال", "كال", "ال", "لل")


@lru_cache(maxsize=65536)
def _fold_character(char: str) -> str:
    out: list[str] = []
    for part in unicodedata.normalize("NFKD", char.lower()):
        digit = unicodedata.decimal(part, None)
        if digit is not None:
            out.append(str(digit))
        elif not _dropped(part):
            out.append(SAME.get(part, part))
    return "".join(out)


def _dropped(char: str) -> bool:
    """Accents and Arabic vowel signs, tatweel, and what has no width; vowels of other scripts stay."""
    code = ord(char)
    return (
        0x300 <= code <= 0x36F
        or 0x64B <= code <= 0x65F
        or code in (0x640, 0x670, 0xAD, 0xFEFF)
        or 0x200B <= code <= 0x200F
    )


def fold(text: str) -> str:
    """Lower case, compatibility forms, no accents, ASCII digits; ``fold(fold(x)) == fold(x)``."""
    return "".join(_fold_character(char) for char in text)


def words(text: str) -> list[str]:
    """The runs of letters, marks and digits of folded text; in unspaced scripts whole phrases.

    The Arabic article, alone or after a one-letter word written with it, is taken off.
    """
    spaced = "".join(char if _is_word(char) else " " for char in text)
    return [_without_article(word) for word in spaced.split()]


def _without_article(word: str) -> str:
    for article in ARTICLES:
        if word.startswith(article) and len(word) >= len(article) + 3:
            return word[len(article) :]
    return word


@lru_cache(maxsize=65536)
def _is_word(char: str) -> bool:
    return unicodedata.category(char)[0] in "LMN"
