"""A style sheet cut to what a page can use, written back in the sheet's order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from waymark.lean.facts import Fact, Register
from waymark.lean.selectors import steps
from waymark.lean.sheet import Group, Part, Property, Rule, Selector, Verbatim


@dataclass(frozen=True)
class Cutter:
    """The sheet of a site and what each of its selectors asks of a page."""

    parts: tuple[Part, ...]
    register: Register  # complete: all pages of the site have been read

    @cached_property
    def _needs(self) -> dict[str, tuple[frozenset[Fact], ...]]:
        found: dict[str, tuple[frozenset[Fact], ...]] = {}
        for selector in _selectors(self.parts):
            if selector.text not in found:
                found[selector.text] = self.register.alternatives(steps(selector))
        return found

    def cut(self, facts: frozenset[Fact]) -> str:
        """The CSS for a page with these facts: rules it uses, custom properties those rules read."""
        return _write(_without_unread(tuple(self._kept(self.parts, facts))))

    def _kept(self, parts: Iterable[Part], facts: frozenset[Fact]) -> Iterator[Part]:
        for part in parts:
            if isinstance(part, Verbatim):
                yield part
            elif isinstance(part, Group):
                inner = tuple(p for p in self._kept(part.rules, facts) if not isinstance(p, Verbatim))
                if inner:
                    yield Group(part.prelude, inner)
            else:
                used = tuple(s for s in part.selectors if self._matches(s, facts))
                if used:
                    yield Rule(used, part.properties)

    def _matches(self, selector: Selector, facts: frozenset[Fact]) -> bool:
        return all(not need.isdisjoint(facts) for need in self._needs[selector.text])


def _selectors(parts: Iterable[Part]) -> Iterator[Selector]:
    for rule in _rules(parts):
        yield from rule.selectors


def _rules(parts: Iterable[Part]) -> Iterator[Rule]:
    for part in parts:
        if isinstance(part, Rule):
            yield part
        elif isinstance(part, Group):
            yield from _rules(part.rules)


def _without_unread(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Drops custom properties that nothing reads, and keyframes that nothing plays."""
    properties = [p for rule in _rules(parts) for p in rule.properties]
    read = {name for p in properties if not p.name.startswith("--") for name in p.uses}
    waiting = sorted(read)
    while waiting:
        name = waiting.pop()
        more = {use for p in properties if p.name == name for use in p.uses} - read
        read |= more
        waiting.extend(sorted(more))
    played = " ".join(p.text for p in properties if p.name.startswith("animation"))
    return tuple(_read_only(parts, frozenset(read), played))


def _read_only(parts: Iterable[Part], read: frozenset[str], played: str) -> Iterator[Part]:
    for part in parts:
        if isinstance(part, Verbatim):
            if not part.name or part.name in played:
                yield part
        elif isinstance(part, Group):
            inner = tuple(p for p in _read_only(part.rules, read, played) if not isinstance(p, Verbatim))
            if inner:
                yield Group(part.prelude, inner)
        else:
            kept = tuple(p for p in part.properties if not p.name.startswith("--") or p.name in read)
            if kept:
                yield Rule(part.selectors, kept)


def _write(parts: Iterable[Part]) -> str:
    out: list[str] = []
    prelude = ""
    for part in parts:
        if isinstance(part, Group) and part.prelude == prelude:
            out[-1] = out[-1][:-1] + _write(part.rules) + "}"
            continue
        prelude = part.prelude if isinstance(part, Group) else ""
        out.append(_one(part))
    return "".join(out)


def _one(part: Part) -> str:
    if isinstance(part, Verbatim):
        return part.text
    if isinstance(part, Group):
        return f"{part.prelude}{{{_write(part.rules)}}}"
    return ",".join(s.text for s in part.selectors) + "{" + _body(part.properties) + "}"


def _body(properties: Iterable[Property]) -> str:
    return ";".join(p.text for p in properties)
