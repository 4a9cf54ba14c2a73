"""Laws of numbers: what is printed can be read back, what is dialled are ASCII digits, evidence is exact."""

from __future__ import annotations

import re

import phonenumbers
from hypothesis import given
from hypothesis import strategies as st

from waymark.contacts import href, phones, shown
from waymark.model import Phone

REGIONS = sorted(phonenumbers.SUPPORTED_REGIONS)


@st.composite
def valid(draw: st.DrawFn) -> tuple[str, str]:
    """A region and a valid number of it, in E.164."""
    region = draw(st.sampled_from(REGIONS))
    example = phonenumbers.example_number(region)
    assert example is not None
    digits = str(example.national_number)
    changed = digits[:-2] + draw(st.text("0123456789", min_size=2, max_size=2))
    candidate = phonenumbers.PhoneNumber(
        country_code=example.country_code,
        national_number=int(changed),
        italian_leading_zero=example.italian_leading_zero,
    )
    number = candidate if phonenumbers.is_valid_number_for_region(candidate, region) else example
    return region, phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


@given(valid(), st.sampled_from(["domestic", "abroad", "both"]))
def test_what_is_shown_reads_back(number: tuple[str, str], dial_from: str) -> None:
    region, e164 = number
    text = shown(Phone(e164, False, dial_from, "voice"))  # type: ignore[arg-type]
    parsed = phonenumbers.parse(text, region)
    assert phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164) == e164


@given(valid(), st.sampled_from(["voice", "sms", "whatsapp", "app"]))
def test_what_is_dialled_is_plain(number: tuple[str, str], channel: str) -> None:
    link = href(Phone(number[1], False, "both", channel))  # type: ignore[arg-type]
    assert re.fullmatch(r"(tel|sms):\+[0-9]+", link)
    assert link.split(":")[1] == number[1]


@given(valid())
def test_evidence_in_any_usual_form(number: tuple[str, str]) -> None:
    region, e164 = number
    parsed = phonenumbers.parse(e164)
    forms = phonenumbers.PhoneNumberFormat
    for form in (forms.E164, forms.INTERNATIONAL):
        says = f"line {phonenumbers.format_number(parsed, form)}, open on 2 days"
        assert phones.is_told(e164, region, says)


@given(valid(), st.data())
def test_evidence_of_other_digits_is_none(number: tuple[str, str], data: st.DataObject) -> None:
    region, e164 = number
    at = data.draw(st.integers(min_value=len(e164) - 6, max_value=len(e164) - 1))
    digit = data.draw(st.sampled_from("0123456789"))
    other = e164[:at] + digit + e164[at + 1 :]
    assert phones.is_told(e164, region, f"line {other}") == (other == e164)


@given(st.from_regex(r"[0-9]{2,6}", fullmatch=True))
def test_short_codes_stay_as_they_are(code: str) -> None:
    phone = Phone(code, True, "domestic", "voice")
    assert shown(phone) == code
    assert href(phone) == f"tel:{code}"
