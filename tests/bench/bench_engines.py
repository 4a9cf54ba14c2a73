"""How fast our Argos engine is, on a model of full size (6+6 layers, 512 wide, 32,000 words, int8).

The model is made by hand and copies its input, so that lengths are realistic. Three ways, the same beam,
the same sentences, one run: Argos' own ``translate()`` for each sentence, CTranslate2's ``translate_batch``
alone, our engine. ``python tests/bench/bench_engines.py [SENTENCES]`` prints words a second and the ratios.
"""

from __future__ import annotations

import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1] / "hooks"), str(HERE.parent / "translation")]
THREADS = "2"
ROUNDS = 6  # of which the fastest counts


def model(home: Path) -> list[str]:
    """Builds and installs the model; returns its words."""
    import tiny_model

    from waymark.engines.install import install

    draw = random.Random(0)
    words = ["w" + "".join(draw.choice("abcdefghijklmnop") for _ in range(6)) for _ in range(32_000)]
    path = tiny_model.argosmodel(
        home / "full.argosmodel", "en", "fr", {word: word for word in words}, size=tiny_model.FULL
    )
    install(path)
    return words


def sentences(words: list[str], count: int) -> list[str]:
    """Sentences of 5 to 35 words."""
    draw = random.Random(1)
    return [" ".join(draw.choices(words, k=draw.randint(5, 35))) + "." for _ in range(count)]


class _Whole:
    """Argos' own sentence splitter would download a model: each text here is one sentence."""

    def split_sentences(self, text: str) -> list[str]:
        return [text]


def measure(count: int) -> dict[str, float | bool]:
    """Words a second of the three ways, whether all say the same, and the two ratios."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        os.environ |= {"XDG_DATA_HOME": folder, "XDG_CONFIG_HOME": folder, "XDG_CACHE_HOME": folder}
        os.environ |= {"ARGOS_COMPUTE_TYPE": "int8", "ARGOS_INTRA_THREADS": THREADS}
        os.environ["ARGOS_PACKAGES_DIR"] = str(home / "packages")
        said = sentences(model(home), count)
        return _measure(said)


def _measure(said: list[str]) -> dict[str, float | bool]:
    from argostranslate import translate

    from waymark.engines.argos import Argos
    from waymark.engines.decoding import Settings
    from waymark.locales import SOURCE, locale

    loop = translate.get_translation_from_codes("en", "fr").underlying
    loop.sentencizer = _Whole()
    ours = Argos(SOURCE, locale("fr"), Settings(compute="int8", threads=int(THREADS)))
    tokens = [loop.pkg.tokenizer.encode(each) for each in said]

    def raw() -> list[str]:
        found = loop.translator.translate_batch(
            tokens,
            max_batch_size=2048,
            batch_type="tokens",
            beam_size=4,
            length_penalty=0.2,
            replace_unknowns=True,
            return_scores=True,
        )
        return [loop.pkg.tokenizer.decode(each.hypotheses[0]).strip() for each in found]

    ways: dict[str, Callable[[], list[str]]] = {
        "argos": lambda: [translate.translate(each, "en", "fr") for each in said],
        "raw": raw,
        "ours": lambda: ours.translate(said, "en", "fr"),
    }
    for each in (said[:1],):  # load and warm up
        translate.translate(each[0], "en", "fr")
        ours.translate(each, "en", "fr")
    words = sum(len(each.split()) for each in said)
    best: dict[str, float] = {}
    texts: dict[str, list[str]] = {}
    for name in ("argos", *("raw", "ours") * ROUNDS):  # by turns, so that a busy machine is busy for both
        start = time.perf_counter()
        texts[name] = ways[name]()
        best[name] = min(best.get(name, float("inf")), time.perf_counter() - start)
    speed = {name: words / taken for name, taken in best.items()}
    return {
        **{f"{name} words/s": round(each, 1) for name, each in speed.items()},
        "identical": texts["argos"] == texts["ours"] == texts["raw"],
        "ours/argos": round(speed["ours"] / speed["argos"], 2),
        "ours/raw": round(speed["ours"] / speed["raw"], 2),
    }


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 120)))
