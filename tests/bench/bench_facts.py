"""Facts at scale: 5 to 1,000 articles recombined from the seeds' sentences; seconds, memory, time an article.

Run: python tests/bench/bench_facts.py. Ratios compare with the first row of the same run, so that
they hold on any machine; absolute numbers do not.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SIZES = (5, 100, 300, 1000)
FRONT = '---\npublisher: "A"\npublished: "2023-12-08"\nlang: "fr"\n---\n'


def generate(folder: Path, count: int) -> None:
    """Write articles of about the seeds' length from their paragraphs, shuffled; the same for every run."""
    texts = [
        path.read_text("utf-8").split("---\n", 2)[2]
        for path in sorted((ROOT / "seeds/articles").glob("*.md"))
    ]
    rows = [row for text in texts for row in text.split("\n") if len(row) > 80]
    source = random.Random(count)
    for number in range(count):
        body = "\n\n".join(source.sample(rows, 18))
        (folder / f"2023-12-08-article-{number:04}.md").write_text(FRONT + body + "\n", "utf-8")


def measure(root: Path) -> tuple[float, float, int, int]:
    """Seconds of process time, MB at the peak, facts and claims for all articles of a project."""
    sys.path.insert(0, str(ROOT / "hooks"))
    from waymark.articles import read_articles
    from waymark.claims import current_lock, knowledge_of
    from waymark.codebook import load_codebook

    codebook = load_codebook(root)
    lock, _ = current_lock(read_articles(root), root, codebook, ())
    known = knowledge_of(lock, codebook, ())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return time.process_time(), peak, lock.count("\nL"), len(known.claims)


def child(root: str) -> None:
    """Measure in a process of its own: imports and peak memory belong to the row."""
    print(*measure(Path(root)))


def main() -> None:
    """Print one row a size."""
    print(f"{'articles':>9}{'seconds':>9}{'MB':>7}{'ms/article':>12}{'x first':>9}{'facts':>8}{'claims':>8}")
    first = 0.0
    for count in SIZES:
        with tempfile.TemporaryDirectory() as name:
            root = Path(name)
            (root / "seeds/articles").mkdir(parents=True)
            (root / "seeds/lexicon").symlink_to(ROOT / "seeds/lexicon")
            for seed in ("codebook.yml", "roles.yml"):
                (root / "seeds" / seed).symlink_to(ROOT / "seeds" / seed)
            generate(root / "seeds/articles", count)
            done = subprocess.run(
                [sys.executable, __file__, name], capture_output=True, text=True, check=True
            )
        seconds, peak, facts, claims = (float(word) for word in done.stdout.split())
        each = seconds * 1000 / count
        first = first or each
        row = f"{count:>9}{seconds:>9.2f}{peak:>7.0f}{each:>12.1f}{each / first:>9.2f}"
        print(f"{row}{facts:>8.0f}{claims:>8.0f}")


if __name__ == "__main__":
    child(sys.argv[1]) if len(sys.argv) > 1 else main()
