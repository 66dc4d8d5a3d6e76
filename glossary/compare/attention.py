"""How much of the group's time a term deserves: contrasts first, then cases, angles, wording."""

from collections.abc import Sequence
from dataclasses import dataclass

from glossary.compare.lenses import Angles
from glossary.compare.model import CaseSpread, Relation

# What each kind of evidence can bring by itself: people's answers, then their words.
_CONTRAST = 0.8
_CASES = 0.85
_LENSES = 0.4
_WORDING = 0.2
_UNKNOWN = 0.6  # how far apart angles are taken to be where a text shows none, if words differ

_SAME = 0.12
_OVERLAP = 0.8


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a divergence between two partners, each 0 to 1.

    `angles` is None where one of the two shows no lens.
    """

    contrast: float
    opposing: bool
    angles: float | None
    wording: float

    @property
    def divergence(self) -> float:
        """All evidence as one number, 0 to 1; 0 for equal texts."""
        angles = _UNKNOWN * self.wording if self.angles is None else self.angles
        return _join(_CONTRAST * self.contrast, _LENSES * angles, _WORDING * self.wording)

    @property
    def relation(self) -> Relation:
        """A hint at how the two relate."""
        if self.opposing:
            return Relation.OPPOSED
        if self.wording <= _SAME and not self.contrast:
            return Relation.SAME
        one_angle = self.angles is not None and self.angles < 0.5
        if self.wording < _OVERLAP or one_angle:
            return Relation.OVERLAP
        return Relation.DIFFERENT


def angles_apart(a: Angles, b: Angles, wording: float) -> float | None:
    """0 (the same lenses) to 1 (no lens in common); None where a text shows none of the term's own.

    Cues guess: where texts have nearly the same `wording` their guesses differ by accident. What
    partners chose themselves stands.
    """
    if not a.weights or not b.weights or a.general or b.general:
        return None
    common = a.weights.keys() & b.weights.keys()
    shared = sum(min(a.weights[lens].weight, b.weights[lens].weight) for lens in sorted(common))
    apart = min(1.0, max(0.0, 1.0 - shared))
    return apart if a.chosen and b.chosen else apart * wording


def attention(pairs: Sequence[float], cases: CaseSpread) -> float:
    """0 to 1 from the divergence of every pair and the answers to the cases.

    One hot pair in a calm group counts, a group that is apart as a whole counts more.
    """
    group = 0.5 * max(pairs) + 0.5 * sum(pairs) / len(pairs) if pairs else 0.0
    split = 0.0
    if cases.split:
        split = 0.5 if cases.alpha is None else min(1.0, max(0.0, 0.3 + 0.7 * (1 - cases.alpha)))
    return _join(group, _CASES * split)


def _join(*parts: float) -> float:
    """Independent evidence adds up without ever passing 1."""
    calm = 1.0
    for part in parts:
        calm *= 1.0 - part
    return 1.0 - calm
