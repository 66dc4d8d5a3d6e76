"""What the group did on one day, told from the dates in the files."""

import datetime as dt
from dataclasses import dataclass

from glossary.domain import Outcome, TermSet


@dataclass(frozen=True, slots=True)
class TermDay:
    """What happened to one term on a day.

    `revealed` is the moment of the reveal. `meanings` and `positions` are the partners that wrote
    or changed theirs; the others count restatements, turns left out and wordings on which consent
    was asked.
    """

    term: str
    label: str
    revealed: dt.datetime | None = None
    meanings: tuple[str, ...] = ()
    restated: int = 0
    skipped: int = 0
    asked: int = 0
    positions: tuple[str, ...] = ()
    outcome: Outcome | None = None

    @property
    def is_quiet(self) -> bool:
        """Whether nothing happened."""
        return self == TermDay(self.term, self.label)


def changed_on(termset: TermSet, day: dt.date) -> tuple[TermDay, ...]:
    """The terms to which something happened on a day, in the order of the set."""
    days = (_day_of(termset, term, day) for term in termset.terms)
    return tuple(one for one in days if not one.is_quiet)


def _day_of(termset: TermSet, term: str, day: dt.date) -> TermDay:
    agreement, partners = termset.agreement(term), termset.partners.items()
    revealed, outcome = agreement.revealed, agreement.outcome
    written = ((key, one.definitions.get(term)) for key, one in partners)
    taken = ((key, one.positions.get(term)) for key, one in partners)
    restated = (one for _key, partner in partners for one in partner.restatements)
    return TermDay(
        term,
        termset.terms[term].label,
        revealed if revealed is not None and revealed.date() == day else None,
        tuple(key for key, one in written if one is not None and one.updated == day),
        sum(one.term == term and one.date == day for one in restated),
        sum(one.date == day for one in agreement.skips),
        sum(one.date == day for one in agreement.rounds),
        tuple(key for key, one in taken if one is not None and one.date == day),
        outcome if outcome is not None and outcome.date == day else None,
    )
