"""``python hooks translate``: an engine's translations into the catalogs, for people to review."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock

from tqdm import tqdm

from waymark.engines import NAMES, Engine, best, open_engine, statuses
from waymark.errors import EngineError, WaymarkError
from waymark.glossary import Glossary
from waymark.locales import SOURCE, Locale, locale
from waymark.model import Segment
from waymark.pipeline import collect_segments, read_settings
from waymark.translate import Summary, open_machine, translate_catalog

NAME = "translate"
HELP = "Translate what the catalogs lack with an engine; may be stopped and resumed at any time."


def arguments(parser: argparse.ArgumentParser) -> None:
    """--locale once or several times (default: all of the site), --engine, --jobs."""
    parser.add_argument("--locale", action="append", metavar="TAG", help="km; several times for several")
    parser.add_argument("--engine", choices=NAMES, default="", help="default: the best installed one")
    parser.add_argument(
        "--jobs", type=int, default=2, metavar="N", help="locales at the same time (default 2)"
    )


def run(options: argparse.Namespace, root: Path) -> int:
    """Prints a line for each locale; 1 when an engine failed for one of them."""
    chosen = [locale(tag) for tag in dict.fromkeys(options.locale or ())] or list(read_settings(root).locales)
    targets = [each for each in chosen if each != SOURCE]
    segments = collect_segments(root)
    place = Lock()

    def one(target: Locale) -> Summary | WaymarkError:
        try:
            return _translate(root, target, options.engine, segments, place)
        except WaymarkError as error:  # the other locales go on; told below
            return error

    with ThreadPoolExecutor(max(1, options.jobs)) as pool:
        told = list(pool.map(one, targets))
    failed = 0
    for target, each in zip(targets, told, strict=True):
        if isinstance(each, WaymarkError):
            failed += 1
            print(f"error: {target.tag}: {each}", file=sys.stderr)
        else:
            print(_line(each))
    return int(failed > 0)


def _translate(root: Path, target: Locale, name: str, segments: Sequence[Segment], place: Lock) -> Summary:
    engine = _engine(name, target)
    machine = open_machine(root, target, engine, Glossary.load(root, target))
    with place:
        bar = tqdm(total=len(segments), desc=f"{target.tag} {engine.name}", unit=" segments", file=sys.stderr)
    with bar:
        return translate_catalog(root / "locale" / f"{target.tag}.po", target, segments, machine, bar.update)


def _engine(name: str, target: Locale) -> Engine:
    """The engine asked for, else the best installed; raises EngineError that says what each would need."""
    engine = open_engine(name, target) if name else best(target)
    if engine is None:
        needs = "; ".join(f"{each.engine}: {each.what}" for each in statuses(target))
        raise EngineError(f"no engine for {target.english_name} ({needs})", "See: python hooks models")
    return engine


def _line(done: Summary) -> str:
    counts = [
        f"{done.translated} translated",
        f"{done.there} were current",
        f"{done.refused} left in English (no attempt passed the checks)" if done.refused else "",
        f"{done.waiting} stale texts of people left to people" if done.waiting else "",
    ]
    return f"{done.locale}: " + ", ".join(filter(None, counts))
