"""Small differences that turn a sentence, where two texts otherwise speak of the same thing.

A negation or an obligation counts only when the clause around it is comparable: enough of its
words are linked to one clause of the other text. A stray "not" in a different text turns nothing.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from glossary.compare.align import Alignment
from glossary.compare.analysis import Analysed, Load
from glossary.compare.kinship import PART
from glossary.compare.languages import Language
from glossary.compare.model import ContrastKind
from glossary.compare.turns import Turn, by_clause

_ENOUGH = 0.5  # share of the shorter clause that must be linked
_CLOSE = 2  # tokens from a small word to the word that it turns

# Obligations that do not go together, and those that exclude each other.
_ALIKE = {"can": "may", "cannot": "must-not"}
_EXCLUDE = (
    {"must", "need-not"},
    {"must", "must-not"},
    {"must", "may"},
    {"may", "must-not"},
    {"need-not", "must-not"},
)


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


@dataclass(frozen=True, slots=True)
class _Side:
    text: Analysed
    turns: tuple[Turn, ...]
    in_clause: Mapping[int, Sequence[Turn]]


def contrasts(
    a: Analysed,
    a_turns: tuple[Turn, ...],
    b: Analysed,
    b_turns: tuple[Turn, ...],
    links: Alignment,
    known: Language,
) -> tuple[Turned, ...]:
    """The contrasts of a pair in the order of the first text."""
    if not a_turns and not b_turns:
        return ()
    first = _Side(a, a_turns, by_clause(a_turns))
    second = _Side(b, b_turns, by_clause(b_turns))
    # A shared part of a compound is too little to turn anything by.
    forth = {i: j for i, (j, strength) in links.leading.items() if strength > PART}
    back = {j: i for i, j in forth.items()}
    there = _from_one_side(first, second, forth, known)
    here = (turned.mirrored() for turned in _from_one_side(second, first, back, known))
    # Both sides may find the same: the surer one stays.
    found = {_place(turned): turned for turned in sorted([*there, *here], key=lambda t: t.sure)}
    return tuple(found[place] for place in sorted(found))


def _place(turned: Turned) -> tuple[int, int, str, tuple[int, ...], tuple[int, ...]]:
    return (turned.at_a, turned.at_b, turned.kind, turned.a or (), turned.b or ())


def _from_one_side(
    a: _Side, b: _Side, forth: Mapping[int, int], known: Language
) -> Iterator[Turned]:
    settled: set[tuple[int, int]] = set()
    # An obligation that differs explains the negation inside it: "mag niet" against "moet".
    for turn in sorted(a.turns, key=lambda turn: turn.kind is ContrastKind.NEGATION):
        met = _counterpart(a.text, b.text, turn, forth)
        if met is None:
            continue
        clause, sure = met
        if turn.kind is ContrastKind.OBLIGATION:
            for other in _differing(turn, b.in_clause.get(clause, ())):
                settled.add((turn.clause, clause))
                yield _obligation(a.text, b.text, turn, other, sure)
        elif (turn.clause, clause) not in settled and not _denied(turn, b, clause, forth):
            yield _negation(a.text, b.text, turn, forth, known, sure)


def _counterpart(
    a: Analysed, b: Analysed, turn: Turn, forth: Mapping[int, int]
) -> tuple[int, float] | None:
    """The clause of `b` that speaks of the same as the clause of `turn`, and how surely."""
    carriers = a.clauses[turn.clause]
    clauses = Counter(b.clause[forth[i]] for i in carriers if i in forth)
    if not clauses:
        return None
    best = min(clauses, key=lambda clause: (-clauses[clause], len(b.clauses[clause]), clause))
    linked, shorter = clauses[best], min(len(carriers), len(b.clauses[best]))
    aimed = not turn.scope or (forth.get(turn.scope[0]) in b.clauses[best])
    if aimed and linked >= min(2, len(carriers)) and linked / shorter >= _ENOUGH:
        return best, linked / shorter
    return _by_target(a, b, turn, forth)


def _by_target(
    a: Analysed, b: Analysed, turn: Turn, forth: Mapping[int, int]
) -> tuple[int, float] | None:
    """The clause of `b` with the very word that is turned, if that word is enough to go by."""
    near = (i for i in a.clauses[turn.clause] if 0 < i - turn.last <= _CLOSE)
    target = next(near, None)
    if target is None or target not in forth or a.words[target].load is not Load.CONTENT:
        return None
    share = len(forth) / min(len(a.carriers), len(b.carriers))
    if turn.lacking or share >= _ENOUGH:
        return b.clause[forth[target]], max(_ENOUGH, share)
    return None


def _differing(turn: Turn, others: Sequence[Turn]) -> list[Turn]:
    """The first obligation of `others`, unless one is as strong as `turn`."""
    there = [other for other in others if other.kind is ContrastKind.OBLIGATION]
    mine = _ALIKE.get(turn.strength, turn.strength)
    if any(_ALIKE.get(other.strength, other.strength) == mine for other in there):
        return []
    return there[:1]


def _obligation(a: Analysed, b: Analysed, turn: Turn, other: Turn, sure: float) -> Turned:
    pair = {_ALIKE.get(turn.strength, turn.strength), _ALIKE.get(other.strength, other.strength)}
    weak = {"must", "can"} == {turn.strength, other.strength}
    return Turned(
        ContrastKind.OBLIGATION,
        (turn.first, turn.last),
        (other.first, other.last),
        a.tokens[turn.first].start,
        b.tokens[other.first].start,
        pair in _EXCLUDE and not weak,
        sure,
    )


def _denied(turn: Turn, b: _Side, clause: int, forth: Mapping[int, int]) -> bool:
    """Whether the other text turns the same thing as well."""
    target = next((forth[i] for i in turn.scope if i in forth), None)
    return any(
        target is None or not other.scope or target in other.scope
        for other in b.in_clause.get(clause, ())
        if other.kind is ContrastKind.NEGATION
    )


def _negation(
    a: Analysed, b: Analysed, turn: Turn, forth: Mapping[int, int], known: Language, sure: float
) -> Turned:
    place = _place_in(a, turn, forth)
    said = _opposite(a, b, turn, place, known)
    at = b.tokens[place if said is None else said].start
    mine, theirs = (turn.first, turn.last), None if said is None else (said, said)
    start = a.tokens[turn.first].start
    return Turned(ContrastKind.NEGATION, mine, theirs, start, at, True, sure)


def _place_in(a: Analysed, turn: Turn, forth: Mapping[int, int]) -> int:
    """The token of the other text before which the negation would stand."""
    linked = [i for i in a.clauses[turn.clause] if i in forth]
    after = [forth[i] for i in linked if i > turn.last]
    return after[0] if after else forth[linked[-1]]


def _opposite(a: Analysed, b: Analysed, turn: Turn, place: int, known: Language) -> int | None:
    """A word of `b` just before `place` that says the opposite of the negation."""
    others = known.opposites.get(a.words[turn.first].norm, frozenset())
    near = range(place - 1, max(-1, place - 4), -1)
    return next((j for j in near if b.words[j].norm in others), None)
