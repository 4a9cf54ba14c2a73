"""A whole page translated by a person: page.<locale>.md, held to the English page's calls, links and ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from waymark.checks import CHECKS
from waymark.checks.pair import Pair
from waymark.checks.typed import typed_numbers
from waymark.errors import PageError
from waymark.fill import calls_in
from waymark.locales import Locale
from waymark.model import Finding, Location, Severity
from waymark.pipeline.pages import DOCS, Page, read_page
from waymark.segments import markup

# What can be said of one text without the segment it translates.
_ALONE = frozenset(
    {"address", "block", "control", "homoglyph", "html", "junk", "script", "zawgyi", "link-label"}
)


def path_of(root: Path, page: Page, locale: Locale) -> Path:
    """Where a person's own translation of a page would stand."""
    return root / DOCS / f"{page.path.removesuffix('.md')}.{locale.tag}.md"


def read_by_hand(root: Path, page: Page, locale: Locale) -> tuple[Page | None, tuple[Finding, ...]]:
    """The person's page if it may be shown; else nothing, and why as findings.

    It must follow the English page as it is now (``follows:`` names its hash), keep its ids, calls
    and link targets, and hold nothing that a catalog entry could not hold.
    """
    path = path_of(root, page, locale)
    if not path.exists():
        return None, ()
    try:
        own = read_page(path, root / DOCS)
    except PageError as wrong:
        return None, (_finding(wrong.what + ". " + wrong.cure, wrong.path, locale, wrong.line),)
    findings = tuple(_faults(own, page, locale))
    return (None if findings else own), findings


def _faults(own: Page, page: Page, locale: Locale) -> Iterator[Finding]:
    where = f"{DOCS}/{own.path}"
    follows = own.front.get("follows")
    if str(follows) != page.hash:
        cure = f"Bring it up to date, then write follows: {page.hash}"
        message = f"it follows another state of docs/{page.path}. {cure}"
        yield Finding("stale-page", Severity.WARNING, Location(where, 1), message, locale.tag)
    if own.ids != page.ids:
        yield _finding(f"its heading ids differ from docs/{page.path}", where, locale)
    for name, ours, theirs in (
        ("calls", _calls(own), _calls(page)),
        ("links, notes or markup", _targets(own), _targets(page)),
    ):
        for extra in sorted((ours - theirs) + (theirs - ours)):
            yield _finding(f"{name} differ from docs/{page.path}: {extra}", where, locale)
    yield from typed_numbers(own.segments)
    yield from _characters(own, page, locale)


def _calls(page: Page) -> Counter[str]:
    return Counter(f"{call.name}{call.arguments}" for call in calls_in(page.text, f"{DOCS}/{page.path}"))


def _targets(page: Page) -> Counter[str]:
    tokens = (token for segment in page.segments for token in markup(segment.msgid))
    return Counter(token for token in tokens if not token.startswith("{{"))


def _characters(own: Page, page: Page, locale: Locale) -> Iterator[Finding]:
    whole = " ".join(segment.msgid for segment in page.segments)
    for segment in own.segments:
        pair = Pair(whole, segment.msgid, locale, {})
        for check in CHECKS:
            if check.name in _ALONE:
                for message in check.run(pair):
                    yield Finding(check.name, check.severity, segment.location, message, locale.tag)


def _finding(message: str, path: str, locale: Locale, line: int = 1) -> Finding:
    return Finding("page-by-hand", Severity.ERROR, Location(path, line), message, locale.tag)
