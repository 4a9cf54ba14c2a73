"""Engines: Argos, a local multilingual model, LibreTranslate servers, and an honest fake.

None downloads anything; a missing model is a status with the command that helps.
"""

from __future__ import annotations

from collections.abc import Callable

from waymark.engines import argos, libretranslate, multilingual
from waymark.engines.base import Engine, Status
from waymark.engines.dummy import Dummy
from waymark.errors import EngineError, UsageError
from waymark.locales import SOURCE, Locale

__all__ = ["NAMES", "Engine", "Status", "best", "open_engine", "statuses"]


def _multilingual(target: Locale) -> Engine:
    place = multilingual.folder()
    if place is None:
        told = multilingual.status(SOURCE, target)
        raise EngineError(told.what, told.cure)
    return multilingual.Multilingual(place, SOURCE, target)


def _libretranslate(target: Locale) -> Engine:
    named = libretranslate.servers()
    if not named:
        told = libretranslate.status(SOURCE, target)
        raise EngineError(told.what, told.cure)
    return libretranslate.LibreTranslate(named, SOURCE, target)


_OPEN: dict[str, Callable[[Locale], Engine]] = {
    "argos": lambda target: argos.Argos(SOURCE, target),
    "ctranslate2": _multilingual,
    "libretranslate": _libretranslate,
    "dummy": lambda target: Dummy(SOURCE.tag, target.tag),
}
NAMES = tuple(_OPEN)


def open_engine(name: str, target: Locale) -> Engine:
    """The engine of that name from English to ``target``.

    Raises UsageError for an unknown name, EngineError with the cure when its model or server is missing.
    """
    if name not in _OPEN:
        raise UsageError(f"unknown engine “{name}”", f"Known: {', '.join(NAMES)}.")
    return _OPEN[name](target)


def best(target: Locale) -> Engine | None:
    """The local engine a build uses: Argos' model, else the folder's; None when neither is installed."""
    for told in (argos.status(target), multilingual.status(SOURCE, target)):
        if told.ready:
            return open_engine(told.engine, target)
    return None


def statuses(target: Locale) -> tuple[Status, ...]:
    """What each engine needs for ``target``."""
    return (
        argos.status(target),
        multilingual.status(SOURCE, target),
        libretranslate.status(SOURCE, target),
    )
