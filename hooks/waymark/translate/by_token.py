"""Protection, second way: each hole as a token that this engine was seen to leave alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from waymark.translate.nodes import Chunk, Hole, Node
from waymark.translate.plan import Attempt, Plan, said_or_none, whole


def by_token(token: str) -> Attempt:
    """Holes and the ends of spans as numbered tokens; see probe()."""
    return lambda msgid: whole(msgid, lambda chunk: _with_tokens(chunk, token, {}))


def by_term(token: str, terms_of: Callable[[str], Mapping[str, tuple[str, ...]]]) -> Attempt:
    """The same with each glossary term as a token too, its agreed translation put in its place."""

    def attempt(msgid: str) -> Plan | None:
        terms = {term: forms[0] for term, forms in terms_of(msgid).items()}
        return whole(msgid, lambda chunk: _with_tokens(chunk, token, terms)) if terms else None

    return attempt


class _Held:
    """Texts taken out of a sentence, each with the token that stands for it."""

    def __init__(self, token: str) -> None:
        self.token = token
        self.raws: list[tuple[str, str]] = []  # side to which spaces belong to the token, text

    def hold(self, raw: str, side: str = "") -> str:
        """The token for ``raw``; ``side`` is where the space that was added stands: after or before."""
        self.raws.append((side, raw))
        return self.token.replace("0", str(len(self.raws) - 1))

    def told(self, nodes: Sequence[Node], terms: Mapping[str, str]) -> str:
        """The nodes with tokens in place of holes, marks and terms."""
        out = ""
        for node in nodes:
            if isinstance(node, str):
                out += self._termed(node, terms)
            elif isinstance(node, Hole):
                out += self.hold(node.raw)
            else:
                inside = self.told(node.nodes, terms)
                out += f"{self.hold(node.opening, 'after')} {inside} {self.hold(node.closing, 'before')}"
        return out

    def _termed(self, text: str, terms: Mapping[str, str]) -> str:
        either = "|".join(re.escape(term) for term in sorted(terms, key=len, reverse=True))
        if not either:
            return text
        said = {term.casefold(): form for term, form in terms.items()}
        found = rf"\b({either})(?:s|es)?\b"
        return re.sub(found, lambda match: self.hold(said[match[1].casefold()]), text, flags=re.IGNORECASE)

    def back(self, text: str | None) -> str | None:
        """The answer with each token made what it stands for; None unless each is there exactly once."""
        for at, (side, raw) in enumerate(self.raws):
            mine = re.escape(self.token.replace("0", str(at)))
            spaced = {"after": mine + r"\s*", "before": r"\s*" + mine}.get(side, mine)
            found = list(re.finditer(spaced, text or ""))
            if text is None or len(found) != 1:
                return None
            text = text[: found[0].start()] + raw + text[found[0].end() :]
        return text


_MOST = 10  # tokens of one digit


def _with_tokens(part: Chunk, token: str, terms: Mapping[str, str]) -> Plan | None:
    held = _Held(token)
    text = held.told(part.nodes, terms)
    if len(held.raws) > _MOST:
        return None
    return Plan((text,), lambda answers: held.back(said_or_none(answers[0])))


def probe(translate: Callable[[Sequence[str]], Sequence[str]]) -> str:
    """The first kind of token that this engine gives back unharmed; empty when it harms all."""
    kinds = ("XQ0", "[X0X]", "X0X", "@0@")
    answers = translate([f"Call {kind} before you go to {kind.replace('0', '1')}." for kind in kinds])
    for kind, answer in zip(kinds, answers, strict=True):
        if answer.count(kind) == 1 and answer.count(kind.replace("0", "1")) == 1:
            return kind
    return ""
