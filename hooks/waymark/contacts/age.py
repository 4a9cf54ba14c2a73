"""How old the look at a contact's evidence may be before the page says so, and before the contact goes."""

from __future__ import annotations

from datetime import date, timedelta

from waymark.model import Contact

STALE_AFTER = timedelta(days=90)
FAILS_AFTER = timedelta(days=180)  # only the scheduled check fails on it
LEFT_OUT_AFTER = timedelta(days=365)


def age(contact: Contact, today: date) -> timedelta:
    """Time since someone last looked: at the evidence, or by ringing, whichever is later."""
    days = [contact.checked] + ([contact.verified[1]] if contact.verified else [])
    return today - date.fromisoformat(max(days))


def is_stale(contact: Contact, today: date) -> bool:
    """True when the page must say "not confirmed since"."""
    return age(contact, today) > STALE_AFTER


def is_overdue(contact: Contact, today: date) -> bool:
    """True when the scheduled check fails on it."""
    return age(contact, today) > FAILS_AFTER


def is_ahead(contact: Contact, today: date) -> bool:
    """True when the look is dated after ``today``: a date ahead would keep a number from growing old."""
    return age(contact, today) < timedelta(0)


def is_left_out(contact: Contact, today: date) -> bool:
    """True when the contact is too old to be shown at all."""
    return age(contact, today) > LEFT_OUT_AFTER
