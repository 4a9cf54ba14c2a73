"""Reviews: a person's decision, anchored by a short quote; it survives edits and reports when it is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import ROOT
from project import lock, project, text

from waymark.claims import load_knowledge
from waymark.errors import SeedError
from waymark.model import Severity
from waymark.reviews import QUOTE_WORDS, load_reviews

BODY = "Police in Laos rescued 40 people on 3 May 2024.\n\nThe fee was 500 dollars."


def reviewed(where: Path, review: str, body: str = BODY) -> Path:
    """A project of one article and one review."""
    root = project(where / "p", {"one": text(body, "2024-05-04")})
    (root / "seeds/reviews.yml").write_text(review, "utf-8")
    lock(root)
    return root


def test_reject(tmp_path: Path) -> None:
    """A rejected fact is not published, and the lock says so."""
    root = reviewed(tmp_path, '- {decision: reject, article: one, quote: "40 people", reason: "A slip."}\n')
    assert not load_knowledge(root).claim("one/people.rescued@LA").publishable
    assert "held=rejected" in (root / "seeds/facts.lock").read_text("utf-8")


def test_accept_lifts_a_hold(tmp_path: Path) -> None:
    """What the rules held back is published when a person accepts it."""
    body = "A man lost 500 dollars in Laos."
    root = reviewed(tmp_path, "[]\n", body)
    assert not load_knowledge(root).claim("one/money.USD@LA").publishable
    (root / "seeds/reviews.yml").write_text(
        '- {decision: accept, article: one, quote: "500 dollars", reason: "The price asked of all."}\n',
        "utf-8",
    )
    lock(root)
    assert load_knowledge(root).claim("one/money.USD@LA").publishable


def test_correct(tmp_path: Path) -> None:
    """A correction changes what the fact says."""
    root = reviewed(
        tmp_path,
        '- {decision: correct, article: one, quote: "40 people", set: {places: [MM]}, reason: "A slip."}\n',
    )
    assert load_knowledge(root).claim("one/people.rescued@MM").publishable


def test_waive(tmp_path: Path) -> None:
    """A waived claim need not be used by a page."""
    root = reviewed(tmp_path, "- {decision: waive, claim: one/money.USD, reason: Too local.}\n")
    assert not load_knowledge(root).claim("one/money.USD").publishable


def test_a_review_survives_an_edit_of_the_article(tmp_path: Path) -> None:
    """Text before the quote, other quotes and a typing slip do not unmoor it."""
    review = '- {decision: reject, article: one, quote: "fee was 500 dollars", reason: "A slip."}\n'
    root = reviewed(
        tmp_path, review, "New first line here.\n\n" + BODY.replace("The fee was", "The feee was")
    )
    known = load_knowledge(root)
    assert not known.claim("one/money.USD").publishable
    assert not [finding for finding in known.findings if finding.check == "review"]


@pytest.mark.parametrize(
    "review",
    [
        '- {decision: reject, article: one, quote: "900 people", reason: "A slip."}\n',
        '- {decision: reject, article: gone, quote: "40 people", reason: "A slip."}\n',
        "- {decision: waive, claim: one/people.arrested, reason: Old.}\n",
    ],
)
def test_a_review_that_matches_nothing_is_a_finding(review: str, tmp_path: Path) -> None:
    """Stale reviews are reported with their line, not silently kept."""
    found = [f for f in load_knowledge(reviewed(tmp_path, review)).findings if f.check == "review"]
    assert [(f.severity, f.location.path, f.location.line) for f in found] == [
        (Severity.WARNING, "seeds/reviews.yml", 1)
    ]


@pytest.mark.parametrize(
    ("review", "line", "says"),
    [
        ("- {decision: maybe, reason: x}\n", 1, "is no decision"),
        ("- {decision: reject, article: one, quote: x}\n", 1, "needs a reason"),
        ("- {decision: reject, article: one, reason: x}\n", 1, "no anchor"),
        ("- {decision: waive, reason: x}\n", 1, "no claim"),
        ("\n- {decision: correct, article: one, quote: x, reason: y}\n", 2, "nothing to correct"),
        ("- {decision: reject, article: one, quote: a b c d e f g h, reason: y}\n", 1, "more than 7 words"),
        ("- {decision: reject, artikel: one, quote: x, reason: y}\n", 1, "is no field"),
        ("decision: reject\n", 1, "are a list"),
        ("- [\n", 2, "broken YAML"),
    ],
)
def test_refused_reviews(review: str, line: int, says: str, tmp_path: Path) -> None:
    """A review that is wrong is told with file and line."""
    root = project(tmp_path / "p")
    (root / "seeds/reviews.yml").write_text(review, "utf-8")
    with pytest.raises(SeedError, match=rf"^seeds/reviews\.yml:{line}: .*{says}"):
        load_reviews(root)


def test_quotes_of_the_project_are_short() -> None:
    """Reviews keep no sentence of an article."""
    assert all(len(review.quote.split()) <= QUOTE_WORDS for review in load_reviews(ROOT))
