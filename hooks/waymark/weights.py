"""How much each feature counts for the role of people: seeds/roles.yml, learned by tests/facts/learn.py."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from waymark.errors import SeedError
from waymark.seedfile import key_line, parse_yaml, read_text

PATH = "seeds/roles.yml"


@dataclass(frozen=True)
class Weights:
    """Weights of features; the shares from which a role is a fact (``told``) and is published (``sure``)."""

    told: float
    sure: float
    features: Mapping[str, float]

    def sum(self, features: Iterable[str]) -> float:
        """Return the summed weight, the same on every run whatever the order of the features."""
        return sum(self.features.get(feature, 0.0) for feature in sorted(features))


def load_weights(root: Path) -> Weights:
    """Read seeds/roles.yml; raises SeedError naming file, key and line."""
    text = read_text(root / PATH, PATH)
    content = parse_yaml(text, PATH)
    if not isinstance(content, dict) or set(content) != {"told", "sure", "features"}:
        raise SeedError("not told, sure and features", "Restore it, or run tests/facts/learn.py.", PATH)
    numbers = [("told", content["told"]), ("sure", content["sure"])]
    features = content["features"]
    if not isinstance(features, dict):
        raise SeedError(
            "features is no table", "Write FEATURE: WEIGHT lines.", PATH, key_line(text, "features")
        )
    numbers += [(f"features.{name}", weight) for name, weight in features.items()]
    for key, weight in numbers:
        if isinstance(weight, bool) or not isinstance(weight, int | float):
            raise SeedError(f"{key}: {weight!r} is no number", "Write a number.", PATH, key_line(text, key))
    return Weights(
        float(content["told"]), float(content["sure"]), {str(k): float(v) for k, v in features.items()}
    )
