"""A locale's voice for labels: what the translator says, English where it says nothing."""

from __future__ import annotations

from dataclasses import dataclass

from waymark.catalog import plural_index
from waymark.fill.messages import English, Said
from waymark.locales import SOURCE, Locale
from waymark.model import Location, Segment
from waymark.translate import Translator

_ENGLISH = English()


@dataclass(frozen=True)
class Voice:
    """Messages of fill, spoken by a Translator."""

    locale: Locale
    translator: Translator

    def text(self, context: str, msgid: str) -> Said:
        """The translation of a label, or English."""
        said = self.translator.translate(Segment(context, msgid, Location(""), kind="label"))
        return Said(said.forms[0], self.locale.tag) if said else _ENGLISH.text(context, msgid)

    def plural(self, context: str, msgid: str, msgid_plural: str, n: float) -> Said:
        """The translation of a label for a count, or English."""
        segment = Segment(context, msgid, Location(""), msgid_plural, kind="unit")
        said = self.translator.translate(segment)
        if said is None or self.locale == SOURCE:
            return _ENGLISH.plural(context, msgid, msgid_plural, n)
        return Said(said.forms[plural_index(self.locale, n)], self.locale.tag)
