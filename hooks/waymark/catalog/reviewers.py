"""locale/REVIEWERS: whose word makes a translation reviewed, and in which locales."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from waymark import locales
from waymark.errors import CatalogError, UsageError
from waymark.locales import Locale

NAME = "REVIEWERS"


@dataclass(frozen=True, slots=True)
class Reviewers:
    """People and the locales each of them reads well enough to vouch for."""

    named: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @classmethod
    def load(cls, folder: Path) -> Reviewers:
        """The people of ``folder/REVIEWERS``, lines of ``NAME: km, fr``; nobody where there is no such file.

        Raises CatalogError with file and line for a line that reads otherwise or an unknown locale.
        """
        path = folder / NAME
        if not path.is_file():
            return cls()
        lines = path.read_text("utf-8", "replace").splitlines()
        said = ((line.split("#")[0].strip(), number) for number, line in enumerate(lines, 1))
        return cls(tuple(_person(line, number) for line, number in said if line))

    def may_vouch(self, name: str, locale: Locale) -> bool:
        """Whether this person is listed for this locale."""
        return any(known == name and locale.tag in tags for known, tags in self.named)


def _person(line: str, number: int) -> tuple[str, tuple[str, ...]]:
    name, colon, tags = line.partition(":")
    where = f"locale/{NAME}"
    if not colon or not name.strip() or not tags.strip():
        raise CatalogError("no reviewer and locales", "Write a line as NAME: km, fr", where, number)
    known = tuple(tag.strip() for tag in tags.split(","))
    try:
        for tag in known:
            locales.locale(tag)
    except UsageError as error:
        raise CatalogError(error.what, error.cure, where, number) from None
    return name.strip(), known
