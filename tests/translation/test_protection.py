"""Values pass an engine unharmed or the reader sees English; nothing in between."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from cases import correct, segment
from hypothesis import given
from hypothesis import strategies as st

from waymark.engines.dummy import Dummy
from waymark.engines.sentences import split
from waymark.translate.by_split import by_split
from waymark.translate.by_token import by_term, by_token, probe
from waymark.translate.by_value import by_value
from waymark.translate.nodes import chunks, parse, written
from waymark.translate.plan import Attempt

PAGES = [
    *sorted({case.segment.msgid for case in correct()}),
    "**Never pay.**",
    "[Check the offer](offer.md){ .button } now",
    "Call *the [police](tel:117)* and write `code` to help@example.org.[^1]",
    'Arrested: {{ figure("a") }}. Freed: {{ figure("b") }}. {{ cite("a") }} {{ cite("b") }}',
    "A ] stray [ bracket * and {{ broken",
    '{{ cite("a") }}',
]
ATTEMPTS: dict[str, Attempt] = {"value": by_value, "token": by_token("XQ0"), "split": by_split}


@pytest.mark.parametrize("text", PAGES)
def test_nodes_written_again_give_the_text(text: str) -> None:
    assert written(parse(text)) == text
    assert "".join(part.before + written(part.nodes) + part.after for part in chunks(parse(text))) == text


@given(st.text(alphabet="ab .*[](){}\"'^:!`1", max_size=60))
def test_nodes_of_any_text_give_it_back(text: str) -> None:
    assert written(parse(text)) == text
    assert "".join(part.before + written(part.nodes) + part.after for part in chunks(parse(text))) == text


@given(st.text(alphabet="ab.!? \n。1", max_size=60))
def test_sentences_joined_give_the_text(text: str) -> None:
    assert "".join(sentence + gap for sentence, gap in split(text)) == text


@pytest.mark.parametrize("name", ATTEMPTS)
@pytest.mark.parametrize("text", PAGES)
def test_an_engine_that_repeats_gives_the_source_back(name: str, text: str) -> None:
    plan = ATTEMPTS[name](text)
    if plan is not None:
        assert plan.rebuild(plan.texts) in (text, None)
        assert not any("{{" in asked or "](" in asked for asked in plan.texts if "broken" not in text)


@pytest.mark.parametrize("text", [text for text in PAGES if "stray" not in text])
def test_some_way_is_open_for_every_kind_of_segment(text: str) -> None:
    said = [plan.rebuild(plan.texts) for way in ATTEMPTS.values() if (plan := way(text)) is not None]
    assert text in said


HARMS: dict[str, Callable[[str], str]] = {
    "a value dropped": lambda text: text.replace("281", "").replace("XQ0", ""),
    "a value doubled": lambda text: text.replace("281", "281 281").replace("XQ0", "XQ0 XQ0"),
    "a value changed": lambda text: text.replace("281", "218").replace("XQ0", "XQ9"),
    "a value inside another": lambda text: text.replace("281", "12815"),
    "nothing": lambda text: "",
}


@pytest.mark.parametrize("harm", HARMS)
def test_a_harmed_value_gives_no_translation(harm: str) -> None:
    text = 'They held {{ figure("a") }} people there.'
    for way in (by_value, by_token("XQ0")):
        plan = way(text)
        assert plan is not None
        said = plan.rebuild([HARMS[harm](asked) for asked in plan.texts])
        assert said is None or said == text


def test_the_value_comes_back_in_another_script_of_digits() -> None:
    plan = by_value('Held: {{ figure("a") }}')
    assert plan is not None
    assert plan.texts == ("Held: 281",)
    assert plan.rebuild(["ຖືກກັກ: ໒໘໑"]) == 'ຖືກກັກ: {{ figure("a") }}'


def test_source_marks_never_reach_the_engine() -> None:
    plan = by_value('One. {{ cite("a") }} Two. {{ ref("b") }}')
    assert plan is not None
    assert plan.texts == ("One.", "Two.")
    assert plan.rebuild(["Un.", "Deux."]) == 'Un. {{ cite("a") }} Deux. {{ ref("b") }}'


def test_a_label_that_cannot_be_found_again_gives_no_translation() -> None:
    plan = by_value("Ask [your embassy](help.md) now.")
    assert plan is not None
    assert plan.rebuild(["Demandez à l’ambassade.", "votre ambassade"]) is None
    assert plan.rebuild(["À votre ambassade, votre ambassade.", "votre ambassade"]) is None
    assert plan.rebuild(["À votre ambassade.", "Votre ambassade"]) == "À [votre ambassade](help.md)."


def test_headings_in_capitals_go_in_as_a_sentence() -> None:
    plan = by_value("NEVER PAY A FEE")
    assert plan is not None and plan.texts == ("Never pay a fee",)


def test_glossary_terms_are_held_by_token() -> None:
    way = by_term("XQ0", lambda text: {"debt bondage": ("servitude pour dettes",)} if "debt" in text else {})
    plan = way("This is debt bondage.")
    assert plan is not None and plan.texts == ("This is XQ0.",)
    assert plan.rebuild(["C’est la XQ0."]) == "C’est la servitude pour dettes."
    assert way("This is a contract.") is None


def test_splitting_is_refused_inside_a_sentence() -> None:
    assert by_split('They held {{ figure("a") }} people.') is None
    assert by_split('Held (seen in: {{ figure("a") }}).') is not None


@pytest.mark.parametrize(
    ("engine", "token"),
    [
        (lambda texts: list(texts), "XQ0"),
        (lambda texts: [text.replace("Q", "q").replace("0X]", "0X ]") for text in texts], "X0X"),
        (lambda texts: [text.replace("X", "x") for text in texts], "@0@"),
        (lambda texts: ["" for _ in texts], ""),
    ],
)
def test_the_token_is_the_first_that_the_engine_leaves_alone(
    engine: Callable[[Sequence[str]], list[str]], token: str
) -> None:
    assert probe(engine) == token


@pytest.mark.parametrize("text", [case.segment.msgid for case in correct()][::20])
def test_the_dummy_is_seen_and_read_back(text: str) -> None:
    own = segment(text)
    (said,) = Dummy("en", "fr").translate([own.msgid], "en", "fr")
    assert said != text and Dummy.back(said) == text
