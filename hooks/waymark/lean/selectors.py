"""Which elements a selector could ever match: never says no to one that does (parser by cssselect2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import tinycss2
from cssselect2 import parser

from waymark.lean.sheet import Group, Part, Rule, Selector

# Attributes a reader or a script switches: a rule for them counts as used wherever its element is.
SWITCHED = frozenset({"open", "hidden", "checked"})

Traits: TypeAlias = frozenset[str]  # "a", ".md-nav", "#__main", "[href^=http]", ":root", ":lang(km)"


@dataclass(frozen=True, slots=True)
class Step:
    """A compound selector and how it hangs on the one before it ("" for the first)."""

    combinator: str
    compound: Any  # cssselect2's CompoundSelector

    def accepts(self, traits: Traits) -> bool:
        """Whether an element with these traits may match, in some state of the page."""
        return all(_accepts(simple, traits) for simple in self.compound.simple_selectors)


def steps(selector: Selector) -> tuple[Step, ...]:
    """The compounds of a selector from left to right; ``::before`` alone means any element."""
    if all(token.type == "whitespace" for token in selector.tokens):
        return (Step("", parser.CompoundSelector([])),)
    (parsed,) = parser.parse(list(selector.tokens))
    return tuple(_steps(parsed.parsed_tree))


def _steps(tree: Any) -> Iterator[Step]:
    if isinstance(tree, parser.CombinedSelector):
        yield from _steps(tree.left)
        yield Step(tree.combinator, tree.right)
    else:
        yield Step("", tree)


def _accepts(simple: Any, traits: Traits) -> bool:
    if isinstance(simple, parser.MatchesAnySelector | parser.SpecificityAdjustmentSelector):
        return any(Step("", _rightmost(inner.parsed_tree)).accepts(traits) for inner in simple.selector_list)
    trait = trait_of(simple)
    return trait is None or trait in traits


def _rightmost(tree: Any) -> Any:
    return tree.right if isinstance(tree, parser.CombinedSelector) else tree


def trait_of(simple: Any) -> str | None:
    """The trait a simple selector asks for; None when it depends on state or position."""
    trait: str | None = None
    match simple:
        case parser.LocalNameSelector():
            trait = str(simple.lower_local_name)
        case parser.ClassSelector():
            trait = f".{simple.class_name}"
        case parser.IDSelector():
            trait = f"#{simple.ident}"
        case parser.AttributeSelector() if simple.lower_name not in SWITCHED:
            trait = f"[{simple.lower_name}{simple.operator or ''}{simple.value or ''}]"
        case parser.PseudoClassSelector() if simple.name == "root":
            trait = ":root"
        case parser.FunctionalPseudoClassSelector() if simple.name == "lang":
            trait = f":lang({tinycss2.serialize(simple.arguments).strip()})"
    return trait


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All traits a sheet asks for, so that an element is described by nothing else."""

    names: frozenset[str]
    attributes: tuple[tuple[str, str, str], ...]  # name, operator, value
    languages: tuple[str, ...]


def vocabulary(parts: tuple[Part, ...]) -> Vocabulary:
    """What the selectors of these parts ask of an element."""
    names: set[str] = set()
    attributes: set[tuple[str, str, str]] = set()
    languages: set[str] = set()
    for selector in _selectors(parts):
        for step in steps(selector):
            for simple in _simples(step.compound):
                trait = trait_of(simple)
                if trait is None:
                    continue
                if trait.startswith(":lang("):
                    languages.add(trait[6:-1])
                elif trait.startswith("["):
                    attributes.add((simple.lower_name, simple.operator or "", simple.value or ""))
                else:
                    names.add(trait)
    return Vocabulary(frozenset(names), tuple(sorted(attributes)), tuple(sorted(languages)))


def _selectors(parts: tuple[Part, ...]) -> Iterator[Selector]:
    for part in parts:
        if isinstance(part, Rule):
            yield from part.selectors
        elif isinstance(part, Group):
            yield from _selectors(part.rules)


def _simples(compound: Any) -> Iterator[Any]:
    for simple in compound.simple_selectors:
        if isinstance(simple, parser.MatchesAnySelector | parser.SpecificityAdjustmentSelector):
            for inner in simple.selector_list:
                yield from _simples(_rightmost(inner.parsed_tree))
        else:
            yield simple
