"""What stands on a page, as far as a style sheet can ask: its elements and how they stand to each other."""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from selectolax.lexbor import LexborHTMLParser, LexborNode

from waymark.lean.selectors import Step, Traits, Vocabulary

ALONE = ""
ANCESTOR, PARENT, BEFORE, ADJACENT = " ", ">", "~", "+"

Fact: TypeAlias = tuple[str, int, int]  # relation, the other element's traits, this element's (numbers)


@dataclass(slots=True)
class Register:
    """Numbers for all distinct traits and facts of a site, in the order in which they are met."""

    vocabulary: Vocabulary
    traits: dict[Traits, int] = field(default_factory=dict)
    facts: dict[Fact, None] = field(default_factory=dict)
    accepted: dict[str, frozenset[int]] = field(default_factory=dict)  # compound -> traits it may match

    def read(self, page: LexborHTMLParser) -> frozenset[Fact]:
        """The facts of one page; they are remembered as the site's too."""
        found: dict[Fact, None] = {}
        root = page.root
        if root is not None:
            self._element(root, "", (), (), found)
        self.facts.update(found)
        return frozenset(found)

    def _element(
        self,
        node: LexborNode,
        language: str,
        ancestors: tuple[int, ...],
        siblings: tuple[int, ...],
        found: dict[Fact, None],
    ) -> int:
        attributes = node.attributes
        language = (attributes.get("lang") or language).lower()
        number = self._number(_traits(node, attributes, language, self.vocabulary))
        found[(ALONE, -1, number)] = None
        for other in ancestors:
            found[(ANCESTOR, other, number)] = None
        if ancestors:
            found[(PARENT, ancestors[-1], number)] = None
        for other in siblings:
            found[(BEFORE, other, number)] = None
        if siblings:
            found[(ADJACENT, siblings[-1], number)] = None
        inner = (*(a for a in ancestors if a != number), number)
        earlier: tuple[int, ...] = ()
        child = node.child
        while child is not None:
            if child.is_element_node:
                met = self._element(child, language, inner, earlier, found)
                earlier = (*(s for s in earlier if s != met), met)
            child = child.next
        return number

    def _number(self, traits: Traits) -> int:
        return self.traits.setdefault(traits, len(self.traits))

    def alternatives(self, steps: tuple[Step, ...]) -> tuple[frozenset[Fact], ...]:
        """For each step the facts of which a page needs at least one, or the selector matches nothing."""
        accepted = [self._accepted(step) for step in steps]
        if not all(accepted):
            return (frozenset(),)
        needs = [frozenset((ALONE, -1, number) for number in accepted[-1])]
        for left, right, step in zip(accepted, accepted[1:], steps[1:], strict=False):
            pairs = ((step.combinator, a, b) for a in left for b in right)
            needs.append(frozenset(pair for pair in pairs if pair in self.facts))
        return tuple(needs)

    def _accepted(self, step: Step) -> frozenset[int]:
        name = repr(step.compound)
        if name not in self.accepted:
            numbers = (number for traits, number in self.traits.items() if step.accepts(traits))
            self.accepted[name] = frozenset(numbers)
        return self.accepted[name]


def _traits(
    node: LexborNode, attributes: dict[str, str | None], language: str, vocabulary: Vocabulary
) -> Traits:
    names = {node.tag or "", f"#{attributes.get('id')}"}
    names.update(f".{name}" for name in (attributes.get("class") or "").split())
    if node.tag == "html":
        names.add(":root")
    traits = names & vocabulary.names
    for name, sign, value in vocabulary.attributes:
        if name in attributes and _HOLDS[sign](attributes[name] or "", value):
            traits.add(f"[{name}{sign}{value}]")
    for wanted in vocabulary.languages:
        if language == wanted.lower() or language.startswith(f"{wanted.lower()}-"):
            traits.add(f":lang({wanted})")
    return frozenset(traits)


_HOLDS: dict[str, Callable[[str, str], bool]] = {
    "": lambda actual, value: True,
    "=": operator.eq,
    "^=": str.startswith,
    "$=": str.endswith,
    "*=": operator.contains,
    "~=": lambda actual, value: value in actual.split(),
    "|=": lambda actual, value: actual == value or actual.startswith(f"{value}-"),
}
