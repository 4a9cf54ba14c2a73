"""Links and addresses: a reader must arrive where the English page sends them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from waymark.checks.inline import HOLE, Link
from waymark.checks.pair import Pair
from waymark.checks.values import ascii_digits, difference

_ADDRESS = re.compile(  # each branch begins only where a word does: no text takes it long
    r"(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*://[^\s<>()\ufffc]+"
    r"|(?<![^\s<>()@\ufffc])[^\s<>()@\ufffc]+@[^\s<>()@\ufffc]+\.\w+"
    r"|(?<![\w.-])(?:[\w-]+\.)+(?:com|org|net|info|biz|io|me|cc|co|gov|edu|int|app|site|online|top|xyz|shop|"
    r"click|link|help|kh|mm|la|th|ph|vn|cn|hk|tw|my|id|in|np|bd|pk|lk|ae|tr|ke|ug|tz|et|ru|uk|us|fr|es|pt|br)"
    r"\b(?:/[^\s<>()]*)?"
    r"|www\.[^\s<>()\ufffc]+|(?<![\w@])@\w{3,}",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"\s*(?:javascript|vbscript|data|file|blob|intent)\s*:", re.IGNORECASE)


def targets(pair: Pair) -> Iterator[str]:
    """The same link and image targets as in the source, no more, no fewer, none that runs code."""
    was = [link.target for link in pair.was.links]
    now = [link.target for link in pair.now.links]
    if changed := difference(was, now):
        yield f"link targets differ: {changed}"
    squeezed = re.sub(r"[\x00-\x20\u200b-\u200f]", "", pair.text)
    if _SCHEME.search(squeezed) and not _SCHEME.search(pair.source):
        yield "an address that runs code"
    if pair.text.count("](") != pair.source.count("]("):
        yield "a link was opened or broken: keep [label](target) whole"


def addresses(pair: Pair) -> Iterator[str]:
    """Web and mail addresses and account names in the text stay letter by letter; none is added."""
    was, now = (sorted(_ADDRESS.findall(side.text)) for side in (pair.was, pair.now))
    if changed := difference(was, now):
        yield f"addresses in the text differ: {changed}"
    for address in (*now, *(link.target for link in pair.now.links)):
        if not address.isascii() and address not in pair.source:
            odd = next(char for char in address if not char.isascii())
            yield f"the address {address} holds {unicodedata.name(odd, 'an unnamed character')}"


def link_order(pair: Pair) -> Iterator[str]:
    """Links of one kind keep their order unless each label proves where it belongs."""
    for kind in sorted({_kind(link) for link in pair.was.links}):
        was = [link for link in pair.was.links if _kind(link) == kind]
        now = [link for link in pair.now.links if _kind(link) == kind]
        if sorted(link.target for link in was) != sorted(link.target for link in now):
            continue
        if [link.target for link in was] != [link.target for link in now] and not _proven(pair, was, now):
            yield "links changed places: keep the order " + " ".join(link.target for link in was)


def _kind(link: Link) -> str:
    scheme, colon, _ = link.target.partition(":")
    return ("image " if link.image else "") + (scheme.replace("https", "http") if colon else "page")


def _proven(pair: Pair, was: list[Link], now: list[Link]) -> bool:
    """Each label carries a name or a glossary term of its own, found again beside the same target."""
    label_of = {link.target: link.label for link in now}
    claimed = [_anchors(pair, link.label) for link in was]
    unique = len({anchor for anchors in claimed for anchor in anchors}) == sum(map(len, claimed))
    return unique and all(
        anchors and all(any(form in label_of[link.target] for form in anchor) for anchor in anchors)
        for link, anchors in zip(was, claimed, strict=True)
    )


def _anchors(pair: Pair, label: str) -> list[tuple[str, ...]]:
    names = [(word,) for word in re.findall(r"\b[A-Z]\w*[A-Z0-9]\w*\b", label)]
    lowered = label.casefold()
    return names + [forms for term, forms in pair.terms.items() if term.casefold() in lowered]


def label_values(pair: Pair) -> Iterator[str]:
    """A number shown as a link is the number that link dials."""
    was = {link.target: _digits(link.label) for link in pair.was.links}
    for link in pair.now.links:
        if link.target in was and _digits(link.label) != was[link.target]:
            yield f"the label of {link.target} shows {_digits(link.label) or 'no number'}"


def _digits(label: str) -> str:
    return re.sub(r"\D", "", ascii_digits(label.replace(HOLE, "")))
