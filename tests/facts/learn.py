"""Learns seeds/roles.yml: .venv/bin/python tests/facts/learn.py [FOLDER ...] [--check].

The sentences and gold of the tests are the examples, with the reports of each FOLDER as tests/facts/measure.py reads
them. --check leaves each group out once, measures it with what the others teach, and writes nothing.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from unittest import mock

import numpy as np
import yaml

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests"), str(ROOT / "tests/facts")]

from measure import expected_row  # noqa: E402
from scoring import Expected, number  # noqa: E402
from test_gold import ARTICLES, GOLD, expectations  # noqa: E402
from test_unseen import BROAD, LANGUAGES, PASSAGES, UNSEEN, article, expected  # noqa: E402

from waymark.articles import read_article  # noqa: E402
from waymark.codebook import Codebook, load_codebook  # noqa: E402
from waymark.extract import extract  # noqa: E402
from waymark.extract.candidates import Candidate  # noqa: E402
from waymark.extract.case import Case, class_of  # noqa: E402
from waymark.extract.ranking import Choice, choose  # noqa: E402
from waymark.lexicon import load_lexicon  # noqa: E402
from waymark.model import Article  # noqa: E402
from waymark.weights import PATH, Weights  # noqa: E402

_STEPS, _RATE, _PENALTY, _SEEN = 300, 0.05, 2.0, 4
_SEEDS = 5  # an example of the articles that pages cite counts so often
_TOLD, _SURE = 0.5, 0.7
_CHOICE = "waymark.extract.people.choose"


@dataclass(frozen=True)
class Text:
    """An article with what a person reads in it; a group is left out together."""

    group: str
    article: Article
    gold: tuple[Expected, ...]


@dataclass(frozen=True)
class Example:
    """The candidates of one figure, and the class of roles that is right."""

    group: str
    name: str
    found: tuple[Candidate, ...]
    right: str


def texts(folders: Sequence[Path]) -> Iterator[Text]:
    """Yield all texts with their gold: seeds, sentences, reports."""
    for name in ARTICLES:
        gold = expectations(GOLD / f"{name}.yml")
        yield Text("seeds", read_article(ROOT / "seeds/articles" / f"{name}.md", ROOT), tuple(gold))
    for language in LANGUAGES:
        for path in (UNSEEN / f"{language}.yml", BROAD / f"{language}.yml"):
            yield from _groups(path, "sentences")
    for path in PASSAGES:
        yield from _groups(path, path.stem)
    cases = yaml.safe_load((ROOT / "tests/facts/meaning.yml").read_text("utf-8"))
    for language, sentence, facts in (row for rows in cases.values() for row in rows):
        told = [fact.partition(" (")[0] for fact in facts]
        row = {"text": sentence, "facts": told}
        yield _text("sentences", {"language": language, "published": "2024-06-01"}, [row])
    for folder in folders:
        for path in sorted(folder.rglob("*.gold.yml")):
            report = path.with_name(path.name.replace(".gold.yml", ".md")).absolute()
            rows = yaml.safe_load(path.read_text("utf-8"))["facts"]
            yield Text(folder.name, read_article(report, ROOT), tuple(map(expected_row, rows)))


def _groups(path: Path, group: str) -> Iterator[Text]:
    data = yaml.safe_load(path.read_text("utf-8"))
    for one in data.get("groups", [data]):
        yield _text(group, {**one, "language": data["language"]}, one["sentences"])


def _text(group: str, about: dict[str, object], rows: list[dict[str, object]]) -> Text:
    gold = [expected(line, str(fact)) for line, row in enumerate(rows, 1) for fact in row["facts"]]
    return Text(group, article(about, [str(row["text"]) for row in rows]), tuple(gold))


class Recorder:
    """Stands in for the choice: notes candidates and what is right, and answers with the right role or its own."""

    def __init__(self, text: Text, *, forced: bool) -> None:
        self.examples: list[Example] = []
        self._text, self._forced = text, forced
        self._open = [one for one in text.gold if one.kind == "figure"]

    def __call__(self, case: Case, found: tuple[Candidate, ...], weights: Weights) -> Choice:
        own = choose(case, found, weights)
        if case.sentence.article.body != self._text.article.body:
            return own  # the headline
        right = self._right(case)
        if right is None:
            return own
        name = f"{self._text.article.source.id}:{case.sentence.line(case.figure.start)}"
        shown = case.sentence.article.body[case.figure.start : case.figure.end]
        self.examples.append(Example(self._text.group, f"{name} {shown}", found, right))
        role = next((one.role for one in found if class_of(one.role) == right), "")
        return Choice(role, "as told", 1.0) if self._forced else own

    def _right(self, case: Case) -> str | None:
        """The class of roles a person reads; empty when no people are counted, None when it may be either."""
        value = number(case.figure.number.value, case.figure.number.upper)
        line = case.sentence.line(case.figure.start)
        fitting = [one for one in self._open if (one.line, one.value) == (line, value)]
        people = [one for one in fitting if one.unit.startswith(("people", "count.injured"))]
        if not fitting:
            return ""
        one = (people or fitting)[0]
        self._open.remove(one)
        if one.optional:
            return None
        return class_of(one.unit.partition(".")[2]) if people else ""


def gather(read: Sequence[Text], codebook: Codebook, *, forced: bool) -> list[Example]:
    """Return the examples that the texts hold under the codebook's weights."""
    found: list[Example] = []
    for text in read:
        recorder = Recorder(text, forced=forced)
        with mock.patch(_CHOICE, recorder):
            extract(text.article, load_lexicon(ROOT, text.article.source.lang), codebook)
        found += recorder.examples * (_SEEDS if text.group == "seeds" else 1)
    return found


def learn(examples: Sequence[Example]) -> Weights:
    """Return weights that make the right class of roles likely (maximum likelihood, quadratic penalty, Adam)."""
    usable = [e for e in examples if any(class_of(one.role) == e.right for one in e.found)]
    seen = Counter(feature for e in usable for one in e.found for feature in one.features)
    column = {feature: i for i, feature in enumerate(sorted(f for f, n in seen.items() if n >= _SEEN))}
    owner = np.array([i for i, e in enumerate(usable) for _ in e.found])
    right = np.array([class_of(one.role) == e.right for e in usable for one in e.found])
    matrix = np.zeros((len(owner), len(column)))
    for row, one in enumerate(one for e in usable for one in e.found):
        matrix[row, [column[feature] for feature in one.features if feature in column]] = 1
    weights = np.zeros(len(column))
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, _STEPS + 1):
        sums = matrix @ weights
        pull = _shares(sums, owner, np.ones(len(owner))) - _shares(sums, owner, right)
        slope = matrix.T @ pull + _PENALTY * weights
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
    again = gather(read, replace(codebook, weights=first), forced=False)
    return learn(again)


def check(read: Sequence[Text], codebook: Codebook) -> None:
    """Print, for each group of reports left out, how many roles are right, and how sure of them it was."""
    judged: list[tuple[float, bool]] = []
    for group in sorted({text.group for text in read}):
        known = train([text for text in read if text.group != group], codebook)
        left = gather([t for t in read if t.group == group], replace(codebook, weights=known), forced=False)
        choices = [(choose(None, e.found, known), e) for e in left]
        rows = [(c.share, class_of(c.role) == e.right, c.role) for c, e in choices]
        print(f"{group:10} {len(rows):5} figures, right {sum(ok for _, ok, _ in rows) / len(rows):.3f}")
        if group not in ("seeds", "sentences"):
            judged += [(share, ok) for share, ok, role in rows if role]
    for least in (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        kept = [ok for share, ok in judged if share >= least]
        print(f"share {least}: kept {len(kept) / len(judged):.3f}, right {sum(kept) / len(kept):.3f}")


def write(weights: Weights) -> None:
    """Write seeds/roles.yml, most telling features last told by name."""
    head = "# How much each feature counts for the role of people. Learned: tests/facts/learn.py; not to be edited by hand.\n"
    content = {"told": weights.told, "sure": weights.sure, "features": dict(sorted(weights.features.items()))}
    new = ROOT / f"{PATH}.new"
    new.write_text(head + yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=200), "utf-8")
    new.replace(ROOT / PATH)


def main() -> None:
    """Learn and write, or check."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folders", type=Path, nargs="*")
    parser.add_argument("--check", action="store_true", help="measure what the others teach of each group")
    options = parser.parse_args()
    read = list(texts(options.folders))
    codebook = load_codebook(ROOT)
    if options.check:
        check(read, codebook)
    else:
        write(train(read, codebook))


if __name__ == "__main__":
    main()
