"""What definitions beside each other show: marks, lenses, and who stands near whom.

It is the part of a comparison that can be kept and shown without comparing again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from typing import Any

from glossary.compare import Comparison, Relation, SpanKind
from glossary.workflow.angles import pull
from glossary.workflow.marking import Marking, stretches


class Nearness(StrEnum):
    """How one partner's words stand to those of the others: a hint, people judge."""

    NEAR = "near"  # at least one other says much the same, or from the same lens
    FAR = "far"  # nobody else says the like
    CONTRAST = "contrast"  # something turns the sentence of another


Stretch = tuple[int, int, Marking]

# Marks that are no lens, as they are kept; a lens is kept by its place.
_KEPT = {-1: Marking(SpanKind.CONTRAST), -2: Marking(SpanKind.ONLY)}
_AS_NUMBER = {marking: number for number, marking in _KEPT.items()}
_CLOSE = (Relation.SAME, Relation.OVERLAP)


@dataclass(frozen=True, slots=True)
class SideBySide:
    """By partner: the marked stretches of its text, how much it speaks from each lens of the term
    (see `angles.pull`), and how near it is to the others.

    Everything is empty where nothing was compared.
    """

    marks: Mapping[str, tuple[Stretch, ...]] = field(default_factory=dict)
    pulls: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    nearness: Mapping[str, Nearness] = field(default_factory=dict)

    def plain(self) -> list[dict[str, Any]]:
        """As numbers, texts and lists of them."""
        marks = {
            key: [
                number
                for start, end, marking in found
                for number in (start, end, _AS_NUMBER.get(marking, marking.lens))
            ]
            for key, found in self.marks.items()
        }
        pulls = {key: [*levels] for key, levels in self.pulls.items()}
        return [marks, pulls, {key: str(one) for key, one in self.nearness.items()}]

    @staticmethod
    def of_plain(plain: Any) -> "SideBySide":
        """The other way round. Raises AttributeError, TypeError or ValueError for anything else."""
        marks, pulls, nearness = plain
        return SideBySide(
            {key: _stretches(numbers) for key, numbers in marks.items()},
            {key: tuple(map(int, levels)) for key, levels in pulls.items()},
            {key: Nearness(one) for key, one in nearness.items()},
        )


def side_by_side(found: Comparison, lenses: Sequence[str]) -> SideBySide:
    """What a comparison shows; `lenses` are the ids of the lenses of its term, in their order."""
    places = {lens: place for place, lens in enumerate(lenses)}
    marks = {
        key: tuple(
            (start, end, marking)
            for start, end, marking in stretches(one.text, one.spans, places, everything=False)
            if marking is not None
        )
        for key, one in found.texts.items()
    }
    pulls = {
        key: tuple(pull(weights[lens].weight) if lens in weights else 0 for lens in lenses)
        for key, weights in found.lenses.items()
    }
    return SideBySide(
        {key: one for key, one in marks.items() if one},
        {key: one for key, one in pulls.items() if any(one)},
        _nearness(found),
    )


def _nearness(found: Comparison) -> dict[str, Nearness]:
    nearness: dict[str, Nearness] = {}
    for pair, one in found.pairs.items():
        for key in pair:
            if one.contrasts or one.relation is Relation.OPPOSED:
                nearness[key] = Nearness.CONTRAST
            elif one.relation in _CLOSE and nearness.get(key) is not Nearness.CONTRAST:
                nearness[key] = Nearness.NEAR
            else:
                nearness.setdefault(key, Nearness.FAR)
    return dict(sorted(nearness.items()))


def _stretches(numbers: Any) -> tuple[Stretch, ...]:
    """Raises ValueError for stretches that overlap or run backwards: no text is cut by them."""
    found = tuple(
        (int(start), int(end), _KEPT.get(number) or Marking(lens=int(number)))
        for start, end, number in zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True)
    )
    edges = [0, *(edge for start, end, _marking in found for edge in (start, end))]
    if any(earlier > later for earlier, later in pairwise(edges)):
        raise ValueError(numbers)
    return found
