"""What is asked of an engine for a segment, and how its answers become the translation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from waymark.translate.nodes import Chunk, Hole, Node, chunks, parse, written


@dataclass(frozen=True, slots=True)
class Plan:
    """Texts for the engine, and how its answers become the translation; None when a value was lost."""

    texts: tuple[str, ...]
    rebuild: Callable[[Sequence[str]], str | None]


Attempt = Callable[[str], Plan | None]


def whole(msgid: str, plan: Callable[[Chunk], Plan | None]) -> Plan | None:
    """The plans of all chunks as one."""
    parts = chunks(parse(msgid))
    plans = [plan(part) if has_letters(part.nodes) else _kept(part) for part in parts]
    known = [each for each in plans if each is not None]
    if len(known) < len(plans):
        return None

    def rebuild(answers: Sequence[str]) -> str | None:
        out, at = "", 0
        for part, each in zip(parts, known, strict=True):
            said = each.rebuild(answers[at : at + len(each.texts)])
            at += len(each.texts)
            if said is None:
                return None
            out += part.before + said + part.after
        return out

    return Plan(tuple(text for each in known for text in each.texts), rebuild)


def has_letters(nodes: Sequence[Node]) -> bool:
    return any(
        any(char.isalpha() for char in node) if isinstance(node, str) else has_letters(node.nodes)
        for node in nodes
        if not isinstance(node, Hole)
    )


def _kept(part: Chunk) -> Plan:
    return Plan((), lambda _: written(part.nodes))


def said_or_none(answer: str) -> str | None:
    return answer.strip() or None
