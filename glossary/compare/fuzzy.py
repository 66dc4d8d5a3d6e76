"""Words that differ by a slip of the pen. The only module that knows rapidfuzz.

Its scores stay in here: they say how alike letters are, never how alike meanings are.
"""

from collections import defaultdict
from collections.abc import Collection, Container, Iterator, Sequence

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import partial_ratio, partial_ratio_alignment
from rapidfuzz.process import extract, extract_iter

_NEAR_NAME = 72  # of 100: a slip or two in a word of ordinary length
_SHORTEST = 5  # in shorter words every slip makes another word
_LONG = 8  # in words of this length two slips still leave the word
_LONGEST = 40
_CROWD = 250  # words in one drawer; beyond it drawers are made smaller to keep time bounded


def slips(words: Collection[str], suspects: Container[str]) -> list[tuple[str, str]]:
    """Pairs of words one slip apart (two in long words), each pair once and sorted.

    One of each pair is in `suspects`. Words are compared within drawers of the same first
    letters, because people seldom get the first letter wrong and comparing everything with
    everything takes too long.
    """
    found = []
    for drawer in _drawers(words):
        doubted = [word for word in drawer if word in suspects]
        others = doubted + [word for word in drawer if word not in suspects]
        for place, word in enumerate(doubted, 1):
            near = extract_iter(
                word, others[place:], processor=None, scorer=OSA.distance, score_cutoff=2
            )
            for other, distance, _ in near:
                pair = min(word, other), max(word, other)
                if _is_slip(*pair, distance):
                    found.append(pair)
    return sorted(found)


def closest(typed: str, names: Sequence[str], most: int) -> list[tuple[int, int, int]]:
    """Names that somebody who typed `typed` may have meant, nearest first, at most `most`.

    Each is (index in `names`, start, end) with [start, end) the stretch that comes nearest.
    Case is up to the caller.
    """
    near = extract(
        typed, names, processor=None, scorer=partial_ratio, score_cutoff=_NEAR_NAME, limit=most
    )
    found = []
    for name, _, index in near:
        stretch = partial_ratio_alignment(typed, name)
        if stretch is not None and len(name) >= len(typed) - 2:
            found.append((index, stretch.dest_start, stretch.dest_end))
    return found


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


def _is_slip(word: str, other: str, distance: float) -> bool:
    if len(word) < _LONG and distance > 1:
        return False
    # 2025 and 2026 differ by one sign and are no slip.
    return (word.isalpha() and other.isalpha()) or _figures(word) == _figures(other)


def _figures(word: str) -> str:
    return "".join(filter(str.isdigit, word))
