"""``python hooks pack``: the built site as files to carry away, in dist/."""

from __future__ import annotations

import argparse
import importlib.util
import sys
from datetime import date
from pathlib import Path

from tqdm import tqdm

from waymark.errors import UsageError
from waymark.lean.sheet import Part, parse_sheet
from waymark.locales import SOURCE, locale
from waymark.pack import Content, Order, State, chosen, make, read_built, write
from waymark.pipeline import open_project
from waymark.pipeline.made import Made, commit, made_from, require_current
from waymark.pipeline.project import Project
from waymark.sync import count, read_catalog

NAME = "pack"
HELP = "Make the copies: a zip and one HTML file a locale, checksums and a manifest, in dist/."
DIST = "dist"


def arguments(parser: argparse.ArgumentParser) -> None:
    """--locale once or several times (default: all the site offers, and one zip of them), --site."""
    parser.add_argument("--locale", action="append", metavar="TAG", help="km; several times for several")
    parser.add_argument("--site", type=Path, default=Path("site"), help="folder of the built site")


def run(options: argparse.Namespace, root: Path) -> int:
    """Prints a line a file; 1 when a file would be too large or hold words of an article."""
    for tag in options.locale or ():
        locale(tag)
    built = read_built(root / options.site)
    now = made_from(root)
    require_current(root / options.site, now)
    project = open_project(root)
    tags = chosen(built, options.locale or ())
    everything = not options.locale
    content = content_of(project, now, built.offered if everything else tags)
    order = Order(built, content, sheet(root), project.leaks, tags, everything)
    with tqdm(total=order.steps(), desc="pack", unit=" pages", file=sys.stderr) as bar:
        files = make(order, bar.update)
    write(root / DIST, files)
    for name, data in files.items():
        print(f"{DIST}/{name}\t{len(data)} bytes")
    return 0


def content_of(project: Project, now: Made, tags: tuple[str, ...]) -> Content:
    """What the manifest says of the content."""
    states = tuple(_state(project, tag) for tag in tags if tag != SOURCE.tag)
    day = date.fromisoformat(now.date)
    return Content(
        project.settings.site_name,
        day.isoformat(),
        commit(project.root),
        project.settings.preview,
        states,
    )


def sheet(root: Path) -> tuple[Part, ...]:
    """The theme's style sheet as lean reads it; raises UsageError where Material is not installed."""
    found = importlib.util.find_spec("material")
    folder = Path(found.origin).parent / "templates/assets/stylesheets" if found and found.origin else root
    files = [*sorted(folder.glob("main.*.min.css")), root / "overrides" / "assets" / "waymark.css"]
    if len(files) != 2:
        raise UsageError("Material for MkDocs is not installed", "Run: make site")
    return tuple(part for path in files for part in parse_sheet(path.read_text(encoding="utf-8")))


def _state(project: Project, tag: str) -> State:
    catalog = read_catalog(project.root, locale(tag))
    counts = count(catalog, project.segments, project.settings.core_pages)
    return State(
        tag,
        counts.reviewed,
        counts.draft,
        counts.machine,
        counts.edited,
        counts.fuzzy,
        counts.missing,
        counts.total,
    )
