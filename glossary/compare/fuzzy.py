"""Words that differ by a slip of the pen. The only module that knows rapidfuzz.

Its scores stay in here: they say how alike letters are, never how alike meanings are.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract_iter

_SHORTEST = 5  # in shorter words every slip makes another word
_LONGEST = 40
_CROWD = 250  # words in one drawer; beyond it drawers are made smaller to keep time bounded


def slips(words: Collection[str]) -> list[tuple[str, str]]:
    """Pairs of words one slip apart (two in long words), each pair once and sorted.

    Words are compared within drawers of the same first letters, because people seldom get
    the first letter wrong and comparing everything with everything takes too long.
    """
    found = []
    for drawer in _drawers(words):
        for place, word in enumerate(drawer):
            allowed = 1 if len(word) < 9 else 2
            near = extract_iter(
                word, drawer[place + 1 :], processor=None, scorer=OSA.distance, score_cutoff=allowed
            )
            found += [(word, other) for other, _, _ in near if _same_figures(word, other)]
    return sorted(found)


def _drawers(words: Collection[str]) -> Iterator[list[str]]:
    fit = sorted({word for word in words if _SHORTEST <= len(word) <= _LONGEST})
    letters = 1
    while fit:
        drawers: dict[str, list[str]] = defaultdict(list)
        for word in fit:
            drawers[word[:letters]].append(word)
        yield from (drawer for drawer in drawers.values() if len(drawer) <= _CROWD)
        fit = [word for drawer in drawers.values() if len(drawer) > _CROWD for word in drawer]
        letters += 1


def _same_figures(word: str, other: str) -> bool:
    # 2025 and 2026 differ by one sign and are no slip.
    return [c for c in word if c.isdigit()] == [c for c in other if c.isdigit()]
