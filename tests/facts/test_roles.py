"""The role of people: how candidates are weighed, what is held back, and what is no fact at all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from building import ROOT
from hypothesis import given
from hypothesis import strategies as st
from project import project
from test_unseen import article

from waymark.codebook import load_codebook
from waymark.errors import SeedError
from waymark.extract import extract, read
from waymark.extract.candidates import Candidate
from waymark.extract.case import STATES, class_of
from waymark.extract.ranking import choose
from waymark.lexicon import load_lexicon
from waymark.weights import PATH, Weights

ROLES = (*sorted(STATES), "arrested", "rescued", "repatriated", "")
FEATURES = ("verb before", "verb behind", "the count", "the list", "nothing")
WEIGHTS = Weights(0.5, 0.7, {"verb before": 1.0, "verb behind": 2.0, "the list": -1.0, "nothing": -2.0})


def candidate(role: str, *features: str, here: bool = True) -> Candidate:
    """A candidate whose rule names its role."""
    return Candidate(role, frozenset(features), f"rule of {role}", here)


def test_the_heaviest_class_wins() -> None:
    """The share is that of the whole class; the rule is that of its heaviest candidate."""
    found = (
        candidate("arrested", "verb before"),
        candidate("rescued", "verb behind"),
        candidate("", "nothing"),
    )
    choice = choose(found, WEIGHTS)
    assert (choice.role, choice.rule) == ("rescued", "rule of rescued")
    assert 0.7 < choice.share < 0.8


def test_roles_of_people_inside_add_up() -> None:
    """Two words for people inside outweigh one for people freed, each being lighter."""
    found = (
        candidate("held", "verb behind"),
        candidate("forced", "verb behind"),
        candidate("rescued", "verb behind", "verb before"),
    )
    assert choose(found[1:], WEIGHTS).role == "rescued"
    assert choose((*found[:2], candidate("rescued", "verb behind")), WEIGHTS).role == "held"


def test_a_word_of_the_sentence_names_the_role() -> None:
    """Memory may decide the class; what the people are called in it the sentence says, where it can."""
    found = (candidate("held", "verb behind", here=False), candidate("trafficked", "verb before"))
    assert choose(found, WEIGHTS).role == "trafficked"


@given(
    st.lists(
        st.builds(
            lambda role, features: candidate(role, *features),
            st.sampled_from(ROLES),
            st.sets(st.sampled_from(FEATURES)),
        ),
        min_size=1,
        max_size=8,
    )
)
def test_shares_are_shares(found: list[Candidate]) -> None:
    """The winner has at least an equal share of the classes, and never more than all."""
    share = choose(found, WEIGHTS).share
    assert 1 / len({class_of(one.role) for one in found}) - 1e-9 <= share <= 1 + 1e-9


LINE = "Police raided two sites and the 90 workers of the compound were rescued and deported."


@pytest.mark.parametrize(
    ("told", "sure", "held"), [(0.0, 0.0, [""]), (0.0, 1.0, ["unclear"]), (1.0, 1.0, [])]
)
def test_what_is_unsure_is_held_and_what_is_unlikely_is_no_fact(
    told: float, sure: float, held: list[str]
) -> None:
    """Below ``sure`` a figure waits for a person; below ``told`` it is listed as unread, with the line."""
    codebook = load_codebook(ROOT)
    codebook = replace(codebook, weights=replace(codebook.weights, told=told, sure=sure))
    text = article({"language": "en", "published": "2025-06-18"}, [LINE])
    facts = extract(text, load_lexicon(ROOT, "en"), codebook)
    people = [f for f in facts if f.quantity and f.quantity.unit.startswith("people")]
    assert [fact.held for fact in people] == held
    _, unread = read(text, load_lexicon(ROOT, "en"), codebook)
    assert [row.line for row in unread if row.text.startswith("90")] == ([] if held else [1])


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("told: 0.5\nsure: 0.7\n", r"seeds/roles\.yml: .*told, sure and features"),
        ("told: 0.5\nsure: 0.7\nfeatures: [a]\n", r"seeds/roles\.yml:3: features is no table"),
        (
            "told: 0.5\nsure: 0.7\nfeatures:\n  'x: y': much\n",
            r"seeds/roles\.yml:4: features\.x: y: 'much' is no number",
        ),
        ("told: yes\nsure: 0.7\nfeatures: {}\n", r"seeds/roles\.yml:1: told: True is no number"),
        ("told: [\n", r"seeds/roles\.yml:\d+: broken YAML"),
    ],
)
def test_a_mistake_in_the_weights(tmp_path: Path, text: str, says: str) -> None:
    """One clear error with file and line."""
    root = project(tmp_path / "p")
    (root / PATH).write_text(text, "utf-8")
    with pytest.raises(SeedError, match=rf"^{says}"):
        load_codebook(root)


def test_missing_weights(tmp_path: Path) -> None:
    """The file is named."""
    root = project(tmp_path / "p")
    (root / PATH).unlink()
    with pytest.raises(SeedError, match=r"^seeds/roles\.yml: .*missing"):
        load_codebook(root)
