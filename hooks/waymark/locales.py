"""The languages Waymark knows, and how each writes numbers, dates and lists (CLDR, by Babel)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale as Cldr
from babel.dates import format_date, format_interval, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent, get_currency_name

from waymark.errors import UsageError

MONTH, DAY = 7, 10  # lengths of the ISO prefixes 2023-10 and 2023-10-16


@dataclass(frozen=True, slots=True)
class Locale:
    """One language of the site."""

    tag: str  # BCP-47, also the folder below site/
    name: str  # its own name, as its readers write it
    english_name: str
    direction: str  # ltr or rtl
    argos: str  # Argos Translate's code; empty where Argos has no model
    babel: str  # CLDR identifier; digits are ASCII by the -u-nu-latn rule below
    scripts: tuple[str, ...]  # first word of the Unicode names of its letters
    lid: str  # code of py3langid; empty where the script alone decides


_LATIN, _HAN, _DEVA, _ARAB = ("LATIN",), ("CJK",), ("DEVANAGARI",), ("ARABIC",)

LOCALES: tuple[Locale, ...] = (
    Locale("en", "English", "English", "ltr", "en", "en_001", _LATIN, "en"),
    Locale("fr", "Français", "French", "ltr", "fr", "fr", _LATIN, "fr"),
    Locale("es", "Español", "Spanish", "ltr", "es", "es", _LATIN, "es"),
    Locale("pt", "Português", "Portuguese", "ltr", "pt", "pt", _LATIN, "pt"),
    Locale("zh-Hans", "简体中文", "Chinese (Simplified)", "ltr", "zh", "zh_Hans", _HAN, "zh"),
    Locale("zh-Hant", "繁體中文", "Chinese (Traditional)", "ltr", "zt", "zh_Hant", _HAN, "zh"),
    Locale("th", "ไทย", "Thai", "ltr", "th", "th", ("THAI",), ""),
    Locale("vi", "Tiếng Việt", "Vietnamese", "ltr", "", "vi", _LATIN, "vi"),
    Locale("km", "ខ្មែរ", "Khmer", "ltr", "", "km", ("KHMER",), ""),
    Locale("my", "မြန်မာ", "Burmese", "ltr", "", "my", ("MYANMAR",), ""),
    Locale("lo", "ລາວ", "Lao", "ltr", "", "lo", ("LAO",), ""),
    Locale("id", "Bahasa Indonesia", "Indonesian", "ltr", "id", "id", _LATIN, "id"),
    Locale("ms", "Bahasa Melayu", "Malay", "ltr", "ms", "ms", _LATIN, "ms"),
    Locale("tl", "Filipino", "Filipino", "ltr", "tl", "fil", _LATIN, "tl"),
    Locale("hi", "हिन्दी", "Hindi", "ltr", "hi", "hi", _DEVA, "hi"),
    Locale("te", "తెలుగు", "Telugu", "ltr", "", "te", ("TELUGU",), ""),
    Locale("ta", "தமிழ்", "Tamil", "ltr", "", "ta", ("TAMIL",), ""),
    Locale("ne", "नेपाली", "Nepali", "ltr", "", "ne", _DEVA, "ne"),
    Locale("bn", "বাংলা", "Bengali", "ltr", "bn", "bn", ("BENGALI",), ""),
    Locale("ur", "اردو", "Urdu", "rtl", "ur", "ur", _ARAB, "ur"),
    Locale("si", "සිංහල", "Sinhala", "ltr", "", "si", ("SINHALA",), ""),
    Locale("ar", "العربية", "Arabic", "rtl", "ar", "ar", _ARAB, "ar"),
    Locale("tr", "Türkçe", "Turkish", "ltr", "tr", "tr", _LATIN, "tr"),
    Locale("sw", "Kiswahili", "Swahili", "ltr", "", "sw", _LATIN, "sw"),
    Locale("am", "አማርኛ", "Amharic", "ltr", "", "am", ("ETHIOPIC",), ""),
    Locale("ru", "Русский", "Russian", "ltr", "ru", "ru", ("CYRILLIC",), "ru"),
)

SOURCE = LOCALES[0]  # pages are written in English
_BY_TAG = {known.tag: known for known in LOCALES}


def locale(tag: str) -> Locale:
    """The locale of a BCP-47 tag; raises UsageError for one this site does not know."""
    try:
        return _BY_TAG[tag]
    except KeyError:
        known = " ".join(_BY_TAG)
        raise UsageError(
            f"unknown locale “{tag}”", f"Known: {known}; add one in waymark/locales.py."
        ) from None


@lru_cache(maxsize=64)
def cldr(where: Locale) -> Cldr:
    """Babel's data for a locale."""
    return Cldr.parse(where.babel)


def number(where: Locale, value: float) -> str:
    """A number as the locale writes it, in ASCII digits: 270,000 · 270 000 · 7,8."""
    return format_decimal(value, locale=cldr(where), decimal_quantization=False, numbering_system="latn")


def percent(where: Locale, value: float) -> str:
    """A value given in per cent: 10 → 10% · 10 %."""
    return format_percent(
        value / 100, locale=cldr(where), decimal_quantization=False, numbering_system="latn"
    )


def scales(where: Locale) -> bool:
    """Whether the locale counts in thousands, millions and billions, as the catalog's unit entries do."""
    return where.tag not in _OTHER_SCALES


# Lakh and myriad languages: a "billion" entry would have no word of its own there, so the number is
# written out. (CLDR's compact forms were tried through Babel: Swahili came out as 78 for 7.8 billion.)
_OTHER_SCALES = frozenset({"zh-Hans", "zh-Hant", "my", "hi", "te", "ta", "ne", "bn", "ur"})


def currency_names(currency: str) -> tuple[str, str]:
    """The English singular and plural of an ISO 4217 code: US dollar, US dollars."""
    return get_currency_name(currency, 1, "en"), get_currency_name(currency, 2, "en")


def plural_category(where: Locale, value: float) -> str:
    """CLDR's plural category of a number: zero, one, two, few, many, other."""
    return str(cldr(where).plural_form(value))


def date(where: Locale, iso: str) -> str:
    """An ISO date or prefix in the locale's long form: 2023, October 2023, 8 December 2023."""
    code = cldr(where)
    if len(iso) == DAY:
        return format_date(dt.date.fromisoformat(iso), "long", locale=code)
    if len(iso) == MONTH:
        return format_skeleton("yMMMM", dt.date.fromisoformat(iso + "-01"), locale=code)
    return iso


def country(where: Locale, code: str) -> str:
    """The name of an ISO 3166-1 code; without the U+200B some of CLDR's Khmer names hold."""
    return str(cldr(where).territories.get(code, code)).replace("\u200b", "")


def listing(where: Locale, items: Sequence[str]) -> str:
    """Items joined as the locale joins them: a, b and c."""
    return format_list(list(items), locale=cldr(where)).replace("\u200b", "")


def span(where: Locale, start: str, end: str) -> str:
    """A date, or two as CLDR joins an interval; each an ISO date or prefix, ``end`` empty for one."""
    if not end:
        return date(where, start)
    if len(start) == DAY and len(end) == DAY:
        days = (dt.date.fromisoformat(start), dt.date.fromisoformat(end))
        return format_interval(
            *days, "yMMMMd" if start[:MONTH] == end[:MONTH] else "yMMMd", locale=cldr(where)
        )
    return f"{date(where, start)} – {date(where, end)}"
