"""Mini-patterns: the small language of the lexicons, matched at word starts through one index.

A pattern is words in shadow form (accents and case do not matter). ``word*`` is any word that starts so,
``(a|b)`` one of several, ``(a|b)*`` any word that starts as one of them, ``x?`` may be missing, ``...`` skips
up to six words of the same clause. A space also matches a hyphen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from waymark.shadow import shadow

_WORD = re.compile(r"\w+")
_TOKEN = re.compile(r"\.\.\.|\([^()]*\)[?*]?|[^\s()]+")
_HEAD = re.compile(r"(\w+)(\*?)")
_SPACE = r"[\s-]+"
_GAP = r"(?:[\s,\"-]+[\w'%.’]+){0,6}?[\s,\"-]+"
_BAD = re.compile(r"[\[\]{}\\^$+]|\(\)|\|\||\(\||\|\)|\*\w|\.{4,}")
_REST = re.compile(r"[\w-]*")
_WINDOW = 400  # characters a match may be long
_KEY = 4  # letters of a word's start under which a prefix pattern is filed


class PatternError(ValueError):
    """A mini-pattern that cannot be read; the message says why."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A pattern found in a shadow text: span, the table and entry it comes from, the pattern as written."""

    start: int
    end: int
    table: str
    entry: str
    pattern: str


@cache
def expression(pattern: str) -> str:
    """Return the regular expression of a mini-pattern; raises PatternError."""
    folded = shadow(pattern).strip()
    if not folded or _BAD.search(folded) or folded.count("(") != folded.count(")"):
        raise PatternError(f"cannot read the pattern {pattern!r}")
    tokens = _TOKEN.findall(folded)
    if "".join(tokens).replace(" ", "") != folded.replace(" ", ""):
        raise PatternError(f"cannot read the pattern {pattern!r}")
    if "..." in (tokens[0], tokens[-1]) or tokens[0].endswith("?") or not _heads(tokens[0]):
        raise PatternError(f"the pattern {pattern!r} must start and end with a word")
    return _assemble(tokens) + r"(?:(?<=')|(?!\w))"


def _assemble(tokens: list[str]) -> str:
    out, space = "", ""
    for token in tokens:
        if token == "...":
            out, space = out + _GAP, ""
            continue
        optional = token.endswith("?")
        piece = _piece(token.removesuffix("?"))
        if optional:
            out += f"(?:{space}{piece})?"
        else:
            out += space + piece
        space = "" if token.endswith("'") else _SPACE
    return out


def _piece(token: str) -> str:
    if not token.startswith("("):
        return re.escape(token).replace(r"\*", r"[\w-]*").replace(r"\-", "[ -]")
    ways = "|".join(_assemble(_TOKEN.findall(part)) for part in token.removesuffix("*")[1:-1].split("|"))
    return f"(?:{ways})" + (r"[\w-]*" if token.endswith("*") else "")


def _heads(token: str) -> list[tuple[str, bool]]:
    """The starts of a first token: (letters, whether more letters may follow)."""
    star = "*" if token.endswith(")*") else ""
    parts = (
        [part + star for part in token.rstrip("?*")[1:-1].split("|")] if token.startswith("(") else [token]
    )
    found = [_HEAD.match(part.strip()) for part in parts]
    return [(m[1], bool(m[2])) for m in found if m] if all(found) else []


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(expression(pattern))


@dataclass(frozen=True, slots=True)
class _Filed:
    """A pattern in the index; most are told without a regular expression, whose making is what costs."""

    table: str
    entry: str
    pattern: str
    whole: str  # a pattern of one plain word
    prefix: str  # of one word with a star
    needs: str  # letters that stand in any text the pattern matches, behind its first word

    def match(self, text: str, at: int, letters: str, stop: int) -> int:
        """Return the end of the match at a word; -1 for none."""
        if self.whole:
            return at + len(self.whole)  # the index is asked by whole words
        if self.prefix:
            found = (
                _REST.match(text, at + len(self.prefix), stop) if letters.startswith(self.prefix) else None
            )
        elif self.needs and self.needs not in text[at : min(stop, at + _WINDOW)]:
            return -1
        else:
            found = _compiled(self.pattern).match(text, at, stop)
        return found.end() if found else -1


def _filed(table: str, entry: str, pattern: str) -> _Filed:
    folded = shadow(pattern).strip()
    tokens = _TOKEN.findall(folded)
    plain = [_WORD.findall(token) for token in tokens[1:] if token[0] != "(" and token[-1] != "?"]
    needs = max((letters for found in plain for letters in found), key=len, default="")
    return _Filed(
        table,
        entry,
        pattern,
        whole=folded if _WORD.fullmatch(folded) else "",
        prefix=folded[:-1] if folded[-1:] == "*" and _WORD.fullmatch(folded[:-1]) else "",
        needs=needs,
    )


class PatternIndex:
    """Finds all patterns of all tables in one pass, filed under the first letters of their first word."""

    def __init__(self, entries: Iterable[tuple[str, str, str]]) -> None:
        self._words: dict[str, list[_Filed]] = {}
        self._starts: dict[str, list[_Filed]] = {}
        for table, entry, pattern in entries:
            filed = _filed(table, entry, pattern)
            for head, open_end in _heads(_TOKEN.findall(shadow(pattern).strip())[0]):
                bucket = self._starts if open_end else self._words
                bucket.setdefault(head[:_KEY] if open_end else head, []).append(filed)

    def scan(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Hit]:
        """Yield every hit in the shadow text between start and end, by start, in the order of the tables."""
        stop = len(text) if end is None else end
        for word in _WORD.finditer(text, start, stop):
            at, letters = word.start(), word[0]
            for filed in self._candidates(letters):
                found = filed.match(text, at, letters, stop)
                if found >= 0:
                    yield Hit(at, found, filed.table, filed.entry, filed.pattern)

    def _candidates(self, letters: str) -> Iterator[_Filed]:
        yield from self._words.get(letters, ())
        for size in range(1, min(_KEY, len(letters)) + 1):
            yield from self._starts.get(letters[:size], ())
