"""What the checks promise: each harmful translation of the table is caught by name, no good one refused."""

from __future__ import annotations

import time

import pytest
from cases import Case, correct, harmful, segment

from waymark.checks import CHECKS, check_translation
from waymark.checks.wording import bounds
from waymark.locales import LOCALES, SOURCE, locale

CORRECT, HARMFUL = tuple(correct()), tuple(harmful())
TARGETS = {known.tag for known in LOCALES if known != SOURCE}


def caught(case: Case, text: str | None = None) -> set[str]:
    """Names of the checks that speak up."""
    forms = case.forms if text is None else (text,)
    return {finding.check for finding in check_translation(case.segment, forms, locale(case.locale))}


@pytest.mark.parametrize("case", CORRECT, ids=lambda case: case.name)
def test_no_false_alarm(case: Case) -> None:
    assert caught(case) == set()


@pytest.mark.parametrize("case", HARMFUL, ids=lambda case: case.name)
def test_harm_is_caught_by_the_check_that_guards_against_it(case: Case) -> None:
    assert case.caught in caught(case)


def test_the_tables_are_large_and_cover_every_locale_and_check() -> None:
    assert len(CORRECT) >= 120
    assert len(HARMFUL) >= 60
    assert {case.locale for case in CORRECT} == TARGETS
    assert len({case.locale for case in HARMFUL}) >= 12
    named = {case.caught for case in HARMFUL} | {"glossary"}  # needs a glossary: below
    assert named == {check.name for check in CHECKS}


def test_each_check_says_in_one_line_what_it_guards() -> None:
    assert all(check.guards and "\n" not in check.guards for check in CHECKS)
    assert len({check.name for check in CHECKS}) == len(CHECKS)


# ------------------------------------------------------------ laws: one harm done to every good translation

HARMS = {
    "script": lambda text: text + "<script>x()</script>",
    "call": lambda text: text + ' {{ contacts("XX") }}',
    "link": lambda text: text + " [x](https://example.com)",
    "number": lambda text: text + " 0712345",
    "override": lambda text: "\u202e" + text,
    "zero-width space": lambda text: text[:3] + "\u200b" + text[3:],
    "word joiner": lambda text: text[:3] + "\u2060" + text[3:],
    "loop": lambda text: " ".join([text] * 5),
    "second line": lambda text: text + "\n" + text,
    "bar": lambda text: text + " | x",
    "unknown sign": lambda text: "⁇ " + text,
    "nothing": lambda text: "",
    "another alphabet": lambda text: "ᚠᚢᚦᚨᚱᚲᚷᚹᚺᚾᛁᛃᛇᛈᛉᛊᛏᛒᛖᛗᛚᛜᛞᛟ" + text,
}


@pytest.mark.parametrize("harm", HARMS)
def test_the_same_harm_is_caught_in_every_translation(harm: str) -> None:
    missed = [case.name for case in CORRECT if not caught(case, HARMS[harm](case.forms[0]))]
    assert missed == []


@pytest.mark.parametrize("tag", sorted(TARGETS))
def test_half_of_a_sentence_is_not_a_translation(tag: str) -> None:
    long = [case for case in CORRECT if case.locale == tag and len(case.segment.msgid) >= 40]
    missed = [case.name for case in long if not caught(case, case.forms[0][: len(case.forms[0]) // 2])]
    assert len(long) >= 3
    assert missed == []


@pytest.mark.parametrize("tag", sorted(TARGETS))
def test_no_translation_passes_in_a_locale_of_another_script(tag: str) -> None:
    own = locale(tag).scripts
    foreign = [case for case in CORRECT if locale(case.locale).scripts != own and len(case.forms[0]) > 20]
    passed = [case.name for case in foreign if not check_translation(case.segment, case.forms, locale(tag))]
    assert passed == []


@pytest.mark.parametrize("digit", "0123456789")
def test_every_script_of_digits_is_read(digit: str) -> None:
    other = str((int(digit) + 1) % 10)
    for zero in "0٠۰०০๐໐០၀௦౦෦０":
        good, bad = (chr(ord(zero) + int(each)) for each in (digit, other))
        own = segment(f"Dial 4{digit}7 now.")
        four, seven = (chr(ord(zero) + each) for each in (4, 7))
        for sign, alarm in ((good, False), (bad, True)):
            found = check_translation(own, (f"Composez le {four}{sign}{seven} maintenant.",), locale("fr"))
            assert ("number" in {each.check for each in found}) is alarm, (zero, digit)


def test_lengths_of_every_locale_are_measured() -> None:
    for known in LOCALES:
        fewest, most = bounds(known.tag, 100)
        assert 0 < fewest < most


# ------------------------------------------------------------ glossary


class Glossary:
    """One term, as waymark.glossary gives it."""

    def accepted(self, source: str) -> dict[str, tuple[str, ...]]:
        return {"debt bondage": ("servitude pour dettes",)} if "debt bondage" in source else {}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("C’est de la servitude pour dettes.", set()),
        ("C’est un contrat de travail dur.", {"glossary"}),
    ],
)
def test_a_fixed_term_is_said_the_fixed_way(text: str, names: set[str]) -> None:
    found = check_translation(segment("This is debt bondage."), (text,), locale("fr"), Glossary())
    assert {finding.check for finding in found} == names


def test_link_labels_prove_a_change_of_order() -> None:
    own = segment("Ask [INTERPOL](https://a.org) or [UNODC](https://b.org).")
    turned = "Pida a [UNODC](https://b.org) o a [INTERPOL](https://a.org)."
    assert check_translation(own, (turned,), locale("es")) == ()


ENDLESS = {
    "dots": ".",
    "letters": "a",
    "words": "a ",
    "domains": "a.",
    "brackets": "[",
    "links": "[a](",
    "braces": "{{",
    "quotes": '{{ f("',
    "digits": "1,",
    "tags": "<a ",
    "entities": "&a",
    "stars": "* ",
    "mails": "a@",
    "loop": "ha! ",
    "no": "não ",
    "Turkish": "meme",
}


@pytest.mark.parametrize("name", ENDLESS)
@pytest.mark.parametrize("size", [2_000, 20_000_000])
def test_no_text_takes_a_check_long(name: str, size: int) -> None:
    text = (ENDLESS[name] * size)[:size]
    own = segment("Call the police at once, and then your embassy. " * 20)
    start = time.process_time()
    for tag in ("tr", "pt", "sw", "am", "my"):
        assert check_translation(own, (text,), locale(tag))
    assert time.process_time() - start < 5


def test_a_finding_names_the_entry_and_the_locale() -> None:
    (finding,) = check_translation(segment("Call 117."), ("Appelez le 118.",), locale("fr"))
    assert (finding.check, finding.locale, finding.location.line) == ("number", "fr", 7)
    assert "118" in finding.message and "Call 117." in finding.message


def test_no_text_is_a_finding() -> None:
    assert {each.check for each in check_translation(segment("Stop."), (), locale("fr"))} == {"empty"}
