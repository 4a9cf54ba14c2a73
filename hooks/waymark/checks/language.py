"""Is it the right script, the right language, and not the English again?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from waymark.checks.characters import script
from waymark.checks.han import SIMPLIFIED, TRADITIONAL
from waymark.checks.inline import HOLE
from waymark.checks.pair import Pair
from waymark.checks.thresholds import COPIED_RUN, COPIED_WORDS, LID_DOUBT, LID_LETTERS, SCRIPT_SHARE
from waymark.locales import LOCALES

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_CODE = re.compile(r"`([^`]+)`")
_ALIKE = {"id": {"id", "ms"}, "ms": {"id", "ms"}}


def _own_text(pair: Pair) -> str:
    """The translation without what it rightly keeps from the source: names, file names in `code`."""
    text = pair.now.text
    for code in _CODE.findall(pair.source):
        text = text.replace(code, " ") if f"`{code}`" in pair.text else text
    names = {word for word in _WORD.findall(pair.was.text) if word != word.lower()}
    return _WORD.sub(lambda match: " " if match[0] in names else match[0], text.replace(HOLE, " "))


def _letters(text: str) -> list[str]:
    return [char for char in text if unicodedata.category(char)[0] in "LM"]


def written(pair: Pair) -> Iterator[str]:
    """There is text at all, where the source has text."""
    if _letters(pair.was.text) and not _letters(pair.now.text):
        yield "no letter is left"


def scripts(pair: Pair) -> Iterator[str]:
    """The letters are those of the locale."""
    letters = [char for char in _letters(_own_text(pair)) if not script(char).startswith("COMBINING")]
    own = sum(script(char) in pair.locale.scripts for char in letters)
    if letters and own / len(letters) < SCRIPT_SHARE:
        yield f"{own} of {len(letters)} letters are {'/'.join(pair.locale.scripts)}"


def han_variant(pair: Pair) -> Iterator[str]:
    """Simplified and traditional characters are not taken for each other."""
    wrong = {"zh-Hans": TRADITIONAL, "zh-Hant": SIMPLIFIED}.get(pair.locale.tag, frozenset())
    found = sorted(set(pair.now.text) & wrong)
    if found:
        yield f"characters of the other script: {' '.join(found)}"


def copied(pair: Pair) -> Iterator[str]:
    """The English does not stand in for a translation, whole or in part."""
    was = [word.casefold() for word in _WORD.findall(pair.was.text)]
    now = [word.casefold() for word in _WORD.findall(pair.now.text)]
    if len(was) >= COPIED_WORDS and was == now:
        yield "the source, copied"
        return
    lower = {word for word in _WORD.findall(pair.was.text) if word == word.lower()}
    runs = {tuple(was[at : at + COPIED_RUN]) for at in range(len(was) - COPIED_RUN + 1)}
    for at in range(len(now) - COPIED_RUN + 1):
        run = tuple(now[at : at + COPIED_RUN])
        if run in runs and sum(word in lower for word in run) >= COPIED_WORDS:
            yield f"English left in: “{' '.join(run)}”"
            return


_LATIN_WORD = re.compile(r"[A-Za-z\u00c0-\u024f][\w.-]*[\w]")
_ACRONYM = 5  # capitals in an abbreviation that a language may use of its own (SMS, UNODC)
_DEVICE = (
    "app apps chat email link online sim unzip video web wi-fi wifi zip"  # as phones themselves write it
)
_DEVICE_WORDS = frozenset(_DEVICE.split())
_STEM = 4  # letters a word shares with one of the source: “cookie” for “cookies”


def added_names(pair: Pair) -> Iterator[str]:
    """No word in Latin letters that the source does not have, where the language writes in others."""
    if "LATIN" in pair.locale.scripts:
        return
    agreed = (form for forms in pair.terms.values() for form in forms)
    known = " ".join((pair.was.text, *agreed)).casefold()
    stems = tuple(word for word in known.split() if len(word) >= _STEM)
    for word in _LATIN_WORD.findall(pair.now.text):
        own = (word.isupper() and len(word) <= _ACRONYM) or word.casefold() in _DEVICE_WORDS
        if not own and word.casefold() not in known and not word.casefold().startswith(stems):
            yield f"“{word}” is not in the source"


@lru_cache(maxsize=1)
def _identifier() -> object:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(sorted({known.lid for known in LOCALES if known.lid}))
    return identifier


def language(pair: Pair) -> Iterator[str]:
    """The words are of the locale's language; scripts of one language need no guess."""
    text = _own_text(pair)
    if not pair.locale.lid or len(_letters(text)) < LID_LETTERS:
        return
    ranked = dict(_identifier().rank(text))  # type: ignore[attr-defined]
    wanted = _ALIKE.get(pair.locale.lid, {pair.locale.lid})
    share = sum(float(ranked[code]) for code in sorted(wanted))
    if share < LID_DOUBT:
        yield f"reads like {max(ranked, key=lambda code: float(ranked[code]))}"
