"""What each page of a built site costs its reader: bytes as a host sends them, and requests."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

FIRST_VIEW = 14 * 1024  # bytes: what arrives in the first round trip (ten TCP segments)
ANY_PAGE = 20 * 1024
_FETCHED = "link[rel~=stylesheet], link[rel~=preload], script[src], img[src], iframe, source, object"


@dataclass(frozen=True, slots=True)
class Weight:
    """One page: its path below the site, bytes, bytes after gzip, and requests to show it."""

    path: str
    raw: int
    sent: int
    requests: int


def weigh(site: Path) -> tuple[Weight, ...]:
    """The weight of every page of a built site, sorted by path."""
    return tuple(_weights(site))


def _weights(site: Path) -> Iterator[Weight]:
    for path in sorted(site.rglob("*.html")):
        raw = path.read_bytes()
        sent = len(gzip.compress(raw, compresslevel=9, mtime=0))
        fetched = LexborHTMLParser(raw).css(_FETCHED)
        own = [node for node in fetched if not (node.attributes.get("src") or "").startswith("data:")]
        yield Weight(path.relative_to(site).as_posix(), len(raw), sent, 1 + len(own))


def table(weights: tuple[Weight, ...]) -> str:
    """All weights as a Markdown table, then the heaviest page in words."""
    rows = [f"| {w.path} | {w.raw} | {w.sent} | {w.requests} |" for w in weights]
    heaviest = max(weights, key=lambda w: (w.sent, w.path))
    return "\n".join(
        [
            "| page | bytes | gzip | requests |",
            "|---|---:|---:|---:|",
            *rows,
            "",
            f"{len(weights)} pages; the heaviest is {heaviest.path} with {heaviest.sent} bytes gzip.",
        ]
    )
