"""A small project whose pages use only words that the tiny models know."""

from __future__ import annotations

import itertools
import shutil
from pathlib import Path

ROOT = Path(__file__).parents[2]

SUBJECTS = {
    "Workers": "Les travailleurs",
    "Families": "Les familles",
    "Recruiters": "Les recruteurs",
    "Friends": "Les amis",
    "Guards": "Les gardiens",
    "Lawyers": "Les avocats",
}
VERBS = {
    "call": "appellent",
    "help": "aident",
    "watch": "surveillent",
    "meet": "rencontrent",
    "find": "trouvent",
    "warn": "avertissent",
}
OBJECTS = {
    "people": "des personnes",
    "drivers": "les chauffeurs",
    "neighbours": "les voisins",
    "officers": "les agents",
    "teachers": "les enseignants",
}
PLACES = {"abroad": "à l’étranger", "nearby": "tout près", "today": "aujourd’hui", "there": "là-bas"}
LEXICON = (
    SUBJECTS
    | VERBS
    | OBJECTS
    | PLACES
    | {"Never": "Ne payez jamais", "pay": "de frais pour", "for": "obtenir", "work": "un emploi"}
)
PAGES, SENTENCES = 5, 30

FRONT = "---\ntitle: {title}\ndescription: {title}\n---\n# {title} {{ #top }}\n"
SPECIAL = (
    "Never pay for work.",
    "Guards watch 7 drivers today.",
    'Guards watch {{ figure("compounds/people.forced@MM") }} drivers there.',
    "Workers call [the officers](page-1.md) today.",
)


def sentences() -> list[str]:
    """As many different sentences as the pages hold."""
    words = itertools.product(SUBJECTS, VERBS, OBJECTS, PLACES)
    every = [f"{subject} {verb} {what} {where}." for subject, verb, what, where in words]
    return every[:: len(every) // (PAGES * SENTENCES)][: PAGES * SENTENCES]


def write(root: Path) -> Path:
    """Writes the project and returns its root."""
    ignored = shutil.ignore_patterns("__pycache__", "articles")  # facts come from the lock
    for name in ("hooks", "seeds", "overrides"):
        shutil.copytree(ROOT / name, root / name, ignore=ignored)
    shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    (root / "docs").mkdir()
    (root / "locale").mkdir()
    said = sentences()
    for page in range(PAGES):
        own = said[page * SENTENCES : (page + 1) * SENTENCES]
        body = "\n\n".join(own + list(SPECIAL if page == 0 else ()))
        text = FRONT.format(title=f"{list(SUBJECTS)[page]} help people") + "\n" + body + "\n"
        name = "index.md" if page == 0 else f"page-{page}.md"
        (root / "docs" / name).write_text(text, "utf-8")
    return root


def environment(home: Path) -> dict[str, str]:
    """Where Argos keeps its packages in a process of its own, and the day of the content."""
    return {
        "ARGOS_PACKAGES_DIR": str(home / "argos"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "SOURCE_DATE_EPOCH": "1763683200",
        "OMP_NUM_THREADS": "1",
        "NO_PROXY": "*",
        "http_proxy": "http://127.0.0.1:9",  # whoever asks the network gets an error
        "https_proxy": "http://127.0.0.1:9",
    }
