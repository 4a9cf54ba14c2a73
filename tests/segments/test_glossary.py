"""The glossary finds the terms of an English text, and hands each locale's files to translators whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from waymark.errors import SeedError
from waymark.glossary import Glossary
from waymark.locales import locale

ROOT = Path(__file__).parents[2]
TAGS = sorted(path.stem for path in (ROOT / "locale/glossary").glob("*.yml"))


@pytest.fixture(scope="module")
def french() -> Glossary:
    return Glossary.load(ROOT, locale("fr"))


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("These places are called scam compounds.", ["scam compound"]),
        ("Scam Centres, and victims of trafficking", ["scam compound", "victim", "human trafficking"]),
        ("Trafficking for forced criminality is a crime.", ["trafficking for forced criminality"]),
        ("Own embassies first. Your embassy, then the ministry of labour.", ["embassy", "labour ministry"]),
        ("People who are forced to scam", ["person forced to scam"]),
        ('[Call](embassy.md) {{ cite("passport") }} `victim`', []),
        ("Passporting and victimless", []),
        ("", []),
    ],
)
def test_terms_are_whole_words_the_longest_first_in_the_order_of_the_text(
    text: str, terms: list[str], french: Glossary
) -> None:
    assert [term.term for term in french.terms_in(text)] == terms
    assert list(french.accepted(text)) == terms


def test_a_translation_says_a_term_in_any_of_its_forms(french: Glossary) -> None:
    (term,) = french.terms_in("a scam compound")
    assert term.said_in("Les Complexes et les autres") and term.said_in("un centre d’escroquerie")
    assert not term.said_in("une entreprise")
    assert french.hints("debt bondage") == ("glossary: debt bondage = servitude pour dette",)


@pytest.mark.parametrize("tag", TAGS)
def test_every_glossary_fixes_the_same_terms(tag: str, french: Glossary) -> None:
    where = locale(tag)
    glossary = Glossary.load(ROOT, where)
    assert [term.names for term in glossary.terms] == [term.names for term in french.terms]
    assert all(form == form.strip() for term in glossary.terms for form in term.forms)


def test_a_locale_without_a_glossary_has_no_terms() -> None:
    assert Glossary.load(ROOT, locale("si")).terms_in("scam compounds") == ()


@pytest.mark.parametrize(
    "form",
    [
        "[centre](https://aide.example/)",
        "www.aide.example",
        "centre 117",
        "<b>centre</b>",
        "{{ x }}",
        "cen\u202etre",
    ],
)
def test_a_form_that_is_more_than_words_is_refused(tmp_path: Path, form: str) -> None:
    folder = tmp_path / "locale" / "glossary"
    folder.mkdir(parents=True)
    (folder / "fr.yml").write_text(f"- term: scam compound\n  forms: [{json.dumps(form)}]\n", "utf-8")
    with pytest.raises(SeedError, match=r"glossary/fr\.yml:2: "):
        Glossary.load(tmp_path, locale("fr"))
