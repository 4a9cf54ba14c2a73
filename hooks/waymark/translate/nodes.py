"""A segment as an engine must not see it: text, holes that stay as they are, spans around text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""(?P<call>\{\{(?:[^{}"']|"[^"\n]*"|'[^'\n]*')*\}\})
    |(?P<name>\{[A-Za-z_]\w*\})
    |(?P<note>\[\^[^\]\s]*\])
    |(?P<code>`[^`]+`)
    |(?P<open>!?\[)
    |(?P<close>\]\([^()\s]*\)(?:\{[^{}]*\})?)
    |(?P<address>(?:https?://|www\.)[^\s<>()]+(?<![.,;:!?])|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)
    |(?P<mark>\*\*?)""",
    re.VERBOSE,
)
_NUMBERS = frozenset(
    {"figure", "when", "n", "total", "count", "number", "share", "year", "lower", "upper", "low", "high"}
)
_MARKS = frozenset({"cite", "ref"})


@dataclass(frozen=True, slots=True)
class Hole:
    """What must come back letter by letter; ``kind``: mark (a source's), number, name or literal."""

    raw: str
    kind: str


@dataclass(frozen=True, slots=True)
class Span:
    """A link or emphasis: its text is translated, what stands around it is not."""

    opening: str
    nodes: tuple[Node, ...]
    closing: str


Node = str | Hole | Span


def parse(text: str) -> tuple[Node, ...]:
    """The nodes of a segment; written out again they give ``text``. What is never closed stays text."""
    stack: list[tuple[str, list[Node]]] = [("", [])]
    at = 0
    for token in _TOKEN.finditer(text):
        _add(stack[-1][1], text[at : token.start()])
        at = token.end()
        raw, kind = token[0], token.lastgroup or ""
        if kind == "open" or (kind == "mark" and not any(opening == raw for opening, _ in stack)):
            stack.append((raw, []))
        elif (kind == "close" and stack[-1][0].endswith("[")) or (kind == "mark" and stack[-1][0] == raw):
            opening, inner = stack.pop()
            stack[-1][1].append(Span(opening, tuple(inner), raw))
        elif kind in ("close", "mark"):
            _add(stack[-1][1], raw)
        else:
            stack[-1][1].append(Hole(raw, _kind(kind, raw)))
    _add(stack[-1][1], text[at:])
    while len(stack) > 1:
        opening, inner = stack.pop()
        _add(stack[-1][1], opening)
        for node in inner:
            _add(stack[-1][1], node) if isinstance(node, str) else stack[-1][1].append(node)
    return tuple(stack[0][1])


def _add(nodes: list[Node], text: str) -> None:
    if text and nodes and isinstance(nodes[-1], str):
        nodes[-1] += text
    elif text:
        nodes.append(text)


def _kind(kind: str, raw: str) -> str:
    if kind in ("code", "address"):
        return "literal"
    if kind == "note":
        return "mark"
    word = raw.strip("{} ").partition("(")[0].strip()
    return "mark" if word in _MARKS and kind == "call" else "number" if word in _NUMBERS else "name"


def written(nodes: Sequence[Node]) -> str:
    """The nodes as text again."""
    return "".join(
        node
        if isinstance(node, str)
        else node.raw
        if isinstance(node, Hole)
        else node.opening + written(node.nodes) + node.closing
        for node in nodes
    )


def plain(nodes: Sequence[Node]) -> str | None:
    """The text of nodes that are text alone, else None."""
    return "".join(map(str, nodes)) if all(isinstance(node, str) for node in nodes) else None


@dataclass(frozen=True, slots=True)
class Chunk:
    """Sentences to translate together, then source marks and spaces that stay as they are."""

    before: str
    nodes: tuple[Node, ...]
    after: str


def chunks(nodes: Sequence[Node]) -> tuple[Chunk, ...]:
    """The segment cut where a source's mark follows the end of a sentence or ends the segment."""
    found: list[list[Node]] = [[]]
    for at, node in enumerate(nodes):
        found[-1].append(node)
        if isinstance(node, Hole) and node.kind == "mark" and _closes(nodes, at):
            found.append([])
    return tuple(_chunk(part) for part in found if part)


def _closes(nodes: Sequence[Node], at: int) -> bool:
    before = written([node for node in nodes[:at] if not (isinstance(node, Hole) and node.kind == "mark")])
    rest = nodes[at + 1 :]
    only_marks = all(isinstance(node, Hole) or (isinstance(node, str) and not node.strip()) for node in rest)
    return before.rstrip()[-1:] in tuple(".!?:)") or only_marks


def _chunk(part: Sequence[Node]) -> Chunk:
    """Outer spaces and marks set aside."""
    inner = list(part)
    before, after = "", ""
    while inner and (moved := _outer(inner[0])):
        before += moved
        inner.pop(0)
    while inner and (moved := _outer(inner[-1])):
        after = moved + after
        inner.pop()
    if inner and isinstance(inner[0], str):
        before += inner[0][: len(inner[0]) - len(inner[0].lstrip())]
        inner[0] = inner[0].lstrip()
    if inner and isinstance(inner[-1], str):
        after = inner[-1][len(inner[-1].rstrip()) :] + after
        inner[-1] = inner[-1].rstrip()
    return Chunk(before, tuple(inner), after)


def _outer(node: Node) -> str:
    if isinstance(node, Hole) and node.kind == "mark":
        return node.raw
    return node if isinstance(node, str) and not node.strip() else ""


def holes(nodes: Sequence[Node]) -> Iterator[Hole]:
    """Every hole, those inside spans too."""
    for node in nodes:
        if isinstance(node, Hole):
            yield node
        elif isinstance(node, Span):
            yield from holes(node.nodes)
