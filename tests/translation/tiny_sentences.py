"""A real sentence splitter for LibreTranslate's MiniSBD, an ONNX file written field by field.

Its network is one look-up: ``.``, ``!``, ``?`` and the end of the text end a sentence, a space ends a word. A
package that carries it under minisbd/ keeps the server from asking the network for one.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Sequence

from tiny_model import _field, _varint

UNITS = ["<PAD>", "<UNK>", ".", "!", "?", " "]
NOTHING, WORD, SENTENCE, CLASSES = 0, 1, 2, 5
_FLOAT, _INT64 = 1, 7  # ONNX' element types
CONFIG = {"feat_funcs": ["end_of_para"], "max_seqlen": 1000, "batch_size": 1}


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _text(field: int, value: str) -> bytes:
    return _field(field, value.encode())


def _tensor(name: str, rows: Sequence[Sequence[float]]) -> bytes:
    values = [value for row in rows for value in row]
    shape = _number(1, len(rows)) + _number(1, len(rows[0]))
    return shape + _number(2, _FLOAT) + _text(8, name) + _field(9, struct.pack(f"<{len(values)}f", *values))


def _value(name: str, kind: int, *shape: str | int) -> bytes:
    dims = b"".join(
        _field(1, _number(1, dim) if isinstance(dim, int) else _text(2, f"{name}_{dim}")) for dim in shape
    )
    return _text(1, name) + _field(2, _field(1, _number(1, kind) + _field(2, dims)))


def _node(operation: str, inputs: Sequence[str], output: str) -> bytes:
    return b"".join(_text(1, name) for name in inputs) + _text(2, output) + _text(4, operation)


def minisbd() -> bytes:
    """The file."""
    row = {".": SENTENCE, "!": SENTENCE, "?": SENTENCE, " ": WORD}
    table = [[3.0 if at == row.get(unit, NOTHING) else 0.0 for at in range(CLASSES)] for unit in UNITS]
    last = [[9.0 if at == SENTENCE else 0.0 for at in range(CLASSES)]]
    graph = (
        _field(1, _node("Gather", ["table", "units"], "looked_up"))
        + _field(1, _node("MatMul", ["features", "last"], "ended"))
        + _field(1, _node("Add", ["looked_up", "ended"], "scores"))
        + _text(2, "sentences")
        + _field(5, _tensor("table", table))
        + _field(5, _tensor("last", last))
        + _field(11, _value("units", _INT64, "batch", "time"))
        + _field(11, _value("features", _FLOAT, "batch", "time", 1))
        + _field(12, _value("scores", _FLOAT, "batch", "time", CLASSES))
    )
    vocab = {"lang": "en", "_unit2id": {unit: at for at, unit in enumerate(UNITS)}, "_id2unit": UNITS}
    told = {"lang_code": "en", "config": json.dumps(CONFIG), "vocab": json.dumps(vocab)}
    metadata = b"".join(_field(14, _text(1, key) + _text(2, value)) for key, value in told.items())
    return _number(1, 8) + _field(7, graph) + _field(8, _text(1, "") + _number(2, 13)) + metadata
