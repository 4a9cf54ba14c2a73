"""The command line: ``python hooks COMMAND``; every command is a module of waymark.cli."""

from __future__ import annotations

import sys
from pathlib import Path

from waymark.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], Path(__file__).resolve().parent.parent))
