"""Characters that hide, reorder or imitate others."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from waymark.checks.pair import Pair
from waymark.checks.thresholds import JOINER_LOCALES, ZAWGYI

_JOINERS = "\u200c\u200d"
_UNSEEN = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u2800\u3164\uffa0"
_CATEGORIES = {"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"}
_CONFUSABLE = {"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "FULLWIDTH", "MATHEMATICAL", "COPTIC"}
_JUNK = re.compile(
    r"⁇|\ufffd|<unk>|▁|</?s>|\((?:laughter|applause|music)\)|♪|&quot|\bXQ\d|\[X\d+X\]", re.IGNORECASE
)
_VIRAMA = 9  # canonical combining class


def script(char: str) -> str:
    """First word of the character's Unicode name, which is its script for letters and marks."""
    return unicodedata.name(char, "").partition(" ")[0]


def controls(pair: Pair) -> Iterator[str]:
    """No character that is unseen, reorders text or breaks words; joiners only where a script needs them."""
    for at, char in enumerate(pair.text):
        if not _hidden(char) or (char in pair.source and char not in _JOINERS):
            continue
        if char in _JOINERS and _joins(pair, at):
            continue
        yield f"U+{ord(char):04X} {unicodedata.name(char, 'control')} at character {at + 1}: delete it"


def _hidden(char: str) -> bool:
    variation = 0xFE00 <= ord(char) <= 0xFE0F or 0xE0100 <= ord(char) <= 0xE01EF
    return unicodedata.category(char) in _CATEGORIES or char in _UNSEEN or variation


def _joins(pair: Pair, at: int) -> bool:
    """A joiner between two letters of the locale's own script, or after a virama at the end of a word."""
    if pair.locale.tag not in JOINER_LOCALES or not at:
        return False
    before, after = pair.text[at - 1], pair.text[at + 1 : at + 2] or " "
    own = pair.locale.scripts
    if script(before) not in own or before.isdigit() or after.isdigit():
        return False
    return script(after) in own or (unicodedata.combining(before) == _VIRAMA and not after.isalnum())


def imitations(pair: Pair) -> Iterator[str]:
    """No word made of letters of scripts that look alike (Cyrillic а in a Latin name)."""
    for word in re.findall(r"[^\W\d_]+", pair.text):
        scripts = {script(char) for char in unicodedata.normalize("NFC", word)} & _CONFUSABLE
        if len(scripts) > 1 and word not in pair.source:
            yield f"“{word}” mixes {' and '.join(sorted(scripts))} letters"
        elif scripts - {"LATIN", "CYRILLIC", *pair.locale.scripts} and word not in pair.source:
            yield f"“{word}” is written in look-alike letters"


def junk(pair: Pair) -> Iterator[str]:
    """Nothing an engine leaves behind when it fails: unknown signs, stage directions, protection tokens."""
    found = [match[0] for match in _JUNK.finditer(pair.text)]
    if found and not _JUNK.search(pair.source):
        yield f"left by an engine: {' '.join(sorted(set(found)))}"


@lru_cache(maxsize=1)
def _detector() -> object:
    from myanmartools import ZawgyiDetector

    return ZawgyiDetector()


def zawgyi(pair: Pair) -> Iterator[str]:
    """Burmese in Unicode, not in the old Zawgyi encoding, which phones and speech read as noise."""
    if pair.locale.tag != "my" or not any(script(char) == "MYANMAR" for char in pair.text):
        return
    likely = _detector().get_zawgyi_probability(pair.now.text)  # type: ignore[attr-defined]
    if likely > ZAWGYI:
        yield f"Zawgyi encoding (probability {likely:.2f}): convert the text to Unicode"
