"""Front matter: the title and description a reader sees are segments, the rest is ours."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

import yaml

from waymark.errors import PageError

FENCE = "---\n"
_FIELD = re.compile(r"(?P<key>title|description): +(?P<value>\S.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Field:
    """A translatable value of the front matter; ``text[start:end]`` is its YAML, quotes included."""

    kind: str
    value: str
    start: int
    end: int
    line: int


def read_front(text: str, path: str) -> tuple[tuple[Field, ...], int]:
    """The fields of a page's front matter and the offset where its Markdown begins; raises PageError."""
    if not text.startswith(FENCE):
        return (), 0
    close = text.find("\n" + FENCE, len(FENCE) - 1)
    if close < 0:
        raise PageError("front matter without an end", "Close it with a line of ---.", path, 1)
    front = text[: close + 1]
    meta = _parse(front, path)
    fields = tuple(_field(match, path, front) for match in _FIELD.finditer(front))
    for key in ("title", "description"):
        if str(meta.get(key, "")) != next((f.value for f in fields if f.kind == f"meta.{key}"), ""):
            raise PageError(f"“{key}” cannot be read", f'Write it once, on one line: {key}: "Text".', path, 1)
    return fields, close + 1 + len(FENCE)


def encode(value: str) -> str:
    """The value as a YAML scalar that reads back as exactly this text (JSON strings are YAML)."""
    return json.dumps(value, ensure_ascii=False)


def _parse(front: str, path: str) -> dict[str, object]:
    try:
        meta = yaml.safe_load(front)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise PageError("front matter is not YAML", "Quote values with a colon.", path, line) from None
    if meta is not None and not isinstance(meta, dict):
        raise PageError("front matter is no list of “key: value”", "Write one key a line.", path, 1)
    return meta or {}


def _field(match: re.Match[str], path: str, front: str) -> Field:
    line = front.count("\n", 0, match.start()) + 1
    try:
        value = yaml.safe_load(match["value"])
    except (yaml.YAMLError, ValueError, RecursionError):
        value = None
    if not isinstance(value, str) or "\n" in value or value != value.strip():
        raise PageError(f"“{match['key']}” is no line of text", "Put it in double quotes.", path, line)
    return Field(f"meta.{match['key']}", value, match.start("value"), match.end("value"), line)
