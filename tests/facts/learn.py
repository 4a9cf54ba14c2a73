"""Learns seeds/roles.yml: .venv/bin/python tests/facts/learn.py [--check [GROUP ...]].

The examples are the tests' own texts (tests/facts/examples.py). --check leaves a group out, measures it with
what the others teach, and writes nothing; groups: the files of tests/data/unseen/passages, seeds, sentences.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import yaml

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests"), str(ROOT / "tests/facts")]

from examples import SEEDS, SENTENCES, Example, Text, gather, texts  # noqa: E402

from waymark.codebook import Codebook, load_codebook  # noqa: E402
from waymark.extract.case import class_of  # noqa: E402
from waymark.extract.ranking import choose  # noqa: E402
from waymark.weights import PATH, Weights  # noqa: E402

_STEPS, _RATE, _PENALTY, _SEEN = 300, 0.05, 3.0, 4
_TOLD, _SURE = 0.6, 0.7
_HEAD = """\
# How much each feature counts for the role of people (hooks/waymark/extract/candidates.py, verbs.py).
# Learned from tests/data by tests/facts/learn.py: not to be edited by hand.
# told: the share from which a role is a fact; sure: from which it is published.
"""


def learn(examples: Sequence[Example]) -> Weights:
    """Return weights that make the right roles likely: maximum likelihood, quadratic penalty, Adam (2015)."""
    usable = [e for e in examples if any(class_of(one.role) == e.right for one in e.found)]
    seen = Counter(feature for e in usable for one in e.found for feature in one.features)
    column = {feature: i for i, feature in enumerate(sorted(f for f, n in seen.items() if n >= _SEEN))}
    owner = np.array([i for i, e in enumerate(usable) for _ in e.found])
    right = np.array([class_of(one.role) == e.right for e in usable for one in e.found])
    cells = [
        (row, column[feature])
        for row, one in enumerate(one for e in usable for one in e.found)
        for feature in sorted(one.features & column.keys())
    ]
    rows, columns = np.array(cells).T
    weights = np.zeros(len(column))
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, _STEPS + 1):
        sums = np.bincount(rows, weights[columns], len(owner))
        pull = _shares(sums, owner, np.ones(len(owner))) - _shares(sums, owner, right)
        slope = np.bincount(columns, pull[rows], len(column)) + _PENALTY * weights
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights -= _RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    rounded = {feature: round(float(weights[i]), 2) for feature, i in column.items()}
    return Weights(_TOLD, _SURE, {feature: weight for feature, weight in rounded.items() if weight})


def _shares(sums: np.ndarray, owner: np.ndarray, among: np.ndarray) -> np.ndarray:
    """Each candidate's share of its example's weight, among those that count."""
    mass = np.exp(sums - sums.max()) * among
    return mass / np.bincount(owner, mass)[owner]


def train(read: Sequence[Text], codebook: Codebook) -> Weights:
    """Learn from the right roles first, then from what those weights themselves say of earlier figures."""
    first = learn(gather(read, codebook, forced=True))
    return learn(gather(read, replace(codebook, weights=first), forced=False))


def check(read: Sequence[Text], codebook: Codebook, groups: Sequence[str]) -> None:
    """Print, for each group left out, how many roles are right, and how sure of them it was."""
    judged: list[tuple[float, bool]] = []
    for group in groups or sorted({text.group for text in read}):
        known = train([text for text in read if text.group != group], codebook)
        left = gather([t for t in read if t.group == group], replace(codebook, weights=known), forced=False)
        choices = [(choose(e.found, known), e) for e in left]
        rows = [(choice.share, class_of(choice.role) == e.right, choice.role) for choice, e in choices]
        print(f"{group:10} {len(rows):5} figures, right {sum(ok for _, ok, _ in rows) / len(rows):.3f}")
        if group not in (SEEDS, SENTENCES):
            judged += [(share, ok) for share, ok, role in rows if role]
    for least in (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        kept = [ok for share, ok in judged if share >= least]
        print(f"share {least}: kept {len(kept) / len(judged):.3f}, right {sum(kept) / len(kept):.3f}")


def text_of(weights: Weights) -> str:
    """Return seeds/roles.yml, features by name."""
    content = {"told": weights.told, "sure": weights.sure, "features": dict(sorted(weights.features.items()))}
    return _HEAD + yaml.safe_dump(content, sort_keys=False, width=200)


def main() -> None:
    """Learn and write, or check."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument(
        "--check", nargs="*", metavar="GROUP", help="measure what the others teach of a group"
    )
    parser.add_argument(
        "--reports", nargs="*", type=Path, default=[], metavar="FOLDER", help="learn from them too"
    )
    options = parser.parse_args()
    read = list(texts())
    codebook = load_codebook(ROOT)
    if options.check is not None:
        check(read, codebook, options.check)
    else:
        new = ROOT / f"{PATH}.new"
        new.write_text(text_of(train(read, codebook)), "utf-8")
        new.replace(ROOT / PATH)


if __name__ == "__main__":
    main()
