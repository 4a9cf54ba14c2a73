"""One page in one locale: translated, joined, filled, checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from waymark.fill import Messages, fill
from waymark.fill.desk import Desk
from waymark.model import Finding, Segment, State, Translation
from waymark.pipeline.pages import Page
from waymark.segments import join, refused
from waymark.segments.front import read_front
from waymark.translate import Translator

_ENGLISH = "<span lang='en' dir='ltr' class='wm-untranslated'>{}</span>"


@dataclass(frozen=True, slots=True)
class Rendered:
    """What MkDocs is given for a page."""

    markdown: str  # without front matter
    title: str
    description: str
    states: tuple[State, ...]  # one a segment; empty for English
    findings: tuple[Finding, ...]


def render(page: Page, desk: Desk, messages: Messages, translator: Translator | None) -> Rendered:
    """The page for the translator's locale; without one, in English. Raises PageError from fill()."""
    if translator is None:
        return _filled(page, page.text, desk, messages, (), ())
    said = {each: found for each in page.segments if (found := translator.translate(each)) is not None}
    bad = refused(page.text, page.segments, {each: found.forms[0] for each, found in said.items()})
    good = {each: found for each, found in said.items() if each not in bad}
    text = join(page.text, page.segments, lambda each: _text(each, good))
    states = tuple(good[each].provenance.state if each in good else State.MISSING for each in page.segments)
    return _filled(page, text, desk, messages, states, tuple(bad.values()))


def _text(segment: Segment, good: Mapping[Segment, Translation]) -> str | None:
    if segment in good:
        return good[segment].forms[0]
    return None if segment.kind.startswith("meta.") else _ENGLISH.format(segment.msgid)


def _filled(
    page: Page,
    text: str,
    desk: Desk,
    messages: Messages,
    states: tuple[State, ...],
    findings: tuple[Finding, ...],
) -> Rendered:
    fields, at = read_front(text, f"docs/{page.path}")
    meta = {field.kind: field.value for field in fields}
    body = fill(text[at:], page.path, desk, messages, text.count("\n", 0, at) + 1)
    return Rendered(body, meta.get("meta.title", ""), meta.get("meta.description", ""), states, findings)
