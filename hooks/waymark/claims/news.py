"""What one more article brings: new claims, repeats, contradictions, and what could not be read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from waymark.claims import Knowledge, knowledge_of
from waymark.codebook import Codebook, load_codebook
from waymark.extract import Unread, read
from waymark.lexicon import load_lexicon
from waymark.lock import parse, read_lock, render
from waymark.model import Article, Claim, Fact, Relation
from waymark.reviews import apply_reviews, load_reviews

_BLOCKS = (("route", "routes"), ("operation", "timeline"))  # kind of claim, block that shows all of them


@dataclass(frozen=True, slots=True)
class News:
    """How the knowledge changes when an article joins it."""

    adds: tuple[Claim, ...]
    repeats: tuple[Claim, ...]
    contradicts: tuple[Claim, ...]
    held: tuple[Fact, ...]
    unread: tuple[Unread, ...]
    pages: tuple[str, ...]  # below docs/


def news(article: Article, root: Path) -> News:
    """Compare the knowledge without the article with the knowledge with it."""
    codebook, reviews = load_codebook(root), load_reviews(root)
    found, unread = read(article, load_lexicon(root, article.source.lang), codebook)
    facts, _ = apply_reviews(article, found, reviews)
    before = _knowledge(root, article, (), codebook)
    after = _knowledge(root, article, facts, codebook)
    mine = [c for c in after.claims if c.publishable and article.source.id in _articles(c)]
    old = {claim.id: claim for claim in before.claims if claim.publishable}
    adds = tuple(c for c in mine if c.id not in old)
    known = [c for c in mine if c.id in old]
    against = tuple(c for c in known if c.relation is Relation.CONFLICT and old[c.id].readings != c.readings)
    return News(
        adds=adds,
        repeats=tuple(c for c in known if c not in against),
        contradicts=against,
        held=tuple(fact for fact in facts if fact.held),
        unread=unread,
        pages=tuple(_pages(root, mine)),
    )


def _knowledge(root: Path, article: Article, facts: tuple[Fact, ...], codebook: Codebook) -> Knowledge:
    """The knowledge of the lock with this article's facts in place of those it may already hold."""
    text = read_lock(root)
    sources = {source.id: source for source in parse(text).sources} if text else {}
    sources.pop(article.source.id, None)
    lines = _blocks(text)
    lines.pop(article.source.id, None)
    if facts:
        sources[article.source.id] = article.source
        lines[article.source.id] = _blocks(render([article.source], {article.source.id: facts}))[
            article.source.id
        ]
    body = "\n".join("\n".join(lines[name]) for name in sorted(lines))
    return knowledge_of(body + "\n", codebook, load_reviews(root))


def _blocks(text: str) -> dict[str, list[str]]:
    """The rows of a lock by source."""
    blocks: dict[str, list[str]] = {}
    for row in text.split("\n"):
        if row.startswith("source "):
            blocks[row[len("source ") :]] = []
        if blocks and row:
            blocks[list(blocks)[-1]].append(row)
    return blocks


def _articles(claim: Claim) -> set[str]:
    return {fact.evidence.article for reading in claim.readings for fact in reading.facts}


def _pages(root: Path, claims: Iterable[Claim]) -> list[str]:
    """Pages that use one of the claims, by its id, by its step's section, or in a block of its kind."""
    ids = {claim.id for claim in claims}
    slugs = {claim.id.partition("/")[2] for claim in claims if claim.kind in ("method", "event")}
    kinds = {claim.kind for claim in claims}
    blocks = [name for kind, name in (("route", "routes"), ("operation", "timeline")) if kind in kinds] + [
        "sources"
    ]
    found = []
    for path in sorted((root / "docs").rglob("*.md")):
        text = path.read_text("utf-8")
        quoted = set(re.findall(r'"([^"\n]+)"', text)) | set(re.findall(r"\{ #([\w-]+) \}", text))
        if quoted & (ids | slugs) or any(f"{{{{ {name}(" in text for name in blocks):
            found.append(path.relative_to(root / "docs").as_posix())
    return found
