"""``python hooks models``: what each locale needs, what is installed; installs a local package file."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from tqdm import tqdm

from waymark.engines import Status, argos, statuses
from waymark.engines.install import install
from waymark.locales import SOURCE, locale
from waymark.pipeline import read_settings

NAME = "models"
HELP = "Show which engine can serve which locale, or install .argosmodel files; downloads nothing."


def arguments(parser: argparse.ArgumentParser) -> None:
    """FILE... to install, --locale, --json."""
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="an .argosmodel file to install")
    parser.add_argument("--locale", action="append", metavar="TAG", help="default: all of the site")
    parser.add_argument("--json", action="store_true", help="the list as JSON")


def run(options: argparse.Namespace, root: Path) -> int:
    """Always 0 when the files could be installed: a missing model is no error."""
    for path in tqdm(options.files, desc="install", unit=" packages", disable=len(options.files) < 2):
        print(f"installed {install(path)}")
    if options.files:
        return 0
    chosen = [locale(tag) for tag in options.locale or ()] or list(read_settings(root).locales)
    found = [status for each in chosen if each != SOURCE for status in statuses(each)]
    if options.json:
        print(json.dumps([asdict(each) for each in found], ensure_ascii=False, indent=1))
        return 0
    for each in found:
        print(_line(each))
    for folder in argos.broken():
        print(f"broken: {folder}: no whole Argos package. Delete the folder and install the package again.")
    return 0


def _line(each: Status) -> str:
    sign = "ready  " if each.ready else "missing"
    return f"{each.locale:8} {each.engine:15} {sign} {each.what}" + (f". {each.cure}" if each.cure else "")
