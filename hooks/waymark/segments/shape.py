"""Join translations into a page, and refuse those that would bend it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from waymark.errors import PageError
from waymark.model import Finding, Segment, Severity
from waymark.segments.front import encode
from waymark.segments.inline import CALL, LETTER, Malformed, markup
from waymark.segments.scan import cut

CHECK = "shape"
_SHOWN = 60  # characters of a msgid in a message


def join(text: str, segments: Sequence[Segment], lookup: Callable[[Segment], str | None]) -> str:
    """The page with each segment replaced by what ``lookup`` says; None keeps the page's own bytes."""
    parts: list[str] = []
    at = 0
    for segment in segments:
        new = lookup(segment)
        if new is not None:
            quoted = encode(new) if segment.kind.startswith("meta.") else new
            parts += [text[at : segment.start], quoted]
            at = segment.end
    return "".join([*parts, text[at:]])


def refuse(text: str, segments: Sequence[Segment], new: Mapping[Segment, str]) -> tuple[Finding, ...]:
    """One error for each translation that would change the page's shape; none means: safe to join."""
    return tuple(refused(text, segments, new).values())


def refused(text: str, segments: Sequence[Segment], new: Mapping[Segment, str]) -> dict[Segment, Finding]:
    """The translations that would change the page's shape, each with why.

    A page keeps its shape if, cut again, it has the same kinds, sections and msgids, and if each
    translation carries the same calls, link targets, notes and markup as its source.
    """
    bad = {segment: why for segment in segments if segment in new and (why := _unlike(segment, new[segment]))}
    rest = {segment: said for segment, said in new.items() if segment not in bad}
    if _bends(text, segments, rest):
        alone = {segment: _bends(text, segments, {segment: said}) for segment, said in rest.items()}
        bad |= {segment: why for segment, why in alone.items() if why}
        rest = {segment: said for segment, said in rest.items() if segment not in bad}
        if why := _bends(text, segments, rest):  # never seen: harmless each, harmful together
            bad |= dict.fromkeys(rest, why)
    return {segment: _finding(segment, bad[segment]) for segment in segments if segment in bad}


def unlike(source: str, translation: str) -> str:
    """Why a translation does not carry its source's calls, links, notes and markup; empty if it does."""
    try:
        said = list(markup(translation))
    except Malformed as error:
        return str(error)
    wanted = list(markup(source))
    for token in said:
        if token not in wanted:
            return f"“{token}” is not in the source"
        wanted.remove(token)
    return f"“{wanted[0]}” of the source is missing" if wanted else ""


def _unlike(segment: Segment, translation: str) -> str:
    if "\n" in translation:
        return "a line break"
    if not LETTER.search(CALL.sub("", translation)):
        return "no word in it"
    if segment.kind == "title" and translation.lstrip().startswith("#"):
        return "a heading in the title of a box"  # pymdownx.details reads a summary as a block
    return unlike(segment.msgid, translation)


def _bends(text: str, segments: Sequence[Segment], new: Mapping[Segment, str]) -> str:
    page = segments[0].location.path.removeprefix("docs/") if segments else ""
    try:
        again = cut(join(text, segments, new.get), page)
    except PageError as error:
        return error.what
    wanted = [(segment.kind, segment.context, new.get(segment, segment.msgid)) for segment in segments]
    found = [(segment.kind, segment.context, segment.msgid) for segment in again]
    return "" if found == wanted else "the page would be cut otherwise"


def _finding(segment: Segment, why: str) -> Finding:
    shown = segment.msgid if len(segment.msgid) <= _SHOWN else segment.msgid[:_SHOWN] + "…"
    message = f"the translation of “{shown}” is left out: {why}"
    return Finding(CHECK, Severity.ERROR, segment.location, message)
