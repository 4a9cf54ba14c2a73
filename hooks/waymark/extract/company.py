"""What a role stands beside, as features: other verbs, the noun of the people, how many, the language."""

from __future__ import annotations

from collections.abc import Iterator

from waymark.extract.case import Case, class_of
from waymark.extract.remembered import Said
from waymark.extract.verbs import steps

_SIZES = (2, 10, 100, 1000, 5000)


def company(said: Said, case: Case) -> Iterator[str]:
    """Yield what is true of a role in its company: "held" of "victims", "arrested" beside "rescued"."""
    told = class_of(said.role)
    others = {class_of(hit.entry) for hit in case.done} - {told}
    yield from (f"{told} with {other}" for other in sorted(others))
    noun = class_of(case.nouns[0].entry) if case.nouns else "no noun"
    yield f"{told} of {noun}"
    yield f"{said.source} of {noun}"
    yield f"{told} of {steps(int(case.figure.number.value), _SIZES)}"
    yield f"{said.source} in {case.sentence.article.source.lang.partition('-')[0]}"
