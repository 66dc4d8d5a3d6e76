"""Small words that turn a sentence, found in one text: negations and obligations."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from glossary.compare.analysis import Analysed
from glossary.compare.languages import Language, Phrase
from glossary.compare.model import ContrastKind

_REACH = 4  # words between a verb and the negation that belongs to it
_SCOPE = 3  # carriers that "geen" or "without" turns


@dataclass(frozen=True, slots=True)
class Turn:
    """Tokens `first` to `last` turn their clause, or the carriers in `scope` when there are any.

    `strength` is that of an obligation ("must", "need-not", …), empty for a negation.
    """

    kind: ContrastKind
    first: int
    last: int
    clause: int
    strength: str = ""
    scope: tuple[int, ...] = ()


def turns(text: Analysed, known: Language) -> tuple[Turn, ...]:
    """The negations and obligations of a text, in order."""
    negations = tuple(_negations(text, known))
    found = [*negations, *_obligations(text, known, negations)]
    return tuple(sorted(found, key=lambda turn: (turn.first, turn.last, turn.kind)))


def _negations(text: Analysed, known: Language) -> Iterator[Turn]:
    silent = {
        index
        for first, last, _ in _find(text, known.not_negations)
        for index in range(first, last + 1)
    }
    for first, last, phrase in _find(text, known.negations.keys()):
        if first not in silent:
            clause = text.clause[last]
            scope = _after(text, last) if known.negations[phrase] else ()
            yield Turn(ContrastKind.NEGATION, first, last, clause, scope=scope)


def _after(text: Analysed, index: int) -> tuple[int, ...]:
    following = [i for i in text.clauses[text.clause[index]] if i > index]
    return tuple(following[:_SCOPE])


def _obligations(text: Analysed, known: Language, negations: tuple[Turn, ...]) -> Iterator[Turn]:
    for first, last, phrase in _find(text, known.obligations.keys()):
        meant = known.obligations[phrase]
        clause = text.clause[first]
        beside = [
            turn for turn in negations if turn.clause == clause and _reaches(turn, first, last)
        ]
        inside = [turn for turn in beside if first <= turn.first and turn.last <= last]
        if not beside:
            yield Turn(ContrastKind.OBLIGATION, first, last, clause, meant.strength)
            continue
        ends = [edge for turn in beside for edge in (turn.first, turn.last)]
        close = not inside and max(last, *ends) - min(first, *ends) <= _REACH
        start, stop = (min(first, *ends), max(last, *ends)) if close else (first, last)
        yield Turn(ContrastKind.OBLIGATION, start, stop, clause, meant.negated)


def _reaches(turn: Turn, first: int, last: int) -> bool:
    return -2 <= turn.first - last <= _REACH or first <= turn.first <= last


def _find(text: Analysed, phrases: Collection[Phrase]) -> Iterator[tuple[int, int, Phrase]]:
    """Where phrases stand, the longest where several begin, never overlapping."""
    by_first: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        by_first.setdefault(phrase[0], []).append(phrase)
    norms = [word.norm for word in text.words]
    index = 0
    while index < len(norms):
        fitting = [
            phrase
            for phrase in by_first.get(norms[index], ())
            if tuple(norms[index : index + len(phrase)]) == phrase
        ]
        if fitting:
            longest = max(fitting, key=len)
            yield index, index + len(longest) - 1, longest
            index += len(longest)
        else:
            index += 1
