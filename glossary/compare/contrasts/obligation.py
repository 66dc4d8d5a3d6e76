"""What one text asks and the other only allows, forbids or leaves free."""

from collections.abc import Iterator, Sequence, Set

from glossary.compare.contrasts.said import Side
from glossary.compare.contrasts.turned import CLOSE, ENOUGH, Links, Turned, both, nearest
from glossary.compare.model import ContrastKind
from glossary.compare.turns import Turn

# Obligations that go together, and those that exclude each other.
ALIKE = {"can": "may", "cannot": "must-not", "free": "need-not"}
_EXCLUDE = (
    {"must", "need-not"},
    {"must", "must-not"},
    {"must", "may"},
    {"may", "must-not"},
    {"need-not", "must-not"},
)
_PLAIN = 0.6  # how sure it is that "hoeft niet te blijven" meets "blijft", whatever the rest says


def obligations(a: Side, b: Side, forth: Links, settled: set[tuple[int, int]]) -> Iterator[Turned]:
    """The obligations of `a` that differ in `b`; adds the clauses they explain to `settled`."""
    for turn in a.said.turns:
        if turn.kind is not ContrastKind.OBLIGATION:
            continue
        met = _met(a, b, turn, forth)
        if met is None:
            continue
        clause, sure = met
        for other in _differing(turn, b.said.in_clause.get(clause, ())):
            settled.add((turn.clause, clause))
            yield _obligation(a, b, turn, other, sure)


def needless(a: Side, b: Side, forth: Links, settled: Set[tuple[int, int]]) -> Iterator[Turned]:
    """What need not be according to `a`, and simply is according to `b`, but for `settled`."""
    for turn in a.said.turns:
        if turn.strength != "need-not":
            continue
        target = next((i for i in _beside(a, turn) if i in forth), None)
        if target is None:
            continue
        there = forth[target]
        if (turn.clause, b.text.clause[there]) not in settled and not _turns(b, there):
            sides = ((turn.first, turn.last), (there, there))
            yield both(ContrastKind.OBLIGATION, (a, b), *sides, opposing=True, sure=_PLAIN)


def _beside(a: Side, turn: Turn) -> list[int]:
    """The words that an obligation is about: behind it, or before it where it is turned round.

    "Openbaar hoeven ze niet te zijn": who need not stands inside, so what need not before.
    """
    carriers = [i for i in a.text.clauses[turn.clause] if i not in a.text.term]
    behind = [i for i in carriers if 0 < i - turn.last <= CLOSE]
    inside = turn.last - turn.first > 1
    return behind or [i for i in carriers if inside and 0 < turn.first - i <= CLOSE]


def _turns(b: Side, token: int) -> bool:
    """Whether anything in the clause of a word denies it or leaves it free."""
    turns = b.said.in_clause.get(b.text.clause[token], ())
    return any(
        turn.kind is ContrastKind.NEGATION or turn.strength in ("need-not", "free")
        for turn in turns
    )


def _met(a: Side, b: Side, turn: Turn, forth: Links) -> tuple[int, float] | None:
    """The clause of `b` that speaks of the same as the clause of `turn`, and how surely."""
    found = nearest(a.text, b.text, turn.clause, forth)
    if found is None:
        return None
    clause, linked = found
    here, there = len(a.text.clauses[turn.clause]), len(b.text.clauses[clause])
    share = len(linked) / min(here, there)
    # One word in common will do where it is the very word that one must or may.
    enough = len(linked) >= min(2, here) or not set(linked).isdisjoint(_beside(a, turn))
    return (clause, share) if enough and share >= ENOUGH else None


def _differing(turn: Turn, others: Sequence[Turn]) -> list[Turn]:
    """The first obligation of `others`, unless one is as strong as `turn`."""
    there = [other for other in others if other.kind is ContrastKind.OBLIGATION]
    mine = ALIKE.get(turn.strength, turn.strength)
    if any(ALIKE.get(other.strength, other.strength) == mine for other in there):
        return []
    return there[:1]


def _obligation(a: Side, b: Side, turn: Turn, other: Turn, sure: float) -> Turned:
    pair = {ALIKE.get(turn.strength, turn.strength), ALIKE.get(other.strength, other.strength)}
    weak = {"must", "can"} == {turn.strength, other.strength}
    opposing = pair in _EXCLUDE and not weak
    mine, theirs = (turn.first, turn.last), (other.first, other.last)
    return both(ContrastKind.OBLIGATION, (a, b), mine, theirs, opposing=opposing, sure=sure)
