"""Real translation models without training: SentencePiece and CTranslate2 files with weights set by hand.

At step t the decoder attends to position t of the source and writes the piece its lexicon has for the piece
there; a piece without an entry is copied. Enough to run the whole path of Argos and CTranslate2, and to make
models that err on purpose: 7 becomes 8, a number becomes a word. The same bytes on every machine.
"""

from __future__ import annotations

import json
import struct
import tempfile
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from ctranslate2.specs.transformer_spec import TransformerSpec
from numpy.typing import NDArray

POSITIONS, HEAD = (
    256,
    64,
)  # longest sentence in pieces; width of a head, which is the width of a position's code
CHARACTERS = [chr(code) for code in range(0x21, 0x7F)] + list("«»“”‘’–—…éèàçêôîûñóíáúü។៖។၊។¿¡。，：")
SPACE = "▁"


@dataclass(frozen=True, slots=True)
class Size:
    """Width of a token's code, layers and feed-forward width; width + HEAD is a multiple of HEAD."""

    token: int = 128
    layers: int = 1
    inner: int = 8

    @property
    def width(self) -> int:
        return self.token + HEAD


TINY, FULL = Size(), Size(token=448, layers=6, inner=2048)  # FULL is the size of Argos' own models


# ------------------------------------------------------------ SentencePiece's file, field by field


def _varint(number: int) -> bytes:
    out = b""
    while number > 0x7F:
        out, number = out + bytes([number & 0x7F | 0x80]), number >> 7
    return out + bytes([number])


def _field(number: int, payload: bytes) -> bytes:
    return _varint(number << 3 | 2) + _varint(len(payload)) + payload


def _piece(text: str, score: float, kind: int) -> bytes:
    return _field(1, _field(1, text.encode()) + b"\x15" + struct.pack("<f", score) + b"\x18" + _varint(kind))


def sentencepiece(words: Iterable[str], controls: Sequence[str] = ()) -> tuple[bytes, list[str]]:
    """A unigram model that prefers whole words to characters, and its pieces in order."""
    normal, unknown, control = 1, 2, 3
    whole = [word for word in dict.fromkeys(words) if word not in controls]
    single = [one for one in dict.fromkeys([SPACE, *CHARACTERS]) if one not in whole]
    pieces = [("<unk>", 0.0, unknown), ("<s>", 0.0, control), ("</s>", 0.0, control)]
    pieces += [(text, 0.0, control) for text in controls]
    pieces += [(word, -1.0 - at * 1e-4, normal) for at, word in enumerate(whole)]
    pieces += [(one, -10.0, normal) for one in single]
    trainer = _field(2, b"\x18\x01" + b"\x20" + _varint(len(pieces)))
    normalizer = _field(3, _field(1, b"identity") + b"\x18\x01\x20\x01\x28\x01")
    return b"".join(_piece(*piece) for piece in pieces) + trainer + normalizer, [
        text for text, _, _ in pieces
    ]


# ------------------------------------------------------------ the Transformer's weights

Matrix = NDArray[np.float32]


def _codes(count: int, width: int, seed: int) -> Matrix:
    """Almost orthogonal rows of as many 1 as -1, so that layer norms only scale them."""
    draw = np.random.RandomState(seed)
    row = np.array([1] * (width // 2) + [-1] * (width // 2), np.float32)
    return np.stack([draw.permutation(row) for _ in range(count)])


def _zeros(*shape: int) -> Matrix:
    return np.zeros(shape, np.float32)


def _linear(layer: object, weight: Matrix) -> None:
    layer.weight, layer.bias = weight, _zeros(weight.shape[0])  # type: ignore[attr-defined]


def _norm(layer: object, width: int) -> None:
    layer.gamma, layer.beta = np.ones(width, np.float32), _zeros(width)  # type: ignore[attr-defined]


def _idle(layer: object, size: Size, decoder: bool) -> None:
    """A layer that passes its input through."""
    width = size.width
    for block in (layer.self_attention, *([layer.attention] if decoder else [])):  # type: ignore[attr-defined]
        _norm(block.layer_norm, width)
    _linear(layer.self_attention.linear[0], _zeros(3 * width, width))  # type: ignore[attr-defined]
    _linear(layer.self_attention.linear[1], _zeros(width, width))  # type: ignore[attr-defined]
    if decoder:
        for part, rows in zip(layer.attention.linear, (width, 2 * width, width), strict=True):  # type: ignore[attr-defined]
            _linear(part, _zeros(rows, width))
    _norm(layer.ffn.layer_norm, width)  # type: ignore[attr-defined]
    _linear(layer.ffn.linear_0, _zeros(size.inner, width))  # type: ignore[attr-defined]
    _linear(layer.ffn.linear_1, _zeros(width, size.inner))  # type: ignore[attr-defined]


def _look_at_own_position(attention: object, size: Size) -> None:
    """Every head compares positions; the value is the token's code."""
    width, token = size.width, size.token
    where, what = _zeros(width, width), _zeros(width, width)
    for head in range(width // HEAD):
        where[head * HEAD : (head + 1) * HEAD, token:] = np.eye(HEAD)
    what[:token, :token] = np.eye(token)
    _linear(attention.linear[0], where)  # type: ignore[attr-defined]
    _linear(attention.linear[1], np.concatenate([where, what]))  # type: ignore[attr-defined]
    _linear(attention.linear[2], 4.0 * what)  # type: ignore[attr-defined]


def transformer(
    pieces: list[str], lexicon: Mapping[str, str], size: Size = TINY, ahead: int = 0
) -> TransformerSpec:
    """The model of a lexicon of pieces; ``ahead`` source pieces (a language token) are passed over."""
    width, token = size.width, size.token
    spec = TransformerSpec.from_config(size.layers, width // HEAD, pre_norm=True)
    codes, places = _codes(len(pieces), token, 1), _codes(POSITIONS, HEAD, 2)
    index = {piece: at for at, piece in enumerate(pieces)}
    embedding, written = _zeros(len(pieces), width), _zeros(len(pieces), width)
    embedding[:, :token] = codes
    for piece in pieces:
        written[index[lexicon.get(piece, piece)], :token] += codes[index[piece]]
    for side, shift in ((spec.encoder, 0), (spec.decoder, ahead)):
        side.scale_embeddings = False
        side.position_encodings.encodings = _zeros(POSITIONS, width)
        side.position_encodings.encodings[:, token:] = np.roll(places, -shift, axis=0)
        _norm(side.layer_norm, width)
        for layer in side.layer:
            _idle(layer, size, side is spec.decoder)
    spec.encoder.embeddings[0].weight, spec.decoder.embeddings.weight = embedding, _zeros(*embedding.shape)
    _look_at_own_position(spec.decoder.layer[0].attention, size)
    _linear(spec.decoder.projection, 0.5 * written)
    spec.decoder.projection.bias[1] = -60  # never <s>
    spec.register_source_vocabulary(list(pieces))
    spec.register_target_vocabulary(list(pieces))
    return spec


def _files(spec: TransformerSpec) -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        spec.validate()
        spec.optimize(quantization="int8")
        spec.save(folder)
        return {path.name: path.read_bytes() for path in sorted(Path(folder).iterdir())}


def _pieces_of(lexicon: Mapping[str, str], spaced: bool) -> dict[str, str]:
    """Words as pieces: ``ne payez`` is one piece; without spaces between words for Khmer, Thai, Chinese."""
    first = SPACE if spaced else ""
    return {SPACE + word: first + said.replace(" ", SPACE) for word, said in lexicon.items()}


# ------------------------------------------------------------ what the tests use


def argosmodel(
    path: Path,
    source: str,
    target: str,
    lexicon: Mapping[str, str],
    version: str = "1.0",
    spaced: bool = True,
    size: Size = TINY,
    characters: Mapping[str, str] | None = None,
    also: Mapping[str, bytes] | None = None,
) -> Path:
    """Writes an .argosmodel file that Argos' own code installs and runs; returns its path.

    ``characters`` are pieces that the model gets wrong: ``{"7": "8"}``; ``also`` more files of the package.
    """
    known = _pieces_of(lexicon, spaced)
    model, pieces = sentencepiece([*known, *known.values()])
    words = known | dict(characters or {})
    spec = transformer(pieces, words, size)
    spec.config.add_source_eos = True
    code = f"translate-{source}_{target}"
    metadata = {
        "package_version": version,
        "argos_version": "1.9.0",
        "from_code": source,
        "from_name": source,
        "to_code": target,
        "to_name": target,
        "code": code,
        "links": [],
    }
    files = {f"model/{name}": content for name, content in _files(spec).items()}
    files |= {
        "metadata.json": json.dumps(metadata).encode(),
        "sentencepiece.model": model,
        "README.md": b"test",
    }
    files |= dict(also or {})
    root = f"{code}-{version.replace('.', '_')}"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
            archive.writestr(
                zipfile.ZipInfo(f"{root}/{name}", (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED
            )
    return path


def m2m100(folder: Path, lexicon: Mapping[str, str], targets: Sequence[str], spaced: bool = True) -> Path:
    """A folder in the layout of M2M-100: ``__en__`` before the source, ``__km__`` before the target."""
    return _folder(folder, lexicon, ["__en__", *(f"__{code}__" for code in targets)], 0, spaced)


def madlad400(folder: Path, lexicon: Mapping[str, str], targets: Sequence[str], spaced: bool = True) -> Path:
    """A folder in the layout of MADLAD-400: ``<2km>`` before the source, nothing before the target."""
    return _folder(folder, lexicon, [f"<2{code}>" for code in targets], 1, spaced)


def _folder(folder: Path, lexicon: Mapping[str, str], tokens: list[str], ahead: int, spaced: bool) -> Path:
    words = _pieces_of(lexicon, spaced)
    model, pieces = sentencepiece([*words, *words.values()], tokens)
    folder.mkdir(parents=True)
    for name, content in _files(transformer(pieces, words, TINY, ahead)).items():
        (folder / name).write_bytes(content)
    (folder / "sentencepiece.model").write_bytes(model)
    return folder
