"""How a sentence ends: a translation that stops in the middle has lost its end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from waymark.checks.inline import CALL, HOLE, visible
from waymark.checks.negation import UNMARKED
from waymark.checks.pair import Pair

# what may stand for . ? ! : at the end of a text; a locale not named uses the signs of the first row
_SIGNS: dict[str, tuple[str, str, str, str]] = {
    "": (".!…", "?", "!.", ":"),
    "zh-Hans": ("。！；", "？?", "！!。", "：:"),
    "zh-Hant": ("。！；", "？?", "！!。", "：:"),
    "km": ("។៕.!", "?។", "!។", ":៖"),
    "my": ("။!", "။?", "!။", ":-။–—၊"),
    "hi": ("।.!", "?", "!।", ":：–—"),
    "ne": ("।.!", "?", "!।", ":"),
    "bn": ("।.!", "?", "!।", ":"),
    "ur": ("۔.!", "؟?", "!۔", ":"),
    "ar": (".!…", "؟", "!.", ":"),
    "am": ("።.!", "?፧", "!።", ":፦፡"),
    "es": (".!…", "?", "!.", ":"),
}
_CLOSERS = "\"'”’»›)]）」』】*_ " + HOLE
_CUT = ",;،؛၊、，፣፤-–—&/(«“‘（「"
_ENDS = re.compile(r"[.!?…。！？។៕။।۔؟።፧]+[\"'”’»)」』]*(?=\s|$|[^\s\w])|[。！？።]|(?<=[^\d\s])[.](?=\s)")


def _last(text: str) -> str:
    stripped = text.replace(f"({HOLE})", HOLE).rstrip(_CLOSERS)
    return stripped[-1:] if stripped else ""


def ending(pair: Pair) -> Iterator[str]:
    """The last sentence is finished, with the sign its script uses."""
    was, now = _last(pair.was.text), _last(pair.now.text)
    signs = _SIGNS.get(pair.locale.tag, _SIGNS[""])
    kind = ".?!:".find(was) if was else -1
    if (
        now
        and now in _CUT + ("…" if was != "…" else "")
        and was not in _CUT + "…"
        and now not in signs[max(kind, 0)]
    ):
        yield f"stops at “{now}”"
    elif kind == -1 or not now:
        return
    elif (kind == 3 or pair.locale.tag not in UNMARKED) and now not in signs[kind]:
        yield f"ends with “{now}”, the source with “{was}”: write one of {' '.join(signs[kind])}"


def sentences(pair: Pair) -> Iterator[str]:
    """As many sentences as the source: none fell off. Only a question may have been drawn into its answer."""
    if pair.locale.tag in UNMARKED:
        return
    was, now = (len(_ENDS.findall(side.text)) for side in (pair.was, pair.now))
    if was > 1 and now < was - pair.was.text.count("?"):
        yield f"{now} sentences for {was}"


def framed(pair: Pair) -> Iterator[str]:
    """A value that stands after a colon, in brackets or alone still does: no grammar touches it."""
    colons = _SIGNS.get(pair.locale.tag, _SIGNS[""])[3].translate({ord(sign): None for sign in "။၊"}) + HOLE
    was, now = _frames(pair.source, ":" + HOLE), _frames(pair.text, colons)
    if len(was) == len(now) and sorted(was) != sorted(now):
        yield "a value left its place after a colon, in brackets or alone"


def _frames(text: str, colons: str) -> list[str]:
    """What stands before each call: colon (or another value), bracket, start, or text."""
    found = []
    for call in CALL.finditer(text):
        before = visible(text[: call.start()]).rstrip()[-1:]
        kinds = (("colon", colons), ("bracket", "([（［"))
        found.append(
            next((kind for kind, signs in kinds if before and before in signs), "text" if before else "start")
        )
    return found
