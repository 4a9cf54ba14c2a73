"""Markup, notes, templates, HTML: a translation is text and brings no machinery."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from waymark.checks.inline import CALL, NAME
from waymark.checks.pair import Pair
from waymark.checks.values import ascii_digits, difference

_TAG = re.compile(r"<[!/?A-Za-z][^>]*>?|</?\s*(?:script|style|iframe|img|a)\b", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-f]+|[a-z][a-z0-9]*);?", re.IGNORECASE)
_TEMPLATE = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_HANDLER = re.compile(r"\bon[a-z]{3,}\s*=|\bstyle\s*=|expression\s*\(", re.IGNORECASE)
_BLOCK = re.compile(
    r"\s*(?:#{1,6}(?:\s|$)|[-*+](?:\s|$)|\d+[.)](?:\s|$)|"
    r">|!!!|\?\?\?|\||:::?|`{3}|~{3}|\[[^\]]*\]:|\*\[|: |--8<--)"
)
_SIGNS = "|`\\~<>[]{}"


def marks(pair: Pair) -> Iterator[str]:
    """Bold, italics, code, brackets and bars as in the source."""
    if changed := difference(pair.was.marks, pair.now.marks):
        yield f"markup differs: {changed}"
    was, now = Counter(_outside(pair.source)), Counter(_outside(pair.text))
    for sign in _SIGNS:
        if was[sign] != now[sign]:
            yield f"“{sign}” stands {now[sign]} times instead of {was[sign]}"


def _outside(text: str) -> str:
    """The text without calls, whose own brackets are compared as placeholders."""
    return CALL.sub("", text)


def blocks(pair: Pair) -> Iterator[str]:
    """One line that begins no list, heading, box, quote or table, without outer spaces."""
    opened = _BLOCK.match(ascii_digits(pair.text))
    if opened and not _BLOCK.match(pair.source):
        yield f"the text begins with “{opened[0].strip()}”, which starts a block"
    if re.search(r"[\n\r\t\v\f\x85\u2028\u2029]", pair.text):
        yield "a line break or tab: a segment is one line"
    if pair.text != pair.text.strip():
        yield "spaces at the beginning or end"


def notes(pair: Pair) -> Iterator[str]:
    """The same notes in the same order."""
    if pair.was.notes != pair.now.notes:
        yield f"notes differ: the source has {' '.join(pair.was.notes) or 'none'}"


def templates(pair: Pair) -> Iterator[str]:
    """No call, statement or attribute list that the source does not have."""
    if changed := difference(_TEMPLATE.findall(pair.source), _TEMPLATE.findall(pair.text)):
        yield f"template signs differ: {changed}"
    was, now = (
        re.findall(r"\{[^{}]*\}", NAME.sub("", CALL.sub("", text))) for text in (pair.source, pair.text)
    )
    if changed := difference(was, now):
        yield f"text in braces differs: {changed}"


def html(pair: Pair) -> Iterator[str]:
    """No tag, comment, entity or event handler that the source does not have."""
    for pattern, what in ((_TAG, "HTML"), (_ENTITY, "an entity"), (_HANDLER, "an attribute that runs code")):
        if changed := difference(pattern.findall(pair.source), pattern.findall(pair.text)):
            yield f"{what}: {changed}"
