"""Plural forms: CLDR's categories in CLDR's order, as gettext's header and as an index.

CLDR, not gettext's older tables: Russian "7,8 миллиарда" needs the fourth form (other), which whole
numbers never reach, and French "1 000 000 de personnes" its second (many).
"""

from __future__ import annotations

from waymark.locales import Locale, cldr, plural_category

_ORDER = ("zero", "one", "two", "few", "many", "other")
_MANY_MILLIONS = "n != 0 && n % 1000000 == 0"

# Gettext's C expressions over whole numbers; tests compare each with Babel's rule. By CLDR category set:
# languages without an entry here have one form, or two of which the first is for exactly 1.
_EXPRESSIONS = {
    "fr": f"(n == 0 || n == 1) ? 0 : {_MANY_MILLIONS} ? 1 : 2",
    "pt": f"(n == 0 || n == 1) ? 0 : {_MANY_MILLIONS} ? 1 : 2",
    "es": f"n == 1 ? 0 : {_MANY_MILLIONS} ? 1 : 2",
    "tl": "n % 10 == 4 || n % 10 == 6 || n % 10 == 9 ? 1 : 0",
    "hi": "n > 1",
    "bn": "n > 1",
    "am": "n > 1",
    "si": "n > 1",
    "ar": "n == 0 ? 0 : n == 1 ? 1 : n == 2 ? 2 : n % 100 >= 3 && n % 100 <= 10 ? 3 : n % 100 >= 11 ? 4 : 5",
    "ru": "n % 10 == 1 && n % 100 != 11 ? 0 : n % 10 >= 2 && n % 10 <= 4 && "
    "(n % 100 < 12 || n % 100 > 14) ? 1 : 2",
}


def categories(locale: Locale) -> tuple[str, ...]:
    """The plural categories a locale distinguishes, in the order of its msgstr[0], msgstr[1], …"""
    used = {*cldr(locale).plural_form.tags, "other"}
    return tuple(name for name in _ORDER if name in used)


def plural_count(locale: Locale) -> int:
    """How many plural forms each unit needs in a locale: 6 in Arabic, 4 in Russian, 1 in Khmer."""
    return len(categories(locale))


def plural_index(locale: Locale, n: float) -> int:
    """Which form a number takes: the index of its msgstr[…]; fractions follow CLDR too (7.8)."""
    return categories(locale).index(plural_category(locale, n))


def plural_forms(locale: Locale) -> str:
    """The Plural-Forms header of a locale's PO file."""
    count = plural_count(locale)
    expression = "0" if count == 1 else _EXPRESSIONS.get(locale.tag, "n != 1")
    return f"nplurals={count}; plural=({expression});"
