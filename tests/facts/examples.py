"""What seeds/roles.yml is learned from: figures of people with their candidates, and what a person reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import yaml
from building import ROOT
from scoring import Expected, number
from test_gold import ARTICLES, GOLD, expectations
from test_unseen import BROAD, LANGUAGES, PASSAGES, UNSEEN, article, expected, groups

from waymark.articles import read_article
from waymark.codebook import Codebook
from waymark.extract import extract
from waymark.extract.candidates import Candidate, candidates
from waymark.extract.case import Case, class_of
from waymark.extract.ranking import Choice, choose
from waymark.lexicon import load_lexicon
from waymark.model import Article
from waymark.weights import Weights

SEEDS, SENTENCES = "seeds", "sentences"  # groups
_SEEDS = 5  # an example of the articles that pages cite counts so often


@dataclass(frozen=True)
class Text:
    """An article with what a person reads in it; texts of a group are left out together."""

    group: str
    article: Article
    gold: tuple[Expected, ...]


@dataclass(frozen=True)
class Example:
    """The candidates of one figure, and the class of roles that is right; empty when nothing tells it."""

    group: str
    name: str
    found: tuple[Candidate, ...]
    right: str


def texts() -> Iterator[Text]:
    """Yield the tests' texts with their gold."""
    for name in ARTICLES:
        gold = expectations(GOLD / f"{name}.yml")
        yield Text(SEEDS, read_article(ROOT / "seeds/articles" / f"{name}.md", ROOT), tuple(gold))
    for language in LANGUAGES:
        for path in (UNSEEN / f"{language}.yml", BROAD / f"{language}.yml"):
            yield from _groups(path, SENTENCES)
    for path in PASSAGES:
        yield from _groups(path, path.stem)
    cases = yaml.safe_load((ROOT / "tests/facts/meaning.yml").read_text("utf-8"))
    for language, sentence, facts in (row for rows in cases.values() for row in rows):
        row = {"text": sentence, "facts": [fact.partition(" (")[0] for fact in facts]}
        yield _text(SENTENCES, {"language": language, "published": "2024-06-01"}, [row])


def gather(read: Sequence[Text], codebook: Codebook, *, forced: bool) -> list[Example]:
    """Return the examples of texts; ``forced``: each figure is told as it should be, for those behind it."""
    found: list[Example] = []
    for text in read:
        recorder = _Recorder(text, forced=forced)
        with mock.patch("waymark.extract.people.choice_of", recorder):
            extract(text.article, load_lexicon(ROOT, text.article.source.lang), codebook)
        found += recorder.examples * (_SEEDS if text.group == SEEDS else 1)
    return found


class _Recorder:
    """Stands in for the choice of a role, and notes each with what is right."""

    def __init__(self, text: Text, *, forced: bool) -> None:
        self.examples: list[Example] = []
        self._text, self._forced = text, forced
        self._open = [one for one in text.gold if one.kind == "figure"]

    def __call__(self, case: Case, weights: Weights) -> Choice:
        found = candidates(case)
        own = choose(found, weights)
        if case.sentence.article.body != self._text.article.body:
            return own  # the headline
        right = self._right(case)
        if right is None:
            return own
        line = case.sentence.line(case.figure.start)
        shown = case.sentence.article.body[case.figure.start : case.figure.end]
        self.examples.append(Example(self._text.group, f"{line} {shown}", found, right))
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


def _groups(path: Path, group: str) -> Iterator[Text]:
    for about, rows in groups(path):
        yield _text(group, about, rows)


def _text(group: str, about: dict[str, object], rows: list[dict[str, object]]) -> Text:
    gold = [expected(line, str(fact)) for line, row in enumerate(rows, 1) for fact in row["facts"]]  # type: ignore[attr-defined]
    return Text(group, article(about, [str(row["text"]) for row in rows]), tuple(gold))
