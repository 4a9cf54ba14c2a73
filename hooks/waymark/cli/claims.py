"""python hooks claims: the ids pages may use, with what the sources say."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from waymark.claims import Knowledge, load_knowledge
from waymark.model import Claim, Reading

NAME = "claims"
HELP = "What all articles together say: the ids that pages use."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--json", action="store_true", help="as a JSON list")
    parser.add_argument("--all", action="store_true", help="also what is not published, and why")


def run(options: argparse.Namespace, root: Path) -> int:
    """Print the claims, one a line: id, readings, relation, sources with lines."""
    knowledge = load_knowledge(root)
    claims = [claim for claim in knowledge.claims if claim.publishable or options.all]
    if options.json:
        json.dump([_json(claim, knowledge) for claim in claims], sys.stdout, ensure_ascii=False, indent=1)
        print()
        return 0
    for claim in claims:
        said = "; ".join(f"{_reading(r)} [{_lines(r)}]" for r in claim.readings)
        held = "" if claim.publishable else f"\tnot published: {_held(claim)}"
        print(f"{claim.id}\t{claim.relation.value}\t{knowledge.origin_count(claim)} sources\t{said}{held}")
    return 0


def _reading(reading: Reading) -> str:
    quantity = reading.quantity
    if quantity is None:
        return reading.value
    approx = "" if quantity.approx == "exact" else f"{quantity.approx.value.replace('_', ' ')} "
    upper = f" to {quantity.upper:,.15g}" if quantity.upper is not None else ""
    vague = " (order of magnitude)" if quantity.vague else ""
    return f"{approx}{quantity.value:,.15g}{upper} {quantity.unit}{vague}"


def _lines(reading: Reading) -> str:
    return ", ".join(f"{fact.evidence.article}:{fact.evidence.line}" for fact in reading.facts)


def _held(claim: Claim) -> str:
    reasons = sorted({fact.held for reading in claim.readings for fact in reading.facts if fact.held})
    return ", ".join(reasons) or "waived"


def _json(claim: Claim, knowledge: Knowledge) -> dict[str, object]:
    return {
        "id": claim.id,
        "kind": claim.kind,
        "when": claim.when,
        "places": list(claim.places),
        "relation": claim.relation.value,
        "publishable": claim.publishable,
        "origins": list(knowledge.origins(claim)),
        "readings": [{"says": _reading(r), "lines": _lines(r).split(", ")} for r in claim.readings],
    }
