"""A hostile or careless pull request against the real files is refused, whatever file it touches."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from waymark.contacts import load_directory
from waymark.errors import SeedError

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)
FILES = sorted(
    path.name for path in (ROOT / "seeds" / "contacts").glob("*.yml") if path.name != "rejects.yml"
)
NUMBER = re.compile(r'(?m)^(  - number: "\+?)(\d+)"$')
NAME = re.compile(r"(?m)^  (local_)?name: .*$")


@pytest.fixture
def fork(tmp_path: Path) -> Path:
    """A copy of the seeds."""
    shutil.copytree(ROOT / "seeds" / "contacts", tmp_path / "seeds" / "contacts")
    return tmp_path


def refused(fork: Path, name: str, change: Callable[[str], str]) -> str:
    """The one line by which the changed file is refused."""
    path = fork / "seeds" / "contacts" / name
    before = path.read_text(encoding="utf-8")
    after = change(before)
    assert after != before
    path.write_text(after, encoding="utf-8")
    with pytest.raises(SeedError) as caught:
        load_directory(fork, TODAY)
    path.write_text(before, encoding="utf-8")
    return str(caught.value)


def swaps(text: str) -> list[str]:
    """The file with two neighbouring digits of one number swapped, once for each number and pair."""
    found = []
    for match in NUMBER.finditer(text):
        digits = match.group(2)
        for at in range(len(digits) - 1):
            if digits[at] != digits[at + 1]:
                swapped = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
                found.append(text[: match.start(2)] + swapped + text[match.end(2) :])
    return found


@pytest.mark.parametrize("name", FILES)
def test_swapped_digits_are_refused(fork: Path, name: str) -> None:
    path = fork / "seeds" / "contacts" / name
    before = path.read_text(encoding="utf-8")
    only(fork, name)
    for after in swaps(before):
        assert refused(fork, name, lambda _, after=after: after)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(
    "line",
    [
        "  local_name: <a href='https://evil.example'>x</a>",
        "  local_name: '[call](tel:+1)'",
        "  local_name: https://evil.example",
        "  local_name: ring 118 instead",
        '  local_name: "\\u202e811"',
    ],
)
def test_markup_and_links_in_a_name_are_refused(fork: Path, name: str, line: str) -> None:
    only(fork, name)
    message = refused(fork, name, lambda text: NAME.sub(lambda _: f"  name: X\n{line}", text, count=1))
    assert message.startswith(f"seeds/contacts/{name}:")


def test_a_number_of_one_service_given_to_another_is_refused(fork: Path) -> None:
    source = (ROOT / "seeds" / "contacts" / "vn.yml").read_text(encoding="utf-8")
    entry = source[source.index("- id: vn-consular") : source.index("- id: vn-trafficking-line")]
    stolen = entry.replace("vn-consular", "kh-help").replace("  - number", "  - explained: none\n    number")
    message = refused(fork, "kh.yml", lambda text: text + stolen)
    assert "not a number of KH" in message


def test_a_second_file_of_a_country_is_refused(fork: Path) -> None:
    folder = fork / "seeds" / "contacts"
    shutil.copy(folder / "kh.yml", folder / "kh2.yml")
    with pytest.raises(SeedError, match=r"kh2.yml:\d+: country KH in kh2.yml"):
        load_directory(fork, TODAY)


def only(fork: Path, name: str) -> None:
    """Leave one country's file, so that a case takes milliseconds."""
    for path in (fork / "seeds" / "contacts").glob("*.yml"):
        if path.name not in (name, "rejects.yml"):
            path.unlink()
