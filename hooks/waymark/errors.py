"""The one way this package says that its input is wrong: file, line, what is wrong, what to do."""

from __future__ import annotations

from pathlib import PurePath


class WaymarkError(Exception):
    """Wrong input, told in one line: ``path:line: what is wrong. What to do.``"""

    def __init__(self, what: str, cure: str, path: PurePath | str = "", line: int = 0) -> None:
        self.what, self.cure, self.path, self.line = what, cure, str(path), line
        where = self.path + (f":{line}" if line else "") + (": " if self.path else "")
        super().__init__(f"{where}{what.rstrip('.')}. {cure}")


class SeedError(WaymarkError):
    """An article, the lock, the codebook, a lexicon, a review, a reference or a contact is wrong."""


class PageError(WaymarkError):
    """A page under docs/ or a block template is wrong."""


class CatalogError(WaymarkError):
    """A file under locale/ is wrong."""


class EngineError(WaymarkError):
    """A translation engine cannot do what it was asked."""


class UsageError(WaymarkError):
    """The command line or mkdocs.yml asks for what does not exist."""
