"""What the words themselves betray: loops, missing halves, a lost “never”, a term of another meaning."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator

from waymark.checks.inline import HOLE
from waymark.checks.negation import negations, source_negations
from waymark.checks.pair import Pair
from waymark.checks.thresholds import (
    CAP,
    LENGTH,
    LENGTH_DEFAULT,
    LOOP_SHARE,
    LOOP_TIMES,
    LOOP_WORDS,
    SHORT_HIGH,
    SHORT_LOW,
    SHORTEST,
    SPREADS_HIGH,
    SPREADS_LOW,
)

_BETWEEN = r"[\s,.!?·…。、！？-]*"
_LOOP = re.compile(rf"([^\ufffc]{{2,40}}?){_BETWEEN}(?:\1{_BETWEEN}){{{LOOP_TIMES - 1},}}")


def bounds(tag: str, size: int) -> tuple[float, float]:
    """Fewest and most characters a translation of ``size`` English characters may have."""
    mean, spread = LENGTH.get(tag, LENGTH_DEFAULT)
    low = SPREADS_LOW * spread + SHORT_LOW / math.sqrt(size)
    high = SPREADS_HIGH * spread + SHORT_HIGH / math.sqrt(size)
    return size * mean * math.exp(-low), size * mean * math.exp(high)


def length(pair: Pair) -> Iterator[str]:
    """About as long as translations into this language are: nothing left out, nothing made up."""
    was, now = (side.text.replace(HOLE, "").strip() for side in (pair.was, pair.now))
    if not was:
        return
    if len(now) > 4 * len(was) + CAP:
        yield f"{len(now)} characters for {len(was)}"
    elif len(was) >= SHORTEST:
        fewest, most = bounds(pair.locale.tag, len(was))
        if not fewest <= len(now) <= most:
            yield f"{len(now)} characters; {fewest:.0f} to {most:.0f} are usual for {len(was)} of English"


def repetition(pair: Pair) -> Iterator[str]:
    """No word or phrase over and over, as engines do when they lose the thread."""
    loop = _LOOP.search(pair.now.text)
    if loop and loop[1].strip() and not _LOOP.search(pair.was.text):
        yield f"“{loop[1].strip()}” over and over"
        return
    words = [word.casefold() for word in re.findall(r"\w+", pair.now.text)]
    if len(words) >= LOOP_WORDS:
        word, times = Counter(words).most_common(1)[0]
        if times / len(words) > LOOP_SHARE:
            yield f"“{word}” {times} times in {len(words)} words"


def negation(pair: Pair) -> Iterator[str]:
    """Each “never”, “not”, “no” of the source is there: without it a warning becomes advice."""
    wanted, found = source_negations(pair.was.text), negations(pair.now.text, pair.locale.tag)
    if found < wanted:
        yield f"the source says no {wanted} times (never, not, no …), the translation {found} times"


def glossary(pair: Pair) -> Iterator[str]:
    """A fixed term is said the fixed way."""
    now = pair.now.text.casefold()
    for term, forms in pair.terms.items():
        if not any(form.casefold() in now for form in forms):
            yield f"“{term}” is “{'” or “'.join(forms)}” in the glossary"
