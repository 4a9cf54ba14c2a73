"""The whole bench runs by hand (tests/bench/bench_engines.py); this holds its promises on a short run."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[1] / "bench" / "bench_engines.py"


@pytest.mark.long
def test_batches_are_three_times_as_fast_and_say_the_same() -> None:
    done = subprocess.run([sys.executable, str(BENCH), "40"], capture_output=True, text=True, timeout=900)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["identical"]
    assert told["ours/argos"] >= 3
    assert told["ours/raw"] >= 0.9
