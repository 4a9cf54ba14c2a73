"""What we look for, in no language: seeds/codebook.yml as frozen types."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal, cast

from waymark.codebook_schema import check_codebook
from waymark.errors import SeedError
from waymark.seedfile import parse_yaml, read_text
from waymark.weights import PATH as WEIGHTS
from waymark.weights import Weights, load_weights

PATH = "seeds/codebook.yml"


@dataclass(frozen=True, slots=True)
class Unit:
    """What a figure counts, with its English label: "{n} person arrested", "{n} people arrested"."""

    id: str
    singular: str
    plural: str
    topic: str


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a chain: the method's slug, and the id of its section where an address must be bland."""

    id: str
    bland: str
    order: int


@dataclass(frozen=True, slots=True)
class Chain:
    """The steps of a scheme in the order they happen."""

    id: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """An operation, case or context that figures belong to."""

    id: str
    label: str  # English; names stay as they are in every language
    kind: Literal["operation", "case", "context"]
    names: tuple[str, ...]
    when: str
    by: str  # the organisation that runs it; with the right month it points here
    origin: str
    units: tuple[str, ...]  # units or their classes; empty: any
    methods: tuple[str, ...]
    least: float  # numbers this large point here by themselves; 0: never
    examples: bool  # several values are examples, no contradiction

    def carries(self, unit: str) -> bool:
        """Whether a figure of this unit can belong here."""
        return not self.units or unit in self.units or unit.split(".")[0] in self.units


@dataclass(frozen=True, slots=True)
class Origin:
    """An original source that articles rest on."""

    id: str
    name: str
    date: str
    names: tuple[str, ...]
    first: str  # articles published from this month ...
    last: str  # ... to this month can rest on it


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name with the ways it is written."""

    value: str
    kind: Literal["organisation", "person", "outlet", "platform"]
    aliases: tuple[str, ...]


@dataclass(frozen=True)
class Codebook:
    """The whole codebook; look-ups raise KeyError for unknown ids."""

    units: tuple[Unit, ...]
    chains: tuple[Chain, ...]
    events: tuple[Event, ...]
    origins: tuple[Origin, ...]
    names: tuple[Name, ...]
    topics: tuple[tuple[str, str], ...]  # (method or event slug, topic)
    subdivisions: tuple[tuple[str, str], ...]  # (code, English name)
    weights: Weights  # of what may be the role of people

    @cached_property
    def _units(self) -> dict[str, Unit]:
        return {unit.id: unit for unit in self.units}

    @cached_property
    def _topics(self) -> dict[str, str]:
        return dict(self.topics)

    @cached_property
    def _subdivisions(self) -> dict[str, str]:
        return dict(self.subdivisions)

    def unit(self, unit: str) -> Unit:
        """Return the unit; "money.USD_per_year" is money_per_year, an unlisted count is "count"."""
        if unit.startswith("money."):
            return self._units["money" + unit[len("money.USD") :]]
        if unit.startswith("count.") and unit not in self._units:
            return self._units["count"]
        return self._units[unit]

    def topic(self, slug: str) -> str:
        """Return the topic of a method or event slug."""
        return self._topics[slug]

    def event(self, event: str) -> Event:
        """Return an event of the registry."""
        return {e.id: e for e in self.events}[event]

    def has_event(self, event: str) -> bool:
        """Whether the registry has this id."""
        return any(e.id == event for e in self.events)

    def origin(self, origin: str) -> Origin:
        """Return an original source."""
        return {o.id: o for o in self.origins}[origin]

    def chain(self, chain: str) -> Chain:
        """Return a chain by its id."""
        return {c.id: c for c in self.chains}[chain]

    def step(self, section: str) -> Step | None:
        """Return the step that a section's id (its method's slug or its bland id) tells, if any."""
        steps = (step for chain in self.chains for step in chain.steps)
        return next((step for step in steps if section in (step.id, step.bland)), None)

    @cached_property
    def platforms(self) -> frozenset[str]:
        """Names of the places online where people are met."""
        return frozenset(name.value for name in self.names if name.kind == "platform")

    def place_name(self, code: str) -> str:
        """Return the English name of a region or subdivision; the code itself for a country."""
        return self._subdivisions.get(code, code)

    def country(self, code: str) -> str:
        """Return the country of a place code ("MM-13" is in MM); empty for regions."""
        head = code.split("-")[0]
        return head if head.isalpha() else ""


def load_codebook(root: Path) -> Codebook:
    """Read seeds/codebook.yml; raises SeedError naming file, key and line."""
    for name in (PATH, WEIGHTS):
        if not (root / name).is_file():
            raise SeedError("the codebook is missing", "Restore it from the repository.", name)
    stats = [(root / name).stat() for name in (PATH, WEIGHTS)]
    return _load(root, tuple((stat.st_mtime_ns, stat.st_size) for stat in stats))


@lru_cache(maxsize=4)
def _load(root: Path, changed: tuple[tuple[int, int], ...]) -> Codebook:
    path = root / PATH
    text = read_text(path, PATH)
    content = parse_yaml(text, PATH)
    check_codebook(content, text, PATH)
    data = cast("Mapping[str, Mapping[str, object]]", content)
    return Codebook(
        units=tuple(Unit(key, *cast("list[str]", value)) for key, value in data["units"].items()),
        chains=tuple(_chain(key, cast("list[object]", value)) for key, value in data["chains"].items()),
        events=tuple(_event(key, cast("Mapping[str, object]", v)) for key, v in data["events"].items()),
        origins=tuple(_origin(key, cast("Mapping[str, object]", v)) for key, v in data["origins"].items()),
        names=tuple(_names(cast("Mapping[str, Mapping[str, list[str]]]", data["names"]))),
        topics=_topics(data),
        subdivisions=tuple((str(code), str(name)) for code, name in data["subdivisions"].items()),
        weights=load_weights(root),
    )


def _chain(key: str, steps: list[object]) -> Chain:
    pairs = [next(iter(step.items())) if isinstance(step, dict) else (step, step) for step in steps]
    return Chain(key, tuple(Step(str(slug), str(bland), i) for i, (slug, bland) in enumerate(pairs)))


def _event(key: str, data: Mapping[str, object]) -> Event:
    return Event(
        id=key,
        label=str(data["label"]),
        kind=cast("Literal['operation', 'case', 'context']", data["kind"]),
        names=_texts(data, "names"),
        when=str(data.get("when", "")),
        by=str(data.get("by", "")),
        origin=str(data.get("origin", "")),
        units=_texts(data, "units"),
        methods=_texts(data, "methods"),
        least=float(cast("float", data.get("least", 0))),
        examples=bool(data.get("examples", False)),
    )


def _origin(key: str, data: Mapping[str, object]) -> Origin:
    first, last = str(data.get("from", "")), str(data.get("to", ""))
    return Origin(key, str(data["name"]), str(data["date"]), _texts(data, "names"), first, last)


def _names(data: Mapping[str, Mapping[str, list[str]]]) -> list[Name]:
    return [
        Name(value, cast("Literal['organisation', 'person', 'outlet', 'platform']", kind), tuple(aliases))
        for kind, names in data.items()
        for value, aliases in names.items()
    ]


def _topics(data: Mapping[str, Mapping[str, object]]) -> tuple[tuple[str, str], ...]:
    pairs = [
        (slug, topic)
        for table in ("methods", "event_topics")
        for topic, slugs in data[table].items()
        for slug in cast("list[str]", slugs)
    ]
    return tuple(sorted(pairs))


def _texts(data: Mapping[str, object], key: str) -> tuple[str, ...]:
    return tuple(str(item) for item in cast("list[object]", data.get(key, [])))
