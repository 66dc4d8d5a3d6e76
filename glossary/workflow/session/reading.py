"""What a partner reads from a seat of its own: an `asking.Question` without an answer."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from glossary.domain import Definition, Objection, Outcome
from glossary.workflow.session.consenting import Stood


@dataclass(frozen=True, slots=True)
class Said:
    """What a partner means, under its name, or the letter that stands for it."""

    partner: str
    name: str
    is_mine: bool
    definition: Definition


@dataclass(frozen=True, slots=True)
class Others:
    """What all mean, once that is revealed; `silent` are the names of who said nothing."""

    id: ClassVar[str] = "others"
    is_answer: ClassVar[bool] = False
    said: tuple[Said, ...]
    silent: tuple[str, ...]
    is_open: bool = False

    @property
    def asks(self) -> Hashable:
        """Every word, and through which lens it is said."""
        return repr((self.said, self.silent))


@dataclass(frozen=True, slots=True)
class Positions:
    """Where all stand and why, once everybody has spoken; `names` are those of partners."""

    id: ClassVar[str] = "positions"
    is_answer: ClassVar[bool] = False
    wording: str
    stood: tuple[Stood, ...]
    objections: tuple[Objection, ...]
    absent: tuple[str, ...]
    names: Mapping[str, str]
    is_open: bool = False

    @property
    def asks(self) -> Hashable:
        """Every word."""
        return repr((self.wording, self.stood, self.objections, self.absent))


@dataclass(frozen=True, slots=True)
class Wait:
    """Nothing is asked now; `answered` says of each that is awaited whether it is."""

    id: ClassVar[str] = "wait"
    is_answer: ClassVar[bool] = False
    is_open: ClassVar[bool] = False
    answered: tuple[tuple[str, bool], ...] = ()
    outcome: Outcome | None = None

    @property
    def asks(self) -> Hashable:
        """What is done, and what became of the term."""
        return self.answered, repr(self.outcome)
