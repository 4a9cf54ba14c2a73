"""A lexicon's entries are known to the codebook: units, roles, steps, events, rates."""

from __future__ import annotations

from waymark.codebook import Codebook
from waymark.errors import SeedError
from waymark.extract.people import unit_of
from waymark.lexicon import Lexicon

_FREE = frozenset({"people", "years"})  # units that the rules give their detail


def check_known(lexicon: Lexicon, codebook: Codebook) -> None:
    """Raise SeedError naming the lexicon and the entry that the codebook does not know."""
    for table, entry in lexicon.entries:
        if not _is_known(table, entry, codebook):
            what = f"{table.rstrip('<>?!')} {entry!r}: the codebook does not know it"
            cure = "Correct it, or add it to seeds/codebook.yml."
            raise SeedError(what, cure, f"seeds/lexicon/{lexicon.language}.yml")


def _is_known(table: str, entry: str, codebook: Codebook) -> bool:
    try:
        if table == "unit" and entry not in _FREE:
            codebook.unit(entry)
        elif table.rstrip("<>?!") == "role":
            codebook.unit(unit_of(entry))
        elif table == "per":
            codebook.unit(f"money.USD_per_{entry}")
        elif table in ("method", "event"):
            codebook.topic(entry)
        elif table == "context":
            codebook.event(entry)
    except KeyError:
        return False
    return True
