"""What each page tells its reader about who translated it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from waymark.fill.messages import Messages, Said
from waymark.model import State

NOTICE = "notice"

# From the most to the least doubtful: a page's notice names the most doubtful state on it.
NOTICES: dict[State, str] = {
    State.MISSING: "Some parts of this page are still in English.",
    State.MACHINE: "A translation program wrote parts of this page. No person has checked them yet.",
    State.DRAFT: "A language model wrote this translation. No person has checked it yet.",
    State.EDITED: "This translation was changed. No person has checked the change yet.",
    State.REVIEWED: "A person has checked this translation.",
}


@dataclass(frozen=True, slots=True)
class Notice:
    """The sentences of a page's notice, each with its language."""

    sentences: tuple[Said, ...]


def notice(states: Iterable[State], messages: Messages) -> Notice:
    """What the page says of itself; nothing on an English page."""
    if messages.locale.tag == "en":
        return Notice(())
    found = set(states)
    told = [state for state in NOTICES if state in found]
    doubtful = [state for state in told if state is not State.REVIEWED] or told
    return Notice(tuple(messages.text(NOTICE, NOTICES[state]) for state in doubtful))
