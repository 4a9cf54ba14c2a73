"""The segments found on a page so far, and the notes its texts mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NoReturn

from waymark.errors import PageError
from waymark.model import Location, Segment
from waymark.segments.inline import CALL, LETTER, Malformed, markup

_FOLD = re.compile(r" *\n *")
_NAME = re.compile(r"\{[a-z_]+\}")


@dataclass
class Spans:
    """Collects the translatable spans of one page; each is checked when it is added."""

    text: str
    page: str
    found: list[Segment] = field(default_factory=list)
    marked: dict[str, int] = field(default_factory=dict)  # [^n] in a text: its first line
    noted: dict[str, int] = field(default_factory=dict)  # [^n]: its line

    def fail(self, what: str, cure: str, line: int) -> NoReturn:
        """Refuse the page."""
        raise PageError(what, cure, f"docs/{self.page}", line)

    def add(self, kind: str, span: tuple[int, int], line: int, section: str) -> None:
        """A span of the page's Markdown; becomes a segment if there is a word in it."""
        raw = self.text[slice(*span)]
        if raw != raw.strip():
            self.fail("an invisible space at an end of the text", "Delete it.", line)
        for token in self._tokens(raw, line):
            if token.startswith("[^"):
                self.marked.setdefault(token[2:-1], line)
            elif _NAME.fullmatch(token):
                self.fail(f"“{token}” in a page", "Braces only in a closed {{ call }}.", line)
        self._keep(kind, _FOLD.sub(" ", raw), span, line, section)

    def add_plain(self, kind: str, value: str, span: tuple[int, int], line: int) -> None:
        """A value of the front matter: text without markup, whatever its YAML looks like."""
        for _ in self._tokens(value, line):
            self.fail("markup or an address in the front matter", "Write plain text.", line)
        self._keep(kind, value, span, line, "")

    def note(self, name: str, line: int) -> None:
        """A note is written here."""
        if name in self.noted:
            self.fail(f"a second note [^{name}]", "Give each note its own mark.", line)
        self.noted[name] = line

    def finish(self) -> tuple[Segment, ...]:
        """The segments in order; each note must be marked in a text, each mark must have its note."""
        for name, line in self.marked.items():
            if name not in self.noted:
                self.fail(f"a mark [^{name}] without its note", f"Write it: [^{name}]: text", line)
        for name, line in self.noted.items():
            if name not in self.marked:
                self.fail(f"a note [^{name}] that no text marks", "Mark its place, or delete it.", line)
        return tuple(self.found)

    def _tokens(self, raw: str, line: int) -> Iterator[str]:
        try:
            yield from markup(raw)
        except Malformed as error:
            at = line + raw.count("\n", 0, error.at)
            self.fail(str(error), "CONTRIBUTING shows what a page may use.", at)

    def _keep(self, kind: str, msgid: str, span: tuple[int, int], line: int, section: str) -> None:
        if LETTER.search(CALL.sub("", msgid)):  # a call alone, a number: nothing to translate
            place, (start, end) = Location(f"docs/{self.page}", line), span
            self.found.append(
                Segment(f"{self.page}#{section}", msgid, place, kind=kind, start=start, end=end)
            )
