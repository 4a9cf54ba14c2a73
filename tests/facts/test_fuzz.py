"""Random and mutated articles: no crash, no hang; wrong input is a SeedError and nothing else."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from building import ROOT

from waymark.articles import read_article
from waymark.codebook import load_codebook
from waymark.errors import SeedError
from waymark.extract import read
from waymark.lexicon import load_lexicon

LIMIT = 2.0  # seconds an article may take
SEEDS = [path.read_bytes() for path in sorted((ROOT / "seeds/articles").glob("*.md"))]
SPLICES = [
    b"281",
    b"1 000 000",
    b"...",
    b"((((",
    b"\xc2\xa0" * 40,
    b"a" * 3000,
    "«".encode(),
    b"- " * 200,
    b"\n---\n",
]
SPLICES += [
    b"de " * 400,
    b"7,8 milliards " * 60,
    b"et " * 300,
    b"1-2-3-" * 200,
    "أ".encode() * 50,
    b"\r\n",
    b"\x00",
]


def mutated(source: random.Random) -> bytes:
    """A seed file with spans cut, doubled, swapped, overwritten with noise or with pieces for the rules."""
    data = bytearray(source.choice(SEEDS))
    for _ in range(source.randint(1, 12)):
        at, length = source.randrange(len(data) + 1), source.randint(0, 400)
        match source.randrange(5):
            case 0:
                del data[at : at + length]
            case 1:
                data[at:at] = data[at : at + length]
            case 2:
                data[at:at] = source.choice(SPLICES)
            case 3:
                data[at : at + length] = bytes(source.randrange(256) for _ in range(min(length, 20)))
            case _:
                other = source.choice(SEEDS)
                data[at:at] = other[at : at + length]
    return bytes(data)


def noise(source: random.Random) -> bytes:
    """Front matter with a body of random characters of many scripts."""
    front = b'---\npublisher: "A"\npublished: "2023-12"\nlang: ' + source.choice(
        [b"fr", b"en", b"es", b"pt", b"id"]
    )
    marks = " .,;:!?-()«»\"'\n0123456789%$€"
    letters = [
        source.choice(marks) if source.random() < 0.4 else chr(source.randint(32, 0x2FFF)) for _ in range(800)
    ]
    return front + b"\n---\n" + "".join(letters).encode("utf-8", "ignore")


def attack(count: int, seed: int, folder: Path) -> None:
    """Read and extract that many articles; the seed makes a failure repeatable."""
    source = random.Random(seed)
    codebook = load_codebook(ROOT)
    path = folder / "fuzz.md"
    for number in range(count):
        data = mutated(source) if number % 4 else noise(source)
        path.write_bytes(data)
        start = time.monotonic()
        try:
            article = read_article(path, ROOT)
            facts, _ = read(article, load_lexicon(ROOT, article.source.lang), codebook)
        except SeedError:
            continue
        took = time.monotonic() - start
        assert took < LIMIT, (number, took)
        for fact in facts:
            assert article.body[fact.evidence.start : fact.evidence.end] == fact.evidence.exact


def test_a_sample(tmp_path: Path) -> None:
    """A sample in every run of the tests."""
    attack(200, 20231208, tmp_path)


@pytest.mark.long
def test_ten_thousand(tmp_path: Path) -> None:
    """The whole attack."""
    attack(10_000, 1, tmp_path)
