"""What is published in this repository: where each number comes from, and in which order a page shows it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from phonenumbers import shortnumberinfo

from waymark.contacts import GROUPS, Directory, dialled_from, page, phones
from waymark.contacts.text import fault
from waymark.model import Contact

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "seeds" / "contacts").glob("*.yml"))
RAW: dict[str, dict[str, Any]] = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in FILES if path.stem != "rejects"
}


def test_at_least_45_countries(published: Directory) -> None:
    assert len([country for country in published.countries if country.code != "INT"]) >= 45
    assert not published.left_out


def test_every_number_has_its_page_and_date(published: Directory) -> None:
    for contact in published.contacts:
        assert contact.proofs and contact.checked, contact.id
        for phone in contact.phones:
            told = [
                proof for proof in contact.proofs if phones.is_told(phone.number, contact.country, proof.says)
            ]
            assert told, f"{contact.id}: {phone.number}"


@pytest.mark.parametrize("name", RAW)
def test_short_codes_agree_with_the_metadata_or_are_explained(name: str) -> None:
    raw = RAW[name]
    for contact in raw["contacts"]:
        for phone in contact.get("phones", []):
            number, country = str(phone["number"]), str(raw["country"])
            if contact["kind"] == "emergency" and not phone.get("explained"):
                assert shortnumberinfo.is_emergency_number(number, country), f"{contact['id']}: {number}"
            if phones.metadata_fault(number, country, contact["kind"]):
                assert phone["explained"], f"{contact['id']}: {number}"


def test_an_explanation_stands_only_where_it_is_needed() -> None:
    for raw in RAW.values():
        for contact in raw["contacts"]:
            for phone in contact.get("phones", []):
                if phone.get("explained"):
                    assert phones.metadata_fault(str(phone["number"]), raw["country"], contact["kind"])


def test_every_country_has_an_emergency_number_of_one_kind(published: Directory) -> None:
    for country in published.countries:
        codes = {c.id for c in published.contacts if c.country == country.code and c.kind == "emergency"}
        assert country.code == "INT" or len(codes) == 1, country.code


def test_notes_are_few_so_that_they_are_translated_once(published: Directory) -> None:
    notes = {contact.note for contact in published.contacts if contact.note}
    assert len(notes) <= 12
    assert not [note for note in notes if fault(note)]


def test_nobody_has_called_yet(published: Directory) -> None:
    """Change this test with the first call that a named person reports."""
    assert [contact.id for contact in published.contacts if contact.verified] == []


@pytest.mark.parametrize("code", ["TH", "PH", "VN", "US"])
def test_danger_first(published: Directory, code: str) -> None:
    groups = page(published, code)
    assert groups[0].id == "emergency" and groups[0].contacts[0].kind == "emergency"
    order = list(GROUPS)
    assert [group.id for group in groups] == sorted((group.id for group in groups), key=order.index)


@pytest.mark.parametrize("code", ["KH", "LA", "MM"])
def test_own_embassy_first_where_reports_warn_of_the_police(published: Directory, code: str) -> None:
    groups = page(published, code)
    assert [group.id for group in groups[:2]] == ["own_country", "emergency"]


def test_lines_home_are_those_that_can_be_dialled_from_abroad(published: Directory) -> None:
    own = next(group for group in page(published, "KH") if group.id == "own_country")
    here = [contact for contact in own.contacts if contact.country == "KH"]
    home = [contact for contact in own.contacts if contact.country != "KH"]
    assert own.contacts == (*here, *home)
    assert {contact.kind for contact in here} == {"embassy"} and {c.kind for c in home} == {"consular"}
    assert all(dialled_from(phone, inside=False) for contact in home for phone in contact.phones)
    assert {"CN", "ID", "KE", "KR", "PH", "TW", "VN"} <= {contact.citizens for contact in home}


def test_every_contact_stands_on_the_page_of_its_country(published: Directory) -> None:
    for country in published.countries:
        shown: list[Contact] = [each for group in page(published, country.code) for each in group.contacts]
        mine = {contact.id for contact in published.contacts if contact.country == country.code}
        assert mine <= {contact.id for contact in shown}
        assert len(shown) == len({contact.id for contact in shown})
