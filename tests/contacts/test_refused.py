"""A wrong entry is refused in one line that names the file, the line and the fault."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from waymark.contacts import Directory
from waymark.errors import SeedError
from waymark.model import Location

CASES = yaml.safe_load((Path(__file__).parent / "refused.yml").read_text(encoding="utf-8"))
Load = Callable[..., Directory]


def test_base_is_right(load: Load, base: str) -> None:
    directory = load(kh=base)
    assert [contact.id for contact in directory.contacts] == ["kh-police", "kh-embassy-id"]
    embassy = directory.contacts[1]
    assert embassy.citizens == "ID"
    assert embassy.verified == ("Name of a person", "2026-11-22", "rang and spoke")
    assert embassy.location == Location("seeds/contacts/kh.yml", 22)


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_refused(load: Load, base: str, case: dict[str, str]) -> None:
    assert base.count(case["was"]) == 1, "the case must change one place"
    changed = base.replace(case["was"], case["is"])
    with pytest.raises(SeedError) as caught:
        load(kh=changed)
    message = str(caught.value)
    assert case["error"] in message
    assert "\n" not in message
    assert message.startswith("seeds/contacts/kh.yml:")
    assert caught.value.line in _lines(changed, case)


def _lines(changed: str, case: dict[str, str]) -> range:
    """The lines that may be named: that of ``at``, else those of ``is``."""
    told = case.get("at", case["is"])
    if told == "any":
        return range(1, len(changed.splitlines()) + 2)
    first = changed[: changed.index(told)].count("\n") + 1
    return range(first, first + len(told.splitlines()))
