"""From which sources a site was built: written into it by the build, asked for before it is packed."""

from __future__ import annotations

import hashlib
import json
import subprocess
from dataclasses import asdict, dataclass
from pathlib import Path

from waymark.errors import UsageError
from waymark.pipeline.settings import CONFIG, build_date

FILE = "made.json"
# What a page depends on. The articles are not here: facts.lock stands for them, with or without.
SOURCES = ("docs", "hooks", "locale", "overrides", "seeds", CONFIG)
_LEFT_OUT = ("seeds/articles/", "__pycache__/", "/.")  # and what tools keep in hidden folders


@dataclass(frozen=True, slots=True)
class Made:
    """What a site was built from."""

    date: str  # ISO: the build's day
    sources: str  # SHA-256 over the names and bytes of all sources


def made_from(root: Path) -> Made:
    """What a site built now would be made from."""
    return Made(build_date(root).isoformat(), _sources(root))


def write_made(site: Path, made: Made) -> None:
    """Leaves the mark in a built site."""
    draft = site / f"{FILE}.new"
    draft.write_text(json.dumps(asdict(made)) + "\n", encoding="utf-8")
    draft.replace(site / FILE)


def require_current(site: Path, now: Made) -> None:
    """Raises UsageError unless the site was built from what stands in the project now."""
    try:
        then = Made(**json.loads((site / FILE).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        raise UsageError("no telling from what this site was built", "Run: make site", site) from None
    if then.sources != now.sources:
        raise UsageError("this site was built from other sources than stand here", "Run: make site", site)
    if then.date != now.date:
        what = f"this site was built as of {then.date}, the project now says {now.date}"
        raise UsageError(what, "Run: make site", site)


def commit(root: Path) -> str:
    """The commit that is checked out, with ``+changes`` where its sources were changed; empty outside git."""
    head = _git(root, "rev-parse", "HEAD")
    return f"{head}+changes" if head and _git(root, "status", "--porcelain", "--", *SOURCES) else head


def _git(root: Path, *arguments: str) -> str:
    command = ["git", "-C", str(root), *arguments]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def _sources(root: Path) -> str:
    total = hashlib.sha256()
    for name in SOURCES:
        place = root / name
        files = [place] if place.is_file() else sorted(path for path in place.rglob("*") if path.is_file())
        for path in files:
            own = path.relative_to(root).as_posix()
            if not any(part in own for part in _LEFT_OUT):
                total.update(f"{own}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()
