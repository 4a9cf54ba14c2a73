"""The block half of the dialect: how each block begins, and what no line may be."""

from __future__ import annotations

import re
from dataclasses import dataclass

HEADING = re.compile(r"#{1,6} (?P<text>\S.*?) \{ #(?P<id>[A-Za-z][\w-]*) \}$")
BOX = re.compile(r"(?:!!!|\?\?\?\+?) [a-z]+ \"(?P<text>[^\"]*)\"$")
ITEM = re.compile(r"(?:-|\d+\.) (?=\S)")
NOTE = re.compile(r"\[\^(?P<id>[\w-]+)\]: (?=\S)")
RULE_ROW = re.compile(r"\|(?: ?:?-{3,}:? ?\|)+$")
COMMENT = re.compile(r"<!--(?:(?!--).)*-->$")
BOX_START = ("!!!", "???")

# What an item or a note may not begin with: a block inside a block on one line.
BLOCK_START = re.compile(r"[#|>]|!!!|\?\?\?|[-+*:] |[-+*]$|\d+[.)](?: |$)|<!--|\[\^[\w-]+\]:")

# Python-Markdown's own placeholders, line ends of other systems, and marks no reader sees.
ODD = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")


@dataclass(frozen=True, slots=True)
class Forbidden:
    """A line the dialect has no place for."""

    line: re.Pattern[str]
    what: str
    cure: str


def _no(line: str, what: str, cure: str) -> Forbidden:
    return Forbidden(re.compile(line), what, cure)


ANYWHERE = (
    _no(r".*\t", "a tab", "Indent with 4 spaces."),
    _no(rf".*{ODD.pattern}", "an invisible control character", "Delete it; save as UTF-8 with LF line ends."),
    _no(r".*[ \u00a0]$", "a space at the end of the line", "Delete it; a new line is a new paragraph."),
)
IN_TEXT = (
    _no(r".*(?:\{%|\{#[^}]*#\})", "a Jinja statement or comment", "Only {{ calls }} stand in a page."),
    _no(r"(?:[*+]|\d+\))(?: |$)", "a list marker outside the dialect", "Write lists with '- ' or '1. '."),
    _no(r"```|~~~", "a code block", "Write `code` inside a sentence."),
    _no(r">", "a block quote", 'Write a box: !!! quote "Title".'),
    _no(r"=+$|-+$|(?:[-*_] ?){3,}$", "a rule or underlined heading", "Write '## Heading { #id }'."),
    _no(r"(?:\d+\.|-|\[\^[\w-]+\]:)$", "an empty list item or note", "Write its text after the marker."),
    _no(r":(?: |$)", "a definition list", "Write a list or a table."),
    _no(r"\{:?[^{]", "attributes on a line of their own", "Delete them."),
    _no(r"\[[^\]^]+\]: |\*\[[^\]]+\]:", "a reference link or abbreviation", "Write [text](target) in place."),
)
