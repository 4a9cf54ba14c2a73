"""Commands: one module each, with NAME, HELP, arguments() and run(); this file only finds and calls them."""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

from waymark.errors import UsageError, WaymarkError

USAGE = 2


def commands() -> dict[str, ModuleType]:
    """The command modules by name."""
    names = sorted(found.name for found in pkgutil.iter_modules(__path__))
    modules = (importlib.import_module(f"{__name__}.{name}") for name in names)
    return {module.NAME: module for module in modules if hasattr(module, "NAME")}


def main(arguments: Sequence[str], root: Path) -> int:
    """Run one command; 0 well, 1 an error stands, 2 wrong usage. Errors are one line on stderr."""
    parser = argparse.ArgumentParser(prog="python hooks", description="Waymark's commands.")
    choose = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    known = _needed(arguments)
    for name, module in known.items():
        module.arguments(choose.add_parser(name, help=module.HELP, description=module.HELP))
    options = parser.parse_args(list(arguments))
    try:
        return int(known[options.command].run(options, root))
    except UsageError as wrong:
        print(f"error: {wrong}", file=sys.stderr)
        return USAGE
    except WaymarkError as wrong:
        print(f"error: {wrong}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        return 1


def _needed(arguments: Sequence[str]) -> dict[str, ModuleType]:
    """Only the module that is asked for: the others' imports would cost every start."""
    if arguments and arguments[0].isidentifier():
        names = {found.name for found in pkgutil.iter_modules(__path__)}
        if arguments[0] in names:
            module = importlib.import_module(f"{__name__}.{arguments[0]}")
            return {module.NAME: module}
    return commands()
