"""How little two wordings share. It says nothing about meaning, and never reaches a screen."""

from collections.abc import Iterable

from glossary.compare.align import Alignment
from glossary.compare.analysis import Analysed, Load

WEIGHTS = {Load.FUNCTION: 0.15, Load.GENERIC: 0.5, Load.CONTENT: 1.0}


def weight(text: Analysed) -> float:
    """What the words of a text weigh together."""
    return sum(_weigh(text, range(len(text.words))))


def apart(a: Analysed, b: Analysed, links: Alignment, weights: tuple[float, float]) -> float:
    """0 (the same wording) to 1 (nothing in common); `weights` are those of the two texts."""
    if a.normal == b.normal:
        return 0.0
    total = sum(weights)
    if not total:
        return 1.0
    leading = sorted(links.leading.items())
    shared = sum(_one(a, i) * strength + _one(b, j) * strength for i, (j, strength) in leading)
    shared += 2 * WEIGHTS[Load.FUNCTION] * len(links.following)
    return min(1.0, max(0.0, 1.0 - shared / total))


def _weigh(text: Analysed, tokens: Iterable[int]) -> Iterable[float]:
    return (_one(text, index) for index in tokens)


def _one(text: Analysed, index: int) -> float:
    # Everybody says the term itself: that they share it says nothing.
    return 0.0 if index in text.term else WEIGHTS[text.words[index].load]
