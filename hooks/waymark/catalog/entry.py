"""One entry of a PO file, as this package sees it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from waymark.catalog.state import is_state_line, state_line, vouched
from waymark.model import Provenance, Segment, State

FUZZY = "fuzzy"


@dataclass(frozen=True, slots=True)
class Entry:
    """A source text with what a locale says for it, and everything translators wrote beside it."""

    context: str
    msgid: str
    plural: str = ""  # msgid_plural
    forms: tuple[str, ...] = ("",)  # msgstr, or one text a plural form; empty texts where untranslated
    comments: tuple[str, ...] = ()  # lines of the translator comment, state lines among them
    notes: tuple[str, ...] = ()  # extracted comments: what we tell the translator
    references: tuple[str, ...] = ()  # files, without lines
    flags: tuple[str, ...] = ()
    previous: tuple[str, str] = ("", "")  # msgid and plural that the forms translate, when that is not msgid
    obsolete: bool = False
    line: int = 0  # in the PO file it was read from

    @property
    def key(self) -> tuple[str, str]:
        """What no two living entries of a catalog share."""
        return self.context, self.msgid

    @property
    def source(self) -> tuple[str, str]:
        """What its forms translate, while it is not fuzzy."""
        return self.msgid, self.plural

    @property
    def fuzzy(self) -> bool:
        """Whether its text is stale or failed a check: never shown to a reader."""
        return FUZZY in self.flags

    @property
    def said(self) -> bool:
        """Whether any form has a text, whatever it is worth."""
        return any(self.forms)

    @property
    def complete(self) -> bool:
        """Whether every form has a text."""
        return all(self.forms)

    @property
    def state_lines(self) -> tuple[str, ...]:
        return tuple(line for line in self.comments if is_state_line(line))

    def stating(self, provenance: Provenance | None) -> Entry:
        """The entry with this state line, or none, in place of any it had; other comments stay."""
        kept = tuple(line for line in self.comments if not is_state_line(line))
        line = (state_line(provenance, self.forms),) if provenance else ()
        return replace(self, comments=kept + line)

    def translated(self, forms: tuple[str, ...], provenance: Provenance) -> Entry:
        """The entry with these forms, current, and with the state line that speaks for them."""
        flags = tuple(flag for flag in self.flags if flag != FUZZY)
        new = replace(self, forms=forms, flags=flags, previous=("", ""), obsolete=False)
        return new.stating(provenance)

    def stale_for(self, segment: Segment) -> Entry:
        """The entry moved to a source text that its forms do not translate: fuzzy, the old text beside it.

        An entry that was fuzzy for another reason gets no old text: it must never become current by itself.
        """
        previous = self.previous if self.fuzzy else (self.msgid, self.plural)
        kept = self if vouched(self.state_lines, self.forms) else self.stating(Provenance(State.EDITED))
        flags = self.flags if self.fuzzy else (FUZZY, *self.flags)
        return replace(
            kept,
            context=segment.context,
            msgid=segment.msgid,
            plural=segment.plural,
            flags=flags,
            previous=previous,
            obsolete=False,
        )

    def restored(self) -> Entry | None:
        """The pair this stale entry was before its source changed; None if its text was touched since."""
        if not (self.fuzzy and self.previous[0] and vouched(self.state_lines, self.forms)):
            return None
        flags = tuple(flag for flag in self.flags if flag != FUZZY)
        msgid, plural = self.previous
        back = replace(self, msgid=msgid, plural=plural, flags=flags, previous=("", ""))
        unsaid = state_line(Provenance(State.EDITED), self.forms)
        return replace(back, comments=tuple(line for line in back.comments if line != unsaid))
