"""Whose pesos, rupees or shillings: a name shared by several countries is the money of the article's own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from waymark.extract.sentences import Sentence
from waymark.lexicon import Hit
from waymark.lexicon.currencies import home_currencies

_HOST = re.compile(r"https?://[^/:]+\.([a-z]{2})(?=[/:]|$)")
# Words that a text has only where its bare "$" is not the dollar of the United States.
_TOLD_APART = re.compile(
    r"(?<!\w)(?:US ?\$|U\$S|(?:USD|US-?[Dd]ollars?|d[óo]lares|dollars? (?:US|am[ée]ricains?)|pesos)(?!\w))"
)
_WORLD = "USD"  # a dollar without a name, unless a country's own site tells of its own people


def currency_of(noun: Hit, sentence: Sentence, countries: Mapping[str, int]) -> str:
    """Return the ISO 4217 code of a currency's name; empty when nothing says which of several is meant."""
    span = (noun.start, noun.end)
    named = [h.entry for h in sentence.of("currency") if (h.start, h.end) == span]
    several = [h.entry for h in sentence.of("currency?") if (h.start, h.end) == span]
    several += [entry for entry in named if "|" in entry]
    return chosen("|".join(several), sentence, countries, default=named[0][:3] if named else "")


def of_sign(codes: str, sentence: Sentence, countries: Mapping[str, int]) -> str:
    """Return the code of a sign: "$165m" beside "US$6.1m", told of Singapore, are Singapore's.

    Where a lexicon lists other dollars or pesos first, the sign is always that of the country told of.
    """
    several = codes.split("|")
    default = _WORLD if _WORLD in several else several[0]
    paid = chosen(codes, sentence, countries, default)
    local = several[0] != _WORLD or _tells_apart(sentence.article.body)
    if paid != _WORLD or len(several) < 2 or not local:
        return paid
    return min(_most_named(countries, several), default=paid)


@lru_cache(maxsize=1)  # one article at a time
def _tells_apart(body: str) -> bool:
    return _TOLD_APART.search(body) is not None


def chosen(codes: str, sentence: Sentence, countries: Mapping[str, int], default: str) -> str:
    """Return the one of several codes the site's country pays with, else the sentence's or the article's.

    ``countries``: how often the article named each so far. A bare dollar is the United States' unless the
    country of the site, and that of the sentence or the article, have one of their own.
    """
    several = codes.split("|")
    if len(several) < 2:
        return default or codes
    own = {code for code in _home(sentence.article.source.url) if code in several}
    places = [*sentence.of("place"), *sentence.of("demonym")]
    paid = {code for h in places for code in home_currencies(h.entry[:2]) if code in several}
    told = _most_named(countries, several)
    if default == _WORLD:
        return min(own & (paid | told), default=default)
    told = paid if len(paid) == 1 else told
    return min(own, default="") or min(told, default=default)


def _most_named(countries: Mapping[str, int], several: Sequence[str]) -> set[str]:
    """What the country pays with that the article named most, of those that pay with one of several."""
    votes: Counter[str] = Counter()
    for country, times in countries.items():
        votes.update({code: times for code in home_currencies(country) if code in several})
    first = votes.most_common(2)
    return {first[0][0]} if first and (len(first) == 1 or first[0][1] > first[1][1]) else set()


@cache
def _home(url: str) -> tuple[str, ...]:
    """What the country of a web address pays with; empty for .com and the like."""
    host = _HOST.match(url.lower())
    return home_currencies({"uk": "GB"}.get(host[1], host[1].upper())) if host else ()
