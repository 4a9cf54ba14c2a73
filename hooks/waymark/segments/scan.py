"""Cut a page of our Markdown dialect into segments: one pass over its lines, no guessing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NoReturn

from waymark.model import Segment
from waymark.segments import rules
from waymark.segments.front import read_front
from waymark.segments.inline import CALL, masked
from waymark.segments.spans import Spans

INDENT = 4
_BAR = re.compile(r"\|")


def cut(text: str, page: str) -> tuple[Segment, ...]:
    """The translatable spans of a page in order; joining them untranslated gives the text's bytes.

    ``page`` is the path below docs/. Contexts are ``page#section``; a span's msgid is its text with soft
    line breaks folded. Raises PageError with file and line for what the dialect has no place for.
    """
    return _Scanner(Spans(text, page)).scan()


@dataclass
class _Open:
    """The paragraph, item or note whose text may go on in the next line."""

    kind: str
    start: int
    end: int
    line: int
    indent: int  # where its next line must begin


@dataclass
class _Scanner:
    spans: Spans
    section: str = ""
    number: int = 0  # of the line being read
    open: _Open | None = None
    depths: list[int] = field(default_factory=lambda: [0])  # indents at which a block may begin
    fresh: bool = True  # a block may begin here: after a blank line, a heading, a box's title
    sealed: str = ""  # the block above that must be followed by a blank line
    box: int = -1  # the indent that a box's first line must have
    row: int = 0  # rows of the table read so far
    width: int = 0  # its cells
    ids: set[str] = field(default_factory=set)

    def scan(self) -> tuple[Segment, ...]:
        text = self.spans.text
        self._anywhere(text)
        fields, at = read_front(text, f"docs/{self.spans.page}")
        for value in fields:
            self.spans.add_plain(value.kind, value.value, (value.start, value.end), value.line)
        self.number = text.count("\n", 0, at)
        for line in text[at:].split("\n"):
            self.number += 1
            self._line(line, at)
            at += len(line) + 1
        self._blank()
        if self.box >= 0:
            self._fail("a box without text", "Indent its text by 4 spaces.")
        return self.spans.finish()

    def _fail(self, what: str, cure: str) -> NoReturn:
        self.spans.fail(what, cure, self.number)

    def _anywhere(self, text: str) -> None:
        for number, line in enumerate(text.split("\n"), 1):
            for rule in rules.ANYWHERE:
                if rule.line.match(line):
                    self.spans.fail(rule.what, rule.cure, number)

    def _line(self, line: str, at: int) -> None:
        body = line.lstrip(" ")
        indent = len(line) - len(body)
        if not body:
            self._blank()
            return
        self._allowed(body, indent)
        at += indent
        if body.startswith("|"):
            self._row(body, at, indent)
        elif body.startswith("#"):
            self._heading(body, at, indent)
        elif body.startswith(rules.BOX_START):
            self._box(body, at, indent)
        elif body.startswith("<!--"):
            self._comment(body, indent)
        elif match := rules.NOTE.match(body) or rules.ITEM.match(body):
            self._item(match, body, at, indent)
        elif CALL.fullmatch(body):
            self._start(indent, "a call alone on its line")
            self.sealed = "a call alone on its line"
        else:
            self._prose(body, at, indent)

    def _allowed(self, body: str, indent: int) -> None:
        for rule in rules.IN_TEXT:
            if rule.line.match(body):
                self._fail(rule.what, rule.cure)
        if "{{" in (rest := masked(body)) or "}}" in rest:
            self._fail("a {{ call }} that is not closed", "Close it on its own line.")
        if self.sealed and not (self.row and body.startswith("|")):
            self._fail(f"text directly below {self.sealed}", "Put a blank line between them.")
        if indent % INDENT:
            self._fail(f"an indent of {indent}", "Indent by 4 spaces, or by 8 inside what is indented.")
        if 0 <= self.box != indent:
            self._fail("a box without text", f"Indent the text of a box by {INDENT} spaces.")
        self.box = -1

    # ------------------------------------------------------------ blocks

    def _blank(self) -> None:
        self._flush()
        if self.row == 1:
            self._fail("a table of one line", "Its second line is |---|---|.")
        self.row, self.width, self.sealed, self.fresh = 0, 0, "", True

    def _start(self, indent: int, what: str) -> None:
        """A block begins here: the lines above must have ended, and its indent must belong to one of them."""
        if not self.fresh:
            self._fail(f"{what} directly below text", "Put a blank line before it.")
        self._settle(indent)
        self.fresh = False

    def _settle(self, indent: int) -> None:
        if indent not in self.depths:
            self._fail(
                "an indent that continues nothing above it", "Indent to the item or box it belongs to."
            )
        self.depths = [depth for depth in self.depths if depth <= indent]

    def _heading(self, body: str, at: int, indent: int) -> None:
        match = rules.HEADING.match(body)
        if not match or indent:
            self._fail("a heading outside the dialect", "Write '## Heading { #id }', not indented.")
        self._start(0, "a heading")
        if match["id"] in self.ids:
            self._fail(f"a second section “{match['id']}”", "Give each heading its own id.")
        self.ids.add(match["id"])
        self.section, self.depths, self.fresh = match["id"], [0], True
        self._title("heading", match, at)

    def _box(self, body: str, at: int, indent: int) -> None:
        match = rules.BOX.match(body)
        if not match:
            self._fail("a box outside the dialect", 'Write !!! type "Title" or ??? type "Title".')
        self._start(indent, "a box")
        self.box, self.fresh = indent + INDENT, True
        self.depths.append(self.box)
        self._title("title", match, at)

    def _comment(self, body: str, indent: int) -> None:
        if indent or not rules.COMMENT.match(body):
            self._fail("a comment outside the dialect", "Write <!-- text --> on one line, not indented.")
        self._start(0, "a comment")
        self.sealed = "a comment"

    def _item(self, match: re.Match[str], body: str, at: int, indent: int) -> None:
        kind = "note" if match.re is rules.NOTE else "item"
        if rules.BLOCK_START.match(body[match.end() :]):
            self._fail("a block on the line of its marker", "An item or note begins with plain text.")
        if kind == "note":
            if indent:
                self._fail("an indented note", "Write [^1]: at the start of the line.")
            self.spans.note(match["id"], self.number)
        tight = kind == "item" and self.open is not None and self.open.kind == "item"
        self._flush()
        self.fresh = self.fresh or tight
        self._start(indent, "a list" if kind == "item" else "a note")
        if kind == "item":
            self.depths.append(indent + INDENT)
        self.open = _Open(kind, at + match.end(), at + len(body), self.number, indent + INDENT)

    def _row(self, body: str, at: int, indent: int) -> None:
        if not self.row:
            self._start(indent, "a table")
            self.sealed = "a table"
        elif indent != self.depths[-1]:
            self._fail("a table row with another indent", "Begin all rows of a table below each other.")
        bars = [bar.start() for bar in _BAR.finditer(masked(body))]
        self.row += 1
        self.width = self.width or len(bars)
        if not body.endswith("|") or len(bars) != self.width or len(bars) == 1:
            self._fail("a table row of another width", "Outer bars, and as many cells as the first row.")
        if (self.row == 2) != bool(rules.RULE_ROW.match(body)):
            self._fail("a table without its rule", "Its second line, and no other, is |---|---|.")
        if self.row != 2:
            self._cells(body, at, bars)

    def _cells(self, body: str, at: int, bars: list[int]) -> None:
        for left, right in pairwise(bars):
            inner = body[left + 1 : right]
            start = at + left + 1 + len(inner) - len(inner.lstrip(" "))
            self.spans.add("cell", (start, start + len(inner.strip(" "))), self.number, self.section)

    def _prose(self, body: str, at: int, indent: int) -> None:
        if self.open is None:
            self._start(indent, "a paragraph")
            self.open = _Open("text", at, at + len(body), self.number, indent)
        elif indent != self.open.indent:
            self._fail("a line with another indent than its text", "Indent an item's lines by 4 spaces.")
        else:
            self.open.end = at + len(body)

    # ------------------------------------------------------------ segments

    def _flush(self) -> None:
        if block := self.open:
            self.open = None
            self.spans.add(block.kind, (block.start, block.end), block.line, self.section)

    def _title(self, kind: str, match: re.Match[str], at: int) -> None:
        start, end = match.span("text")
        self.spans.add(kind, (at + start, at + end), self.number, self.section)
