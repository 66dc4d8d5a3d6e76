"""Opposite words: one text says only the one side, the other only the other side."""

from collections.abc import Iterable, Iterator, Set
from itertools import product

from glossary.compare.contrasts.said import Side, Stance
from glossary.compare.contrasts.turned import ENOUGH, Links, Turned, alike, both
from glossary.compare.model import ContrastKind

_MOST = 8  # times that one text names a side; more often is looked at no further
_ALONE = 0.7  # how sure opposites are that speak for themselves, whatever the rest says


def opposites(
    a: Side, b: Side, forth: Links, settled: tuple[Set[int], Set[int]]
) -> Iterator[Turned]:
    """The oppositions in which the texts take sides against each other.

    Clauses in `settled`, of each text, are turned by something else already.
    """
    for number in sorted(a.said.stances.keys() & b.said.stances.keys()):
        here, there = a.said.stances[number], b.said.stances[number]
        if not all(_against(x, y) for x, y in product(_sides(here), _sides(there))):
            continue
        pairs = product(here[:_MOST], there[:_MOST])
        found = [(_sure(a, b, x, y, forth), x, y) for x, y in pairs]
        sure, x, y = max(found, key=lambda each: (each[0], -each[1].first, -each[2].first))
        if sure and x.clause not in settled[0] and y.clause not in settled[1]:
            yield both(x.pole.kind, (a, b), x.shown, y.shown, opposing=True, sure=sure)


def _sides(stances: Iterable[Stance]) -> Iterable[Stance]:
    """One stance of each sort."""
    return {(each.pole.side, each.denied): each for each in stances}.values()


def _against(x: Stance, y: Stance) -> bool:
    if x.pole.side == y.pole.side:
        # "Niet alles" against "alles"; of other words the negation is found by itself.
        whole = x.pole.free or x.pole.kind is ContrastKind.SCOPE
        return x.denied != y.denied and whole
    return not x.denied and not y.denied


def _sure(a: Side, b: Side, x: Stance, y: Stance, forth: Links) -> float:
    """How surely both speak of the same; opposites that speak for themselves need no more."""
    share = alike(a.text, b.text, (x.clause, y.clause), forth, (x.tokens, y.tokens))
    if share >= ENOUGH:
        return share
    return _ALONE if x.pole.free else 0.0
