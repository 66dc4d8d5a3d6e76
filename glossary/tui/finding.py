"""Find terms while typing: first by the letters as they stand, then by what comes near."""

from collections.abc import Container, Sequence
from typing import NamedTuple

from glossary.domain import Term, one_line

# With fewer hits than this, near ones are welcome.
FEW = 20
_LEAST_TYPED = 3
_NOWHERE = range(0)


class Findable(NamedTuple):
    """A term by all its names; `label` as shown, `folded` of the same length, without case."""

    label: str
    folded: str
    others: tuple[str, ...] = ()


def findable(term: Term) -> Findable:
    """A term by its label, variants and translation."""
    label = one_line(term.label)
    others = (one_line(name) for name in (*term.variants, term.translation) if name)
    return Findable(label, _fold(label), tuple(map(_fold, others)))


def find(typed: str, terms: Sequence[Findable]) -> dict[int, range]:
    """Terms for what was typed: labels that begin with it, that hold it, other names, near ones.

    Each by its place in `terms`, with the places in its label that match; within each kind the
    order of `terms` is kept.
    """
    wanted = _fold(one_line(typed))
    if not wanted:
        return dict.fromkeys(range(len(terms)), _NOWHERE)
    size = len(wanted)
    starts = [term.folded.find(wanted) for term in terms]
    hits = dict.fromkeys([place for place, at in enumerate(starts) if at == 0], range(size))
    hits.update((place, range(at, at + size)) for place, at in enumerate(starts) if at > 0)
    if len(hits) < len(terms):
        rest = (place for place, at in enumerate(starts) if at < 0 and terms[place].others)
        named = [place for place in rest if any(wanted in one for one in terms[place].others)]
        hits.update(dict.fromkeys(named, _NOWHERE))
    if len(hits) < FEW and size >= _LEAST_TYPED:
        hits.update(_near(wanted, terms, hits))
    return hits


def _near(wanted: str, terms: Sequence[Findable], found: Container[int]) -> dict[int, range]:
    from glossary.compare.fuzzy import closest

    near = closest(wanted, [term.folded for term in terms], FEW)
    return {place: range(start, end) for place, start, end in near if place not in found}


def _fold(text: str) -> str:
    """Lower case, a character for a character, so that places stay places."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
