"""Countries: a reader sent to Thailand must not land in Cambodia."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from waymark.checks.pair import Pair
from waymark.locales import SOURCE, Locale, cldr

# Countries our readers come from, pass through, are held in, or find help in.
_CODES = (
    "AE AU BD BE BN BR CA CH CN CO DE EG ES ET FR GB GH ID IE IN JP KE KH KR KZ LA "
    "LK MA MM MN MX MY NG NP NZ PE PH PK PT RU SG TH TR TW TZ UG US UZ VN ZA ZM ZW"
)
_COUNTRIES = tuple(_CODES.split())
_STEM = 4  # letters of the English name: “Thai” in the source allows Thailand, “Viet” Vietnam
_ALSO = {  # other words of a source that allow a country
    "CN": ("mandarin", "yuan"),
    "DE": ("german",),
    "ES": ("span",),
    "AE": ("emira", "duba"),
    "FR": ("french",),
    "GB": ("brit", "engl", "lond"),
    "KR": ("korea",),
    "LA": ("lao",),
    "MM": ("burm",),
    "PH": ("fili",),
    "PT": ("brazil",),
    "TR": ("turk",),
    "US": ("amer", "fbi"),
}
_UNSPACED = {"THAI", "KHMER", "LAO", "MYANMAR", "CJK"}
_SURE = 4  # letters that make a name sure inside a line without spaces


_SHORT = 6  # letters below which a name with an ending is likely another word (Tamil Peru, “large”)
_END = r"(?![^\W\d_]|[\u0300-\u036f\u0900-\u0dff\u1200-\u137f])"  # no letter, no vowel sign follows
_UNINFLECTED = {"LATIN", "ARABIC"}  # and Hindi: what follows a name is written apart, or after an apostrophe
_ALSO_WORDS = {"vi": {"FR", "DE", "RU"}, "tr": {"EG"}, "tl": {"JP"}}  # law, virtue, ivory; maize; afternoon


@lru_cache(maxsize=64)
def _names(locale: Locale) -> dict[str, re.Pattern[str]]:
    """Each country with the pattern of its CLDR name in a locale."""
    known = cldr(locale).territories
    named = {code: re.sub(r"\s*\(.*?\)", "", str(known.get(code, ""))) for code in _COUNTRIES}
    skipped = _ALSO_WORDS.get(locale.tag, set())
    return {
        code: _pattern(name, locale) for code, name in named.items() if len(name) > 1 and code not in skipped
    }


def _pattern(name: str, locale: Locale) -> re.Pattern[str]:
    if _UNSPACED & set(locale.scripts):
        return re.compile(re.escape(name))
    apart = locale.tag == "hi" or len(name) < _SHORT or bool(_UNINFLECTED & set(locale.scripts))
    return re.compile(r"(?<!\w)" + re.escape(name) + (_END if apart else ""))


@lru_cache(maxsize=1)
def _english() -> dict[str, tuple[str, ...]]:
    known = cldr(SOURCE).territories
    return {code: (str(known[code])[:_STEM].casefold(), *_ALSO.get(code, ())) for code in _COUNTRIES}


def countries(pair: Pair) -> Iterator[str]:
    """No country but those the source names, them or their people or language.

    Where words are not set apart, a name may stand inside another word (Ghana in Khmer Telangana): there it
    counts when a country of the source is missing, or when the source names none and the name is long.
    """
    source = pair.was.text.casefold()
    allowed = [code for code, stems in _english().items() if any(stem in source for stem in stems)]
    names, now = _names(pair.locale), pair.now.text
    kept = all(names[code].search(now) for code in allowed if code in names)
    for code, name in names.items():
        found = None if code in allowed else name.search(now)
        if found and _means_it(found[0], pair, bool(allowed), kept):
            yield f"names {cldr(SOURCE).territories[code]}, the source does not"


def _means_it(name: str, pair: Pair, named: bool, kept: bool) -> bool:
    if not _UNSPACED & set(pair.locale.scripts):
        return True
    return not kept if named else len(name) >= _SURE
