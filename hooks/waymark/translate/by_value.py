"""Protection, first way: each hole as a real value, so that the model reads an ordinary sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from waymark.checks.values import ascii_digits
from waymark.translate.nodes import Chunk, Hole, Node, Span, holes, plain
from waymark.translate.plan import Plan, said_or_none, whole

_NUMBERS = ("281", "149", "360", "452", "637", "728", "816", "904", "573", "695", "318", "847")
_NAMES = ("Telegram", "Reuters", "Interpol", "Facebook", "Bangkok", "Nairobi")
_EDGES = re.compile(r"^[\s.!?…。！？।။។۔:：]+|[\s.!?…。！？।။។۔:：]+$")


def by_value(msgid: str) -> Plan | None:
    """Each value is found again exactly once in the answer, or the plan fails."""
    return whole(msgid, lambda chunk: _with_values(chunk, msgid))


def _with_values(part: Chunk, msgid: str) -> Plan | None:
    if (text := plain(part.nodes)) is not None:
        return Plan((_sentence_case(text),), lambda answers: said_or_none(answers[0]))
    if len(part.nodes) == 1 and isinstance(part.nodes[0], Span):
        return _around(part.nodes[0], msgid)
    spans = [node for node in part.nodes if isinstance(node, Span)]
    labels = [plain(span.nodes) for span in spans]
    values = _values(list(holes(part.nodes)), msgid)
    if None in labels or values is None:
        return None
    sentence = _filled(part.nodes, iter(values))
    wanted = [hole.raw for hole in holes(part.nodes)]

    def rebuild(answers: Sequence[str]) -> str | None:
        out: str | None = said_or_none(answers[0])
        for value, raw in zip(values, wanted, strict=True):
            out = _replaced(out, value, raw)
        for span, label in zip(spans, answers[1:], strict=True):
            out = _wrapped(out, span, label)
        return out

    return Plan((sentence, *(label or "" for label in labels)), rebuild)


def _around(span: Span, msgid: str) -> Plan | None:
    """A span that is the whole text: only what is inside goes to the engine."""
    inner = _with_values(Chunk("", span.nodes, ""), msgid)
    if inner is None:
        return None

    def rebuild(answers: Sequence[str]) -> str | None:
        said = inner.rebuild(answers)
        return None if said is None else span.opening + said + span.closing

    return Plan(inner.texts, rebuild)


def _values(found: list[Hole], msgid: str) -> list[str] | None:
    """A value for each hole that stands nowhere else in the text; None when they run out."""
    pools = {
        "number": iter([value for value in _NUMBERS if value not in msgid]),
        "name": iter([value for value in _NAMES if value.casefold() not in msgid.casefold()]),
    }
    values = [
        hole.raw if hole.kind == "literal" else next(pools.get(hole.kind, pools["name"]), "")
        for hole in found
    ]
    return values if all(values) and len(set(values)) == len(values) else None


def _filled(nodes: Sequence[Node], values: Iterator[str]) -> str:
    return "".join(
        node
        if isinstance(node, str)
        else next(values)
        if isinstance(node, Hole)
        else _filled(node.nodes, values)
        for node in nodes
    )


def _replaced(text: str | None, value: str, raw: str) -> str | None:
    """``text`` with the one ``value`` in it made ``raw``; None unless it stands there exactly once."""
    if text is None:
        return None
    edge = r"\d" if value.isdigit() else r"\w" if value.isalnum() and value.isascii() else r"(?!)"
    pattern = rf"(?<!{edge}){re.escape(value)}(?!{edge})" if edge != r"(?!)" else re.escape(value)
    found = list(re.finditer(pattern, ascii_digits(text), 0 if value.isdigit() else re.ASCII))
    if len(found) != 1:
        return None
    return text[: found[0].start()] + raw + text[found[0].end() :]


def _wrapped(text: str | None, span: Span, label: str) -> str | None:
    """``text`` with the one occurrence of the translated label inside the span's marks."""
    label = _EDGES.sub("", label)
    if text is None or not label:
        return None
    found = list(re.finditer(re.escape(label), text, re.IGNORECASE))
    if len(found) != 1:
        return None
    start, end = found[0].span()
    return text[:start] + span.opening + text[start:end] + span.closing + text[end:]


def _sentence_case(text: str) -> str:
    """A heading in capitals as a sentence: models leave capitals untranslated."""
    return text.capitalize() if text.isupper() and " " in text else text
