"""``python hooks weigh``: the bytes and requests of every page of the built site."""

from __future__ import annotations

import argparse
from pathlib import Path

from waymark.errors import UsageError
from waymark.lean.hosting import caddy, headers_file, nginx
from waymark.lean.weight import ANY_PAGE, table, weigh

NAME = "weigh"
HELP = "bytes and requests of every page of the built site"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where the site is, or which server's header lines to print instead."""
    parser.add_argument("--site", type=Path, default=Path("site"), help="folder of the built site")
    parser.add_argument("--headers", choices=("nginx", "caddy", "_headers"), help="print a host's settings")


def run(options: argparse.Namespace, root: Path) -> int:
    """Prints the table; 1 when a page is over the limit."""
    hosts = {"nginx": nginx, "caddy": caddy, "_headers": headers_file}
    if options.headers:
        print(hosts[options.headers](), end="")
        return 0
    site = root / options.site
    if not (site / "index.html").is_file():
        raise UsageError("there is no built site here", "Run: make site", options.site)
    weights = weigh(site)
    print(table(weights))
    return int(any(weight.sent > ANY_PAGE for weight in weights))
