"""An engine's translations into a locale's catalog, batch by batch: what is finished stays finished."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from waymark.catalog import Catalog
from waymark.locales import Locale
from waymark.model import Segment, State, Translation
from waymark.translate.machine import Machine


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did for a locale, in segments."""

    locale: str
    there: int  # current before the run
    translated: int
    refused: int  # nothing fit to publish came back: English stays
    waiting: int  # a person's stale text, left for a person


def translate_catalog(
    path: Path,
    locale: Locale,
    segments: Sequence[Segment],
    machine: Machine,
    progress: Callable[[int], object],
) -> Summary:
    """Fills ``path`` with machine translations of what is missing; a person's text is never touched.

    The catalog is saved after each batch, so that a killed run loses at most the batch it was in and a new
    run goes on from there. Raises EngineError from the engine; the batches before it are saved.
    """
    catalog = Catalog.load(path, locale)
    missing = [each for each in segments if catalog.lookup(each) is None]
    free = [each for each in missing if _free(catalog, each)]
    first: dict[tuple[str, str], Segment] = {}
    for each in free:
        first.setdefault((each.msgid, each.plural), each)  # one entry a source
    wanted = list(first.values())
    progress(len(segments) - len(wanted))
    translated = refused = 0
    for batch in machine.batches(wanted):
        said = [found for found in batch.values() if found is not None]
        catalog = _with(catalog, said)
        if said:
            catalog.save(path)
        translated, refused = translated + len(said), refused + len(batch) - len(said)
        progress(len(batch))
    there, waiting = len(segments) - len(missing), len(missing) - len(free)
    return Summary(locale.tag, there, translated, refused, waiting)


def _free(catalog: Catalog, segment: Segment) -> bool:
    """Whether nothing stands there, or only what an engine said."""
    own = catalog.standing(segment)
    return own is None or catalog.provenance(own).state is State.MACHINE


def _with(catalog: Catalog, said: Sequence[Translation]) -> Catalog:
    for each in said:
        catalog = catalog.with_translation(each.segment, each.forms, each.provenance)
    return catalog
