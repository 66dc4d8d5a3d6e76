"""How far partners' answers to the boundary cases differ."""

from collections import Counter
from collections.abc import Mapping

from glossary.compare.model import CaseSpread

Answers = Mapping[str, Mapping[str, str]]


def spread(answers: Answers) -> CaseSpread:
    """Alpha and the split cases of `answers`: partner to {case: answer}."""
    units = by_case(answers)
    split = tuple(case for case, given in units.items() if len(given) > 1)
    return CaseSpread(alpha(units), split)


def by_case(answers: Answers) -> dict[str, Counter[str]]:
    """Per case, in order of its id, how often each answer was given."""
    units: dict[str, Counter[str]] = {}
    for given in answers.values():
        for case, answer in given.items():
            units.setdefault(case, Counter())[str(answer)] += 1
    return dict(sorted(units.items()))


def alpha(units: Mapping[str, Counter[str]]) -> float | None:
    """Krippendorff's alpha for nominal data.

    After K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section C:
    alpha = 1 - (n - 1) * observed / expected, over the values that can be paired (units with
    at least two answers). None when there are none; 1 when only one answer was ever given.
    """
    pairable = [given for given in units.values() if given.total() > 1]
    totals: Counter[str] = Counter()
    for given in pairable:
        totals.update(given)
    n = totals.total()
    if n < 2:
        return None
    expected = n * n - sum(count * count for count in totals.values())
    if not expected:
        return 1.0
    observed = sum(_disagreement(given) for given in pairable)
    return 1.0 - (n - 1) * observed / expected


def _disagreement(given: Counter[str]) -> float:
    """Ordered pairs of unlike answers, each weighed by 1 / (answers - 1)."""
    size = given.total()
    unlike = size * size - sum(count * count for count in given.values())
    return unlike / (size - 1)
