"""A style sheet as rules whose selectors can be dropped one by one (tokens by tinycss2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import tinycss2
from tinycss2.ast import AtRule, Declaration, FunctionBlock, Node, QualifiedRule

Token: TypeAlias = Node


@dataclass(frozen=True, slots=True)
class Selector:
    """One selector of a rule's list: its text and its tokens without the pseudo-element."""

    text: str
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Property:
    """One declaration, minified; ``uses`` are the custom properties its value reads."""

    name: str
    text: str  # name:value
    uses: frozenset[str]


@dataclass(frozen=True, slots=True)
class Rule:
    """Selectors and what they declare."""

    selectors: tuple[Selector, ...]
    properties: tuple[Property, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A conditional at-rule (@media, @supports) and the rules inside."""

    prelude: str
    rules: tuple[Rule | Group, ...]


@dataclass(frozen=True, slots=True)
class Verbatim:
    """An at-rule kept as it is: @page; ``name`` is set for @keyframes, which go when nobody uses them."""

    text: str
    name: str = ""


Part: TypeAlias = Rule | Group | Verbatim


def parse_sheet(css: str) -> tuple[Part, ...]:
    """The parts of a style sheet, in order; comments and @charset are dropped.

    Raises ValueError with tinycss2's message when the sheet is not valid CSS.
    """
    return tuple(_parts(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)))


def _parts(nodes: Iterable[Node]) -> Iterator[Part]:
    for node in nodes:
        if isinstance(node, QualifiedRule):
            yield _rule(node)
        elif isinstance(node, AtRule):
            yield from _at_rule(node)
        else:
            raise ValueError(f"line {node.source_line}: {getattr(node, 'message', node.type)}")


def _rule(node: QualifiedRule) -> Rule:
    return Rule(tuple(_selectors(node.prelude)), tuple(_properties(node.content)))


def _at_rule(node: AtRule) -> Iterator[Part]:
    keyword, prelude = node.lower_at_keyword, compact(node.prelude)
    if keyword in ("media", "supports"):
        inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
        nested = tuple(part for part in _parts(inner) if isinstance(part, Rule | Group))
        yield Group(f"@{keyword} {prelude}", nested)
    elif keyword == "page":
        body = ";".join(part.text for part in _properties(node.content))
        yield Verbatim(f"@page {prelude}{{{body}}}".replace(" {", "{"))
    elif keyword.endswith("keyframes"):
        yield Verbatim(f"@{keyword} {prelude}{{{compact(node.content)}}}", prelude)
    elif keyword != "charset":
        raise ValueError(f"line {node.source_line}: @{keyword} is not expected here")


def _selectors(tokens: Sequence[Token]) -> Iterator[Selector]:
    part: list[Token] = []
    for token in [*tokens, None]:
        if token is None or token == ",":
            yield Selector(_selector_text(part), tuple(_without_pseudo_element(part)))
            part = []
        else:
            part.append(token)


def _selector_text(tokens: Sequence[Token]) -> str:
    text = compact(tokens)
    for combinator in ">+~":
        text = text.replace(f" {combinator} ", combinator)
    return text


def _without_pseudo_element(tokens: Sequence[Token]) -> Sequence[Token]:
    """Everything before ``::``: vendors' pseudo-elements are unknown to the selector parser."""
    for index in range(len(tokens) - 1):
        if tokens[index] == ":" and tokens[index + 1] == ":":
            tokens = tokens[:index]
            break
    kept = list(tokens)
    while kept and (kept[-1].type == "whitespace" or kept[-1] in (">", "+", "~")):
        kept.pop()
    return kept


def _properties(content: Sequence[Token]) -> Iterator[Property]:
    for node in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if not isinstance(node, Declaration):
            raise ValueError(f"line {node.source_line}: {getattr(node, 'message', node.type)}")
        mark = "!important" if node.important else ""
        yield Property(
            node.name, f"{node.name}:{compact(node.value)}{mark}", frozenset(_variables(node.value))
        )


def _variables(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if isinstance(token, FunctionBlock):
            if token.lower_name == "var":
                yield next(inner.value for inner in token.arguments if inner.type == "ident")
            yield from _variables(token.arguments)


def compact(tokens: Sequence[Token]) -> str:
    """The tokens as text, comments gone, white space folded to one blank and none after a comma."""
    out: list[str] = []
    for token in tokens:
        if token.type == "comment" or (token.type == "whitespace" and out and out[-1] in (" ", ",")):
            continue
        if isinstance(token, FunctionBlock):
            out.append(f"{token.name}({compact(token.arguments)})")
        else:
            out.append(" " if token.type == "whitespace" else token.serialize())
    return "".join(out).strip()
