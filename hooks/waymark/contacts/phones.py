"""Numbers: checked against libphonenumber's metadata, printed for reading and for dialling."""

from __future__ import annotations

import re

import phonenumbers
from phonenumbers import PhoneNumberFormat, shortnumberinfo

from waymark.model import Phone

_E164 = re.compile(r"\+[1-9][0-9]{6,14}")
_SHORT = re.compile(r"[0-9]{2,11}")


def is_short(number: str) -> bool:
    """True for what works inside one country only: no + before it."""
    return not number.startswith("+")


def shape_fault(number: str, country: str) -> str:
    """What is wrong with the form or the country code of a number, or ""; no ``explained`` lifts this."""
    if not number.isascii() or not (_SHORT if is_short(number) else _E164).fullmatch(number):
        return "neither + and 7 to 15 digits nor a short code of 2 to 11 digits"
    if is_short(number):
        return ""
    code = str(phonenumbers.country_code_for_region(country))
    return "" if number[1:].startswith(code) else f"not a number of {country}, which begins +{code}"


def metadata_fault(number: str, country: str, kind: str) -> str:
    """What the metadata says against a number of ``country``, or ""; ``explained`` may lift this."""
    if is_short(number):
        return _short_fault(number, country, kind)
    parsed = phonenumbers.parse(number)
    if not phonenumbers.is_valid_number(parsed):
        return "not a valid number by phonenumbers' metadata"
    if phonenumbers.is_valid_number_for_region(parsed, country):
        return ""
    return f"a number of {phonenumbers.region_code_for_number(parsed)}, in the file of {country}"


def _short_fault(number: str, country: str, kind: str) -> str:
    if kind == "emergency":
        known = shortnumberinfo.is_emergency_number(number, country)
        return "" if known else f"no emergency number of {country} by phonenumbers' metadata"
    parsed = phonenumbers.parse(number, country)
    known = shortnumberinfo.is_valid_short_number_for_region(parsed, country)
    return "" if known else f"no short code of {country} by phonenumbers' metadata"


def digit_forms(number: str, country: str) -> frozenset[str]:
    """Every run of digits by which people write this number: international, national, with trunk 0."""
    digits = re.sub(r"\D", "", number)
    forms = {digits}
    try:
        parsed = phonenumbers.parse(number, None if number.startswith("+") else country)
    except phonenumbers.NumberParseException:
        return frozenset(forms)
    if number.startswith("+") or phonenumbers.is_valid_number(parsed):
        national = phonenumbers.national_significant_number(parsed)
        code = str(parsed.country_code)
        forms |= {national, "0" + national, code + national, code + "0" + national, "00" + code + national}
    return frozenset(forms)


def dialled_forms(number: str, country: str) -> frozenset[str]:
    """The digits that reach this number: an international one has one form, a national one several."""
    return digit_forms(number, country) if is_short(number) else frozenset({number[1:]})


def is_told(number: str, country: str, says: str) -> bool:
    """True when the evidence, in our words, holds the digits of this number as a number of its own."""
    runs = re.findall(r"\+?[0-9](?:[0-9\s().\-/]*[0-9])?", says)
    return any(re.sub(r"\D", "", run) in digit_forms(number, country) for run in runs)


def shown(phone: Phone) -> str:
    """The number grouped for reading: international form, or national where it works inside only."""
    if phone.short:
        return phone.number
    parsed = phonenumbers.parse(phone.number)
    inside = phone.dial_from == "domestic"
    return phonenumbers.format_number(
        parsed, PhoneNumberFormat.NATIONAL if inside else PhoneNumberFormat.INTERNATIONAL
    )


def href(phone: Phone) -> str:
    """The address of a link that dials the number; ASCII digits only."""
    scheme = "sms" if phone.channel == "sms" else "tel"
    return f"{scheme}:{phone.number}"


def dialled_from(phone: Phone, *, inside: bool) -> bool:
    """True when a caller inside (or outside) the number's country can dial it."""
    return phone.dial_from in ("both", "domestic" if inside else "abroad")
