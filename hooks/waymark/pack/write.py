"""dist/: each file whole or not at all, and nothing there that this run did not make."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from waymark.pack import names


def write(dist: Path, files: Mapping[str, bytes]) -> None:
    """Puts the files in place, the checksums last; copies of an earlier run that are not among them go."""
    dist.mkdir(parents=True, exist_ok=True)
    for name in sorted(files, key=lambda name: (name == names.SUMS, name)):
        draft = dist / f"{name}.new"
        draft.write_bytes(files[name])
        draft.replace(dist / name)
    for path in sorted([*dist.glob("waymark-*.zip"), *dist.glob("waymark-*.html")]):
        if path.name not in files:
            path.unlink()
