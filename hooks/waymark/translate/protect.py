"""How values pass an engine unharmed: as real values found again, as tokens, by splitting, or not at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from waymark.checks.values import ascii_digits
from waymark.translate.nodes import Chunk, Hole, Node, Span, chunks, holes, parse, plain, written

_NUMBERS = ("281", "149", "360", "452", "637", "728", "816", "904", "573", "695", "318", "847")
_NAMES = ("Telegram", "Reuters", "Interpol", "Facebook", "Bangkok", "Nairobi")
_EDGES = re.compile(r"^[\s.!?…。！？।။។۔:：]+|[\s.!?…。！？।။។۔:：]+$")


@dataclass(frozen=True, slots=True)
class Plan:
    """Texts for the engine, and how its answers become the translation; None when a value was lost."""

    texts: tuple[str, ...]
    rebuild: Callable[[Sequence[str]], str | None]


Attempt = Callable[[str], Plan | None]


def by_value(msgid: str) -> Plan | None:
    """Each hole as a value of its kind, so that the model reads an ordinary sentence."""
    return _whole(msgid, lambda chunk: _with_values(chunk, msgid))


def by_token(token: str) -> Attempt:
    """Each hole and each end of a span as a token that this engine was seen to leave alone."""
    return lambda msgid: _whole(msgid, lambda chunk: _with_tokens(chunk, token))


def by_split(msgid: str) -> Plan | None:
    """The text between the holes alone, where a hole stands after a colon, in brackets or at an end."""
    return _whole(msgid, _in_parts)


def _whole(msgid: str, plan: Callable[[Chunk], Plan | None]) -> Plan | None:
    """The plans of all chunks as one."""
    parts = chunks(parse(msgid))
    plans = [plan(part) if _has_letters(part.nodes) else _kept(part) for part in parts]
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


def _has_letters(nodes: Sequence[Node]) -> bool:
    return any(
        any(char.isalpha() for char in node) if isinstance(node, str) else _has_letters(node.nodes)
        for node in nodes
        if not isinstance(node, Hole)
    )


def _kept(part: Chunk) -> Plan:
    return Plan((), lambda _: written(part.nodes))


def _said(answer: str) -> str | None:
    return answer.strip() or None


# ------------------------------------------------------------ real values


def _with_values(part: Chunk, msgid: str) -> Plan | None:
    if (text := plain(part.nodes)) is not None:
        return Plan((_sentence_case(text),), lambda answers: _said(answers[0]))
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
        out: str | None = _said(answers[0])
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


# ------------------------------------------------------------ tokens


def _with_tokens(part: Chunk, token: str) -> Plan | None:
    raws: list[str] = []

    def hold(raw: str) -> str:
        raws.append(raw)
        return token.replace("0", str(len(raws) - 1))

    def told(nodes: Sequence[Node]) -> str:
        out = ""
        for node in nodes:
            if isinstance(node, str):
                out += node
            elif isinstance(node, Hole):
                out += hold(node.raw)
            else:
                out += f"{hold(node.opening)} {told(node.nodes)} {hold(node.closing)}"
        return out

    text = told(part.nodes)
    if len(raws) > 10:
        return None
    return Plan((text,), lambda answers: _untold(_said(answers[0]), token, raws))


def _untold(text: str | None, token: str, raws: list[str]) -> str | None:
    for at, raw in enumerate(raws):
        mine = re.escape(token.replace("0", str(at)))
        opens, closes = raw in ("[", "![", "**", "*"), raw.startswith("](") or raw in ("**", "*")
        spaced = mine + r"\s*" if opens and not (closes and at % 2) else r"\s*" + mine if closes else mine
        found = list(re.finditer(spaced, text or ""))
        if text is None or len(found) != 1:
            return None
        text = text[: found[0].start()] + raw + text[found[0].end() :]
    return text


def probe(translate: Callable[[Sequence[str]], Sequence[str]]) -> str:
    """The first kind of token that this engine gives back unharmed; empty when it harms all."""
    kinds = ("XQ0", "[X0X]", "X0X", "@0@")
    answers = translate([f"Call {kind} before you go to {kind.replace('0', '1')}." for kind in kinds])
    for kind, answer in zip(kinds, answers, strict=True):
        if answer.count(kind) == 1 and answer.count(kind.replace("0", "1")) == 1:
            return kind
    return ""


# ------------------------------------------------------------ parts


def _in_parts(part: Chunk) -> Plan | None:
    if not all(
        _stands_alone(part.nodes, at) for at, node in enumerate(part.nodes) if not isinstance(node, str)
    ):
        return None
    texts: list[str] = []
    frames: list[tuple[str, str, str]] = []  # before, after, raw; raw empty where an answer goes
    for node in part.nodes:
        if isinstance(node, Hole) or not _has_letters([node]):
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
