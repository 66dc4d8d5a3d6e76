"""Small words that turn a sentence, found in one text: negations and obligations."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from glossary.compare.analysis import Analysed
from glossary.compare.languages import Language, Phrases, Reach
from glossary.compare.model import ContrastKind

T = TypeVar("T")

_REACH = 4  # words between a verb and the negation that belongs to it
_SCOPE = 3  # carriers that "geen" or "without" turns


@dataclass(frozen=True, slots=True)
class Turn:
    """Tokens `first` to `last` turn their clause, or the carriers in `scope` when there are any.

    `strength` is that of an obligation ("must", "need-not", …), empty for a negation; `lacking`
    a negation that needs no comparable clause: "zonder dossier" against "een dossier".
    """

    kind: ContrastKind
    first: int
    last: int
    clause: int
    strength: str = ""
    scope: tuple[int, ...] = ()
    lacking: bool = False


def turns(text: Analysed, known: Language) -> tuple[Turn, ...]:
    """The negations and obligations of a text, in order."""
    negations = tuple(_negations(text, known))
    found = [*negations, *_obligations(text, known, negations)]
    return tuple(sorted(found, key=lambda turn: (turn.first, turn.last, turn.kind)))


def _negations(text: Analysed, known: Language) -> Iterator[Turn]:
    silent = {
        index
        for first, last, _ in find(text, known.not_negations)
        for index in range(first, last + 1)
    }
    for first, last, reach in find(text, known.negations):
        if first not in silent:
            clause = text.clause[last]
            scope = () if reach is Reach.CLAUSE else _after(text, last)
            lacking = reach is Reach.LACKING
            yield Turn(ContrastKind.NEGATION, first, last, clause, "", scope, lacking)


def _after(text: Analysed, index: int) -> tuple[int, ...]:
    following = [i for i in text.clauses[text.clause[index]] if i > index]
    return tuple(following[:_SCOPE])


def _obligations(text: Analysed, known: Language, negations: tuple[Turn, ...]) -> Iterator[Turn]:
    in_clause = by_clause(negations)
    for first, last, meant in find(text, known.obligations):
        clause = text.clause[first]
        beside = [turn for turn in in_clause.get(clause, ()) if _reaches(turn, first, last)]
        strength = meant.negated if beside else meant.strength
        edges = [first, last, *(edge for turn in beside for edge in (turn.first, turn.last))]
        # "mag dat niet" is one expression; with more words between it is not.
        close = max(edges) - min(edges) <= _REACH
        start, stop = (min(edges), max(edges)) if close else (first, last)
        yield Turn(ContrastKind.OBLIGATION, start, stop, clause, strength)


def by_clause(found: Iterable[Turn]) -> dict[int, list[Turn]]:
    """The turns of each clause, in order."""
    clauses: dict[int, list[Turn]] = {}
    for turn in found:
        clauses.setdefault(turn.clause, []).append(turn)
    return clauses


def _reaches(turn: Turn, first: int, last: int) -> bool:
    return -2 <= turn.first - last <= _REACH or first <= turn.first <= last


def find(text: Analysed, phrases: Phrases[T]) -> Iterator[tuple[int, int, T]]:
    """Where phrases stand, the longest of several: first token, last token and meaning."""
    norms = text.norms
    if phrases.keys().isdisjoint(norms):
        return
    end = 0
    for index, norm in enumerate(norms):
        if index < end or norm not in phrases:
            continue
        for words, meaning in phrases[norm]:
            if norms[index : index + len(words)] == words:
                end = index + len(words)
                yield index, end - 1, meaning
                break
