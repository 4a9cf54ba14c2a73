"""Protection, last way: only the text between the holes goes to the engine."""

from __future__ import annotations

from collections.abc import Sequence

from waymark.translate.nodes import Chunk, Hole, Node, plain, written
from waymark.translate.plan import Plan, has_letters, whole


def by_split(msgid: str) -> Plan | None:
    """Where every hole stands after a colon, in brackets or at an end; None elsewhere."""
    return whole(msgid, _in_parts)


def _in_parts(part: Chunk) -> Plan | None:
    if not all(
        _stands_alone(part.nodes, at) for at, node in enumerate(part.nodes) if not isinstance(node, str)
    ):
        return None
    texts: list[str] = []
    frames: list[tuple[str, str, str]] = []  # before, after, raw; raw empty where an answer goes
    for node in part.nodes:
        if isinstance(node, Hole) or not has_letters([node]):
            frames.append(("", "", written([node])))
            continue
        inner = node if isinstance(node, str) else plain(node.nodes)
        if inner is None:
            return None
        edges = ("", "") if isinstance(node, str) else (node.opening, node.closing)
        left, right = inner[: len(inner) - len(inner.lstrip())], inner[len(inner.rstrip()) :]
        frames.append((edges[0] + left, right + edges[1], ""))
        texts.append(inner.strip())

    def rebuild(answers: Sequence[str]) -> str | None:
        if not all(answer.strip() for answer in answers):
            return None
        rest = iter(answers)
        return "".join(raw or before + next(rest).strip() + after for before, after, raw in frames)

    return Plan(tuple(texts), rebuild)


def _stands_alone(nodes: Sequence[Node], at: int) -> bool:
    """After a colon, in brackets or at the start; before nothing, a closing sign or a new sentence."""
    before, after = written(nodes[:at]).rstrip(), written(nodes[at + 1 :]).lstrip()
    return (not before or before[-1] in ":(.!?") and (not after or after[0] in ").,;!?")
