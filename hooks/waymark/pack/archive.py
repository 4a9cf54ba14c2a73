"""Zip files whose bytes depend on nothing but their content."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import date

_FILE = 0o100644 << 16  # a regular file that everyone may read
_UNIX = 3


def zipped(files: Mapping[str, bytes], day: date) -> bytes:
    """A zip of ``files`` by name: sorted, dated ``day``, the same permissions everywhere."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = _FILE
            archive.writestr(entry, files[name])
    return out.getvalue()
