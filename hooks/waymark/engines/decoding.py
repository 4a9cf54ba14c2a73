"""CTranslate2 behind one lock: a model is loaded once, batches go straight to it, scores come per token."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from waymark.errors import EngineError

_LENGTH_PENALTY = 0.2  # Argos Translate's own
_FAULTS = (
    RuntimeError,
    ValueError,
    LookupError,
    OSError,
    MemoryError,
)  # what CTranslate2 raises for bad files


@dataclass(frozen=True, slots=True)
class Settings:
    """How to decode; part of an engine's key."""

    beam: int = 4  # Argos' default: identical output
    batch: int = 2048  # tokens; Argos itself takes 32
    longest: int = 256  # tokens written at most
    floor: float = -2.5  # mean log-probability of a token below which the model is guessing
    compute: str = "default"
    threads: int = 0  # of one translation; 0 lets CTranslate2 choose


class Pieces(Protocol):
    """Text to pieces and back."""

    def encode(self, text: str) -> list[str]:
        """Pieces of ``text``, with whatever marks the model expects."""
        ...

    def decode(self, pieces: Sequence[str]) -> str:
        """Text of ``pieces``."""
        ...


class Model:
    """A CTranslate2 model in a folder, loaded on first use."""

    def __init__(self, folder: Path, pieces: Pieces, prefix: Sequence[str], settings: Settings) -> None:
        self.folder, self.pieces, self.prefix, self.settings = folder, pieces, list(prefix), settings
        self._lock = threading.Lock()
        self._loaded: Any = None

    def _translator(self) -> Any:
        """The loaded model; many threads may ask at once and one loads."""
        import ctranslate2

        with self._lock:
            if self._loaded is None:
                try:
                    self._loaded = ctranslate2.Translator(
                        str(self.folder),
                        compute_type=self.settings.compute,
                        intra_threads=self.settings.threads,
                    )
                except _FAULTS as error:
                    raise EngineError(
                        f"this is no CTranslate2 model: {str(error).splitlines()[0]}",
                        "Install the package again.",
                        self.folder,
                    ) from error
            return self._loaded

    def run(self, sentences: Sequence[str]) -> list[str]:
        """A sentence for each sentence; empty where the model guesses (mean token score under the floor)."""
        said = iter(self._batch([sentence for sentence in sentences if sentence.strip()]))
        return [next(said) if sentence.strip() else "" for sentence in sentences]

    def _batch(self, sentences: Sequence[str]) -> list[str]:
        tokens = [self.pieces.encode(sentence) for sentence in sentences]
        try:
            results = self._translator().translate_batch(
                tokens,
                target_prefix=[self.prefix] * len(tokens) if self.prefix else None,
                max_batch_size=self.settings.batch,
                batch_type="tokens",
                beam_size=self.settings.beam,
                length_penalty=_LENGTH_PENALTY,
                replace_unknowns=True,
                return_scores=True,
                max_decoding_length=self.settings.longest,
            )
        except _FAULTS as error:
            raise EngineError(str(error).splitlines()[0], "Check the model.", self.folder) from error
        return [self._text(result.hypotheses[0], result.scores[0]) for result in results]

    def _text(self, pieces: list[str], score: float) -> str:
        own = pieces[len(self.prefix) :] if pieces[: len(self.prefix)] == self.prefix else pieces
        size = max(1, len(pieces))
        if len(own) >= self.settings.longest or score * size ** (_LENGTH_PENALTY - 1) < self.settings.floor:
            return ""
        return self.pieces.decode(own).strip()


def fingerprint(folder: Path, *also: object) -> str:
    """Hash of a model's files by name, size and first and last megabyte, and of the settings."""
    digest = hashlib.sha256(repr(also).encode())
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(f"{path.relative_to(folder)} {path.stat().st_size}".encode())
            with path.open("rb") as file:
                digest.update(file.read(1 << 20))
                file.seek(max(0, path.stat().st_size - (1 << 20)))
                digest.update(file.read())
    return digest.hexdigest()[:16]
