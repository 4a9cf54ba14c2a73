"""Lexicons and codebook: every language is complete, every mistake is told with file, key and line."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml
from building import ROOT
from project import facts, project, text

from waymark.codebook import load_codebook
from waymark.errors import SeedError
from waymark.extract.known import check_known
from waymark.lexicon import languages, load_lexicon
from waymark.lexicon.patterns import PatternError, PatternIndex, expression
from waymark.shadow import shadow


def test_five_languages() -> None:
    """The languages the news comes in."""
    assert languages(ROOT) == ("en", "es", "fr", "id", "pt")


def change(path: Path, old: str, new: str) -> None:
    """Put one text in the place of another that is there."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.mark.parametrize("language", languages(ROOT))
def test_entries_are_known_to_the_codebook(language: str) -> None:
    """Methods, events and contexts of a lexicon exist; units, roles and rates have a label."""
    check_known(load_lexicon(ROOT, language), load_codebook(ROOT))


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("    killed: [", "    slain: [", "role 'slain': the codebook does not know it"),
        ("  distance.km: [", "  distance.mile: [", "unit 'distance.mile': the codebook does not know it"),
        ("  hour: [par heure", "  second: [par heure", "per 'second': the codebook does not know it"),
    ],
)
def test_an_entry_the_codebook_does_not_know(old: str, new: str, says: str, tmp_path: Path) -> None:
    """The error names the lexicon and the entry, before any article is read."""
    root = project(tmp_path / "p")
    change(root / "seeds/lexicon/fr.yml", old, new)
    with pytest.raises(SeedError) as error:
        check_known(load_lexicon(root, "fr"), load_codebook(root))
    assert str(error.value).startswith(f"seeds/lexicon/fr.yml: {says}")


def test_every_step_of_a_chain_has_a_pattern() -> None:
    """The language of the seeds says every step that pages show."""
    data = yaml.safe_load((ROOT / "seeds/lexicon/fr.yml").read_text("utf-8"))
    steps = {step.id for chain in load_codebook(ROOT).chains for step in chain.steps}
    assert steps <= set(data["methods"])


@pytest.mark.parametrize(
    ("old", "new", "line_of", "says"),
    [
        ("units:", "unitz:", "unitz:", "unitz: no such table"),
        ('  decimal: ","', "  decimal: 5", "  decimal", "numerals.decimal: must be a text"),
        (
            "    trapped: [",
            '    trapped: ["(open", ',
            "    trapped",
            "roles.any.trapped: cannot read the pattern",
        ),
        ("language: fr", "language: en", "language:", "language: says 'en'"),
        ("  THB: [", "  THX: [", "  THX: [", "currencies.THX: is no currency"),
        (
            "  vague: {dizaines: 10",
            "  vague: {dizaines: ten",
            "  vague",
            "numerals.vague.dizaines: must be a number",
        ),
        ("  yesterday:", "  someday:", "  someday", "dates.someday: no such kind of date"),
        ("{w} dernier", "{q} dernier", "  last:", "dates.last: no such placeholder {q}"),
        (
            "{k} premiers mois",
            "six premiers mois",
            "  months:",
            "dates.months: the form 'six premiers mois de",
        ),
        (
            "  half_1:",
            '  days: ["{d} et {y}"]\n  half_1:',
            "  days:",
            "dates.days: the form '{d} et {y}' has no {d2}",
        ),
    ],
)
def test_a_mistake_names_file_key_and_line(
    old: str, new: str, line_of: str, says: str, tmp_path: Path
) -> None:
    """One line: seeds/lexicon/fr.yml:LINE: key: what is wrong. What to do."""
    root = project(tmp_path / "p")
    path = root / "seeds/lexicon/fr.yml"
    changed = path.read_text("utf-8").replace(old, new, 1)
    path.write_text(changed, "utf-8")
    line = next(i for i, row in enumerate(changed.split("\n"), 1) if row.startswith(line_of))
    with pytest.raises(SeedError) as told:
        load_lexicon(root, "fr")
    assert str(told.value).startswith(f"seeds/lexicon/fr.yml:{line}: {says}")


def test_a_norway_key_is_told(tmp_path: Path) -> None:
    """YAML reads NO as false: the message says to quote it."""
    root = project(tmp_path / "p")
    path = root / "seeds/lexicon/fr.yml"
    path.write_text(
        path.read_text("utf-8").replace("demonyms:\n", "demonyms:\n  NO: [norvegien*]\n"), "utf-8"
    )
    with pytest.raises(SeedError, match='write "NO"'):
        load_lexicon(root, "fr")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("    - fake_job_ad\n", "    - fake_jobs\n", "chains.recruitment: 'fake_jobs' is no method"),
        ("kind: operation", "kind: raid", "is no kind"),
        ("origin: nyt-lu", "origin: nyt", "'nyt' is no origin"),
        ('"{n} person arrested"', '"a person arrested"', "units.people.arrested: a label has no {n}"),
    ],
)
def test_a_mistake_in_the_codebook(old: str, new: str, says: str, tmp_path: Path) -> None:
    """The codebook is checked the same way."""
    root = project(tmp_path / "p")
    change(root / "seeds/codebook.yml", old, new)
    with pytest.raises(SeedError, match=rf"^seeds/codebook\.yml:\d+: .*{re.escape(says)}"):
        load_codebook(root)


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("arrest*", "They were arrested.", "arrested"),
        ("arrest*", "The rearrest", None),
        ("(fake|bogus) job*", "bogus jobs", "bogus jobs"),
        ("scam (centre|compound)*", "Two scam compounds burn", "scam compounds"),
        ("(arrest|detain)*", "Police detained them", "detained"),
        (
            "passport* ... (taken|seized)",
            "their passports were quietly taken",
            "passports were quietly taken",
        ),
        ("passport* ... taken", "passports. All was taken", None),
        ("offre* d'emploi", "des Offres d’emploi", "Offres d’emploi"),
        ("pig butchering", "pig-butchering", "pig-butchering"),
        ("salarie* tres? bien", "salariés bien payés", "salariés bien"),
        ("asie du sud-est", "Asie du Sud Est", "Asie du Sud Est"),
        ("plus d'", "plus d'une", "plus d'"),
    ],
)
def test_mini_patterns(pattern: str, text: str, found: str | None) -> None:
    """What a pattern of the lexicon matches, in the words of the text."""
    hits = [text[h.start : h.end] for h in PatternIndex([("t", "e", pattern)]).scan(shadow(text))]
    assert hits == ([found] if found else [])


@pytest.mark.parametrize("pattern", ["", "(a|b", "a ...", "... a", "a|b)", "x? b", "[a]", "a**b"])
def test_patterns_that_cannot_be_read(pattern: str) -> None:
    """A pattern is words, word*, (a|b), x? and ... between words."""
    with pytest.raises(PatternError):
        expression(pattern)


def test_a_new_language_in_thirty_lines(tmp_path: Path) -> None:
    """The worked example of CONTRIBUTING reads its sentence."""
    root = project(tmp_path / "p")
    shutil.copy(Path(__file__).parent / "it.yml", root / "seeds/lexicon/it.yml")
    sentence = "La polizia ha liberato 149 persone e ha arrestato 12 sospetti il 3 maggio 2024."
    (root / "seeds/articles/one.md").write_text(text(sentence, lang="it"), "utf-8")
    found = {(f.kind, f.value, f.quantity.unit if f.quantity else "") for f in facts(root, "one")}
    assert found == {
        ("figure", "149", "people.rescued"),
        ("figure", "12", "people.arrested"),
        ("date", "2024-05-03", ""),
    }
