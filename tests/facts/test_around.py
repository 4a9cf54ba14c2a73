"""What a sentence means by what stands around it: headline, sentences before, the site that printed it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from building import ROOT
from test_unseen import article

from waymark.codebook import load_codebook
from waymark.extract import extract, read
from waymark.lexicon import load_lexicon
from waymark.model import Article


def told(language: str, *texts: str, title: str = "", url: str = "") -> list[str]:
    """The figures, amounts and operations of an article, each "LINE NUMBER UNIT" or "LINE NAME"."""
    facts = extract(
        printed(language, *texts, title=title, url=url), load_lexicon(ROOT, language), load_codebook(ROOT)
    )
    kept = [fact for fact in facts if fact.quantity or fact.kind == "operation"]
    return [f"{f.evidence.line} {f.value} {f.quantity.unit if f.quantity else ''}".strip() for f in kept]


def printed(language: str, *texts: str, title: str, url: str) -> Article:
    """An article with a headline and an address."""
    plain = article({"language": language, "published": "2025-06-18"}, list(texts))
    return replace(plain, source=replace(plain.source, title=title, url=url))


def test_the_headline_says_what_happened_to_a_count() -> None:
    """The same number without a verb means the same people; the headline itself is no line to cite."""
    line = "The 281 come from nine countries."
    assert told("en", line, title="Police arrest 281 in raids") == [
        "1 281 people.arrested",
        "1 9 place.country",
    ]
    assert told("en", line, title="Nine countries") == ["1 9 place.country"]


def test_what_was_said_without_a_number_carries_on() -> None:
    """Who was spoken of last is who is counted next."""
    lines = ("Les personnes arrêtées viennent de loin.", "Les Chinois sont les plus nombreux (3 438).")
    assert told("fr", *lines) == ["2 3438 people.arrested"]


def test_an_operation_named_once_is_known_again() -> None:
    """The name alone is enough on a later line."""
    lines = ("Operation Quiet Harbour began in May.", "Quiet Harbour ended with 96 arrests.")
    assert told("en", *lines) == ["1 Quiet Harbour", "2 Quiet Harbour", "2 96 people.arrested"]


@pytest.mark.parametrize(
    ("url", "currency"),
    [
        ("https://diario.example.mx/nota", ["1 900 money.MXN"]),
        ("https://diario.example.ar/nota", ["1 900 money.ARS"]),
        ("https://diario.example.com/nota", []),
    ],
)
def test_pesos_are_those_of_the_site_that_prints_them(url: str, currency: list[str]) -> None:
    """A name shared by many countries is no currency where nothing says which."""
    assert told("es", "Cada familia pagó 900 pesos.", url=url) == currency


def test_pesos_of_nowhere_are_listed_as_unread() -> None:
    """What is no fact is named to whoever adds the article."""
    text = printed("es", "Cada familia pagó 900 pesos.", title="", url="")
    _, unread = read(text, load_lexicon(ROOT, "es"), load_codebook(ROOT))
    assert [row.text for row in unread] == ["900 pesos."]


def test_a_dollar_is_local_where_a_site_tells_of_its_own_people() -> None:
    """Elsewhere it is the United States'."""
    line = "Australians lost $34 million to romance fraud."
    assert told("en", line, url="https://news.example.com.au/a") == ["1 34000000 money.AUD"]
    assert told("en", line, url="https://news.example.com/a") == ["1 34000000 money.USD"]


def test_days_of_last_week_and_days_to_come() -> None:
    """Published on Wednesday 18 June 2025."""
    text = printed(
        "en",
        "Tuesday last week",
        "They fly home on June 20.",
        "Between Monday and Tuesday.",
        title="",
        url="",
    )
    facts = extract(text, load_lexicon(ROOT, "en"), load_codebook(ROOT))
    assert [f.value for f in facts if f.kind == "date"] == [
        "2025-06-10",
        "2025-06-20",
        "2025-06-16..2025-06-17",
    ]


def test_items_of_a_list_are_told_by_its_head() -> None:
    """However long the list: each item counts who was spoken of before it."""
    head = "Thailand has sent home 590 people who fled the compound."
    items = (
        "India: 465 people",
        "Ethiopia: 62 people",
        "Kenya: 40 people",
        "Nepal: 15 people",
        "Laos: 8 people",
    )
    found = told("en", head, *items)
    assert [row.partition(" ")[2] for row in found[1:]] == [
        f"{item.split()[1]} people.repatriated" for item in items
    ]
