"""A locale's catalog: look a segment up, add a translation, save."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from waymark.catalog import po
from waymark.catalog.entry import Entry
from waymark.catalog.plurals import plural_count, plural_forms
from waymark.catalog.reviewers import NAME as REVIEWERS
from waymark.catalog.reviewers import Reviewers
from waymark.catalog.state import TRUST, provenance
from waymark.errors import CatalogError
from waymark.locales import Locale
from waymark.model import Finding, Location, Provenance, Segment, Severity, State, Translation

COMMENT = "Content: CC BY-SA 4.0. CONTRIBUTING.md says how to translate and review."

# Who may replace whom: an engine never a person or a draft, a draft never a person.
_RANK = {State.MISSING: 0, State.MACHINE: 1, State.DRAFT: 2, State.EDITED: 3, State.REVIEWED: 3}


@dataclass(frozen=True)
class Catalog:
    """The entries of ``locale/<tag>.po``; immutable, so that a changed one is a new one."""

    locale: Locale
    entries: tuple[Entry, ...] = ()
    reviewers: Reviewers = field(default=Reviewers())

    @classmethod
    def load(cls, path: Path, locale: Locale) -> Catalog:
        """The catalog of a locale with the REVIEWERS beside it; empty where there is no file yet.

        Raises CatalogError with file and line for broken PO, invalid UTF-8, an entry that stands twice,
        a file too large, or one that says it is in another language.
        """
        reviewers = Reviewers.load(path.parent)
        if not path.is_file():
            return cls(locale, (), reviewers)
        shown = f"locale/{path.name}"
        file = po.read(path, shown)
        said = file.header.get("Language", "").replace("_", "-").split("-")[0]
        if said and said not in (locale.tag.split("-")[0], locale.babel.split("_")[0]):
            raise CatalogError(f"a catalog in “{said}”", f"Its header must say Language: {locale.tag}", shown)
        return cls(locale, file.entries, reviewers)

    def save(self, path: Path) -> bool:
        """Write the catalog, all or nothing; False if the same bytes stood there. No dates, no wrapping."""
        tag = self.locale.tag
        header = {"Language": tag.replace("-", "_"), **HEADER, "Plural-Forms": plural_forms(self.locale)}
        comment = f"{self.locale.english_name} translations of Waymark.\n{COMMENT}"
        return po.write(path, po.File(comment, header, self.entries))

    # ------------------------------------------------------------ reading

    def lookup(self, segment: Segment) -> Translation | None:
        """What this locale says for a segment: its own entry, else the same msgid elsewhere.

        Never a fuzzy, obsolete or incomplete entry, nor one with a wrong number of plural forms.
        """
        own = self.entry(segment)
        if own is not None and self._usable(own, segment):
            return self._translation(segment, own)
        others = (other for other in self._by_msgid.get(segment.msgid, ()) if self._usable(other, segment))
        best = min(others, key=lambda other: TRUST.index(self.provenance(other).state), default=None)
        return self._translation(segment, best) if best else None

    def entry(self, segment: Segment) -> Entry | None:
        """The living entry of exactly this context and msgid, whatever its state."""
        return self._by_key.get((segment.context, segment.msgid))

    def standing(self, segment: Segment) -> Entry | None:
        """The living entry with a text, whatever its state, that is a segment's own or of the same source."""
        own = self.entry(segment)
        found = ([own] if own else []) + self._by_msgid.get(segment.msgid, [])
        return next((each for each in found if each.said and each.plural == segment.plural), None)

    def provenance(self, entry: Entry) -> Provenance:
        """Who made an entry's text, as far as its state line can be believed."""
        return provenance(entry.state_lines, entry.forms, self.locale, self.reviewers)

    def state(self, segment: Segment) -> State:
        """What a reader gets for a segment: the state of its translation, or MISSING."""
        found = self.lookup(segment)
        return found.provenance.state if found else State.MISSING

    def location(self, entry: Entry) -> Location:
        return Location(f"locale/{self.locale.tag}.po", entry.line)

    def findings(self) -> tuple[Finding, ...]:
        """An error for each living entry whose number of plural forms is not the locale's."""
        return tuple(
            Finding(
                "plural-forms",
                Severity.ERROR,
                self.location(entry),
                f"“{entry.msgid}” has {len(entry.forms)} plural forms, {self.locale.english_name} needs "
                f"{plural_count(self.locale)}: {plural_forms(self.locale)}",
                self.locale.tag,
            )
            for entry in self.entries
            if not entry.obsolete and entry.said and not self._counted(entry)
        )

    # ------------------------------------------------------------ changing

    def protected(self, segment: Segment, provenance: Provenance) -> bool:
        """Whether a translation of this provenance may not replace what stands there."""
        own = self.entry(segment)
        if own is None or not own.said or own.previous[0]:
            return False  # nothing there, or a stale text that with_translation keeps as obsolete
        return _RANK[provenance.state] < _RANK[self.provenance(own).state]

    def with_translation(self, segment: Segment, forms: tuple[str, ...], provenance: Provenance) -> Catalog:
        """The catalog with this translation, its state line and nothing else changed.

        A person's text is never overwritten by an engine or a draft (CatalogError); a person's stale text
        is kept as an obsolete entry under the source it translates.
        """
        if len(forms) != (plural_count(self.locale) if segment.plural else 1):
            raise CatalogError(f"{len(forms)} forms for “{segment.msgid}”", plural_forms(self.locale))
        own = self.entry(segment)
        if own is None:
            fresh = Entry(segment.context, segment.msgid, segment.plural)
            living = sum(not entry.obsolete for entry in self.entries)
            new = fresh.translated(forms, provenance)
            return replace(self, entries=(*self.entries[:living], new, *self.entries[living:]))
        if self.protected(segment, provenance):
            raise CatalogError(
                "a person's text would be overwritten",
                "Ask its translator.",
                self.location(own).path,
                own.line,
            )
        new = replace(own, plural=segment.plural).translated(forms, provenance)
        entries = tuple(new if entry is own else entry for entry in self.entries)
        return replace(self, entries=entries + self._kept(own))

    def reviewed(self, provenance: Provenance, pages: Collection[str]) -> Catalog:
        """The catalog with a person's word for every current text of these pages (paths below docs/).

        Raises CatalogError for a name that locale/REVIEWERS does not list for this locale.
        """
        if not self.reviewers.may_vouch(provenance.by, self.locale):
            cure = f"Add a line “{provenance.by}: {self.locale.tag}”."
            raise CatalogError(f"no reviewer “{provenance.by}”", cure, f"locale/{REVIEWERS}")
        return replace(
            self,
            entries=tuple(
                entry.stating(provenance)
                if entry.context.partition("#")[0] in pages and self._shown(entry)
                else entry
                for entry in self.entries
            ),
        )

    def _kept(self, own: Entry) -> tuple[Entry, ...]:
        back = own.restored()
        if back and self.provenance(own).state is not State.MACHINE:
            return (replace(back, obsolete=True, notes=(), references=()),)
        return ()

    # ------------------------------------------------------------ indexes

    @cached_property
    def _by_key(self) -> dict[tuple[str, str], Entry]:
        return {entry.key: entry for entry in self.entries if not entry.obsolete}

    @cached_property
    def _by_msgid(self) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            if not entry.obsolete:
                found.setdefault(entry.msgid, []).append(entry)
        return found

    def _counted(self, entry: Entry) -> bool:
        return len(entry.forms) == (plural_count(self.locale) if entry.plural else 1)

    def _shown(self, entry: Entry) -> bool:
        return not entry.fuzzy and not entry.obsolete and entry.complete and self._counted(entry)

    def _usable(self, entry: Entry, segment: Segment) -> bool:
        return entry.plural == segment.plural and self._shown(entry)

    def _translation(self, segment: Segment, entry: Entry) -> Translation:
        return Translation(segment, entry.forms, self.provenance(entry), self.location(entry))


HEADER = {
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}
