"""``python hooks review``: a person vouches for the translations of a page."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from waymark.errors import UsageError
from waymark.locales import locale
from waymark.model import Provenance, State
from waymark.sync import read_catalog
from waymark.sync.files import path_of

NAME = "review"
HELP = "Write your name above the translations of pages you have read, in one locale."
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Who, when, which language, which pages: nothing is vouched for by default."""
    parser.add_argument("--locale", required=True)
    parser.add_argument("--by", required=True, metavar="NAME", help="as locale/REVIEWERS lists it")
    parser.add_argument("--on", required=True, metavar="DATE", help="the day you read it: 2026-11-30")
    parser.add_argument(
        "--page",
        action="append",
        required=True,
        help="path below docs/, or unit, approx, nav, block:NAME, contact:CC; may be repeated",
    )


def run(options: argparse.Namespace, root: Path) -> int:
    """Every current text of these pages gets the state line; stale and empty ones do not."""
    if not _DATE.fullmatch(options.on):
        raise UsageError(f"“{options.on}” is no date", "Write --on 2026-11-30.")
    before = read_catalog(root, locale(options.locale))
    said = Provenance(State.REVIEWED, options.by, options.on)
    for page in options.page:
        if not any(entry.context.partition("#")[0] == page for entry in before.entries):
            raise UsageError(f"no entry of “{page}”", "Name it as the msgctxt does, before the #.")
    after = before.reviewed(said, options.page)
    after.save(path_of(root, after.locale))
    changed = sum(old != new for old, new in zip(before.entries, after.entries, strict=True))
    print(f"{after.locale.tag}: {changed} texts reviewed by {options.by}")
    return 0
