"""Reading seed files: what is refused, in one line with file and line, and what is left out of a text."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from building import ROOT, run
from project import project, read, text

from waymark.articles import read_article
from waymark.errors import SeedError

REFUSED = yaml.safe_load((Path(__file__).parent / "refused.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", REFUSED, ids=[case["name"] for case in REFUSED])
def test_refused(case: dict[str, str | int], tmp_path: Path) -> None:
    """Wrong input is told with file, line and cure, in one line."""
    root = project(tmp_path / "p", {"wrong": str(case["text"])})
    with pytest.raises(SeedError) as told:
        read(root, "wrong")
    message = str(told.value)
    assert message.startswith(f"seeds/articles/wrong.md:{case['line']}: ")
    assert str(case["says"]) in message and "\n" not in message


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"---\npublisher: A\n\xff\xfe\n---\n", "not UTF-8"),
        (bytes(range(256)) * 40, "not UTF-8"),
        (b"a" * 20_000_000, "20,000,000 bytes"),
        (b"", "no front matter"),
    ],
    ids=["invalid bytes", "binary", "20 MB", "empty"],
)
def test_junk(data: bytes, says: str, tmp_path: Path) -> None:
    """Binary files, huge files and empty files are answered in one line."""
    root = project(tmp_path / "p")
    path = root / "seeds/articles/junk.md"
    path.write_bytes(data)
    with pytest.raises(SeedError, match=says):
        read_article(path, root)


def test_the_command_answers_in_one_line(tmp_path: Path) -> None:
    """python hooks facts FILE: exit 1, one line on stderr, no traceback."""
    path = tmp_path / "wrong.md"
    path.write_text("---\npublisher: A\nlang: fr\n---\nTexte.\n", "utf-8")
    done = run(ROOT, "facts", "--json", str(path))
    assert done.returncode == 1 and done.stdout == ""
    assert done.stderr.count("\n") == 1 and "wrong.md:1: published: is missing" in done.stderr


def test_a_language_without_lexicon_names_the_cure(tmp_path: Path) -> None:
    """An article in a language nobody described yet says which there are."""
    path = tmp_path / "de.md"
    path.write_text(text("Die Polizei nahm 12 Personen fest.", lang="de"), "utf-8")
    done = run(ROOT, "facts", str(path))
    assert done.returncode == 1 and "seeds/lexicon/de.yml" in done.stderr and "en, es, fr" in done.stderr


def test_boilerplate_is_left_out() -> None:
    """Menus, image addresses, captions, credits, reader questions, a repeated headline: no story."""
    lines = {
        "2022-09-26-20minutes": {1, 6, 8},
        "2023-05-10-reuters-asean": {1, 13, 14, 15},
        "2023-12-08-liberation": {1, 2, 3, 8, 9, 10},
        "2023-12-developpez": {39, 40, 41, 42, 43, 44, 45},
    }
    for name, left_out in lines.items():
        article = read_article(ROOT / f"seeds/articles/{name}.md", ROOT)
        read_lines = {paragraph.line for paragraph in article.paragraphs}
        assert not read_lines & left_out, name


def test_a_kicker_glued_to_the_first_word_is_cut_off() -> None:
    """ "traficDe fausses offres" begins at "De"; the span is the raw body's."""
    article = read_article(ROOT / "seeds/articles/2022-09-26-20minutes.md", ROOT)
    fifth = next(paragraph for paragraph in article.paragraphs if paragraph.line == 5)
    assert article.body[fifth.start : fifth.end].startswith("De ")


def test_a_wrapped_sentence_is_one_paragraph() -> None:
    """A line that goes on in lower case belongs to the line before it."""
    article = read_article(ROOT / "seeds/articles/2023-05-10-reuters-asean.md", ROOT)
    first = article.paragraphs[0]
    assert first.line == 2 and "\n" in article.body[first.start : first.end]
