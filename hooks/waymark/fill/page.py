"""Filling a page: every call replaced by what the claims, contacts and references say."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from markupsafe import Markup

from waymark.errors import PageError, WaymarkError
from waymark.fill import views
from waymark.fill.calls import Call, calls_in
from waymark.fill.desk import Desk
from waymark.fill.inline import Inline
from waymark.fill.messages import Messages

_HEADING = re.compile(r"^#{2,6} .*\{ *#(?P<id>[\w-]+)[^}]*\} *$", re.MULTILINE)


def fill(text: str, page: str, desk: Desk, messages: Messages, first_line: int = 1) -> str:
    """The page's Markdown with calls evaluated and evidence lines under the headings of steps.

    Raises PageError with docs/<page> and line for an unknown call, wrong arguments, an unknown
    claim or reference, and a step that no article supports.
    """
    path = f"docs/{page}"
    inline = Inline(page, desk, messages)
    pieces, at = [], 0
    for start, end, line, make in _holes(text, path, first_line, inline):
        pieces += [text[at:start], _checked(make, path, line)]
        at = end
    return "".join([*pieces, text[at:]])


Hole = tuple[int, int, int, Callable[[], str]]


def _holes(text: str, path: str, first_line: int, inline: Inline) -> list[Hole]:
    holes: list[Hole] = []
    for call in calls_in(text, path, first_line):
        holes.append((call.start, call.end, call.line, _maker(call, inline, path)))
    for heading in _HEADING.finditer(text):
        step = inline.desk.knowledge.codebook.step(heading["id"])
        if step is not None:
            line = first_line + text.count("\n", 0, heading.start())
            holes.append((heading.end(), heading.end(), line, _evidence(inline, step.id)))
    return sorted(holes, key=lambda hole: hole[0])


def _evidence(inline: Inline, method: str) -> Callable[[], str]:
    return lambda: f"\n\n{inline.evidence(method)}"


def _maker(call: Call, inline: Inline, path: str) -> Callable[[], str]:
    table: Mapping[str, Callable[..., Markup]] = inline.calls()
    if call.name in table:
        return lambda: table[call.name](*call.arguments)
    if call.name in views.BLOCKS:
        if not call.alone:
            raise PageError(f"{call.name}() is a block", "Give it a line of its own.", path, call.line)
        return lambda: views.BLOCKS[call.name](inline, *call.arguments)
    known = ", ".join(sorted([*table, *views.BLOCKS]))
    raise PageError(f"unknown call {call.name}()", f"Known: {known}.", path, call.line)


def _checked(make: Callable[[], str], path: str, line: int) -> str:
    try:
        return make()
    except PageError:
        raise
    except WaymarkError as wrong:
        raise PageError(wrong.what, wrong.cure, path, line) from None
    except TypeError as wrong:
        raise PageError(
            f"wrong number of arguments ({wrong})", "CONTRIBUTING shows each call.", path, line
        ) from None
