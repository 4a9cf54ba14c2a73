"""What all articles together say: facts merged into claims, each with its sources."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from waymark.articles import read_articles
from waymark.claims.merge import merge
from waymark.codebook import Codebook, load_codebook
from waymark.errors import SeedError
from waymark.extract import extract
from waymark.lexicon import load_lexicon
from waymark.lock import PATH, parse, read_lock, render
from waymark.model import Article, Claim, Fact, Finding, Location, Relation, Severity, Source
from waymark.reviews import PATH as REVIEWS
from waymark.reviews import Review, apply_reviews, load_reviews, waived

__all__ = ["Knowledge", "UnknownClaim", "current_lock", "knowledge_of", "load_knowledge"]


class UnknownClaim(SeedError):
    """A claim id that no article supports; names the nearest ids."""

    def __init__(self, claim: str, near: list[str]) -> None:
        cure = f"Did you mean {' or '.join(near)}?" if near else "python hooks claims lists all ids."
        super().__init__(f"no claim {claim!r}: no article supports it", cure)
        self.claim, self.near = claim, near


@dataclass(frozen=True)
class Knowledge:
    """All claims with their sources; the same from the articles or from the lock alone."""

    claims: tuple[Claim, ...]
    sources: tuple[Source, ...]
    codebook: Codebook
    findings: tuple[Finding, ...]
    facts: tuple[Fact, ...] = ()  # all of the lock, also those that are no claim: actors, quotes, dates

    @cached_property
    def _by_id(self) -> dict[str, Claim]:
        return {claim.id: claim for claim in self.claims}

    def claim(self, claim: str) -> Claim:
        """Return a claim by its id; raises UnknownClaim naming near ids."""
        found = self._by_id.get(claim)
        if found is None:
            raise UnknownClaim(claim, difflib.get_close_matches(claim, sorted(self._by_id), 3, 0.6))
        return found

    def source(self, source: str) -> Source:
        """Return a source by its id; raises KeyError."""
        return next(s for s in self.sources if s.id == source)

    def origins(self, claim: Claim) -> tuple[str, ...]:
        """Return the ids of the original sources a claim rests on, sorted."""
        return tuple(sorted({fact.origin for reading in claim.readings for fact in reading.facts}))

    def origin_count(self, claim: Claim) -> int:
        """Return how many independent sources report a claim: two texts of one release count once."""
        return len(self.origins(claim))

    def origin_name(self, origin: str) -> str:
        """Return who an original source is: the codebook's name, else the article's agency or publisher."""
        for known in self.codebook.origins:
            if known.id == origin:
                return known.name
        source = self.source(origin)
        return source.agency or source.publisher


def load_knowledge(root: Path) -> Knowledge:
    """Read the articles, checked against seeds/facts.lock; with no articles, the lock alone.

    Raises SeedError where both exist and differ, or where there is neither.
    """
    codebook, reviews = load_codebook(root), load_reviews(root)
    locked = read_lock(root)
    articles = read_articles(root)
    findings: tuple[Finding, ...] = ()
    if articles:
        fresh, findings = current_lock(articles, root, codebook, reviews)
        if not locked:
            raise SeedError("the lock is missing", "Write it: python hooks facts --lock.", PATH)
        if fresh != locked:
            raise _differs(locked, fresh)
    elif not locked:
        raise SeedError("there are neither articles nor a lock", "Restore seeds/facts.lock.", PATH)
    return knowledge_of(locked, codebook, reviews, findings)


def knowledge_of(
    lock: str, codebook: Codebook, reviews: tuple[Review, ...], findings: tuple[Finding, ...] = ()
) -> Knowledge:
    """Return the knowledge of a lock's text."""
    locked = parse(lock)
    lines = dict(zip(map(id, locked.facts), locked.lines, strict=True))
    waivers = waived(reviews)
    claims = merge(locked.facts, lines, codebook, frozenset(waivers))
    known = {claim.id for claim in claims}
    findings += tuple(
        _conflict(claim) for claim in claims if claim.relation is Relation.CONFLICT and claim.publishable
    )
    findings += tuple(_stale(waivers[claim]) for claim in sorted(set(waivers) - known))
    return Knowledge(claims, locked.sources, codebook, findings, locked.facts)


def current_lock(
    articles: tuple[Article, ...], root: Path, codebook: Codebook, reviews: tuple[Review, ...]
) -> tuple[str, tuple[Finding, ...]]:
    """Return the lock the articles give now, and the findings about reviews that match nothing."""
    facts: dict[str, tuple[Fact, ...]] = {}
    findings: tuple[Finding, ...] = ()
    for article in articles:
        found = extract(article, load_lexicon(root, article.source.lang), codebook)
        facts[article.source.id], stale = apply_reviews(article, found, reviews)
        findings += stale
    known = {article.source.id for article in articles}
    findings += tuple(_stale(r) for r in reviews if r.article and r.article not in known)
    return render((a.source for a in articles), facts), findings


def _stale(review: Review) -> Finding:
    what = review.claim or review.article
    message = f"this review is about {what}, which is not there any more. Change it or remove it."
    return Finding("review", Severity.WARNING, Location(REVIEWS, review.line), message)


def _conflict(claim: Claim) -> Finding:
    said = " / ".join(
        f"{r.value} ({', '.join(sorted({f.evidence.article for f in r.facts}))})" for r in claim.readings
    )
    return Finding(
        "conflict", Severity.INFO, claim.location, f"{claim.id}: sources differ: {said}. Readers see both."
    )


def _differs(locked: str, fresh: str) -> SeedError:
    diff = list(difflib.unified_diff(locked.splitlines(), fresh.splitlines(), lineterm="", n=0))
    added = sum(row.startswith("+L") for row in diff)
    gone = sum(row.startswith("-L") for row in diff)
    first = next((int(row.split(" ")[1].split(",")[0][1:]) for row in diff if row.startswith("@@")), 1)
    what = f"the articles and the lock differ: {added} facts new, {gone} gone, the first here"
    cure = "Review the diff (python hooks facts --diff), then python hooks facts --lock."
    return SeedError(what, cure, PATH, first)
