"""Whose pesos, rupees or shillings: a name shared by several countries is the money of the article's own."""

from __future__ import annotations

import re
from functools import cache

from waymark.extract.sentences import Sentence
from waymark.lexicon import Hit
from waymark.lexicon.currencies import home_currencies

_HOST = re.compile(r"https?://[^/:]+\.([a-z]{2})(?=[/:]|$)")
_WORLD = "USD"  # a dollar without a name, unless a country's own site tells of its own people


def currency_of(noun: Hit, sentence: Sentence) -> str:
    """Return the ISO 4217 code of a currency's name; empty when nothing says which of several is meant."""
    span = (noun.start, noun.end)
    named = [h.entry for h in sentence.of("currency") if (h.start, h.end) == span]
    several = [h.entry for h in sentence.of("currency?") if (h.start, h.end) == span]
    several += [entry for entry in named if "|" in entry]
    return chosen("|".join(several), sentence, default=named[0][:3] if named else "")


def chosen(codes: str, sentence: Sentence, default: str) -> str:
    """Return the one of several codes that the site's country pays with, else a country of the sentence.

    A bare dollar is the United States' unless both are the same country.
    """
    several = codes.split("|")
    if len(several) < 2:
        return default or codes
    own = {code for code in _home(sentence.article.source.url) if code in several}
    places = [*sentence.of("place"), *sentence.of("demonym")]
    paid = {code for h in places for code in home_currencies(h.entry[:2]) if code in several}
    if default == _WORLD:
        return min(own & paid, default=default)
    return min(own, default="") or (paid.pop() if len(paid) == 1 else default)


@cache
def _home(url: str) -> tuple[str, ...]:
    """What the country of a web address pays with; empty for .com and the like."""
    host = _HOST.match(url.lower())
    return home_currencies({"uk": "GB"}.get(host[1], host[1].upper())) if host else ()
