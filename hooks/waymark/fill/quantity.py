"""A quantity as a locale writes it, with its noun: “281 people arrested”, « 7,8 milliards de dollars »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from waymark import locales
from waymark.codebook import Codebook
from waymark.fill.messages import English, Messages, Said
from waymark.locales import Locale
from waymark.model import Approx, Quantity

UNIT, APPROX = "unit", "approx"

# One catalog entry each; {figure} is the figure with its noun.
APPROXIMATORS: dict[Approx, str] = {
    Approx.AT_LEAST: "at least {figure}",
    Approx.MORE_THAN: "more than {figure}",
    Approx.ABOUT: "about {figure}",
    Approx.NEARLY: "nearly {figure}",
    Approx.UP_TO: "up to {figure}",
}
RANGE = "{low} to {high}"
VAGUE = "{figure} or more (no exact count)"
CONFLICT = "sources disagree"
ONE_IN = "{n} in {total}"

_SCALES = ((1_000_000_000, "billion"), (1_000_000, "million"))
_WHOLE = 0.005  # how near 1/value must be to a whole number to be read as "1 in 10"


def money_labels(unit: str, scale: str) -> tuple[str, str]:
    """The English unit entry of ``money.USD_per_month`` in a scale: ``{n} million US dollars a month``."""
    currency, _, per = unit.removeprefix("money.").partition("_per_")
    one, many = locales.currency_names(currency)
    every = f" a {per}" if per else ""
    return (f"{{n}} {scale} {many}{every}",) * 2 if scale else (f"{{n}} {one}{every}", f"{{n}} {many}{every}")


def say(quantity: Quantity, messages: Messages, codebook: Codebook) -> Said:
    """The quantity in words of the locale; in English as a whole where one of its entries is missing.

    Never half of it: "more than" lost or left in another language would change the figure.
    """
    for voice in (messages, English()):
        parts = _Parts(voice)
        text = _whole(quantity, parts, codebook)
        if parts.complete:
            return Said(text, voice.locale.tag)
    raise AssertionError("English is complete by definition")


@dataclass
class _Parts:
    """Collects the entries a figure is made of and notes whether one was missing."""

    voice: Messages
    complete: bool = True

    @property
    def locale(self) -> Locale:
        return self.voice.locale

    def text(self, msgid: str) -> str:
        return self._keep(self.voice.text(APPROX, msgid))

    def noun(self, labels: tuple[str, str], n: float) -> str:
        return self._keep(self.voice.plural(UNIT, *labels, n))

    def _keep(self, said: Said) -> str:
        self.complete = self.complete and said.tag == self.locale.tag
        return said.text


def _whole(quantity: Quantity, parts: _Parts, codebook: Codebook) -> str:
    figure = _figure(quantity, parts, codebook)
    if quantity.vague:
        return parts.text(VAGUE).replace("{figure}", figure)
    if quantity.approx is Approx.EXACT:
        return figure
    return parts.text(APPROXIMATORS[quantity.approx]).replace("{figure}", figure)


def _figure(quantity: Quantity, parts: _Parts, codebook: Codebook) -> str:
    value, upper, where = quantity.value, quantity.upper, parts.locale
    if quantity.unit == "ratio.percent":
        return _span(locales.percent(where, value), upper and locales.percent(where, upper), parts)
    if quantity.unit.startswith("ratio.") and 0 < value < 1:
        return _one_in(value, parts)
    scale, size = _scale(quantity, where)
    top = (upper if upper is not None else value) / size
    number = _span(locales.number(where, value / size), upper and locales.number(where, upper / size), parts)
    return parts.noun(_labels(quantity.unit, scale, codebook), top).replace("{n}", number)


def _span(low: str, high: str | float | None, parts: _Parts) -> str:
    return parts.text(RANGE).replace("{low}", low).replace("{high}", str(high)) if high else low


def _labels(unit: str, scale: str, codebook: Codebook) -> tuple[str, str]:
    if unit.startswith("money."):
        return money_labels(unit, scale)
    known = codebook.unit(unit)
    return known.singular, known.plural


def labels_for(quantity: Quantity, codebook: Codebook) -> Iterator[tuple[str, str]]:
    """Every unit entry that some locale may need for a quantity; none for per cent and "1 in 10"."""
    if quantity.unit == "ratio.percent" or (quantity.unit.startswith("ratio.") and 0 < quantity.value < 1):
        return
    yield _labels(quantity.unit, "", codebook)
    scale, _ = _scale(quantity, locales.SOURCE)
    if scale:
        yield _labels(quantity.unit, scale, codebook)


def _scale(quantity: Quantity, where: Locale) -> tuple[str, int]:
    if quantity.unit.startswith("money.") and locales.scales(where):
        for size, name in _SCALES:
            if quantity.value >= size:
                return name, size
    return "", 1


def _one_in(value: float, parts: _Parts) -> str:
    total = round(1 / value)
    if abs(1 / value - total) > _WHOLE:
        return locales.percent(parts.locale, value * 100)
    number = locales.number
    return (
        parts.text(ONE_IN)
        .replace("{n}", number(parts.locale, 1))
        .replace("{total}", number(parts.locale, total))
    )
