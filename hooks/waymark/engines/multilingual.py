"""A multilingual CTranslate2 model in a local folder, for the locales Argos has no model for.

Two layouts are known by their vocabulary: MADLAD-400 (Apache-2.0), whose source begins with ``<2km>``, and
M2M-100 or SMaLL-100 (MIT), whose source begins with ``__en__`` and whose target begins with ``__km__``.
The folder holds CTranslate2's files (model.bin, config.json, a vocabulary) and one SentencePiece model.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Any

from waymark.engines import sentences
from waymark.engines.base import Status, not_too_long
from waymark.engines.decoding import Model, Settings, fingerprint
from waymark.errors import EngineError
from waymark.locales import Locale

FOLDER = "WAYMARK_MODEL"  # environment variable with the model's folder
_CODES = {"zh-Hans": ("zh", "zh"), "zh-Hant": ("zh_Hant", "zh"), "tl": ("fil", "tl")}  # MADLAD-400, M2M-100
_CURE = f"Put a MADLAD-400 or M2M-100 model converted for CTranslate2 into a folder and name it in {FOLDER}."


@dataclass(frozen=True, slots=True)
class _Layout:
    """What stands before the source's pieces, after them, and before the target's."""

    name: str
    before: str
    after: tuple[str, ...]
    prefix: tuple[str, ...]


class _Pieces:
    def __init__(self, path: Path, layout: _Layout) -> None:
        self._path, self._layout, self._lock = path, layout, Lock()

    @cached_property
    def _processor(self) -> Any:
        from sentencepiece import SentencePieceProcessor

        with self._lock:
            try:
                return SentencePieceProcessor(model_file=str(self._path))
            except (OSError, RuntimeError) as error:
                raise EngineError("this is no SentencePiece model", _CURE, self._path) from error

    def encode(self, text: str) -> list[str]:
        return [self._layout.before, *self._processor.encode(text, out_type=str), *self._layout.after]

    def decode(self, pieces: Sequence[str]) -> str:
        return str(self._processor.decode_pieces(list(pieces))).replace("▁", " ")


def _vocabulary(folder: Path) -> frozenset[str]:
    for name in ("shared_vocabulary.json", "source_vocabulary.json"):
        if (folder / name).is_file():
            try:
                words = json.loads((folder / name).read_text("utf-8"))
            except (OSError, ValueError) as error:
                raise EngineError(f"{name} cannot be read", _CURE, folder) from error
            return frozenset(word for word in words if isinstance(word, str))
    raise EngineError("no CTranslate2 vocabulary here", _CURE, folder)


def _layout(folder: Path, source: Locale, target: Locale) -> _Layout:
    words = _vocabulary(folder)
    madlad, m2m = _CODES.get(target.tag, (target.tag, target.tag))
    config = _config(folder)
    end = () if config.get("add_source_eos") else ("</s>",)
    if f"<2{madlad}>" in words:
        return _Layout("madlad400", f"<2{madlad}>", end, ())
    if f"__{m2m}__" in words and target.tag != "zh-Hant":  # M2M-100 writes simplified characters
        return _Layout("m2m100", f"__{source.tag}__", end, (f"__{m2m}__",))
    what = f"the model knows no {target.english_name}"
    raise EngineError(what, "Use one whose vocabulary has its language token.", folder)


def _config(folder: Path) -> dict[str, object]:
    try:
        found = json.loads((folder / "config.json").read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise EngineError("config.json cannot be read", _CURE, folder) from error
    return found if isinstance(found, dict) else {}


def _sentencepiece(folder: Path) -> Path:
    found = sorted([*folder.glob("*.model"), *folder.glob("*.spm")])
    if not found:
        raise EngineError("no SentencePiece model here", _CURE, folder)
    return found[0]


class Multilingual:
    """One folder's model, bound to a pair of locales."""

    def __init__(
        self, folder: Path, source: Locale, target: Locale, settings: Settings | None = None
    ) -> None:
        if not (folder / "model.bin").is_file():
            raise EngineError("no CTranslate2 model here", _CURE, folder)
        layout = _layout(folder, source, target)
        decoding = settings or Settings()
        pieces = _Pieces(_sentencepiece(folder), layout)
        self._pair = source.tag, target.tag
        self._model = Model(folder, pieces, layout.prefix, decoding)
        self.name = f"ctranslate2 {source.tag}-{target.tag} {folder.name}"
        self.key = fingerprint(folder, layout, decoding)

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        """Every sentence of every text in as few batches as fit; see Engine."""
        if (source, target) != self._pair:
            raise EngineError(f"{self.name} does not translate {source} to {target}", "Open another engine.")
        return sentences.by_sentence(not_too_long(texts), target, self._model.run)


def folder() -> Path | None:
    """The model folder the environment names."""
    named = os.environ.get(FOLDER, "")
    return Path(named) if named else None


def status(source: Locale, target: Locale) -> Status:
    """Whether the folder's model can serve ``target``; loads no weights."""
    place = folder()
    if place is None:
        return Status("ctranslate2", target.tag, False, f"{FOLDER} is not set", _CURE)
    try:
        engine = Multilingual(place, source, target)
    except EngineError as error:
        return Status("ctranslate2", target.tag, False, error.what, error.cure)
    return Status("ctranslate2", target.tag, True, engine.name.partition(" ")[2])
