"""Merging: what agrees, what is compatible, what is a conflict to show; who is an independent source."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import ROOT
from project import knowledge, lock, project, text

from waymark.claims import UnknownClaim, load_knowledge
from waymark.claims.compare import relation
from waymark.errors import SeedError
from waymark.lock import PATH
from waymark.model import Approx, Quantity, Reading, Relation, Severity

ARRESTED = "storm_makers_2/people.arrested"


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the five articles."""
    return project(tmp_path_factory.mktemp("seeds") / "p", seeds=True)


@pytest.mark.parametrize(
    ("claim", "value", "unit", "lines"),
    [
        (ARRESTED, 281, "people.arrested", {"2023-12-08-liberation:5", "2023-12-developpez:26"}),
        (
            "storm_makers_2/people.rescued",
            149,
            "people.rescued",
            {"2023-12-08-liberation:14", "2023-12-developpez:27"},
        ),
        ("storm_makers_2/case.investigation", 360, "case.investigation", {"2023-12-08-liberation:26"}),
        (
            "storm_makers_2/site.hotspot",
            450,
            "site.hotspot",
            {"2023-12-08-liberation:14", "2023-12-developpez:25"},
        ),
        ("storm_makers_2/place.country", 27, "place.country", {"2023-12-08-liberation:14"}),
        ("storm_makers_2/check.inspection", 270000, "check.inspection", {"2023-12-developpez:25"}),
        ("compounds/people.forced@MM", 120000, "people.forced", {"2023-12-08-liberation:26"}),
        ("compounds/people.forced@KH", 100000, "people.forced", {"2023-12-08-liberation:26"}),
        ("crypto_fraud/money.USD", 7.8e9, "money.USD", {"2023-12-08-liberation:26"}),
        ("captivity/money.USD", 7000, "money.USD", {"2022-09-26-20minutes:12"}),
        ("romance_case/people.scam_victim", 214, "people.scam_victim", {"2023-12-developpez:9"}),
        ("romance_case/money.USD", 4.4e6, "money.USD", {"2023-12-developpez:9"}),
    ],
)
def test_seed_claims(claim: str, value: float, unit: str, lines: set[str], seeds: Path) -> None:
    """The figures pages print stand under readable ids, each with every line that says so."""
    first = knowledge(seeds).claim(claim).readings[0]
    assert first.quantity and (first.quantity.value, first.quantity.unit) == (value, unit)
    assert lines <= {f"{fact.evidence.article}:{fact.evidence.line}" for fact in first.facts}


def test_vague_never_merges_with_exact(seeds: Path) -> None:
    """ "Hundreds of arrests" is a reading of its own, compatible with 281, and comes last."""
    claim = knowledge(seeds).claim(ARRESTED)
    assert claim.relation is Relation.COMPATIBLE
    assert [reading.quantity.vague for reading in claim.readings if reading.quantity] == [False, True]


def test_texts_of_one_release_are_one_source(seeds: Path) -> None:
    """Three articles on one INTERPOL release are one source; different originals are several."""
    known = knowledge(seeds)
    assert known.origin_count(known.claim(ARRESTED)) == 1
    assert known.origin_count(known.claim("method/fake_job_ad")) >= 4


def test_near_names_are_one_operation(seeds: Path) -> None:
    """ "Storm Maker II" is Storm Makers II; "Storm Makers" of 2022 is not."""
    known = knowledge(seeds)
    lines = {fact.evidence.line for fact in known.claim("operation/storm_makers_2").readings[0].facts}
    assert {14, 26} <= lines
    assert known.claim("operation/storm_makers_1").when == "2022-03"


def test_other_counts_of_the_same_days_stay_apart(seeds: Path) -> None:
    """The 239 smugglers in Turkey are neither added to nor compared with the 281."""
    known = knowledge(seeds)
    assert known.claim("storm_makers_2/people.arrested@TR").readings[0].value == "239"
    assert all(reading.value != "239" for reading in known.claim(ARRESTED).readings)


def test_a_changed_figure_is_a_conflict(tmp_path: Path) -> None:
    """281 in one article, 282 in another: readers see both; the finding is info."""
    root = project(tmp_path / "p", seeds=True)
    path = root / "seeds/articles/2023-12-developpez.md"
    path.write_text(path.read_text("utf-8").replace("L'arrestation de 281", "L'arrestation de 282"), "utf-8")
    with pytest.raises(SeedError, match=r"seeds/facts\.lock:\d+: .*differ"):
        load_knowledge(root)
    lock(root)
    known = load_knowledge(root)
    claim = known.claim(ARRESTED)
    assert claim.relation is Relation.CONFLICT
    assert [reading.value for reading in claim.readings[:2]] == ["281", "282"]
    found = [finding for finding in known.findings if finding.check == "conflict"]
    assert [finding.severity for finding in found] == [Severity.INFO]


def test_without_articles_the_lock_is_enough(tmp_path: Path) -> None:
    """An empty folder of articles builds the same knowledge from the lock."""
    root = project(tmp_path / "p", seeds=True)
    lock(root)
    full = load_knowledge(root)
    for path in (root / "seeds/articles").glob("*.md"):
        path.unlink()
    assert load_knowledge(root) == full


def test_neither_articles_nor_lock(tmp_path: Path) -> None:
    """With nothing to read the build stops."""
    root = project(tmp_path / "p")
    with pytest.raises(SeedError, match="neither articles nor a lock"):
        load_knowledge(root)


def test_a_broken_lock_names_its_line(tmp_path: Path) -> None:
    """A hand edit that breaks a row is told with file and line."""
    root = project(tmp_path / "p", seeds=True)
    for path in (root / "seeds/articles").glob("*.md"):
        path.unlink()
    rows = (root / PATH).read_text("utf-8").split("\n")
    rows[11] = "L5 | figure | many people"
    (root / PATH).write_text("\n".join(rows), "utf-8")
    with pytest.raises(SeedError, match=r"seeds/facts\.lock:12: "):
        load_knowledge(root)


def test_an_unknown_claim_names_near_ids(seeds: Path) -> None:
    """A typing slip is answered with what was meant."""
    with pytest.raises(UnknownClaim, match=r"storm_makers_2/people\.arrested"):
        knowledge(seeds).claim("storm_makers_2/people.arested")


def test_an_unknown_operation_does_not_merge(tmp_path: Path) -> None:
    """Figures outside the registry belong to their article: the same number elsewhere is another claim."""
    body = "Police rescued 40 people in Laos on 3 May 2024."
    root = project(tmp_path / "p", {"one": text(body, "2024-05-04"), "two": text(body, "2024-05-05")})
    ids = {claim.id for claim in knowledge(root).claims if claim.kind == "figure"}
    assert ids == {"one/people.rescued@LA", "two/people.rescued@LA"}


def _reading(
    value: float, approx: Approx = Approx.EXACT, upper: float | None = None, vague: bool = False
) -> Reading:
    return Reading(str(value), Quantity(value, "people.arrested", approx, upper, vague), ())


@pytest.mark.parametrize(
    ("first", "second", "stand"),
    [
        (_reading(360), _reading(360, Approx.MORE_THAN), Relation.COMPATIBLE),
        (_reading(360), _reading(306), Relation.CONFLICT),
        (_reading(281), _reading(100, Approx.AT_LEAST, vague=True), Relation.COMPATIBLE),
        (_reading(2810), _reading(100, Approx.AT_LEAST, vague=True), Relation.CONFLICT),
        (_reading(149), _reading(140, Approx.MORE_THAN), Relation.COMPATIBLE),
        (_reading(149), _reading(150, Approx.ABOUT), Relation.COMPATIBLE),
        (_reading(120), _reading(150, Approx.ABOUT), Relation.CONFLICT),
        (_reading(27), _reading(20, Approx.UP_TO), Relation.CONFLICT),
        (_reading(40), _reading(30, upper=50), Relation.COMPATIBLE),
        (_reading(790), _reading(800, Approx.NEARLY), Relation.COMPATIBLE),
    ],
)
def test_relations(first: Reading, second: Reading, stand: Relation) -> None:
    """Bounds, ranges, "about" and orders of magnitude against exact numbers."""
    assert relation([first, second]) is stand


def test_the_lock_holds_no_text_of_the_articles() -> None:
    """No run of eight words of an article stands in the lock, titles aside."""
    kept = [row for row in (ROOT / PATH).read_text("utf-8").split("\n") if not row.startswith("  ")]
    words = " ".join(" ".join(kept).split())
    for path in (ROOT / "seeds/articles").glob("*.md"):
        body = path.read_text("utf-8").split("---\n", 2)[2].split()
        for i in range(len(body) - 8):
            assert " ".join(body[i : i + 8]) not in words
