"""What a locale says for the labels that stand in block templates and around figures."""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import Protocol

from markupsafe import Markup

from waymark.locales import SOURCE, Locale, locale


@dataclass(frozen=True, slots=True)
class Said:
    """A text and the locale it is really in (English where the translation is missing)."""

    text: str
    tag: str


class Messages(Protocol):
    """A locale's voice: never raises for a missing entry, answers in English instead."""

    @property
    def locale(self) -> Locale: ...

    def text(self, context: str, msgid: str) -> Said:
        """The translation of a label."""

    def plural(self, context: str, msgid: str, msgid_plural: str, n: float) -> Said:
        """The translation of a label for a count, by the plural rule of the language it is said in."""


@dataclass(frozen=True, slots=True)
class English:
    """The source texts themselves."""

    locale: Locale = SOURCE

    def text(self, context: str, msgid: str) -> Said:
        return Said(msgid, SOURCE.tag)

    def plural(self, context: str, msgid: str, msgid_plural: str, n: float) -> Said:
        return Said(msgid if n == 1 else msgid_plural, SOURCE.tag)


# Everything Markdown or HTML could read as its own; letters of all scripts, digits, spaces and
# commas stay, so that the page's source remains readable.
_SPECIAL = frozenset("\\`*_{}[]()#+-.!|<>&\"'~^:$=@/")


def entities(text: str) -> str:
    """The text with every character Markdown or HTML could take for its own as an entity."""
    return "".join(f"&#{ord(char)};" if char in _SPECIAL else char for char in text)


def marked(said: Said, page_locale: Locale) -> Markup:
    """The text as HTML, marked with its language where that is not the page's."""
    if said.tag == page_locale.tag:
        return Markup(html.escape(said.text))
    other = locale(said.tag)
    return Markup('<span lang="{}" dir="{}" class="wm-untranslated">{}</span>').format(
        other.tag, other.direction, said.text
    )
