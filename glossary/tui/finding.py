"""Find terms while typing: first by the letters as they stand, then by what comes near."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from glossary.domain import Term, one_line

# With fewer hits than this, near ones are welcome.
FEW = 20
_LEAST_TYPED = 3


class Findable(NamedTuple):
    """A term by all its names; `label` as shown, `folded` of the same length, without case."""

    label: str
    folded: str
    others: tuple[str, ...] = ()


class Hit(NamedTuple):
    """A term by its place, and the places in its label that match."""

    place: int
    matched: tuple[int, ...] = ()


def findable(term: Term) -> Findable:
    """A term by its label, variants and translation."""
    label = one_line(term.label)
    others = (one_line(name) for name in (*term.variants, term.translation) if name)
    return Findable(label, _fold(label), tuple(map(_fold, others)))


def find(typed: str, terms: Sequence[Findable]) -> list[Hit]:
    """Terms for what was typed: labels that begin with it, that hold it, other names, near ones.

    Within each of these the order of `terms` is kept.
    """
    wanted = _fold(one_line(typed))
    if not wanted:
        return [Hit(place) for place in range(len(terms))]
    begins: list[Hit] = []
    holds: list[Hit] = []
    named: list[Hit] = []
    for place, term in enumerate(terms):
        at = term.folded.find(wanted)
        if at >= 0:
            (holds if at else begins).append(Hit(place, tuple(range(at, at + len(wanted)))))
        elif any(wanted in name for name in term.others):
            named.append(Hit(place))
    hits = [*begins, *holds, *named]
    if len(hits) < FEW and len(wanted) >= _LEAST_TYPED:
        hits += _near(wanted, terms, {hit.place for hit in hits})
    return hits


def _near(wanted: str, terms: Sequence[Findable], found: set[int]) -> Iterator[Hit]:
    from glossary.compare.fuzzy import closest

    for place, start, end in closest(wanted, [term.folded for term in terms], FEW):
        if place not in found:
            yield Hit(place, tuple(range(start, end)))


def _fold(text: str) -> str:
    """Lower case, a character for a character, so that places stay places."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
