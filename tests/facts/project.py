"""Small projects for tests: the real codebook and lexicons, with articles of the test's own."""

from __future__ import annotations

import shutil
from pathlib import Path

from building import ROOT

from waymark.articles import read_article
from waymark.claims import Knowledge, current_lock, knowledge_of
from waymark.codebook import load_codebook
from waymark.extract import extract
from waymark.lexicon import load_lexicon
from waymark.lock import PATH
from waymark.model import Article, Fact
from waymark.reviews import load_reviews

FRONT = '---\npublisher: "A publisher"\npublished: "{published}"\nlang: "{lang}"\n---\n'


def project(where: Path, articles: dict[str, str] | None = None, *, seeds: bool = False) -> Path:
    """A project root with codebook and lexicons; ``seeds``: with the five articles and their lock."""
    (where / "seeds").mkdir(parents=True)
    for name in ("codebook.yml", "roles.yml"):
        shutil.copy(ROOT / "seeds" / name, where / "seeds")
    shutil.copytree(ROOT / "seeds/lexicon", where / "seeds/lexicon")
    shutil.copytree(ROOT / "docs", where / "docs")
    if seeds:
        shutil.copytree(ROOT / "seeds/articles", where / "seeds/articles")
        shutil.copy(ROOT / "seeds/facts.lock", where / "seeds")
        shutil.copy(ROOT / "seeds/reviews.yml", where / "seeds")
    (where / "seeds/articles").mkdir(exist_ok=True)
    for name, text in (articles or {}).items():
        (where / "seeds/articles" / f"{name}.md").write_text(text, "utf-8")
    return where


def text(body: str, published: str = "2023-12-10", lang: str = "en") -> str:
    """An article as a file has it."""
    return FRONT.format(published=published, lang=lang) + body + "\n"


def read(root: Path, name: str) -> Article:
    """Read one article of a project."""
    return read_article(root / "seeds/articles" / f"{name}.md", root)


def facts(root: Path, name: str) -> tuple[Fact, ...]:
    """The facts of one article of a project, before reviews."""
    article = read(root, name)
    return extract(article, load_lexicon(root, article.source.lang), load_codebook(root))


def lock(root: Path) -> str:
    """Write the lock of a project and return it."""
    articles = tuple(read(root, path.stem) for path in sorted((root / "seeds/articles").glob("*.md")))
    fresh, _ = current_lock(articles, root, load_codebook(root), load_reviews(root))
    (root / PATH).write_text(fresh, "utf-8")
    return fresh


def knowledge(root: Path) -> Knowledge:
    """The knowledge of a project as its articles stand."""
    return knowledge_of(lock(root), load_codebook(root), load_reviews(root))
