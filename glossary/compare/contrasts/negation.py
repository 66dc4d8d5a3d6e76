"""A negation in one text, and nothing of the kind where the other says the same.

What is denied must be said by the other text: "not by tram" leaves "to work" as it was.
"""

from collections.abc import Iterator, Set

from glossary.compare.analysis import Analysed, Load
from glossary.compare.contrasts.denied import met
from glossary.compare.contrasts.said import Side
from glossary.compare.contrasts.turned import CLOSE, ENOUGH, Links, Turned
from glossary.compare.languages import Language
from glossary.compare.model import ContrastKind
from glossary.compare.turns import Turn


def negations(
    a: Side,
    b: Side,
    forth: Links,
    partly: Set[int],
    known: Language,
    settled: Set[tuple[int, int]],
) -> Iterator[Turned]:
    """The negations of `a` that `b` says without one, but for the clauses in `settled`.

    `partly` are words of `a` that share a part with a word of `b`.
    """
    for turn in a.said.turns:
        if turn.kind is not ContrastKind.NEGATION:
            continue
        found = met(a.text, b.text, turn, forth, partly, known)
        found = found or _by_target(a.text, b.text, turn, forth)
        if found is None:
            continue
        clause, sure = found
        if (turn.clause, clause) not in settled and not _denied(turn, a, b, clause, forth):
            yield _turned(a.text, b.text, turn, forth, known, sure)


def _by_target(a: Analysed, b: Analysed, turn: Turn, forth: Links) -> tuple[int, float] | None:
    """The clause of `b` with the very word that is missing here."""
    if not turn.lacking:
        return None
    near = (i for i in a.clauses[turn.clause] if 0 < i - turn.last <= CLOSE)
    target = next(near, None)
    if target is None or target not in forth or a.words[target].load is not Load.CONTENT:
        return None
    share = len(forth) / min(len(a.carriers), len(b.carriers))
    return b.clause[forth[target]], max(ENOUGH, share)


def _denied(turn: Turn, a: Side, b: Side, clause: int, forth: Links) -> bool:
    """Whether the other text turns the same thing as well: "niet veilig", "onveilig"."""
    if any(a.text.words[i].lemma in b.said.undone for i in a.text.clauses[turn.clause]):
        return True
    target = next((forth[i] for i in turn.scope if i in forth), None)
    return any(
        target is None or not other.scope or target in other.scope
        for other in b.said.in_clause.get(clause, ())
        if other.kind is ContrastKind.NEGATION
    )


def _turned(
    a: Analysed, b: Analysed, turn: Turn, forth: Links, known: Language, sure: float
) -> Turned:
    place = _place_in(a, turn, forth)
    said = _opposite(a, b, turn, place, known)
    at = b.tokens[place if said is None else said].start
    mine, theirs = (turn.first, turn.last), None if said is None else (said, said)
    start = a.tokens[turn.first].start
    return Turned(ContrastKind.NEGATION, mine, theirs, start, at, True, sure)


def _place_in(a: Analysed, turn: Turn, forth: Links) -> int:
    """The token of the other text before which the negation would stand."""
    linked = [i for i in a.clauses[turn.clause] if i in forth]
    after = [forth[i] for i in linked if i > turn.last]
    return after[0] if after else forth[linked[-1]]


def _opposite(a: Analysed, b: Analysed, turn: Turn, place: int, known: Language) -> int | None:
    """A word of `b` just before `place` that says the opposite of the negation."""
    others = known.opposites.get(a.words[turn.first].norm, frozenset())
    near = range(place - 1, max(-1, place - 4), -1)
    return next((j for j in near if b.words[j].norm in others), None)
