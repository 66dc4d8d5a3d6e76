"""How rare words are, and which texts share enough of the rare ones to be worth a comparison."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from math import fsum, log

Words = Mapping[str, str]

_BESIDE = 100  # texts thought beside those at hand: a few texts cannot tell which words are rare
_COMMON = 100  # texts with one word; beyond it the word leads from text to text no more


class Rarity:
    """The weight of every word of some texts: the rarer, the heavier.

    A text is its set of words (the keys of a mapping).
    """

    def __init__(self, texts: Sequence[Words]) -> None:
        self._texts = texts
        distinct = {frozenset(text) for text in texts}
        self._counts = Counter(word for words in distinct for word in words)
        most = len(distinct) + _BESIDE
        self._weights = {word: log(1 + most / n) for word, n in self._counts.items()}

    def weight(self, word: str) -> float:
        """What one word weighs, above 0."""
        return self._weights[word]

    def share(self, one: Words, other: Words, extra: float = 0.0) -> float:
        """How much of the weight of all their words two texts have in common, 0 to 1.

        `extra` is weight that they share beside equal words.
        """
        shared = self._sum(one.keys() & other.keys()) + extra
        total = self._sum(one) + self._sum(other) - shared
        return shared / total if total else 0.0

    def candidates(self, least: float) -> Iterator[tuple[int, int]]:
        """Pairs of texts (their indices, each pair once) that may share `least` or more.

        Texts that share so much have one of their heaviest words in common: what is left without
        those weighs too little. So the other words need no looking at.
        """
        holding: dict[str, list[int]] = defaultdict(list)
        for index, text in enumerate(self._texts):
            for word in self._heaviest(text, least):
                holding[word].append(index)
        pairs = {
            pair
            for indices in holding.values()
            if len(indices) <= _COMMON
            for pair in combinations(indices, 2)
        }
        yield from sorted(pairs)

    def _heaviest(self, text: Words, least: float) -> Iterator[str]:
        allowed = (1.0 - least) * self._sum(text)
        weight = 0.0
        for word in sorted(text, key=lambda each: (self._counts[each], each)):
            yield word
            weight += self._weights[word]
            if weight > allowed:
                return

    def _sum(self, words: Iterable[str]) -> float:
        return fsum(self._weights[word] for word in words)
