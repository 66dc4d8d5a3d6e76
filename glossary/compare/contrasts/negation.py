"""A negation in one text, and nothing of the kind where the other says the same.

What is denied must be said by the other text: "not by tram" leaves "to work" as it was.
"""

from collections.abc import Iterator, Set

from glossary.compare.analysis import Analysed, Load
from glossary.compare.contrasts.said import Side
from glossary.compare.contrasts.turned import CLOSE, ENOUGH, Links, Turned, nearest, weigh
from glossary.compare.kinship import PART
from glossary.compare.languages import Language
from glossary.compare.model import ContrastKind
from glossary.compare.turns import Turn

_COVERED = 0.7  # share of the denied clause that the other text says


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
        met = _met(a.text, b.text, turn, forth, partly, known)
        if met is None:
            continue
        clause, sure = met
        if (turn.clause, clause) not in settled and not _denied(turn, a, b, clause, forth):
            yield _turned(a.text, b.text, turn, forth, known, sure)


def _met(
    a: Analysed, b: Analysed, turn: Turn, forth: Links, partly: Set[int], known: Language
) -> tuple[int, float] | None:
    """The clause of `b` that says what `turn` denies, and how much of it."""
    found = nearest(a, b, turn.clause, forth)
    if found is None:
        return None
    clause, _ = found
    denied = [
        i for i in a.clauses[turn.clause] if i in forth or i in partly or not _anyone(a, i, known)
    ]
    linked = [i for i in denied if i in forth]
    hinted = [i for i in denied if i in partly]
    covered = (weigh(a, linked) + PART * weigh(a, hinted)) / weigh(a, denied)
    target = next((i for i in turn.scope if i in denied), None)
    aimed = target is None or target in partly or forth.get(target) in b.clauses[clause]
    if aimed and len(linked) >= min(2, len(denied)) and covered >= _COVERED:
        return clause, covered
    return _by_target(a, b, turn, forth)


def _anyone(text: Analysed, index: int, known: Language) -> bool:
    """Whether a word names just anybody: "geen persoon" denies what "iemand" does."""
    word = text.words[index]
    return word.lemma in known.anyone or word.norm in known.anyone


def _by_target(a: Analysed, b: Analysed, turn: Turn, forth: Links) -> tuple[int, float] | None:
    """The clause of `b` with the very word that is missing here."""
    near = (i for i in a.clauses[turn.clause] if 0 < i - turn.last <= CLOSE)
    target = next(near, None)
    if target is None or target not in forth or a.words[target].load is not Load.CONTENT:
        return None
    share = len(forth) / min(len(a.carriers), len(b.carriers))
    return (b.clause[forth[target]], max(ENOUGH, share)) if turn.lacking else None


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
