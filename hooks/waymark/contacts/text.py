"""What a name, a note or a link of a contact may hold: plain words that mislead neither eye nor finger."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

_MARKUP = re.compile(r"[<>\[\]{}|*_`#\\~^]|&#?\w+;")  # what Markdown, HTML or Jinja would act on
_LINK = re.compile(r"\w:\S|www\.|\S*@\S*|\w\.[a-z]{2,}", re.I)  # what reads as an address
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_HOST = re.compile(r"([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}")

# Letters of these scripts need the joiners; everywhere else an invisible character is there to deceive.
_JOINERS = {"\u200c", "\u200d"}
_SHAPING = {"DEVANAGARI", "BENGALI", "TAMIL", "TELUGU", "SINHALA", "ARABIC", "KHMER", "MYANMAR"}


def fault(text: str) -> str:
    """What is wrong with a name or note, or "" when nothing is: no digits, no address, no markup."""
    for char in text:
        if unicodedata.category(char) in ("Nd", "Nl", "No"):
            return f"a digit ({char})"
    found = _LINK.search(text)
    return f"a link ({found.group()})" if found else markup_fault(text)


def markup_fault(text: str) -> str:
    """What is wrong with any text that readers see, or "": markup, or a character nobody can see."""
    for char in text:
        category = unicodedata.category(char)
        if category in ("Cc", "Cs", "Co", "Cn", "Zl", "Zp") or (category == "Cf" and not _shapes(char, text)):
            return f"an invisible character (U+{ord(char):04X})"
    found = _MARKUP.search(text)
    return f"markup ({found.group()})" if found else ""


def _shapes(char: str, text: str) -> bool:
    scripts = {unicodedata.name(other, "").split(" ")[0] for other in text}
    return char in _JOINERS and bool(scripts & _SHAPING)


def url_fault(url: str, *, schemes: tuple[str, ...] = ("https",)) -> str:
    """What is wrong with an address to link to, or ""."""
    if not url.isascii() or re.search(r"[\s<>\"'`\\^{|]", url):
        return "characters that do not belong in an address"
    try:
        parts = urlsplit(url)
        odd_port = parts.port not in (None, 443)
    except ValueError:
        return "no address"
    if parts.scheme not in schemes:
        return f"not {' or '.join(schemes)}"
    if parts.username is not None or odd_port or not _HOST.fullmatch((parts.hostname or "").lower()):
        return "a host that is no plain name"
    return ""


def email_fault(email: str) -> str:
    """What is wrong with an e-mail address, or ""."""
    return "" if _EMAIL.fullmatch(email) else "no e-mail address"
