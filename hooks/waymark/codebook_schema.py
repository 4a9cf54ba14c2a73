"""The check of seeds/codebook.yml: every cross reference resolves, every error names its key and line."""

from __future__ import annotations

from collections.abc import Iterator

from waymark.errors import SeedError
from waymark.seedfile import key_line

TABLES = ("units", "event_topics", "methods", "chains", "events", "origins", "names", "subdivisions")
EVENT_KINDS = ("operation", "case", "context")
NAME_KINDS = ("organisation", "person", "outlet", "platform")


def check_codebook(content: object, text: str, name: str) -> None:
    """Raise SeedError for the first thing that is wrong."""
    for key, what, cure in _problems(content):
        raise SeedError(f"{key}: {what}", cure, name, key_line(text, key))


def _problems(content: object) -> Iterator[tuple[str, str, str]]:
    if not isinstance(content, dict):
        yield "units", "a codebook is a mapping", "Restore it from the repository."
        return
    for table in TABLES:
        if not isinstance(content.get(table), dict):
            yield table, "this table is missing or no mapping", "Restore it from the repository."
            return
    for table in sorted(set(map(str, content)) - set(TABLES)):
        yield table, "no such table", f"Use one of: {', '.join(TABLES)}."
    for check in (_units, _slugs, _chains, _events, _names):
        yield from check(content)


def _units(content: dict[str, dict[str, object]]) -> Iterator[tuple[str, str, str]]:
    for key, value in content["units"].items():
        if not (isinstance(value, list) and len(value) == 3 and all(isinstance(v, str) for v in value)):
            yield f"units.{key}", "must be [label for one, label for more, topic]", "See its neighbours."
        elif any("{n}" not in label for label in value[:2]):
            yield f"units.{key}", "a label has no {n}", "Write where the number stands: {n}."


def _slugs(content: dict[str, dict[str, object]]) -> Iterator[tuple[str, str, str]]:
    for table in ("methods", "event_topics"):
        for topic, slugs in content[table].items():
            if not (isinstance(slugs, list) and all(isinstance(slug, str) for slug in slugs)):
                yield f"{table}.{topic}", "must be a list of slugs", "Write [slug, slug]."


def _chains(content: dict[str, dict[str, object]]) -> Iterator[tuple[str, str, str]]:
    methods = {slug for slugs in content["methods"].values() if isinstance(slugs, list) for slug in slugs}
    for chain, steps in content["chains"].items():
        for step in steps if isinstance(steps, list) else [None]:
            slug = next(iter(step)) if isinstance(step, dict) and len(step) == 1 else step
            if slug not in methods:
                yield f"chains.{chain}", f"{slug!r} is no method", "Use a slug of the table methods."


def _events(content: dict[str, dict[str, object]]) -> Iterator[tuple[str, str, str]]:
    for table, required in (("events", ("label", "kind")), ("origins", ("name", "date"))):
        for key, value in content[table].items():
            missing = [k for k in required if not isinstance(value, dict) or k not in value]
            if missing:
                yield f"{table}.{key}", f"has no {missing[0]!r}", "Add it."
    for key, event in content["events"].items():
        assert isinstance(event, dict)
        if event["kind"] not in EVENT_KINDS:
            yield (
                f"events.{key}.kind",
                f"{event['kind']!r} is no kind",
                f"Use one of: {', '.join(EVENT_KINDS)}.",
            )
        if event.get("origin") and event["origin"] not in content["origins"]:
            yield f"events.{key}.origin", f"{event['origin']!r} is no origin", "Add it to the table origins."


def _names(content: dict[str, dict[str, object]]) -> Iterator[tuple[str, str, str]]:
    for kind, names in content["names"].items():
        if kind not in NAME_KINDS or not isinstance(names, dict):
            yield f"names.{kind}", "no such kind of name", f"Use one of: {', '.join(NAME_KINDS)}."
            continue
        for value, aliases in names.items():
            if not (isinstance(aliases, list) and all(isinstance(a, str) for a in aliases)):
                yield f"names.{kind}.{value}", "must be a list of texts", "Write [alias, alias]."
