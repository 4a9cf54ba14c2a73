"""The inline half of the dialect: calls, links, pictures, notes, bold, emphasis, code, and nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

CALL = re.compile(r"\{\{(?:[^{}\"'\n]|\"[^\"\n]*\"|'[^'\n]*')*\}\}")
LETTER = re.compile(r"[^\W\d_]")

_TOKEN = re.compile(
    rf"""(?P<call>{CALL.pattern})
    |(?P<code>`[^`|]+`(?!`))
    |(?P<note>\[\^[\w-]+\])
    |(?P<open>!?\[)
    |(?P<close>\]\((?P<target>[^()\s<>"'{{}}*`|]*)\)(?:\{{[ ](?:\.[\w-]+[ ])+\}})?)
    |(?P<name>(?<!\{{)\{{[a-z_]+\}}(?!\}}))
    |(?P<address>(?:https?://|www\.)[!-~]*?[0-9A-Za-z/](?=[^!-~]|[)\].,;:!?*]*(?:[^!-~]|$))|[\w.+-]+@[\w-]+\.[A-Za-z]+)
    |(?P<bad>\*{{3,}}|[<\\\]{{}}`]|&(?:\#|\w+;)|(?<!\w)_|_(?!\w))
    |(?P<mark>\*\*?)""",
    re.VERBOSE,
)
# A place on this site, or one of the schemes a reader can judge: no javascript:, no data:, no http:.
_TARGET = re.compile(r"(?:https://|mailto:|tel:)\S|(?![a-zA-Z][\w+.-]*:|//)\S")
_CURES = {
    "<": "raw HTML is not part of the dialect, not even in code",
    "\\": "no backslash: write the sentence without the character it protects",
    "]": "square brackets only as [text](target) or [^note]",
    "{": "braces only in a closed {{ call }}",
    "}": "braces only in a closed {{ call }}",
    "`": "`code` on one line, without a bar",
    "&": "write the character itself instead of an entity",
    "_": "emphasis is written *so*, not _so_",
    "*": "no bold inside emphasis or the other way round",
}


class Malformed(ValueError):
    """Inline text outside the dialect; ``at`` is the offset in the text."""

    def __init__(self, why: str, at: int) -> None:
        super().__init__(why)
        self.at = at


def markup(text: str) -> tuple[str, ...]:
    """Everything in the text that a translation must carry over unchanged, sorted; raises Malformed.

    Calls, link targets, notes, code, addresses, ``{names}`` of labels, and each mark of bold or emphasis.
    Two texts with equal markup render to the same tags, whatever their order.
    """
    reader = _Reader(text)
    for token in _TOKEN.finditer(text):
        reader.read(token)
    if reader.opened:
        mark, at = reader.opened[-1]
        raise Malformed(f"“{mark}” is never closed", at)
    return tuple(sorted(reader.found))


def placeholders(text: str) -> tuple[str, ...]:
    """The calls, link targets and ``{names}`` of a text in its own order (source of a label or a page)."""
    kinds = ("call", "name", "target")
    return tuple(token[kind] for token in _TOKEN.finditer(text) for kind in kinds if token[kind])


def masked(text: str) -> str:
    """The text with its calls as filler of the same length, so that offsets hold."""
    return CALL.sub(lambda call: "x" * len(call[0]), text)


def markup_masked(text: str) -> str:
    """The words of a text: its calls, link targets, code, notes and addresses as spaces."""
    return _TOKEN.sub(lambda token: " " * len(token[0]), text)


@dataclass
class _Reader:
    """Pairs the marks of one text; Python-Markdown pairs the same ones (the tests hold it to that)."""

    text: str
    found: list[str] = field(default_factory=list)
    opened: list[tuple[str, int]] = field(default_factory=list)

    def read(self, token: re.Match[str]) -> None:
        kind, at = str(token.lastgroup), token.start()
        if kind == "bad":
            raise Malformed(_CURES[token[0][0]], at)
        if self.opened and self.opened[-1][0] == "![" and kind != "close":
            raise Malformed("the text of a picture is plain", at)
        if kind == "note" and any("[" in mark for mark, _ in self.opened):
            raise Malformed("no note inside a link", at)
        if kind == "mark":
            self._mark(token[0], at, token.end())
        elif kind == "open":
            if any("[" in mark for mark, _ in self.opened):
                raise Malformed("no link inside a link", at)
            self.opened.append((token[0], at))
        elif kind == "close":
            self._link(token, at)
        else:
            self.found.append(token[0])

    def _mark(self, mark: str, at: int, end: int) -> None:
        inside = [known for known, _ in self.opened if "*" in known]
        if not inside:
            if not self.text[end : end + 1].strip():
                raise Malformed(f"“{mark}” opens before a space", at)
            self.opened.append((mark, at))
        elif self.opened[-1][0] != mark:
            raise Malformed(_CURES["*"] if inside[-1] != mark else "marks and links must not overlap", at)
        else:
            if not self.text[at - 1].strip() or self.opened[-1][1] + len(mark) == at:
                raise Malformed(f"“{mark}” closes after a space or around nothing", at)
            self.opened.pop()
        self.found.append(mark)

    def _link(self, token: re.Match[str], at: int) -> None:
        if not self.opened or "[" not in self.opened[-1][0]:
            raise Malformed(_CURES["]"], at)
        opener, start = self.opened.pop()
        if not self.text[start + len(opener) : at].strip():
            raise Malformed("a link or picture needs a text", start)
        if not _TARGET.match(token["target"]):
            raise Malformed("link to a page of this site, #section, https:, mailto: or tel:", at)
        self.found.append(opener + token[0])
