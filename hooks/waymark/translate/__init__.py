"""Catalog, then memory, then engine, all through the checks: what a reader may be shown for a segment."""

from waymark.translate.machine import Machine
from waymark.translate.run import Summary, translate_catalog
from waymark.translate.translator import Mode, Translator, open_machine, open_translator

__all__ = ["Machine", "Mode", "Summary", "Translator", "open_machine", "open_translator", "translate_catalog"]
