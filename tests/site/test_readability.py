"""The English pages are plain enough to act on, measured the way a reader meets them: on the rendered prose.

Prose is every innermost ``p`` and ``li`` of a page. Calls are taken out first: what they give is marked
``data-generated`` on the site and is no writing of ours.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import markdown
import pytest
import textstat

from waymark.checks.readability import ACTION, ACTION_PAGES, OTHER, hard_pages
from waymark.segments import cut

DOCS = Path(__file__).parents[2] / "docs"
EXTENSIONS = ["admonition", "attr_list", "footnotes", "md_in_html", "tables", "pymdownx.details"]
CALL = re.compile(r"\{\{.*?\}\}")
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


class Prose(HTMLParser):
    """Collects the text of each innermost p and li that is outside ``data-generated``."""

    def __init__(self) -> None:
        super().__init__()
        self.leaves: list[str] = []
        self._open: list[list[str]] = []
        self._generated: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"br", "hr", "img", "input", "meta", "link"}:
            return
        inside = bool(self._generated and self._generated[-1])
        self._generated.append(inside or any(name == "data-generated" for name, _ in attrs))
        if tag in {"p", "li"}:
            self._open.append([])

    def handle_data(self, data: str) -> None:
        if self._open and not self._generated[-1]:
            self._open[-1].append(data)

    def handle_endtag(self, tag: str) -> None:
        self._generated.pop()
        if tag in {"p", "li"} and (text := " ".join("".join(self._open.pop()).split())):
            self.leaves.append(text if text[-1] in ".?!:" else text + ".")


def prose(html: str) -> list[str]:
    """The leaves of a page in order, each ending as a sentence does."""
    reader = Prose()
    reader.feed(html)
    return reader.leaves


def rendered(name: str) -> str:
    text = FRONT_MATTER.sub("", (DOCS / name).read_text("utf-8"))
    return markdown.markdown(CALL.sub("", text), extensions=EXTENSIONS)


def worst(leaves: list[str], count: int = 3) -> str:
    sentences = [one for leaf in leaves for one in re.split(r"(?<=[.?!]) ", leaf)]
    hardest = sorted(sentences, key=lambda one: (textstat.flesch_reading_ease(one), one))
    return " | ".join(hardest[:count])


def english_pages() -> list[str]:
    pages = (path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md"))
    return sorted(page for page in pages if not re.search(r"\.[a-z]{2,3}(-\w+)?\.md$", page))


@pytest.mark.parametrize("name", english_pages())
def test_a_page_reads_easily(name: str) -> None:
    leaves = prose(rendered(name))
    text, (least, most) = "\n".join(leaves), ACTION if name in ACTION_PAGES else OTHER
    ease = textstat.flesch_reading_ease(text)
    words = textstat.lexicon_count(text) / textstat.sentence_count(text)
    assert ease >= least, f"docs/{name}: Flesch {ease:.0f}, at least {least}: {worst(leaves)}"
    assert words <= most, f"docs/{name}: {words:.1f} words a sentence: {worst(leaves)}"


def test_the_action_pages_exist() -> None:
    assert set(english_pages()) >= ACTION_PAGES


def test_what_is_generated_is_not_measured() -> None:
    generated = '<div data-generated=""><p>Notwithstanding.</p></div>'
    leaves = prose(f"<p>Call now.</p>{generated}<ul><li>Wait <p>here</p></li></ul>")
    assert leaves == ["Call now.", "here.", "Wait."]


def test_a_hard_page_is_found() -> None:
    hard = "Repatriation necessitates intergovernmental coordination and administrative authorisation."
    assert textstat.flesch_reading_ease(hard) < 60
    assert worst([hard, "Call now."], 1) == hard


def test_check_names_a_hard_page_and_its_worst_sentence() -> None:
    text = (
        "---\ntitle: Hard\n---\n# Hard { #top }\n\nRepatriation necessitates administrative authorisation.\n"
    )
    findings = list(hard_pages("offer.md", cut(text, "offer.md")))
    assert [finding.location.path for finding in findings] == ["docs/offer.md"]
    assert "Shorten: Repatriation necessitates" in findings[0].message
    easy = text.replace("Repatriation necessitates administrative authorisation.", "Call now. Tell a friend.")
    assert not list(hard_pages("offer.md", cut(easy, "offer.md")))
