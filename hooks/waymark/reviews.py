"""seeds/reviews.yml: what people decided about facts, anchored by a short quote, each with a reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, cast

from waymark.errors import SeedError
from waymark.model import Article, Fact, Finding, Location, Severity
from waymark.seedfile import item_lines, parse_yaml, read_text
from waymark.shadow import shadow

PATH = "seeds/reviews.yml"
QUOTE_WORDS = 7  # at most: a longer quotation is the publisher's text
_FIELDS = ("decision", "article", "quote", "kind", "claim", "set", "reason", "by", "on")
_SETTABLE = ("value", "when", "places", "event", "who", "origin")
_NEAR = 90.0  # how like the text a quote must be to be found again after an edit


@dataclass(frozen=True, slots=True)
class Review:
    """One decision: reject, accept or correct facts, or waive a claim no page needs."""

    decision: Literal["accept", "reject", "waive", "correct"]
    article: str
    quote: str
    kind: str  # a fact kind; empty for any
    claim: str  # for waive
    change: tuple[tuple[str, object], ...]  # for correct
    reason: str
    line: int


def load_reviews(root: Path) -> tuple[Review, ...]:
    """Read the reviews; raises SeedError naming file and line; empty when there is no file."""
    path = root / PATH
    if not path.is_file():
        return ()
    text = read_text(path, PATH)
    content = parse_yaml(text, PATH) or []
    if not isinstance(content, list):
        raise SeedError("reviews are a list", "Begin each with '- decision: …'.", PATH, 1)
    return tuple(_review(item, line) for item, line in zip(content, item_lines(text), strict=True))


def _review(item: object, line: int) -> Review:
    if not isinstance(item, dict):
        raise SeedError("a review is a mapping", "Write decision, article, quote, reason.", PATH, line)
    problem = _problem(item)
    if problem:
        raise SeedError(problem[0], problem[1], PATH, line)
    return Review(
        decision=item["decision"],
        article=str(item.get("article", "")),
        quote=str(item.get("quote", "")),
        kind=str(item.get("kind", "")),
        claim=str(item.get("claim", "")),
        change=tuple(sorted(cast("dict[str, object]", item.get("set", {})).items())),
        reason=str(item["reason"]),
        line=line,
    )


def _problem(item: Mapping[str, object]) -> tuple[str, str] | None:
    """(what, cure) of the first thing wrong with a review."""
    return next((problem for problem in _problems(item) if problem), None)


def _problems(item: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    unknown = [key for key in item if key not in _FIELDS]
    if unknown:
        yield f"{unknown[0]!r} is no field of a review", f"Use: {', '.join(_FIELDS)}."
    if item.get("decision") not in ("accept", "reject", "waive", "correct"):
        yield f"{item.get('decision')!r} is no decision", "Use accept, reject, waive or correct."
    if not item.get("reason"):
        yield "a review needs a reason", "Say why in a sentence."
    if item.get("decision") == "waive":
        if not item.get("claim"):
            yield "no claim to waive", "Add claim: its id."
        return
    if not item.get("article") or not item.get("quote"):
        yield "no anchor", "Add article: its id, and quote: a few words of the span."
    if len(str(item["quote"]).split()) > QUOTE_WORDS:
        yield f"the quote has more than {QUOTE_WORDS} words", "Keep the words that single the span out."
    change = item.get("set")
    if item.get("decision") == "correct" and not _is_change(change):
        yield "nothing to correct", f"Add set: with some of {', '.join(_SETTABLE)}."


def _is_change(change: object) -> bool:
    return isinstance(change, dict) and bool(change) and set(change) <= set(_SETTABLE)


def apply_reviews(
    article: Article, facts: Sequence[Fact], reviews: Sequence[Review]
) -> tuple[tuple[Fact, ...], tuple[Finding, ...]]:
    """Return the facts with all decisions carried out, and a finding for each that matches nothing now."""
    result = list(facts)
    findings = []
    for review in reviews:
        if review.decision == "waive" or review.article != article.source.id:
            continue
        spans = _anchors(review.quote, article.body)
        hit = [i for i, f in enumerate(result) if _fits(f, review, spans)]
        for i in hit:
            result[i] = _decided(result[i], review)
        if not hit:
            message = (
                f"this review matches nothing in {article.source.id} any more. Change its quote or remove it."
            )
            findings.append(Finding("review", Severity.WARNING, Location(PATH, review.line), message))
    return tuple(result), tuple(findings)


def _fits(fact: Fact, review: Review, spans: Sequence[tuple[int, int]]) -> bool:
    if review.kind and fact.kind != review.kind:
        return False
    return any(fact.evidence.start < end and start < fact.evidence.end for start, end in spans)


def _anchors(quote: str, body: str) -> list[tuple[int, int]]:
    """Where the quote stands: exactly in shadow form, else the nearest likeness."""
    text, words = shadow(body), shadow(quote)
    spans, at = [], text.find(words)
    while at >= 0:
        spans.append((at, at + len(words)))
        at = text.find(words, at + 1)
    if spans:
        return spans
    from rapidfuzz import fuzz  # only when an article was edited

    found = fuzz.partial_ratio_alignment(words, text, score_cutoff=_NEAR)
    return [(found.dest_start, found.dest_end)] if found else []


def _decided(fact: Fact, review: Review) -> Fact:
    if review.decision == "reject":
        return replace(fact, held="rejected")
    if review.decision == "accept":
        return replace(fact, held="")
    change = {k: tuple(v) if isinstance(v, list) else str(v) for k, v in review.change}
    return replace(fact, **change)  # type: ignore[arg-type]


def waived(reviews: Sequence[Review]) -> dict[str, Review]:
    """Return the waivers by claim id."""
    return {review.claim: review for review in reviews if review.decision == "waive"}
