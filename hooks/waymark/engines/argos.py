"""Argos Translate: its packages, tokenizers and CTranslate2 models, in batches and never on the network.

Argos' own loop downloads sentence models, takes the older of two versions, loses ``_`` and goes sentence by
sentence; this module uses its package code and leaves its loop aside.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

from packaging.version import InvalidVersion, Version

from waymark.engines import sentences
from waymark.engines.base import Status, not_too_long
from waymark.engines.decoding import Model, Settings, fingerprint
from waymark.errors import EngineError
from waymark.locales import Locale, locale

_opening = Lock()


class _Pieces:
    """The tokenizer of a package; SentencePiece is decoded here, because Argos makes ``_`` a space."""

    def __init__(self, package: Any) -> None:
        self.tokenizer = package.tokenizer

    def encode(self, text: str) -> list[str]:
        return list(self.tokenizer.encode(text))

    def decode(self, pieces: Sequence[str]) -> str:
        if hasattr(self.tokenizer, "lazy_processor"):
            decoded: str = self.tokenizer.lazy_processor().decode_pieces(list(pieces))
            return decoded.replace("▁", " ")
        return str(self.tokenizer.decode(list(pieces)))


def folders() -> Iterator[Path]:
    """Folders that hold an installed package each, broken ones included."""
    try:
        from argostranslate import settings  # makes its folders when it is imported
    except OSError:
        return  # a home that cannot be written holds no packages
    for place in map(Path, settings.package_dirs):
        if place.is_dir():
            yield from sorted(path for path in place.iterdir() if path.is_dir())


def _package(folder: Path) -> Any | None:
    """The installed translation package in ``folder``; None when it is broken or of another type."""
    from argostranslate.package import Package

    try:
        package = Package(folder)
        _version(package)
    except (OSError, ValueError, TypeError, AttributeError):
        return None
    whole = (folder / "model" / "model.bin").is_file() and hasattr(package, "tokenizer")
    return package if whole and package.type == "translate" else None


def _version(package: Any) -> Version:
    try:
        return Version(package.package_version)
    except InvalidVersion as error:
        raise ValueError(str(error)) from error


def installed() -> dict[tuple[str, str], Any]:
    """The newest installed package of each pair of Argos codes."""
    newest: dict[tuple[str, str], Any] = {}
    for package in filter(None, map(_package, folders())):
        pair = package.from_code, package.to_code
        if pair not in newest or _version(newest[pair]) < _version(package):
            newest[pair] = package
    return newest


def broken() -> list[Path]:
    """Folders among the packages that hold no working package."""
    return [folder for folder in folders() if _package(folder) is None]


def route(source: str, target: str) -> list[Any] | None:
    """The packages from one Argos code to another: one, or two through English; None when one is missing."""
    packages = installed()
    if (source, target) in packages:
        return [packages[source, target]]
    hops = [packages.get((source, "en")), packages.get(("en", target))]
    return hops if all(hops) and source != target else None


@lru_cache(maxsize=8)
def _model(folder: Path, settings: Settings) -> Model:
    package = _package(folder)
    if package is None:
        raise EngineError("this package is broken", "Install it again with: python hooks models FILE", folder)
    return Model(
        folder / "model", _Pieces(package), [package.target_prefix] if package.target_prefix else [], settings
    )


class Argos:
    """Installed Argos packages from one locale to another."""

    def __init__(self, source: Locale, target: Locale, settings: Settings | None = None) -> None:
        """Raises EngineError, with the command that helps, when no package is installed."""
        self._source, self._target = source.tag, target.tag
        packages = route(source.argos, target.argos) if target.argos else None
        if packages is None:
            told = status(target)
            raise EngineError(told.what, told.cure or "Use another engine.")
        self._settings = settings or Settings()
        self._folders = [Path(package.package_path) for package in packages]
        hops = "+".join(f"{hop.from_code}-{hop.to_code} {hop.package_version}" for hop in packages)
        self.name = f"argos {hops}"
        self.key = fingerprint(self._folders[-1], self._settings, *map(fingerprint, self._folders[:-1]))

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        """Every sentence of every text in as few batches as fit; see Engine."""
        if (source, target) != (self._source, self._target):
            raise EngineError(f"{self.name} does not translate {source} to {target}", "Open another engine.")
        return sentences.by_sentence(not_too_long(texts), target, self._run)

    def _run(self, asked: list[str]) -> list[str]:
        for folder in self._folders:
            with _opening:  # lru_cache itself may build twice under threads
                model = _model(folder, self._settings)
            asked = model.run(asked)
        return asked


def status(target: Locale) -> Status:
    """Whether Argos can serve ``target``, from what is installed; asks nobody."""
    english = locale("en")
    if not target.argos:
        cure = "Use the engine ctranslate2 with a multilingual model, or libretranslate."
        return Status("argos", target.tag, False, f"Argos has no model for {target.english_name}", cure)
    packages = route(english.argos, target.argos)
    pair = f"{english.argos}_{target.argos}"
    if packages is None:
        cure = (
            f"Fetch it once with: argospm install translate-{pair}; or: python hooks models FILE.argosmodel"
        )
        return Status("argos", target.tag, False, f"no model {pair.replace('_', '-')} installed", cure)
    versions = ", ".join(f"{hop.from_code}-{hop.to_code} {hop.package_version}" for hop in packages)
    return Status("argos", target.tag, True, f"{versions} in {Path(packages[-1].package_path).parent}")


def readable_metadata(text: str) -> dict[str, object]:
    """The metadata of a package; raises ValueError when it is no JSON object."""
    found = json.loads(text)
    if not isinstance(found, dict):
        raise ValueError("metadata.json is no object")
    return found
