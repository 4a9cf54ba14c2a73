"""Reading ``{{ call("literal") }}``: nothing of a page is ever evaluated, it is parsed and looked up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment, TemplateSyntaxError, nodes

from waymark.errors import PageError

_CALL = re.compile(r"\{\{(?:[^{}\"']|\"[^\"\n]*\"|'[^'\n]*')*\}\}")
_PARSER = Environment(autoescape=True)
_CURE = 'Write {{ name("literal", …) }} with the names CONTRIBUTING lists.'


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a page: its name, its literal arguments, its span in the text and its line."""

    name: str
    arguments: tuple[str, ...]
    start: int
    end: int
    line: int
    alone: bool  # nothing else on its line: a block


def calls_in(text: str, path: str, first_line: int = 1) -> Iterator[Call]:
    """Every call of a text in order; raises PageError for anything in braces that is no plain call.

    ``first_line`` is the line of the file at which the text begins.
    """
    rest = _CALL.sub(lambda found: "x" * len(found[0]), text)
    for brace in re.finditer(r"\{\{|\}\}|\{%|%\}|\{#(?! )", rest):
        line = first_line + text.count("\n", 0, brace.start())
        raise PageError("braces that are no call", _CURE, path, line)
    for found in _CALL.finditer(text):
        line = first_line + text.count("\n", 0, found.start())
        name, arguments = _parse(found[0], path, line)
        start_of_line = text.rfind("\n", 0, found.start()) + 1
        end_of_line = text.find("\n", found.end())
        around = (
            text[start_of_line : found.start()]
            + text[found.end() : end_of_line if end_of_line >= 0 else None]
        )
        yield Call(name, arguments, found.start(), found.end(), line, not around.strip())


def _parse(source: str, path: str, line: int) -> tuple[str, tuple[str, ...]]:
    try:
        body = _PARSER.parse(source).body
    except TemplateSyntaxError as wrong:
        raise PageError(f"{source} cannot be read: {wrong.message}", _CURE, path, line) from None
    match body:
        case [nodes.Output(nodes=[nodes.Call(node=nodes.Name(name=name), args=args, kwargs=[]) as call])]:
            values = [arg.value for arg in args if isinstance(arg, nodes.Const)]
            literal = len(values) == len(args) and all(isinstance(value, str) for value in values)
            if literal and call.dyn_args is None and call.dyn_kwargs is None:
                return name, tuple(values)
    raise PageError(f"{source} is not a call with literal texts", _CURE, path, line)
