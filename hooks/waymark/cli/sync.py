"""``python hooks sync``: template and catalogs follow the pages."""

from __future__ import annotations

import argparse
from pathlib import Path

from waymark.glossary import Glossary
from waymark.pipeline import collect_segments, read_settings
from waymark.sync import catalogs, changes, read_catalog, sync, sync_unchanged, write_template
from waymark.sync.files import path_of

NAME = "sync"
HELP = "Bring locale/messages.pot and every catalog up to date with pages, labels and notes."


def arguments(parser: argparse.ArgumentParser) -> None:
    """One choice: whether the edits since the last sync changed a meaning."""
    parser.add_argument(
        "--meaning-unchanged",
        action="store_true",
        help="the edits since the last sync were typos: translations stay current (from 75 %% alike on)",
    )


def run(options: argparse.Namespace, root: Path) -> int:
    """Every catalog is read and brought up to date before the first is written."""
    segments = collect_segments(root)
    update = sync_unchanged if options.meaning_unchanged else sync
    before = [read_catalog(root, where) for where in catalogs(root, read_settings(root).locales)]
    after = [update(each, segments, Glossary.load(root, each.locale)) for each in before]
    write_template(root, segments)
    for old, new in zip(before, after, strict=True):
        written = new.save(path_of(root, new.locale))
        print(f"{new.locale.tag}: {changes(old, new)}{'' if written else ' (no byte changed)'}")
    return 0
