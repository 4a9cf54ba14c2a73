"""The currencies of the world: CLDR's names in a language, and the signs and codes beside numbers.

What several countries call the same (peso, rupee, shilling) is an entry of all their codes,
``"INR|LKR|NPR|PKR"``: which one is meant is the article's to say (``extract/money.py``).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name, get_territory_currencies

from waymark.shadow import shadow

# Beside a number, in all languages; a lexicon may add or change. The first code of a sign is its default.
SIGNS = {
    **{
        "$": "USD|AUD|CAD|NZD|SGD|HKD|TWD|MXN|ARS|CLP|COP|UYU|DOP|NAD|JMD|TTD|BBD|FJD",
        "us$": "USD",
        "us $": "USD",
        "u.s.$": "USD",
        "u$s": "USD",
        "€": "EUR",
        "£": "GBP",
        "¥": "CNY|JPY",
    },
    **{"rmb": "CNY", "฿": "THB", "₱": "PHP", "p": "PHP", "₹": "INR", "rs": "INR|LKR|NPR|PKR|MUR|SCR"},
    **{"rs.": "INR|LKR|NPR|PKR|MUR|SCR", "rm": "MYR", "s$": "SGD", "a$": "AUD", "au$": "AUD", "c$": "CAD"},
    **{"hk$": "HKD", "nt$": "TWD", "ntd": "TWD", "mop$": "MOP", "r$": "BRL", "rp": "IDR", "rp.": "IDR"},
    **{
        "₩": "KRW",
        "₫": "VND",
        "₭": "LAK",
        "៛": "KHR",
        "₮": "MNT",
        "₽": "RUB",
        "₦": "NGN",
        "₺": "TRY",
        "₴": "UAH",
    },
    **{
        "ksh": "KES",
        "kshs": "KES",
        "sh": "KES|UGX|TZS|SOS",
        "shs": "KES|UGX|TZS|SOS",
        "ush": "UGX",
        "tsh": "TZS",
    },
    **{"r": "ZAR", "kz": "AOA", "s/": "PEN", "s/.": "PEN", "tk": "BDT", "ar": "MGA", "cfa": "XOF|XAF"},
    **{
        "fcfa": "XOF|XAF",
        "f cfa": "XOF|XAF",
        "gh₵": "GHS",
        "gh¢": "GHS",
        "mx$": "MXN",
        "ar$": "ARS",
        "cop$": "COP",
    },
}
# Their names are words for people too: "14 bolivianos", "tres guaraníes".
_NOT_ALONE = frozenset({"BOB", "PYG", "BAM"})


@cache
def codes() -> tuple[str, ...]:
    """Return the ISO 4217 codes in use somewhere today, sorted."""
    return tuple(
        sorted({c for each in get_global("territory_currencies") for c in get_territory_currencies(each)})
    )


def home_currencies(territory: str) -> tuple[str, ...]:
    """Return what is paid with in an ISO 3166-1 territory; empty when unknown."""
    known = territory in get_global("territory_currencies")
    return tuple(get_territory_currencies(territory)) if known else ()


def currency_patterns(cldr: Locale, head_last: bool) -> Iterator[tuple[str, str, str]]:
    """Yield (table, entry, pattern): full names as ``currency``, names shared by several as ``currency?``."""
    shared: dict[str, set[str]] = {}
    for code in codes():
        for name in sorted({shadow(get_currency_name(code, count, cldr)) for count in (1, 2, 1000000)}):
            plain = name.split("(")[0].strip()
            words = plain.split()
            if not all(word.replace("-", "").isalpha() for word in words):
                continue
            if code not in _NOT_ALONE or len(words) > 1:
                shared.setdefault(plain, set()).add(code)
            if code not in _NOT_ALONE and len(words) > 1:
                shared.setdefault(words[-1] if head_last else words[0], set()).add(code)
    for head, owners in sorted(shared.items()):
        yield "currency" if len(owners) == 1 else "currency?", "|".join(sorted(owners)), head
