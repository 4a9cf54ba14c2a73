"""Reading files people write by hand: size, encoding and YAML errors told with file and line."""

from __future__ import annotations

from pathlib import Path

import yaml

from waymark.errors import SeedError

LIMIT = 1_000_000  # bytes; the longest article seen has 13,000

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_text(path: Path, name: str) -> str:
    """Return the text of a UTF-8 file, line ends as they are; raises SeedError naming ``name``."""
    try:
        size = path.stat().st_size
        if size > LIMIT:
            cure = f"A seed is at most {LIMIT:,} bytes: is it the right file?"
            raise SeedError(f"the file has {size:,} bytes", cure, name)
        data = path.read_bytes()
    except OSError as error:
        raise SeedError(
            f"cannot be read ({error.strerror})", "Check the path and its rights.", name
        ) from error
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SeedError("this is not UTF-8", "Save the file as UTF-8.", name, line) from error
    if "\x00" in text:
        line = text.count("\n", 0, text.index("\x00")) + 1
        raise SeedError("a NUL character stands here", "This is no text: is it the right file?", name, line)
    return text


def parse_yaml(text: str, name: str, first_line: int = 1) -> object:
    """Return what a YAML text says; raises SeedError with the line (``first_line`` = line of its first)."""
    try:
        return yaml.load(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        raise SeedError(f"broken YAML: {error.problem}", "Check quotes and indents.", name, line) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        what = str(error).splitlines()[0] if str(error) else "cannot be read"
        raise SeedError(f"broken YAML: {what}", "Check the file.", name, first_line) from error


def key_line(text: str, key: str) -> int:
    """Return the line of a dotted key in a YAML text, or of its nearest parent that exists."""
    node: yaml.Node | None = yaml.compose(text, Loader=_Loader)
    line, rest = 1, key
    while isinstance(node, yaml.MappingNode) and rest:
        names = {str(name.value): (name.start_mark.line + 1, value) for name, value in node.value}
        fitting = [name for name in names if rest == name or rest.startswith(name + ".")]
        if not fitting:
            return line
        name = max(fitting, key=len)
        line, node = names[name]
        rest = rest[len(name) + 1 :]
    return line


def item_lines(text: str) -> list[int]:
    """Return the line of each item of a YAML list."""
    node = yaml.compose(text, Loader=_Loader)
    return [item.start_mark.line + 1 for item in node.value] if isinstance(node, yaml.SequenceNode) else []
