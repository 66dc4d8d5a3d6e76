"""What the group did with a term: phase, named differences, draft, rounds and outcome."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from glossary.domain.text import fingerprint

if TYPE_CHECKING:
    from glossary.domain.partners import CaseAnswer


class Phase(StrEnum):
    """Where the conversation about a term is."""

    COLLECT = "collect"
    COMPARE = "compare"
    RESTATE = "restate"
    DRAFT = "draft"
    CONSENT = "consent"
    CLOSED = "closed"


class DifferenceKind(StrEnum):
    """What a named difference is about."""

    EMPHASIS = "emphasis"
    SCOPE = "scope"
    OBLIGATION = "obligation"
    ACTOR = "actor"
    MOMENT = "moment"
    MEASURE = "measure"
    OTHER_THING = "other-thing"


@dataclass(frozen=True, slots=True)
class Difference:
    """A divergence that people named; it outranks every computed signal."""

    between: tuple[str, ...]
    kind: DifferenceKind
    note: str = ""


@dataclass(frozen=True, slots=True)
class Skip:
    """The turn in which `by` would restate `of` was left out, knowingly.

    `of_fingerprint` is that of the meaning that was not restated: another meaning is asked again.
    """

    by: str
    of: str
    of_fingerprint: str
    date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """Proposed shared wording; `cases` says what it decides of boundary cases, by case id."""

    wording: str = ""
    example: str = ""
    counterexample: str = ""
    cases: "Mapping[str, CaseAnswer]" = field(default_factory=dict)

    @property
    def fingerprint(self) -> str | None:
        """What positions refer to; None while there is no wording."""
        return fingerprint(self.wording) if self.wording.strip() else None


@dataclass(frozen=True, slots=True)
class Round:
    """A wording on which every partner was asked for its position.

    `closed` says that the group went on although somebody had not answered.
    """

    wording: str
    date: dt.date | None = None
    closed: bool = False

    @property
    def on(self) -> str:
        """Fingerprint of the wording, to which positions refer."""
        return fingerprint(self.wording)


class Disposition(StrEnum):
    """What happened to an objection."""

    OPEN = "open"
    INTEGRATED = "integrated"
    ADDRESSED = "addressed"
    SUSTAINED = "sustained"


@dataclass(frozen=True, slots=True)
class Objection:
    """An objection to the wording `on` and what the group did with it."""

    partner: str
    on: str
    text: str
    disposition: Disposition = Disposition.OPEN


class OutcomeKind(StrEnum):
    """How a conversation about a term ended."""

    SHARED = "shared"
    DIFFER = "differ"
    RENAMED = "renamed"
    PARKED = "parked"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A recorded ending.

    `meanings` holds the fingerprint of each partner's meaning, and `on` that of the draft
    (empty when unknown), as they were on that day: a later change makes the outcome stale.
    """

    kind: OutcomeKind
    name: str = ""
    on: str = ""
    date: dt.date | None = None
    review: dt.date | None = None
    meanings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Agreement:
    """agreements/<term>.toml.

    `opened` is when partners began to write without seeing each other, and `revealed` when that
    was over: in between nobody's words are shown.
    `order` is the order in which partners have their turn, from the reveal on, and `letters` that
    of the letters that may stand in the place of their names; `skips` are in
    the order in which they were made, and so are `rounds`. `temperature` is how heated the
    conversation feels to the facilitator, 1 cool to 5 hot.
    """

    term: str
    phase: Phase = Phase.COLLECT
    revealed: dt.datetime | None = None
    differences: tuple[Difference, ...] = ()
    draft: Draft = Draft()
    objections: tuple[Objection, ...] = ()
    outcome: Outcome | None = None
    order: tuple[str, ...] = ()
    skips: tuple[Skip, ...] = ()
    rounds: tuple[Round, ...] = ()
    temperature: int | None = None
    opened: dt.datetime | None = None
    letters: tuple[str, ...] = ()
