"""Learning the weights of roles: what is right more often weighs more; the committed weights are learned."""

from __future__ import annotations

import pytest
from building import ROOT
from examples import Example, texts
from learn import learn, train

from waymark.codebook import load_codebook
from waymark.extract.candidates import Candidate
from waymark.extract.ranking import choose

FOUND = (
    Candidate("rescued", frozenset({"verb behind"}), ""),
    Candidate("arrested", frozenset({"verb before"}), ""),
    Candidate("", frozenset({"nothing"}), ""),
)
EXAMPLES = [Example("one", str(i), FOUND, "rescued" if i % 4 else "arrested") for i in range(40)]


def test_what_is_right_more_often_weighs_more() -> None:
    """Shares follow the examples; what is never right is lightest; order does not matter."""
    weights = learn(EXAMPLES)
    assert weights.features["verb behind"] > weights.features["verb before"] > weights.features["nothing"]
    assert choose(FOUND, weights).role == "rescued"
    assert 0.6 < choose(FOUND, weights).share < 0.8
    assert learn(EXAMPLES[::-1]) == weights


def test_rare_features_are_not_learned() -> None:
    """A feature of two examples would be learned by heart."""
    rare = Example("one", "rare", (Candidate("fled", frozenset({"rare"}), ""), *FOUND), "fled")
    assert "rare" not in learn([*EXAMPLES, rare, rare]).features


@pytest.mark.long
def test_the_committed_weights_are_what_the_sentences_teach() -> None:
    """Run tests/facts/learn.py after changing a sentence, a lexicon or a feature."""
    codebook = load_codebook(ROOT)
    learned = train(list(texts()), codebook).features
    committed = codebook.weights.features
    apart = {f: (committed.get(f), w) for f, w in learned.items() if abs(committed.get(f, 0.0) - w) > 0.05}
    assert not apart
    assert not {f: w for f, w in committed.items() if f not in learned and abs(w) > 0.05}
