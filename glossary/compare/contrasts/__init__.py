"""Small differences that turn a sentence, where two texts otherwise speak of the same thing.

A negation or an obligation counts only when the clause around it is comparable: enough of its
words are linked to one clause of the other text. A stray "not" in a different text turns nothing.
Opposites that speak for themselves ("vrijwillig", "verplicht") count whatever the rest says.
"""

from collections.abc import Iterable, Iterator, Set

from glossary.compare.align import Alignment
from glossary.compare.analysis import Analysed
from glossary.compare.contrasts.actors import actors, other_actor
from glossary.compare.contrasts.amounts import amounts, other_amount
from glossary.compare.contrasts.negation import negations
from glossary.compare.contrasts.obligation import needless, obligations
from glossary.compare.contrasts.opposites import opposites
from glossary.compare.contrasts.poles import stances
from glossary.compare.contrasts.prefixes import denied_words, undone
from glossary.compare.contrasts.regardless import indifferent, regardless
from glossary.compare.contrasts.said import Said, Side
from glossary.compare.contrasts.turned import Links, Turned
from glossary.compare.kinship import PART
from glossary.compare.languages import Language
from glossary.compare.turns import Turn, by_clause

__all__ = ["Said", "Turned", "contrasts", "said"]

_MOST = 300  # negations and obligations of a text; nobody reads a text that has more


def said(text: Analysed, turns: tuple[Turn, ...], known: Language) -> Said:
    """What a text says that can turn another, worked out once."""
    in_clause = by_clause(turns)
    return Said(
        turns=turns[:_MOST],
        in_clause=in_clause,
        stances=stances(text, in_clause, known),
        amounts=amounts(text, known),
        indifferent=indifferent(text, known),
        actors=actors(text, known),
        undone=undone(text, known),
    )


def contrasts(
    a: Analysed, a_said: Said, b: Analysed, b_said: Said, links: Alignment, known: Language
) -> tuple[Turned, ...]:
    """The contrasts of a pair in the order of the first text."""
    if a.normal == b.normal or not _may_turn(a_said, b_said):
        return ()
    first, second = Side(a, a_said), Side(b, b_said)
    # A shared part of a compound is too little to turn anything by.
    forth = {i: j for i, (j, strength) in links.leading.items() if strength > PART}
    back = {j: i for i, j in forth.items()}
    parts = [(i, j) for i, (j, strength) in links.leading.items() if strength <= PART]
    partly = ({i for i, _ in parts}, {j for _, j in parts})
    small = [
        *_from_one_side(first, second, forth, partly[0], known),
        *(each.mirrored() for each in _from_one_side(second, first, back, partly[1], known)),
    ]
    # A small word that turns a clause explains the opposite in it: "zonder hulp", "met hulp".
    turning = [each for each in small if each.opposing]
    settled = (_clauses(a, (each.a for each in turning)), _clauses(b, (each.b for each in turning)))
    words = [
        *opposites(first, second, forth, settled),
        *other_actor(first, second, forth),
        *other_amount(first, second, forth),
    ]
    # Both sides may find the same: the surer one stays.
    every = sorted([*small, *words], key=lambda turned: turned.sure)
    found = {_place(turned): turned for turned in every}
    return tuple(found[place] for place in sorted(found))


def _may_turn(a: Said, b: Said) -> bool:
    """Whether there is anything to turn by: many pairs end here."""
    if a.turns or b.turns or a.indifferent or b.indifferent or (a.actors and b.actors):
        return True
    shared = a.stances.keys() & b.stances.keys() or a.amounts.keys() & b.amounts.keys()
    return bool(shared)


def _from_one_side(
    a: Side, b: Side, forth: Links, partly: Set[int], known: Language
) -> Iterator[Turned]:
    if not a.said.turns and not a.said.indifferent:
        return
    # An obligation that differs explains the negation inside it: "mag niet" against "moet".
    settled: set[tuple[int, int]] = set()
    yield from obligations(a, b, forth, settled)
    yield from negations(a, b, forth, partly, known, settled)
    yield from needless(a, b, forth, settled)
    yield from regardless(a, b, forth, known)
    yield from denied_words(a, b, forth)


def _clauses(text: Analysed, sides: Iterable[tuple[int, int] | None]) -> set[int]:
    return {text.clause[side[0]] for side in sides if side is not None}


def _place(turned: Turned) -> tuple[int, int, str, tuple[int, ...], tuple[int, ...]]:
    return (turned.at_a, turned.at_b, turned.kind, turned.a or (), turned.b or ())
