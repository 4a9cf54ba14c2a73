"""An engine with everything around it that makes its answers safe: protection, checks, memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from waymark.catalog import plural_count, plural_index
from waymark.engines import Engine
from waymark.locales import SOURCE, Locale
from waymark.model import Finding, Provenance, Segment, State, Translation
from waymark.translate.by_split import by_split
from waymark.translate.by_token import by_term, by_token, probe
from waymark.translate.by_value import by_value
from waymark.translate.memory import Memory, Remembered
from waymark.translate.plan import Attempt, Plan

Check = Callable[[Segment, tuple[str, ...], Locale], tuple[Finding, ...]]
TermsOf = Callable[
    [str], Mapping[str, tuple[str, ...]]
]  # English → its glossary terms and their translations
BATCH = 32  # segments: what a killed run loses at most


def _no_terms(_: str) -> Mapping[str, tuple[str, ...]]:
    return {}


class Machine:
    """Machine translations for one locale: from memory, else from the engine if there is one."""

    def __init__(
        self,
        locale: Locale,
        engine: Engine | None,
        memory: Memory,
        check: Check,
        terms_of: TermsOf = _no_terms,
    ) -> None:
        self.locale, self.engine, self._memory, self._check = locale, engine, memory, check
        self._terms_of = terms_of
        self._attempts: tuple[Attempt, ...] | None = None

    def translate(self, segments: Sequence[Segment]) -> dict[Segment, Translation | None]:
        """A translation for each segment, None where nothing fit to publish came back (English is shown)."""
        found: dict[Segment, Translation | None] = {}
        for batch in self.batches(segments):
            found |= batch
        return found

    def batches(self, segments: Sequence[Segment]) -> Iterator[dict[Segment, Translation | None]]:
        """The same batch by batch; each is remembered before it is given out."""
        wanted = list(segments)
        known = self._memory.recall(self.engine.key if self.engine else "", wanted)
        yield {each: self._translation(each, known[each]) for each in wanted if each in known}
        rest = [each for each in wanted if each not in known]
        for at in range(0, len(rest), BATCH):
            batch = rest[at : at + BATCH]
            if self.engine is None:
                yield dict.fromkeys(batch)
                continue
            said = self._ask(self.engine, batch)
            self._memory.keep(self.engine.key, self.engine.name, said)
            told = {each: Remembered(self.engine.name, forms) for each, forms in said.items()}
            yield {each: self._translation(each, told[each]) for each in batch}

    def _translation(self, segment: Segment, said: Remembered) -> Translation | None:
        """Checked again: the memory is a file that anybody may have edited."""
        count = plural_count(self.locale) if segment.plural else 1
        if len(said.forms) != count or self._check(segment, said.forms, self.locale):
            return None
        return Translation(segment, said.forms, Provenance(State.MACHINE, said.engine), segment.location)

    # ------------------------------------------------------------ asking

    def _ask(self, engine: Engine, segments: Sequence[Segment]) -> dict[Segment, tuple[str, ...]]:
        """Forms for each segment; no forms where every attempt failed."""
        texts = {each: self._sources(each) for each in segments}
        asked = [
            replace(each, msgid=text, plural="") for each in segments for text in dict.fromkeys(texts[each])
        ]
        said = self._attempt(engine, asked)
        found = {}
        for each in segments:
            forms = [said.get(replace(each, msgid=text, plural="")) for text in texts[each]]
            found[each] = tuple(form for form in forms if form) if all(forms) else ()
        return found

    def _sources(self, segment: Segment) -> list[str]:
        """The English for each plural form: the singular for the form that 1 takes, if it has its own."""
        if not segment.plural:
            return [segment.msgid]
        count, one = plural_count(self.locale), plural_index(self.locale, 1)
        return [segment.msgid if count > 1 and at == one else segment.plural for at in range(count)]

    def _attempt(self, engine: Engine, asked: Sequence[Segment]) -> dict[Segment, str]:
        """By value, then by token, then by parts: only what failed is asked again."""
        done: dict[Segment, str] = {}
        for attempt in self._ways(engine):
            open_ = [each for each in asked if each not in done]
            plans = [(each, plan) for each in open_ if (plan := attempt(each.msgid)) is not None]
            for (each, _), said in zip(plans, self._run(engine, [plan for _, plan in plans]), strict=True):
                if said is not None and self._good(each, said):
                    done[each] = said
            if all(each in done for each in asked):
                break
        return done

    def _good(self, segment: Segment, said: str) -> bool:
        """No fault, and no English word given back: shown as English, the reader knows it for what it is."""
        copied = said.casefold() == segment.msgid.casefold()
        return not copied and not self._check(segment, (said,), self.locale)

    def _ways(self, engine: Engine) -> Iterator[Attempt]:
        """The token is probed for when a sentence first needs one."""
        yield by_value
        if self._attempts is None:
            token = probe(lambda texts: engine.translate(texts, SOURCE.tag, self.locale.tag))
            self._attempts = (
                (by_token(token), by_term(token, self._terms_of), by_split) if token else (by_split,)
            )
        yield from self._attempts

    def _run(self, engine: Engine, plans: Sequence[Plan]) -> list[str | None]:
        texts = list(dict.fromkeys(text for plan in plans for text in plan.texts))
        answers = engine.translate(texts, SOURCE.tag, self.locale.tag) if texts else []
        said = dict(zip(texts, answers, strict=True))
        return [plan.rebuild([said[text] for text in plan.texts]) for plan in plans]
