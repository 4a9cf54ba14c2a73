"""What the text said of people before a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from waymark.extract.figure import Figure
from waymark.extract.sentences import Sentence

_RECENT = 3  # sentences for which "they" are the people counted last
_PART = 2  # sentences in which a part of those counted is told
_THINGS = ("site.", "case.")
_FEW = 3  # counts so small are told of many things


@dataclass(frozen=True)
class Told:
    """What a sentence's readers know of people when they reach it; roles are empty where nothing was said."""

    last: str = ""  # of those counted or spoken of last, however long ago
    of: str = ""  # the same, if it was a moment ago
    main: str = ""  # of those of the headline, else of those counted first
    usual: str = ""  # what most figures said
    roles: frozenset[str] = frozenset()
    counts: Mapping[float, str] = field(default_factory=dict)
    things: Mapping[float, str] = field(default_factory=dict)  # sites and cases counted before, their units
    thing: str = ""  # the unit of those counted a moment ago, if no people were counted since
    larger: Sequence[tuple[float, str]] = ()  # counted a moment ago, of which others may be a part
    countries: Mapping[str, int] = field(default_factory=dict)  # ISO 3166-1 codes, how often named

    def whole(self, value: float) -> str:
        """Return the role of those counted last of whom so many may be a part."""
        return next((role for whole, role in reversed(self.larger) if whole > value), "")


class Memory:
    """Remembers, sentence by sentence, what one article says of people."""

    def __init__(self, headline: Mapping[float, str]) -> None:
        self._counts = dict(headline)
        self._roles = Counter(headline.values())
        self._main = next(iter(headline.values()), "")
        self._last = (-_RECENT - 1, "")
        self._things: dict[float, str] = {}
        self._thing = (-_RECENT - 1, "")
        self._countries: Counter[str] = Counter()
        self._recent: list[tuple[int, float, str]] = []

    def before(self, sentence: int, *, listed: bool) -> Told:
        """Return what was told before a sentence; ``listed``: an item, told by the head of its list."""
        at, role = self._last
        if not listed:
            self._recent = [one for one in self._recent if sentence - one[0] <= _PART]
        return Told(
            last=role,
            of=role if listed or sentence - at <= _RECENT else "",
            main=self._main,
            usual=max(self._roles, key=lambda one: self._roles[one], default=""),
            roles=frozenset(self._roles),
            counts=self._counts,
            countries=self._countries,
            things=self._things,
            thing=self._thing[1] if sentence - self._thing[0] <= _PART else "",
            larger=[(value, told) for _, value, told in self._recent],
        )

    def name(self, sentence: Sentence) -> None:
        """Take in the countries a sentence names, provinces and nationalities too."""
        named = (*sentence.of("place"), *sentence.of("demonym"))
        self._countries.update(h.entry[:2] for h in named if h.entry[:2].isupper())

    def tell(self, sentence: int, figures: Sequence[Figure], otherwise: str) -> None:
        """Take in a sentence's figures; ``otherwise``: what it tells of people without a number."""
        sure = [f for f in figures if f.role and not f.guessed]
        for figure in sure:
            self._counts.setdefault(figure.number.value, figure.role)
            self._roles[figure.role] += 1
            self._main = self._main or figure.role
            self._recent.append((sentence, figure.number.value, figure.role))
        things = [f for f in figures if f.unit.startswith(_THINGS)]
        for figure in things:
            self._things.setdefault(figure.number.value, figure.unit)
        if any(f.unit.startswith("people") for f in figures):
            self._thing = (sentence, "")
        elif things:
            self._thing = (sentence, things[0].unit)
        role = sure[-1].role if sure else otherwise
        self._last = (sentence, role) if role else self._last
