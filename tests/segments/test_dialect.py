"""Each rule of the dialect with a do and a don't (dialect.yml): contexts, kinds, spans and the gate."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from waymark.errors import PageError
from waymark.segments import Malformed, cut, join, markup, markup_masked, placeholders, refuse, refused

RULES = yaml.safe_load((Path(__file__).parent / "dialect.yml").read_text("utf-8"))
DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("rule", RULES, ids=[rule["rule"] for rule in RULES])
def test_each_rule_has_a_do_that_is_cut_and_a_dont_that_is_refused_in_one_line(rule: dict[str, str]) -> None:
    segments = cut(rule["do"], "offer.md")
    assert join(rule["do"], segments, lambda _: None) == rule["do"]
    with pytest.raises(PageError) as refusal:
        cut(rule["dont"], "offer.md")
    error = refusal.value
    assert rule["says"] in error.what and error.cure and error.line
    assert str(error).startswith(f"docs/offer.md:{error.line}: ") and "\n" not in str(error)


def test_every_page_of_the_site_is_of_the_dialect() -> None:
    for path in sorted(DOCS.rglob("*.md")):
        text = path.read_text("utf-8")
        segments = cut(text, path.relative_to(DOCS).as_posix())
        assert join(text, segments, lambda _: None) == text
        assert not refuse(text, segments, {segment: segment.msgid for segment in segments})


def test_contexts_kinds_and_folded_msgids() -> None:
    page = """---
title: Routes
description: "By air: or by land."
---
# How people move { #top }

Held in Myanmar,
as reported.[^1]

!!! warning "Take care"
    - first
        line
    - second

| Place | Number |
|---|---|
| {{ cite("x") }} | 2 |

[^1]: By many.
"""
    found = [(one.context, one.kind, one.msgid, one.location.line) for one in cut(page, "help/a.md")]
    assert found == [
        ("help/a.md#", "meta.title", "Routes", 2),
        ("help/a.md#", "meta.description", "By air: or by land.", 3),
        ("help/a.md#top", "heading", "How people move", 5),
        ("help/a.md#top", "text", "Held in Myanmar, as reported.[^1]", 7),
        ("help/a.md#top", "title", "Take care", 10),
        ("help/a.md#top", "item", "first line", 11),
        ("help/a.md#top", "item", "second", 13),
        ("help/a.md#top", "cell", "Place", 15),
        ("help/a.md#top", "cell", "Number", 15),
        ("help/a.md#top", "note", "By many.", 19),
    ]


@pytest.mark.parametrize(
    "title",
    [
        "Routes: from, to",
        'Say "no"',
        "- no",
        "yes",
        "null",
        "2023",
        "a # b",
        "'",
        "{a}",
        "ផ្លូវ: ១",
        "\\n",
        "@x",
        "العمل",
    ],
)
def test_any_title_comes_back_from_the_front_matter_as_it_is(title: str) -> None:
    text = "---\ntitle: Routes\nchain: scam\n---\n# Routes { #top }\n"
    segments = cut(text, "r.md")
    bad = refused(text, segments, {segments[0]: title})
    joined = join(text, segments, {segments[0]: title}.get)
    assert yaml.safe_load(joined.split("---\n")[1])["title"] == title
    assert bool(bad) is (title in ("{a}", "\\n", "2023", "'"))  # outside the dialect, or no word


@pytest.mark.parametrize(
    ("translation", "why"),
    [
        ('[Appelez](help/kh.md) {{ f("a") }} **vite**[^1]', ""),
        ('**Vite**[^1] {{ f("a") }}: [appelez](help/kh.md)', ""),
        ('[Appelez](help/mm.md) {{ f("a") }} **vite**[^1]', "“[](help/mm.md)” is not in the source"),
        ('[Appelez](help/kh.md) {{ f("b") }} **vite**[^1]', '“{{ f("b") }}” is not in the source'),
        ("[Appelez](help/kh.md) **vite**[^1]", '“{{ f("a") }}” of the source is missing'),
        ('[Appelez](help/kh.md) {{ f("a") }} {{ f("a") }} **vite**[^1]', "is not in the source"),
        ('[Appelez](help/kh.md) {{ f("a") }} **vite**', "“[^1]” of the source is missing"),
        ('[Appelez](help/kh.md) {{ f("a") }} vite[^1]', "“**” of the source is missing"),
        ('[Appelez](help/kh.md) {{ f("a") }} **vite **[^1]', "closes after a space"),
        ('[Appelez](help/kh.md) {{ f("a") }} **vite**[^1] https://x.org', "“https://x.org” is not"),
        ('[Appelez](help/kh.md) {{ f("a") }} **vite**[^1] a@x.org', "“a@x.org” is not"),
        ('[Appelez](help/kh.md) {{ f("a") }} **vite**[^1]<script>', "raw HTML"),
        ('- [Appelez](help/kh.md) {{ f("a") }} **vite**[^1]', "a block on the line of its marker"),
        ('[Appelez](help/kh.md) {{ f("a") }} **vite**[^1]\n\nNon', "a line break"),
        ('[Appelez](help/kh.md) {{ f("a") }} **vite**[^1] ', "a space at the end"),
        ("", "no word in it"),
    ],
)
def test_the_gate_says_why(translation: str, why: str) -> None:
    text = '- [Call](help/kh.md) {{ f("a") }} **now**[^1]\n\n[^1]: Note.\n'
    segments = cut(text, "r.md")
    found = refuse(text, segments, {segments[0]: translation, segments[1]: "Une note."})
    assert bool(found) is bool(why)
    assert all(why in finding.message and finding.location.line == 1 for finding in found)


def test_one_bad_translation_keeps_no_other_out() -> None:
    text = "One.\n\nTwo.\n\n| a | b |\n|---|---|\n"
    one, two, a, b = cut(text, "r.md")
    assert set(refused(text, (one, two, a, b), {one: "Un.", two: "# Deux", a: "x | y", b: "z"})) == {two, a}


def test_placeholders_in_the_order_of_the_text() -> None:
    text = 'In {{ when("e") }} see [b](b.md#x), {{ cite("c") }} and `code`'
    assert placeholders(text) == ('{{ when("e") }}', "b.md#x", '{{ cite("c") }}')
    assert placeholders("{n} people of {total}") == ("{n}", "{total}")
    assert markup("{n} people") == ("{n}",)
    assert markup_masked(text).split() == ["In", "see", "b", ",", "and"]
    with pytest.raises(Malformed) as error:
        markup("a _b_")
    assert error.value.at == 2


def test_a_heading_in_the_title_of_a_box_is_refused() -> None:
    """pymdownx.details reads a summary as a block: "# x" there would be a heading of the page."""
    text = '---\ntitle: Say\n---\n# Say it { #top }\n\n??? note "Say"\n    Say\n'
    segments = cut(text, "p.md")
    title = next(segment for segment in segments if segment.kind == "title")
    found = refuse(text, segments, {title: "# Dites"})
    assert [finding.message for finding in found] == [
        "the translation of “Say” is left out: a heading in the title of a box"
    ]
    assert not refuse(text, segments, {title: "Dites"})
