"""Whose pesos, rupees or shillings: a name shared by several countries is the money of the article's own."""

from __future__ import annotations

import re
from functools import cache

from waymark.extract.sentences import Sentence
from waymark.lexicon import Hit
from waymark.lexicon.currencies import home_currencies

_HOST = re.compile(r"https?://[^/:]+\.([a-z]{2})(?=[/:]|$)")
_WORLD = "USD"  # a dollar without a name is the United States', wherever it is printed


def currency_of(noun: Hit, sentence: Sentence) -> str:
    """Return the ISO 4217 code of a currency's name; empty when nothing says which of several is meant."""
    span = (noun.start, noun.end)
    named = [h.entry for h in sentence.of("currency") if (h.start, h.end) == span]
    several = [h.entry for h in sentence.of("currency?") if (h.start, h.end) == span]
    return chosen("|".join(several), sentence, default=named[0] if named else "")


def chosen(codes: str, sentence: Sentence, default: str) -> str:
    """Return the one of several codes that the site's country pays with, else a country of the sentence."""
    several = codes.split("|")
    if default == _WORLD or len(several) < 2:
        return default or codes
    own = [code for code in _home(sentence.article.source.url) if code in several]
    if own:
        return own[0]
    places = [*sentence.of("place"), *sentence.of("demonym")]
    paid = {code for h in places for code in home_currencies(h.entry[:2]) if code in several}
    return paid.pop() if len(paid) == 1 else default


@cache
def _home(url: str) -> tuple[str, ...]:
    """What the country of a web address pays with; empty for .com and the like."""
    host = _HOST.match(url.lower())
    return home_currencies({"uk": "GB"}.get(host[1], host[1].upper())) if host else ()
