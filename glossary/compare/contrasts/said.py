"""What one text says that can turn another. Indices count tokens."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from glossary.compare.analysis import Analysed
from glossary.compare.languages import Indifference, Pole
from glossary.compare.turns import Turn


@dataclass(frozen=True, slots=True)
class Stance:
    """Tokens `first` to `last` name one side of an opposition; `denied` beside a negation.

    `shown` are the tokens with that negation.
    """

    pole: Pole
    first: int
    last: int
    clause: int
    denied: bool
    shown: tuple[int, int]

    @property
    def tokens(self) -> set[int]:
        """All tokens of the phrase."""
        return set(range(self.first, self.last + 1))


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit at tokens `first` to `last`."""

    value: float
    unit: str
    first: int
    last: int
    clause: int


@dataclass(frozen=True, slots=True)
class Indifferent:
    """Tokens `first` to `last` say that the word at `target` does not matter."""

    first: int
    last: int
    target: int
    kind: Indifference


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does something that only one can do: the token `who`, and the tokens of the deed."""

    who: int
    deed: frozenset[int]
    clause: int


@dataclass(frozen=True, slots=True)
class Said:
    """What one text says that can turn another, worked out once.

    `in_clause` are the turns by clause, `stances` by the number of their opposition, `amounts` by
    unit, `indifferent` by the token that does not matter, and `undone` by what a denying prefix
    leaves of a word.
    """

    turns: tuple[Turn, ...]
    in_clause: Mapping[int, Sequence[Turn]]
    stances: Mapping[int, tuple[Stance, ...]]
    amounts: Mapping[str, tuple[Amount, ...]]
    indifferent: Mapping[int, Indifferent]
    actors: tuple[Actor, ...]
    undone: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Side:
    """One text of a pair."""

    text: Analysed
    said: Said
