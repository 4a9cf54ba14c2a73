"""State lines: ``# reviewed: NAME, 2026-11-30 [3f9a1c]`` in an entry's translator comment.

In the comment and not in a flag, because msgmerge drops flags it does not know. The bracket is a hash of
the text it speaks for: whoever changes the text and not the line has an unreviewed text.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from waymark.catalog.reviewers import Reviewers
from waymark.locales import Locale
from waymark.model import Provenance, State

# From the most trusted to the least; an edited text is a person's, but nobody has said whose.
TRUST = (State.REVIEWED, State.DRAFT, State.MACHINE, State.EDITED)
UNSAID = Provenance(State.EDITED)

_LINE = re.compile(
    r"(?P<state>reviewed|draft|machine|edited)(?:: (?P<by>[^\[\]]+?)(?:, (?P<when>\d{4}(?:-\d\d){0,2}))?)?"
    r" \[(?P<hash>[0-9a-f]{6})\]"
)


def digest(forms: Sequence[str]) -> str:
    """The short hash of a translation: first six hex digits of the SHA-256 of its forms."""
    return hashlib.sha256("\0".join(forms).encode()).hexdigest()[:6]


def state_line(provenance: Provenance, forms: Sequence[str]) -> str:
    """The line that says who made these forms: ``draft: language model, 2026-11 [3f9a1c]``."""
    by = f": {provenance.by}" if provenance.by else ""
    when = f", {provenance.when}" if provenance.when else ""
    return f"{provenance.state}{by}{when} [{digest(forms)}]"


def is_state_line(comment: str) -> bool:
    """Whether a line of a translator comment is a state line, valid for its text or not."""
    return bool(_LINE.fullmatch(comment.strip()))


def vouched(lines: Sequence[str], forms: Sequence[str]) -> bool:
    """Whether a state line speaks for exactly these forms."""
    return any(match["hash"] == digest(forms) for match in _matches(lines))


def provenance(
    lines: Sequence[str], forms: Sequence[str], locale: Locale, reviewers: Reviewers
) -> Provenance:
    """Who made these forms, as far as it can be believed.

    EDITED without a line, with a line for another text, or reviewed by a name that is not in
    locale/REVIEWERS for this locale. Of two lines for the same text, the less trusting one counts.
    """
    said = [_read(match) for match in _matches(lines) if match["hash"] == digest(forms)]
    if not said:
        return UNSAID
    least = max(said, key=lambda one: TRUST.index(one.state))
    if least.state is State.REVIEWED and not reviewers.may_vouch(least.by, locale):
        return UNSAID
    return least


def _matches(lines: Sequence[str]) -> list[re.Match[str]]:
    return [match for line in lines if (match := _LINE.fullmatch(line.strip()))]


def _read(match: re.Match[str]) -> Provenance:
    if match["state"] == State.EDITED or not match["by"]:
        return UNSAID
    return Provenance(State(match["state"]), match["by"], match["when"] or "")
