"""The calls that stand inside a sentence: figures, dates, citations, platforms, evidence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from waymark import locales
from waymark.errors import PageError
from waymark.fill.blocks import render
from waymark.fill.desk import Desk
from waymark.fill.marks import articles
from waymark.fill.messages import Messages, entities, marked
from waymark.fill.quantity import APPROX, CONFLICT, say
from waymark.model import Claim, Reading, Relation

_GENERATED = Markup('<span class="wm-value" data-generated="">{}</span>')


@dataclass(frozen=True)
class Inline:
    """The inline calls of one page in one locale; each returns HTML."""

    page: str
    desk: Desk
    messages: Messages

    def calls(self) -> Mapping[str, Callable[..., Markup]]:
        """What a page may call inside a sentence."""
        return {
            "figure": self.figure,
            "when": self.when,
            "cite": self.cite,
            "ref": self.ref,
            "platforms": self.platforms,
            "evidence": self.evidence,
        }

    def figure(self, claim_id: str) -> Markup:
        """The claim's figure with its noun and marks; every reading where sources are in conflict."""
        claim = self.quantified(claim_id)
        if claim.relation is not Relation.CONFLICT:
            return self._value(self.reading(claim.readings[0])) + self.desk.marks.of_claim(claim, self.page)
        parts = [self._value(self.reading(each)) + self.marks(each) for each in claim.readings]
        note = marked(self.messages.text(APPROX, CONFLICT), self.messages.locale)
        return Markup(" / ").join(parts) + Markup(
            ' <span class="wm-conflict" data-generated="">({})</span>'
        ).format(note)

    def when(self, claim_id: str) -> Markup:
        """The date or span of a claim, as the locale writes it, with its marks."""
        claim = self.desk.knowledge.claim(claim_id)
        if not claim.when:
            raise PageError(f"claim {claim_id} has no date", "Use another claim, or no when().")
        return self._value(Markup(entities(self.span(claim.when)))) + self.cite(claim_id)

    def cite(self, claim_id: str) -> Markup:
        """The marks of a claim alone."""
        return self.desk.marks.of_claim(self.published(claim_id), self.page)

    def ref(self, reference_id: str) -> Markup:
        """The mark of a reference of seeds/references.yml."""
        if reference_id not in {known.id for known in self.desk.references}:
            raise PageError(f"unknown reference {reference_id}", "seeds/references.yml lists them.")
        return self.desk.marks.mark([reference_id], self.page)

    def platforms(self, method: str) -> Markup:
        """The platforms that articles name in the paragraphs that report a method."""
        knowledge = self.desk.knowledge
        lines = {
            (fact.evidence.article, fact.evidence.line)
            for reading in self.published(f"method/{method}").readings
            for fact in reading.facts
        }
        names = sorted(
            {
                fact.value
                for fact in knowledge.facts
                if fact.kind == "actor"
                and fact.value in knowledge.codebook.platforms
                and (fact.evidence.article, fact.evidence.line) in lines
            }
        )
        if not names:
            raise PageError(f"no article names a platform for {method}", "Leave platforms() out.")
        return self._value(Markup(entities(locales.listing(self.messages.locale, names))))

    def evidence(self, method: str) -> Markup:
        """How many independent sources report a method, with their marks: a line of its own."""
        claim = self.published(f"method/{method}")
        return render(
            self.desk.sandbox,
            "evidence",
            self.messages,
            count=self.desk.knowledge.origin_count(claim),
            marks=self.desk.marks.of_claim(claim, self.page),
        )

    def reading(self, reading: Reading) -> Markup:
        """A reading's quantity in words, marked with its language where that is English."""
        if reading.quantity is None:
            raise PageError(f"“{reading.value}” is no figure", "Use cite() or when().")
        said = say(reading.quantity, self.messages, self.desk.knowledge.codebook)
        return marked(said, self.messages.locale)

    def span(self, when: str) -> str:
        """An ISO date, prefix or start..end in the locale's form."""
        start, _, end = when.partition("..")
        return locales.span(self.messages.locale, start, end)

    def country(self, code: str) -> str:
        """The name of a country in the locale."""
        return locales.country(self.messages.locale, code)

    def marks(self, reading: Reading) -> Markup:
        """The marks of the articles that give this reading."""
        sources = sorted({fact.evidence.article for fact in reading.facts})
        return self.desk.marks.mark(sources, self.page)

    def _value(self, text: Markup) -> Markup:
        return _GENERATED.format(text)

    def published(self, claim_id: str) -> Claim:
        """The claim, if it may stand on a page."""
        claim = self.desk.knowledge.claim(claim_id)
        if not claim.publishable:
            raise PageError(f"claim {claim_id} may not be published", "seeds/reviews.yml says why.")
        return claim

    def quantified(self, claim_id: str) -> Claim:
        """The claim, if it may stand on a page and is a figure or an amount."""
        claim = self.published(claim_id)
        if claim.kind not in ("figure", "money"):
            raise PageError(f"claim {claim_id} is no figure", "Use cite() or when().")
        return claim


def newest(claims: list[Claim], desk: Desk) -> str:
    """The publication date of the newest article that these claims rest on."""
    used = {article for claim in claims for article in articles(claim)}
    return max(source.published for source in desk.knowledge.sources if source.id in used)
