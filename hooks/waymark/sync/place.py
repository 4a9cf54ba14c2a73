"""Bring a catalog up to date with the segments of the project: nothing a person wrote is lost.

A segment takes, in this order: its own entry; a vanished or obsolete one of exactly this source, also a
stale one whose old source it is again; nothing, where another context says the same (the look-up finds it);
the nearest vanished entry, as fuzzy, with the source its text really translates beside it (``#| msgid``).
What is left over becomes obsolete.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz.distance import Indel

from waymark.catalog import Catalog, Entry, plural_count
from waymark.catalog.plurals import categories
from waymark.catalog.state import TRUST
from waymark.glossary import Glossary
from waymark.locales import Locale
from waymark.model import Segment
from waymark.sync.near import pairs, places
from waymark.sync.wanted import Wanted, described, homes, wanted

SAME_MEANING = 0.75  # below this an edit is no slip of the pen, whatever the command line says

Update = Callable[[Entry, Segment], Entry]


def sync(catalog: Catalog, segments: Iterable[Segment], glossary: Glossary | None = None) -> Catalog:
    """The catalog with one living entry a source text, in the order of the segments.

    A context has an entry of its own only where its text differs from that of the same source elsewhere.

    Pure. A changed source makes its entry fuzzy; a source changed back makes it current again.
    """
    return _Sync(catalog, _stale).run(segments, glossary or Glossary())


def sync_unchanged(
    catalog: Catalog, segments: Iterable[Segment], glossary: Glossary | None = None
) -> Catalog:
    """The same where the edits since the last sync left every meaning as it was: a typo, a comma.

    What would become stale now stays current with its state, if old and new source stand in the same
    section and are at least 75 % alike; what was stale before stays stale.
    """
    return _Sync(catalog, _same_meaning).run(segments, glossary or Glossary())


@dataclass
class _Sync:
    catalog: Catalog
    update: Update
    used: set[int] = field(default_factory=set)  # id() of vanished entries that found a new place

    def run(self, segments: Iterable[Segment], glossary: Glossary) -> Catalog:
        asked = wanted(segments)
        plurals = {(one.segment.context, one.segment.msgid): bool(one.segment.plural) for one in asked}
        gone = [
            entry
            for entry in self.catalog.entries
            if entry.said and (entry.obsolete or plurals.get(entry.key) is not bool(entry.plural))
        ]
        placed = [self._own(one.segment) for one in asked]
        self._again(asked, placed, gone)
        self._nearest(asked, placed, gone)
        self._once(placed)
        taken = [at for at, entry in enumerate(placed) if entry]
        living = tuple(
            self._entry(asked[at], placed[at], files, glossary) for at, files in homes(asked, taken).items()
        )
        left = [entry for entry in gone if id(entry) not in self.used]
        return replace(self.catalog, entries=living + _obsolete(left, living))

    def _entry(self, one: Wanted, placed: Entry | None, files: tuple[str, ...], glossary: Glossary) -> Entry:
        forms = ("",) * (plural_count(self.catalog.locale) if one.segment.plural else 1)
        own = self.catalog.entry(one.segment) or Entry(one.segment.context, one.segment.msgid)
        entry = placed or replace(own, plural=one.segment.plural, forms=forms, flags=(), previous=("", ""))
        return described(entry, one, files, _hints(self.catalog.locale, one.segment, glossary))

    def _own(self, segment: Segment) -> Entry | None:
        entry = self.catalog.entry(segment)
        if entry is None or not entry.said or bool(entry.plural) is not bool(segment.plural):
            return None
        return entry if entry.plural == segment.plural else self.update(entry, segment)

    def _again(self, asked: Sequence[Wanted], placed: list[Entry | None], gone: Sequence[Entry]) -> None:
        """Vanished translations of exactly a wanted source, put where it stands now.

        Once for each: where a source stands several times the catalog's look-up finds it from the others,
        and a translator who corrects it corrects them all.
        """
        said = {(entry.source, entry.forms) for entry in placed if entry and not entry.fuzzy}
        served = {source for source, _ in said}
        for entry in gone:
            back = _current(entry)
            if back is None or (spots := places(entry, back, asked, placed)) == []:
                continue
            home = asked[spots[0]].segment.context
            if home == entry.context or back.source not in served or (back.source, back.forms) not in said:
                placed[spots[0]] = replace(back, context=home, obsolete=False)
                self.used.add(id(entry))
                served.add(back.source)
                said.add((back.source, back.forms))

    def _nearest(self, asked: Sequence[Wanted], placed: list[Entry | None], gone: Sequence[Entry]) -> None:
        """Entries put beside the new sources most like theirs, best pairs first, each source once.

        Vanished ones move there; where none is near enough, a copy of a living one helps the translator.
        """
        taken: set[int] = set()
        for at, number in pairs(asked, placed, gone):
            if number not in taken and placed[at] is None:
                taken.add(number)
                placed[at] = self.update(gone[number], asked[at].segment)
                if not gone[number].obsolete:
                    self.used.add(id(gone[number]))
        living = [entry for entry in placed if entry and not entry.fuzzy]
        for at, number in pairs(asked, placed, living):
            placed[at] = placed[at] or living[number].stale_for(asked[at].segment)

    def _once(self, placed: list[Entry | None]) -> None:
        """Of a source whose contexts all say the same, only the most trusted entry is kept."""
        groups: dict[tuple[str, str], list[int]] = {}
        for at, entry in enumerate(placed):
            if entry:
                groups.setdefault(entry.source, []).append(at)
        for group in groups.values():
            entries = [(at, entry) for at in group if (entry := placed[at])]
            current = [(at, entry) for at, entry in entries if not entry.fuzzy]
            if current and len({entry.forms for _, entry in entries}) == 1:
                kept = min(current, key=lambda pair: TRUST.index(self.catalog.provenance(pair[1]).state))[0]
                for at in group:
                    placed[at] = placed[at] if at == kept else None


def _stale(entry: Entry, segment: Segment) -> Entry:
    return entry.stale_for(segment)


def _same_meaning(entry: Entry, segment: Segment) -> Entry:
    alike = Indel.normalized_similarity(entry.msgid, segment.msgid)
    moved = entry.fuzzy or entry.obsolete or entry.context != segment.context
    if moved or alike < SAME_MEANING:
        return entry.stale_for(segment)
    return replace(entry, context=segment.context, msgid=segment.msgid, plural=segment.plural)


def _current(entry: Entry) -> Entry | None:
    return entry.restored() if entry.fuzzy else entry


def _obsolete(left: Iterable[Entry], living: Iterable[Entry]) -> tuple[Entry, ...]:
    """What no segment asks for any more, under the source it translates; sorted, so that merges are easy.

    What a living entry says word for word is not kept twice.
    """
    said = {(entry.source, entry.forms) for entry in living if not entry.fuzzy}
    bare: dict[tuple[str, tuple[str, str], tuple[str, ...]], Entry] = {}
    for entry in (entry.restored() or entry for entry in left):
        if (entry.source, entry.forms) not in said:
            key = (entry.context, entry.source, entry.forms)
            bare[key] = replace(entry, obsolete=True, notes=(), references=())
    return tuple(bare[key] for key in sorted(bare))


def _hints(locale: Locale, segment: Segment, glossary: Glossary) -> tuple[str, ...]:
    forms = (f"forms in order: {', '.join(categories(locale))}",) if segment.plural else ()
    return forms + glossary.hints(segment.msgid)
