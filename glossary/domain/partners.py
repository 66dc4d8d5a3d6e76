"""What one partner says: definitions, answers, restatements and positions."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from glossary.domain.text import fingerprint


@dataclass(frozen=True, slots=True)
class Definition:
    """What one partner means by a term; only `meaning` is required.

    `entered_by` names who typed it, where that was not the partner itself.
    """

    meaning: str
    belief: str = ""
    interest: str = ""
    example: str = ""
    counterexample: str = ""
    as_partner: str = ""
    lenses: tuple[str, ...] = ()
    source: str = ""
    updated: dt.date | None = None
    entered_by: str = ""


# The fields of a definition that a partner writes, in the order in which they are asked.
TEXT_FIELDS = ("meaning", "example", "counterexample", "belief", "interest", "as_partner", "source")


class CaseAnswer(StrEnum):
    """Whether a term covers a boundary case, according to one partner."""

    YES = "yes"
    NO = "no"
    DEPENDS = "depends"


@dataclass(frozen=True, slots=True)
class Ratings:
    """Answers on a scale of 1 to 5; None where nothing was asked or answered."""

    know_before: int | None = None
    know_after: int | None = None
    temperature: int | None = None


@dataclass(frozen=True, slots=True)
class Restatement:
    """This partner's own words for what another partner (`of`) means."""

    term: str
    of: str
    of_fingerprint: str
    text: str
    date: dt.date | None = None


class Answer(StrEnum):
    """How well a restatement hits what its owner means."""

    YES = "yes"
    ALMOST = "almost"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Verdict:
    """This partner's answer to somebody's (`by`) restatement of it.

    `fingerprint` is of the restatement's text, `of_fingerprint` of the meaning that it was about;
    without the latter the answer counts for every meaning that these words restate.
    """

    term: str
    by: str
    fingerprint: str
    verdict: Answer
    correction: str = ""
    of_fingerprint: str = ""

    def answers(self, restatement: Restatement, by: str) -> bool:
        """Whether this is an answer to `by`'s restatement."""
        return (self.term, self.by, self.fingerprint) == (
            restatement.term,
            by,
            fingerprint(restatement.text),
        ) and self.of_fingerprint in ("", restatement.of_fingerprint)


class Stand(StrEnum):
    """Where a partner stands on one exact wording."""

    CONSENT = "consent"
    CONCERN = "concern"
    OBJECTION = "objection"
    STAND_ASIDE = "stand-aside"

    @property
    def needs_reason(self) -> bool:
        """A concern or an objection without its reason cannot be worked with."""
        return self in (Stand.CONCERN, Stand.OBJECTION)


@dataclass(frozen=True, slots=True)
class Position:
    """A partner's stand on the draft with fingerprint `on`; void for any other wording.

    `entered_by` says who or what put it in the file, "" where that is not known.
    """

    on: str
    position: Stand
    reason: str = ""
    date: dt.date | None = None
    entered_by: str = ""


@dataclass(frozen=True, slots=True)
class PastPosition:
    """What a partner's stand was on a wording before it took one on another wording."""

    term: str
    on: str
    position: Stand
    reason: str = ""
    date: dt.date | None = None
    entered_by: str = ""


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation and everything that it said; one file, and only its own."""

    id: str
    name: str
    short: str = ""
    definitions: Mapping[str, Definition] = field(default_factory=dict)
    cases: Mapping[str, Mapping[str, CaseAnswer]] = field(default_factory=dict)
    ratings: Mapping[str, Ratings] = field(default_factory=dict)
    restatements: tuple[Restatement, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    positions: Mapping[str, Position] = field(default_factory=dict)
    past_positions: tuple[PastPosition, ...] = ()

    def meaning_of(self, term: str) -> str:
        """What this partner means by a term; empty when it has not said so."""
        definition = self.definitions.get(term)
        return definition.meaning if definition else ""

    def meaning_fingerprint(self, term: str) -> str | None:
        """Fingerprint of the meaning, None when there is none."""
        meaning = self.meaning_of(term)
        return fingerprint(meaning) if meaning.strip() else None

    def standing(self, term: str, position: Position) -> "Partner":
        """The partner with a position on a term in the place of the one it had.

        One on another wording was said in an earlier round, and stays known. On the same wording
        the partner changed its mind.
        """
        old, past = self.positions.get(term), self.past_positions
        if old is not None and old.on != position.on:
            said = PastPosition(term, old.on, old.position, old.reason, old.date, old.entered_by)
            past = past if said in past else (*past, said)
        return replace(self, positions={**self.positions, term: position}, past_positions=past)

    def earlier_positions(self, term: str, now: str | None) -> tuple[Position, ...]:
        """Where it stood in rounds that are over, the oldest first.

        `now` is the fingerprint of the present draft.
        """
        past = tuple(
            Position(one.on, one.position, one.reason, one.date, one.entered_by)
            for one in self.past_positions
            if one.term == term
        )
        last = self.positions.get(term)
        return past if last is None or last.on == now else (*past, last)

    @property
    def short_name(self) -> str:
        """The name for narrow places."""
        return self.short or self.name
