"""An honest fake: English in accented letters, which everybody sees, and which can be read back."""

from __future__ import annotations

from collections.abc import Sequence

from waymark.engines.base import not_too_long

_PLAIN = "AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpQqRrSsTtUuVvWwXxYyZz"
_ACCENTED = "ÅåƁƀÇçÐðÉéƑƒĜĝĤĥÎîĴĵĶķĻļṀṁÑñÖöÞþǪǫŔŕŠšŢţÛûṼṽŴŵẊẋÝýŽž"
_THERE = str.maketrans(_PLAIN, _ACCENTED)
_BACK = str.maketrans(_ACCENTED, _PLAIN)


class Dummy:
    """Marks what goes through an engine; numbers and signs stay as they are."""

    def __init__(self, source: str, target: str) -> None:
        self.name, self.key = f"dummy {source}-{target} 1", "dummy-1"

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        """The texts in accented letters."""
        return [text.translate(_THERE) for text in not_too_long(texts)]

    @staticmethod
    def back(text: str) -> str:
        """The English again."""
        return text.translate(_BACK)
