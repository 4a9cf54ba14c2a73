"""The check of a lexicon file: what keys there are, what each holds; errors name file, key and line."""

from __future__ import annotations

import re
from pathlib import Path
from typing import cast

from waymark.errors import SeedError
from waymark.lexicon.currencies import codes
from waymark.lexicon.dates import KINDS, NEEDED, PLACEHOLDERS
from waymark.lexicon.patterns import PatternError, expression
from waymark.lexicon.tables import PATTERN_TABLES, Tables
from waymark.seedfile import key_line, parse_yaml, read_text

# Every key a lexicon may have and the shape of its value.
SHAPES = {
    "language": "word",
    "head": "word",
    "abbreviations": "lines",
    "boilerplate": "lines",
    "months": "numbers",
    "weekdays": "numbers",
    "numerals.decimal": "word",
    "numerals.words": "amounts",
    "numerals.times": "amounts",
    "numerals.scales": "amounts",
    "numerals.glued": "amounts",
    "numerals.and": "lines",
    "numerals.one": "lines",
    "numerals.vague": "amounts",
    "numerals.collective": "amounts",
    "numerals.fold": "amounts",
    "numerals.fraction": "amounts",
    "numerals.symbols": "words",
    "numerals.percent": "lines",
    "numerals.ratio": "lines",
    "numerals.range_open": "lines",
    "numerals.range_to": "lines",
    "numerals.range_and": "lines",
    "numerals.of": "lines",
    "numerals.prefix": "lines",
    "numerals.half": "lines",
    "numerals.part": "lines",
    "dates": "forms",
}
_NO_STATE = ("BTC", "ETH")  # money that no country issues
REQUIRED = ("language", "numerals.decimal", "numerals.words", "approx", "units", "roles.any", "dates")


def read_tables(path: Path, name: str) -> Tables:
    """Read and check one lexicon; raises SeedError with ``name``, the key and its line."""
    text = read_text(path, name)
    content = parse_yaml(text, name)
    if not isinstance(content, dict):
        raise SeedError("a lexicon is a mapping", "See the comments of fr.yml.", name, 1)
    problem = _problem(content, path.stem)
    if problem:
        key, what, cure = problem
        raise SeedError(f"{key}: {what}", cure, name, key_line(text, key))
    return Tables(content)


def _problem(content: dict[str, object], stem: str) -> tuple[str, str, str] | None:
    shapes = SHAPES | {path: "patterns" for path, _ in PATTERN_TABLES}
    parents = {path.split(".")[0] for path in shapes if "." in path}
    flat: dict[str, object] = {}
    for key, value in content.items():
        if key in parents and isinstance(value, dict):
            flat |= {f"{key}.{inner}": inner_value for inner, inner_value in value.items()}
        else:
            flat[str(key)] = value
    for key, value in flat.items():
        if key not in shapes:
            return key, "no such table", f"Use one of: {', '.join(sorted(shapes))}."
        bad = _check(shapes[key], value)
        if bad:
            return f"{key}{bad[0]}", bad[1], bad[2]
    strange = [key for key in cast("dict[str, object]", flat.get("currencies", {})) if not _is_currency(key)]
    if strange:
        return f"currencies.{strange[0]}", "is no currency", "Use codes of ISO 4217; join several with |."
    missing = [key for key in REQUIRED if key not in flat]
    if missing:
        return missing[0], "this table is missing", "Add it; fr.yml shows how."
    if content["language"] != stem:
        return "language", f"says {content['language']!r} in the file {stem}.yml", "Make them the same."
    return None


def _is_currency(entry: str) -> bool:
    """One code, or several that a name can mean: "XOF|XAF"."""
    return all(code in codes() or code in _NO_STATE for code in entry.split("|"))


def _check(shape: str, value: object) -> tuple[str, str, str] | None:
    """(where below the key, what, cure) when a value has not its shape."""
    if shape == "word":
        return None if isinstance(value, str) else ("", "must be a text", "Put it in quotes.")
    if shape == "lines":
        return _check_lines("", value)
    if not isinstance(value, dict):
        return "", "must be a mapping", "Write 'entry: value' lines below it."
    return next((bad for entry, item in value.items() if (bad := _check_entry(shape, entry, item))), None)


def _check_entry(shape: str, entry: object, item: object) -> tuple[str, str, str] | None:
    where = f".{entry}"
    if shape in ("numbers", "amounts"):
        number = isinstance(item, (int, float)) and not isinstance(item, bool)
        return None if number else (where, "must be a number", "Write digits; 1.0e+6 for a million.")
    if shape == "words":
        return None if isinstance(item, str) else (where, "must be a text", "Put it in quotes.")
    if shape == "forms" and entry not in KINDS:
        return where, "no such kind of date", f"Use one of: {', '.join(KINDS)}."
    bad = _check_lines(where, item)
    return bad or (
        _check_patterns(entry, item)
        if shape == "patterns"
        else _check_forms(str(entry), cast("list[str]", item))
    )


def _check_forms(kind: str, forms: list[str]) -> tuple[str, str, str] | None:
    where = f".{kind}"
    unknown = sorted(set(re.findall(r"{(\w*)}", str(forms))) - set(PLACEHOLDERS))
    if unknown:
        cure = f"Use {', '.join('{' + name + '}' for name in PLACEHOLDERS)}."
        return where, f"no such placeholder {{{unknown[0]}}}", cure
    for form in forms:
        for name in NEEDED.get(kind, ()):
            if not re.search(rf"{{{name}}}(?!\?)", form):
                return (
                    where,
                    f"the form {form!r} has no {{{name}}}",
                    f"Write {{{name}}} into it, without a '?'.",
                )
    return None


def _check_lines(where: str, value: object) -> tuple[str, str, str] | None:
    if isinstance(value, list) and all(isinstance(line, str) and line.strip() for line in value):
        return None
    return (
        where,
        "must be a list of texts",
        'Write [first, "second (a|b)"]; quote what YAML would read otherwise (no, on).',
    )


def _check_patterns(entry: object, lines: object) -> tuple[str, str, str] | None:
    if not isinstance(entry, str):
        return f".{entry}", "the entry must be a text", 'Quote it: YAML reads NO as false; write "NO".'
    assert isinstance(lines, list)
    for line in lines:
        try:
            expression(line)
        except PatternError as error:
            return f".{entry}", str(error), "A pattern is words, word*, (a|b), x? and ... between words."
    return None
