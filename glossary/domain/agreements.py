"""What the group did with a term: phase, named differences, draft and outcome."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from glossary.domain.text import fingerprint


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
class Draft:
    """Proposed shared wording."""

    wording: str = ""
    example: str = ""
    counterexample: str = ""

    @property
    def fingerprint(self) -> str | None:
        """What positions refer to; None while there is no wording."""
        return fingerprint(self.wording) if self.wording.strip() else None


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
    """agreements/<term>.toml."""

    term: str
    phase: Phase = Phase.COLLECT
    revealed: dt.datetime | None = None
    differences: tuple[Difference, ...] = ()
    draft: Draft = Draft()
    objections: tuple[Objection, ...] = ()
    outcome: Outcome | None = None
