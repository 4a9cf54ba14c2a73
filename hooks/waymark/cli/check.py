"""``python hooks check``: every law and every check, over all pages, catalogs and seeds."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from waymark.model import Finding, Severity
from waymark.pipeline.findings import all_findings

NAME = "check"
HELP = "Check pages, translations, facts and contacts; exit 1 while an error stands."
_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def arguments(parser: argparse.ArgumentParser) -> None:
    """--json for machines; --scheduled also fails on contacts nobody has looked at for long."""
    parser.add_argument("--json", action="store_true", help="findings as a JSON list")
    parser.add_argument("--scheduled", action="store_true", help="also fail on contacts past their date")


def run(options: argparse.Namespace, root: Path) -> int:
    """Print every finding, errors first; 1 while an error stands."""
    found = sorted(all_findings(root, scheduled=options.scheduled), key=_key)
    if options.json:
        print(json.dumps([asdict(finding) for finding in found], ensure_ascii=False, indent=1))
    else:
        for finding in found:
            print(_line(finding))
        counts = {each: sum(finding.severity is each for finding in found) for each in Severity}
        print(", ".join(f"{count} {each.value}" for each, count in counts.items()))
    return int(any(finding.severity is Severity.ERROR for finding in found))


def _key(finding: Finding) -> tuple[int, str, str, int, str]:
    where = finding.location
    return _ORDER[finding.severity], finding.locale, where.path, where.line, finding.message


def _line(finding: Finding) -> str:
    where = finding.location.path + (f":{finding.location.line}" if finding.location.line else "")
    tag = f" [{finding.locale}]" if finding.locale else ""
    return f"{finding.severity.value}: {where}: {finding.message}{tag} ({finding.check})"
