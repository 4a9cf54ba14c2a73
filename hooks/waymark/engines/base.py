"""What an engine is: texts in one language go in, texts in another come out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

LONGEST = 5_000  # characters of one text; sentence models lose the thread far earlier


class Engine(Protocol):
    """A translator bound to one pair of languages; safe to call from several threads."""

    @property
    def name(self) -> str:
        """As the state line names it: ``argos en-fr 1.9``."""
        ...

    @property
    def key(self) -> str:
        """Hash of model and settings: the same key gives the same texts, so results may be remembered."""
        ...

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        """One text for each of ``texts``, in order; empty where the engine is not sure enough.

        ``source`` and ``target`` are BCP-47 tags. Raises EngineError when the engine itself fails.
        """
        ...


@dataclass(frozen=True, slots=True)
class Status:
    """Whether an engine can serve a locale, and what to do when it cannot."""

    engine: str
    locale: str
    ready: bool
    what: str  # "1.9 in /path", "no model en-km installed"
    cure: str = ""  # the command that would help


def not_too_long(texts: Sequence[str]) -> list[str]:
    """The texts, with an empty one for each that no sentence model should be given."""
    return [text if len(text) <= LONGEST else "" for text in texts]
