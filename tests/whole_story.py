"""What a session in one language is made of: who takes part, what they say, which keys answer."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

# Partner (by name), letter of its answer, reason ("" where it needs none).
Round = tuple[tuple[str, str, str], ...]

REVIEW = dt.date(2099, 5, 1)


@dataclass(frozen=True)
class Turn:
    """`by` says back what `of` means; no text where the turn is left out.

    With a correction it is almost right, and `better` is what the second attempt says.
    """

    by: str
    of: str
    text: str = ""
    correction: str = ""
    better: str = ""


@dataclass(frozen=True)
class Word:
    """A term of the session; its label is also its id."""

    label: str
    meanings: Mapping[str, str]  # by partner, in the order in which they are asked to write


@dataclass(frozen=True)
class Story:
    """Partners are named in full, except where the screen has room for a short name only."""

    language: str
    starter: str
    set_id: str
    title: str
    partners: tuple[str, ...]  # in the order in which they joined
    seats: tuple[str, ...]  # short names, in the order of turns at the first word

    quality: Word
    teamwork: Word
    trust: Word

    typed_for: tuple[str, ...]
    fills_in_all: str
    lens: str
    example: str
    belief: str
    first_case: str  # how it begins
    # Answers to the four cases (1 yes, 2 no, 3 depends), and what a partner knows of the others.
    cases: Mapping[str, tuple[str, str]]

    speaker: str  # the second seat
    between: tuple[str, str]  # short names
    difference: str
    said_back: tuple[Turn, ...]

    first_draft: str
    taken_out: str
    put_in: str
    first_round: Round
    second_round: Round
    sustained: tuple[str, str]  # short name, and how its objection begins
    new_name: str
    known: str  # what partners know of each other at the close

    right: str = "y"
    almost: str = "a"
    consent: str = "c"
    integrated: str = "i"
    sustain: str = "s"

    def said_by_the_first(self, n: int) -> Mapping[str, str]:
        """What the first partners mean by the first word."""
        joined = self.partners[:n]
        return {name: text for name, text in self.quality.meanings.items() if name in joined}

    def turns_of_the_first(self, n: int) -> tuple[Turn, ...]:
        """Each of the first partners says back the next one, whoever that is."""
        joined = " ".join(self.partners[:n])
        seats = [short for short in self.seats if short in joined]
        said = (turn.text for turn in self.said_back if turn.text)
        return tuple(map(Turn, seats, [*seats[1:], seats[0]], said))
