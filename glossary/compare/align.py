"""Which words of two texts belong together. Words that carry meaning lead, others follow."""

from bisect import bisect
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from glossary.compare.analysis import Analysed
from glossary.compare.kinship import SHARED_OUT, Kin

INFLECTED = 0.95
_CROWD = 144  # a word repeated more often than this allows is linked in order, not by place

_PHRASE = 3  # words from part to part of a compound written out: "kwaliteit van de zorg"

_Candidate = tuple[int, int, float]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Linked tokens of a pair, one to one.

    `leading` maps carriers of the first text to carriers of the second with how near they
    are (1 the same word); `following` links function words beside them; `parts` are the other
    words of what one text writes as one word and the other as several.
    """

    leading: dict[int, tuple[int, float]]
    following: dict[int, int]
    parts: tuple[tuple[int, int], ...] = ()

    def mirrored(self) -> dict[int, tuple[int, float]]:
        """`leading` seen from the second text."""
        return {j: (i, strength) for i, (j, strength) in self.leading.items()}


def align(a: Analysed, b: Analysed, kin: Kin) -> Alignment:
    """Link the words of two texts; `align(b, a)` gives the same links the other way round."""
    leading: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    near = list(_near(a, b, kin))
    for candidates in (_same(a, b), near):
        for i, j, strength in _in_order(candidates, a, b):
            if i not in leading and j not in taken:
                leading[i] = (j, strength)
                taken.add(j)
    forth = {i: j for i, (j, _) in leading.items()}
    parts = [(i, j) for i, j, strength in near if strength in SHARED_OUT]
    return Alignment(leading, _follow(a, b, leading), tuple(other_parts(forth, parts)))


def other_parts(
    links: Mapping[int, int], parts: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Those of `parts` that belong to a link: a compound that the other text writes out.

    "kwaliteit van de zorg" is "zorgkwaliteit" as a whole, "kwaliteit" is linked to it already.
    """
    back = {j: i for i, j in links.items()}
    for i, j in parts:
        beside_b = i in links and j not in back and abs(j - links[i]) <= _PHRASE
        beside_a = j in back and i not in links and abs(i - back[j]) <= _PHRASE
        if beside_a or beside_b:
            yield i, j


def alike(a: Analysed, b: Analysed, kin: Kin) -> Iterator[tuple[int, int, float]]:
    """Every two carriers that are one word or near in form, with how near."""
    yield from _same(a, b)
    yield from _near(a, b, kin)


def _same(a: Analysed, b: Analysed) -> Iterator[_Candidate]:
    for base in a.carrying.keys() & b.carrying.keys():
        for i, j in _meet(a, b, base, base):
            same = a.words[i].norm == b.words[j].norm
            yield i, j, 1.0 if same else INFLECTED


def _near(a: Analysed, b: Analysed, kin: Kin) -> Iterator[_Candidate]:
    for base in a.carrying.keys() & kin.keys():
        others = kin[base]
        for other in others.keys() & b.carrying.keys():
            for i, j in _meet(a, b, base, other):
                yield i, j, others[other]


def _meet(a: Analysed, b: Analysed, base: str, other: str) -> Iterable[tuple[int, int]]:
    here, there = a.carrying[base], b.carrying[other]
    if len(here) * len(there) > _CROWD:
        return zip(here, there, strict=False)
    return product(here, there)


def _in_order(candidates: Iterable[_Candidate], a: Analysed, b: Analysed) -> list[_Candidate]:
    """Nearest first; of equals those at about the same place. The same for (b, a)."""
    long_a, long_b = len(a.tokens), len(b.tokens)
    return sorted(
        candidates,
        key=lambda c: (-c[2], abs(c[0] * long_b - c[1] * long_a), c[0] + c[1]),
    )


def _follow(a: Analysed, b: Analysed, leading: dict[int, tuple[int, float]]) -> dict[int, int]:
    """The same function words beside linked words, or between the same two linked words."""
    if not leading:
        return {}
    forth = {i: j for i, (j, _) in leading.items()}
    # Beginnings meet, and so do ends.
    edges = {**forth, -1: -1, len(a.words): len(b.words)}
    votes: Counter[tuple[int, int]] = Counter()
    for step in (-1, 1):
        here, there = _gaps(a, forth.keys(), step), _gaps(b, set(forth.values()), step)
        for edge, words in here.items():
            for i, j in _alike(words, there.get(edges[edge], {})):
                beside = abs(i - edge) == abs(j - edges[edge])
                votes[i, j] += 3 if beside else 1
    following: dict[int, int] = {}
    taken: set[int] = set()
    size_a, size_b = len(a.words), len(b.words)
    ranked = sorted((-n, abs(i * size_b - j * size_a), i + j, i, j) for (i, j), n in votes.items())
    for _, _, _, i, j in ranked:
        if i not in following and j not in taken:
            following[i] = j
            taken.add(j)
    return following


_Gap = dict[str, list[int]]


def _gaps(text: Analysed, linked: Collection[int], step: int) -> dict[int, _Gap]:
    """Function words by the linked word before (step 1) or after them (step -1), then by form."""
    gaps: dict[int, _Gap] = {}
    edges = sorted((-1, *linked, len(text.words)))
    for index, norm in text.function[::step]:
        edge = edges[bisect(edges, index) - (step == 1)]
        gaps.setdefault(edge, {}).setdefault(norm, []).append(index)
    return gaps


def _alike(here: _Gap, there: _Gap) -> Iterator[tuple[int, int]]:
    for norm in here.keys() & there.keys():
        if len(here[norm]) * len(there[norm]) > _CROWD:
            yield from zip(here[norm], there[norm], strict=False)
        else:
            yield from product(here[norm], there[norm])
