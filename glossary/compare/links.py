"""Every link of a pair, for who reads two texts side by side: small words and marks as well.

What `align` finds is evidence: the same words, or words near in form. Here the others join in:
words that are used alike, small words, marks, and words that only stand where the other text has
another word. Such a link is a reading aid and says nothing about meaning: it marks nothing.

A link is worth what its two words have in common, plus what the links beside it add, less how
far apart the words stand. The best links are kept, one to one; that is done a few times over,
because links that were kept support those beside them.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import product
from math import inf

from glossary.compare.align import Alignment, alike, other_parts
from glossary.compare.analysis import Analysed
from glossary.compare.kinship import SHARED_OUT, Kin
from glossary.compare.line import Line, Role, line
from glossary.compare.model import Link
from glossary.compare.vectors import Vectors

# What two words have in common; 1 is the same word.
_SMALL = 0.6  # the same small word or mark, which may stand anywhere
_LOOKS = 0.9  # as a name that is spelled otherwise; not enough without support
_PLACE = {Role.CARRIER: 0.15, Role.SMALL: 0.0}  # nothing but the place
_USED = 0.25  # less than this is how alike any two words are used

# What the surroundings add: per side, a link right beside it or one word further.
_BESIDE = 0.4
_NEARLY = 0.2
_EDGES = 0.2  # both begin their text, or end it
_AWAY = 0.2  # from one end of a text to the other

_LEAST = 0.45  # a place with one link beside it, or a small word in about the same place
_ROUNDS = 3  # after which next to nothing changes
_LONGEST = 300  # items; nobody reads longer texts word by word, and time stays bounded
_CROWD = 400  # repeated words are only compared up to this many ways

_Links = dict[int, int]
_Candidates = dict[tuple[int, int], float]
_STEPS = ((1, 1), (1, 2), (2, 1), (-1, -1), (-1, -2), (-2, -1))


class Linker:
    """Links the texts of one comparison, a pair at a time, when somebody asks for it."""

    def __init__(
        self, texts: Mapping[str, Analysed], kin: Kin, vectors: Vectors | None = None
    ) -> None:
        self._texts = texts
        self.kin = kin
        self._vectors = vectors
        self._lines: dict[str, Line] = {}

    def links(self, a: str, b: str, found: Alignment) -> tuple[Link, ...]:
        """The links between the texts of two partners, in the order of the first.

        `found` is the evidence for this pair. Without it nothing is linked: small words never
        lead. Very long texts get no more links than the evidence gives.
        """
        one, other = self._line(a), self._line(b)
        leading = {one.of_token[i]: other.of_token[j] for i, (j, _) in found.leading.items()}
        evidence = self._evidence(a, b)
        if max(len(one.spans), len(other.spans)) > _LONGEST:
            following = found.following.items()
            linked = {**leading, **{one.of_token[i]: other.of_token[j] for i, j in following}}
        else:
            linked = _linked(one, other, leading, evidence, self._used_alike(one, other))
            # Places may win from a verb that fell apart; by themselves they are no evidence.
            linked = leading if evidence.keys().isdisjoint(linked.items()) else linked
        parts = [pair for pair, strength in evidence.items() if strength in SHARED_OUT]
        pairs = {*linked.items(), *other_parts(linked, parts)}
        return tuple(
            Link(one.spans[i], other.spans[j], alike=(i, j) in evidence) for i, j in sorted(pairs)
        )

    def _line(self, partner: str) -> Line:
        if partner not in self._lines:
            self._lines[partner] = line(self._texts[partner])
        return self._lines[partner]

    def _evidence(self, a: str, b: str) -> _Candidates:
        of_a, of_b = self._line(a).of_token, self._line(b).of_token
        found = alike(self._texts[a], self._texts[b], self.kin)
        values: _Candidates = {}
        for i, j, strength in found:
            pair = of_a[i], of_b[j]
            values[pair] = max(strength, values.get(pair, 0.0))
        return values

    def _used_alike(self, a: Line, b: Line) -> _Candidates:
        """Words used alike. They need no support, but are no evidence."""
        used = self._used
        found = {}
        for form in a.places.keys() & used.keys():
            for other in used[form].keys() & b.places.keys():
                for pair in _ways(a.places[form], b.places[other]):
                    if a.roles[pair[0]] is b.roles[pair[1]] is Role.CARRIER:
                        found[pair] = used[form][other]
        return found

    @cached_property
    def _used(self) -> Mapping[str, Mapping[str, float]]:
        """For every word of the texts the words that are used like it, and how much."""
        if self._vectors is None:
            return {}
        words = {
            text.words[index].norm
            for text in self._texts.values()
            if len(text.words) <= _LONGEST
            for index in text.carriers
        }
        usual = self._vectors.usual
        used: dict[str, dict[str, float]] = {}
        for one, other, near in self._vectors.near(words, usual + _USED * (1 - usual)):
            value = (near - usual) / (1 - usual)
            used.setdefault(one, {})[other] = used.setdefault(other, {})[one] = value
        return used


def _linked(a: Line, b: Line, leading: _Links, evidence: _Candidates, used: _Candidates) -> _Links:
    free = {**used, **evidence}
    bound = {pair: value for pair, value in _needing_support(a, b) if pair not in free}
    links = leading
    for _ in range(_ROUNDS if leading else 0):
        before, links = links, _best(a, b, _scored(a, b, free, bound, links))
        if links == before:
            break
    return links


def _needing_support(a: Line, b: Line) -> Iterator[tuple[tuple[int, int], float]]:
    """Words that look alike, and small words and marks."""
    for start in a.starts.keys() & b.starts.keys():
        for i, j in _ways(a.starts[start], b.starts[start]):
            if _looks_alike(a.forms[i], b.forms[j]):
                yield (i, j), _LOOKS
    for form in a.small.keys() & b.small.keys():
        for pair in _ways(a.small[form], b.small[form]):
            yield pair, _SMALL


def _looks_alike(one: str, other: str) -> bool:
    """Whether the first half of the shorter word is in both."""
    half = (min(len(one), len(other)) + 1) // 2
    return one[:half] == other[:half]


def _ways(here: list[int], there: list[int]) -> Iterator[tuple[int, int]]:
    if len(here) * len(there) > _CROWD:
        yield from zip(here, there, strict=False)
    else:
        yield from product(here, there)


def _scored(
    a: Line, b: Line, free: _Candidates, bound: _Candidates, links: _Links
) -> Iterator[tuple[float, int, int]]:
    """What each candidate is worth beside `links`."""
    size_a, size_b = len(a.spans), len(b.spans)
    framed = _Frames(a, b, links)
    for candidates in (free, bound, _places(a, b, free, bound, links)):
        for (i, j), value in candidates.items():
            support = _support(links, i, j, 1) + _support(links, i, j, -1)
            if not support and candidates is bound and not framed.together(i, j):
                continue
            if (i == 0 and j == 0) or (i == size_a - 1 and j == size_b - 1):
                support += _EDGES
            away = abs((2 * i + 1) * size_b - (2 * j + 1) * size_a) / (2 * size_a * size_b)
            worth = value + support - _AWAY * away
            if worth > _LEAST:
                yield worth, i, j


def _support(links: _Links, i: int, j: int, step: int) -> float:
    beside, further = links.get(i + step, inf), links.get(i + 2 * step, inf)
    if beside == j + step:
        return _BESIDE
    if beside == j + 2 * step or further in (j + step, j + 2 * step):
        return _NEARLY
    return 0.0


def _places(a: Line, b: Line, free: _Candidates, bound: _Candidates, links: _Links) -> _Candidates:
    """Words of one role that stand beside linked words in both texts."""
    found: _Candidates = {}
    for i, j in links.items():
        for step_a, step_b in _STEPS:
            pair = x, y = i + step_a, j + step_b
            if not (0 <= x < len(a.roles) and 0 <= y < len(b.roles)):
                continue
            if a.roles[x] is not b.roles[y] or a.roles[x] is Role.MARK:
                continue
            if pair not in free and pair not in bound:
                found[pair] = _PLACE[a.roles[x]]
    return found


def _best(a: Line, b: Line, scored: Iterator[tuple[float, int, int]]) -> _Links:
    """The best candidates, one to one; of equals those at about the same place."""
    size_a, size_b = len(a.spans), len(b.spans)
    ranked = sorted(scored, key=lambda c: (-c[0], abs(c[1] * size_b - c[2] * size_a), c[1] + c[2]))
    links: _Links = {}
    taken: set[int] = set()
    for _, i, j in ranked:
        if i not in links and j not in taken:
            links[i] = j
            taken.add(j)
    return links


class _Frames:
    """Between which linked carriers every item stands; beginnings meet, and so do ends."""

    def __init__(self, a: Line, b: Line, links: _Links) -> None:
        size_a, size_b = len(a.spans), len(b.spans)
        led = {i: j for i, j in links.items() if a.roles[i] is Role.CARRIER}
        self._forth = {**led, -1: -1, size_a: size_b}
        self._a = _edges(set(led), size_a)
        self._b = _edges(set(led.values()), size_b)

    def together(self, i: int, j: int) -> bool:
        """Whether both stand after the same linked words, or before the same."""
        (before, after), (there_before, there_after) = self._a[i], self._b[j]
        return self._forth[before] == there_before or self._forth[after] == there_after


def _edges(linked: set[int], size: int) -> list[tuple[int, int]]:
    """For every item the linked one before it (-1 for none) and after it (`size` for none)."""
    before, edge = [], -1
    for index in range(size):
        before.append(edge)
        edge = index if index in linked else edge
    after, edge = [], size
    for index in range(size - 1, -1, -1):
        after.append(edge)
        edge = index if index in linked else edge
    return list(zip(before, reversed(after), strict=True))
