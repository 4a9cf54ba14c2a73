"""Names as parts of ids."""

from __future__ import annotations

import re

from waymark.shadow import shadow


def slug(name: str) -> str:
    """Return a name as part of an id: "Blue Sky II" is blue_sky_ii."""
    return re.sub(r"[^a-z0-9]+", "_", shadow(name)).strip("_")
