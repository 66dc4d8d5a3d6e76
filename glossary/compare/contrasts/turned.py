"""What a contrast is, and when two clauses speak of the same so that one can turn the other."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from glossary.compare.analysis import Analysed, Load
from glossary.compare.contrasts.said import Side
from glossary.compare.model import ContrastKind

CLOSE = 2  # tokens from a small word to the word that it turns
ENOUGH = 0.5  # share of the shorter clause that must be linked
_GENERIC = 0.5  # "iemand gaat" next to a word that says something

Links = Mapping[int, int]  # tokens of one text to tokens of the other


@dataclass(frozen=True, slots=True)
class Turned:
    """A contrast with the tokens of each side (first, last; None where it says nothing).

    `opposing` when both sides cannot hold together; `sure` 0 to 1: how comparable the clauses are.
    """

    kind: ContrastKind
    a: tuple[int, int] | None
    b: tuple[int, int] | None
    at_a: int  # offset in code points where an empty side belongs
    at_b: int
    opposing: bool
    sure: float

    @property
    def weight(self) -> float:
        """How much the contrast says, 0 to 1."""
        return self.sure * (1.0 if self.opposing else 0.5)

    def mirrored(self) -> "Turned":
        """The same contrast seen from the second text."""
        return Turned(self.kind, self.b, self.a, self.at_b, self.at_a, self.opposing, self.sure)


def both(
    kind: ContrastKind,
    sides: tuple[Side, Side],
    a: tuple[int, int],
    b: tuple[int, int],
    *,
    opposing: bool,
    sure: float,
) -> Turned:
    """A contrast of which both sides are said."""
    at_a, at_b = sides[0].text.tokens[a[0]].start, sides[1].text.tokens[b[0]].start
    return Turned(kind, a, b, at_a, at_b, opposing, sure)


def weigh(text: Analysed, tokens: Iterable[int]) -> float:
    """What these tokens say together: words that fit anywhere say half."""
    return sum(1.0 if text.words[i].load is Load.CONTENT else _GENERIC for i in tokens)


def nearest(a: Analysed, b: Analysed, clause: int, forth: Links) -> tuple[int, list[int]] | None:
    """The clause of `b` with most links to a clause of `a`, and the linked tokens of `a`."""
    linked = [i for i in a.clauses[clause] if i in forth]
    if not linked:
        return None
    met = Counter([b.clause[forth[i]] for i in linked])
    best = min(met, key=lambda each: (-met[each], len(b.clauses[each]), each))
    return best, [i for i in linked if b.clause[forth[i]] == best]


def alike(
    a: Analysed,
    b: Analysed,
    clauses: tuple[int, int],
    forth: Links,
    besides: tuple[set[int], set[int]],
) -> float:
    """How much of the lighter of two clauses the other says too, 0 to 1, besides some tokens."""
    here = [i for i in a.clauses[clauses[0]] if i not in besides[0]]
    there = [j for j in b.clauses[clauses[1]] if j not in besides[1]]
    reached = set(there)
    shared = {i: forth[i] for i in here if forth.get(i) in reached}
    lighter = min((weigh(a, here), weigh(a, shared)), (weigh(b, there), weigh(b, shared.values())))
    return lighter[1] / lighter[0] if lighter[0] else 0.0
