"""``python hooks status``: how far each locale has come, from the catalogs in the repository."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from waymark.pipeline import collect_segments, read_settings
from waymark.sync import Counts, catalogs, count, read_catalog

NAME = "status"
HELP = "Count the segments of each locale: reviewed, draft, machine, edited, fuzzy, missing."
_COLUMNS = ("reviewed", "draft", "machine", "edited", "fuzzy", "missing", "total")


def arguments(parser: argparse.ArgumentParser) -> None:
    """--json for machines."""
    parser.add_argument("--json", action="store_true", help="a JSON list, one object a locale")


def run(options: argparse.Namespace, root: Path) -> int:
    """Print one row a locale; nothing here fails a build."""
    settings, segments = read_settings(root), collect_segments(root)
    rows = [
        count(read_catalog(root, where), segments, settings.core_pages)
        for where in catalogs(root, settings.locales)
    ]
    if options.json:
        print(json.dumps([{**asdict(row), "listed": row.listed} for row in rows], indent=1))
    else:
        print(table(rows))
    return 0


def table(rows: list[Counts]) -> str:
    """The counts as a table for the terminal."""
    lines = ["locale   " + "".join(f"{name:>9}" for name in _COLUMNS) + "   core"]
    for row in rows:
        numbers = "".join(f"{getattr(row, name):>9}" for name in _COLUMNS)
        share = f"{row.core_current}/{row.core}, {'listed' if row.listed else 'not listed'}"
        lines.append(f"{row.locale:<9}{numbers}   {share}")
    return "\n".join(lines)
