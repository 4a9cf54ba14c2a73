"""Cut a page of our Markdown dialect into segments: one pass over its lines, no guessing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NoReturn

from waymark.errors import PageError
from waymark.model import Location, Segment
from waymark.segments import rules
from waymark.segments.front import read_front
from waymark.segments.inline import CALL, LETTER, Malformed, markup, masked

INDENT = 4
_FOLD = re.compile(r" *\n *")
_BAR = re.compile(r"\|")


def cut(text: str, page: str) -> tuple[Segment, ...]:
    """The translatable spans of a page in order; joining them untranslated gives the text's bytes.

    ``page`` is the path below docs/. Contexts are ``page#section``; a span's msgid is its text with soft
    line breaks folded. Raises PageError with file and line for what the dialect has no place for.
    """
    return _Scanner(text, page).scan()


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
    text: str
    page: str
    found: list[Segment] = field(default_factory=list)
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
    noted: dict[str, int] = field(default_factory=dict)  # [^n] in a text: its first line
    notes: dict[str, int] = field(default_factory=dict)  # [^n]: its line

    def scan(self) -> tuple[Segment, ...]:
        self._anywhere()
        fields, at = read_front(self.text, f"docs/{self.page}")
        for value in fields:
            self._emit(value.kind, value.start, value.end, value.line, value.value)
        self.number = self.text.count("\n", 0, at)
        for line in self.text[at:].split("\n"):
            self.number += 1
            self._line(line, at)
            at += len(line) + 1
        self._blank()
        if self.box >= 0:
            self._fail("a box without text", "Indent its text by 4 spaces.")
        self._notes_match()
        return tuple(self.found)

    def _fail(self, what: str, cure: str, line: int = 0) -> NoReturn:
        raise PageError(what, cure, f"docs/{self.page}", line or self.number)

    def _anywhere(self) -> None:
        for number, line in enumerate(self.text.split("\n"), 1):
            for rule in rules.ANYWHERE:
                if rule.line.match(line):
                    self._fail(rule.what, rule.cure, number)

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
        self._emit("heading", at + match.start("text"), at + match.end("text"), self.number)

    def _box(self, body: str, at: int, indent: int) -> None:
        match = rules.BOX.match(body)
        if not match:
            self._fail("a box outside the dialect", 'Write !!! type "Title" or ??? type "Title".')
        self._start(indent, "a box")
        self.box, self.fresh = indent + INDENT, True
        self.depths.append(self.box)
        self._emit("title", at + match.start("text"), at + match.end("text"), self.number)

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
            self._note(match["id"], indent)
        tight = kind == "item" and self.open is not None and self.open.kind == "item"
        self._flush()
        self.fresh = self.fresh or tight
        self._start(indent, "a list" if kind == "item" else "a note")
        if kind == "item":
            self.depths.append(indent + INDENT)
        self.open = _Open(kind, at + match.end(), at + len(body), self.number, indent + INDENT)

    def _note(self, name: str, indent: int) -> None:
        if indent:
            self._fail("an indented note", "Write [^1]: at the start of the line.")
        if name in self.notes:
            self._fail(f"a second note [^{name}]", "Give each note its own mark.")
        self.notes[name] = self.number

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
            self._emit("cell", start, start + len(inner.strip(" ")), self.number)

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
            self._emit(block.kind, block.start, block.end, block.line)

    def _emit(self, kind: str, start: int, end: int, line: int, value: str | None = None) -> None:
        raw = self.text[start:end] if value is None else value
        for token in self._markup(raw, line):
            if token.startswith("[^"):
                self.noted.setdefault(token[2:-1], line)
            if kind.startswith("meta."):
                self._fail("markup or an address in the front matter", "Write plain text.", line)
        msgid = _FOLD.sub(" ", raw)
        if LETTER.search(CALL.sub("", msgid)):  # a call alone, a number: nothing to translate
            place = Location(f"docs/{self.page}", line)
            self.found.append(
                Segment(f"{self.page}#{self.section}", msgid, place, kind=kind, start=start, end=end)
            )

    def _markup(self, raw: str, line: int) -> Iterator[str]:
        if raw != raw.strip():
            self._fail("an invisible space at an end of the text", "Delete it.", line)
        try:
            tokens = markup(raw)
        except Malformed as error:
            self._fail(
                str(error), "CONTRIBUTING shows what a page may use.", line + raw.count("\n", 0, error.at)
            )
        for token in tokens:
            if re.fullmatch(r"\{[a-z_]+\}", token):
                self._fail(f"“{token}” in a page", "Braces only in a closed {{ call }}.", line)
            yield token

    def _notes_match(self) -> None:
        for name, line in self.noted.items():
            if name not in self.notes:
                self._fail(f"a mark [^{name}] without its note", f"Write it: [^{name}]: text", line)
        for name, line in self.notes.items():
            if name not in self.noted:
                self._fail(f"a note [^{name}] that no text marks", "Mark its place, or delete it.", line)
