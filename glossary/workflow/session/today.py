"""What the group did on one day, told from the dates in the files."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from glossary.domain import Difference, Outcome, TermSet
from glossary.domain.visibility import holds_reasons
from glossary.workflow.session.consenting import Stood
from glossary.workflow.session.settling import CaseChoice, case_choices


@dataclass(frozen=True, slots=True)
class TermDay:
    """What happened to one term on a day.

    `revealed` is the moment of the reveal. `meanings` and `positions` are the partners that wrote
    or changed theirs; the others count restatements, turns left out and wordings on which consent
    was asked. `against` are the objections and concerns of that day, without those of a round that
    goes on. Differences and decided cases bear no date: of a term that was revealed on that day
    they are certain to be of that day, or later.
    """

    term: str
    label: str
    revealed: dt.datetime | None = None
    differences: tuple[Difference, ...] = ()
    cases: tuple[CaseChoice, ...] = ()
    meanings: tuple[str, ...] = ()
    restated: int = 0
    skipped: int = 0
    asked: int = 0
    positions: tuple[str, ...] = ()
    against: tuple[Stood, ...] = ()
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
    is_of_today = revealed is not None and revealed.date() == day
    decided = (one for one in case_choices(termset, term) if one.decided is not None)
    return TermDay(
        term,
        termset.terms[term].label,
        revealed=revealed if is_of_today else None,
        differences=agreement.differences if is_of_today else (),
        cases=tuple(decided) if is_of_today else (),
        meanings=tuple(key for key, one in written if one is not None and one.updated == day),
        restated=sum(one.term == term and one.date == day for one in restated),
        skipped=sum(one.date == day for one in agreement.skips),
        asked=sum(one.date == day for one in agreement.rounds),
        positions=tuple(key for key, one in taken if one is not None and one.date == day),
        against=tuple(_against(termset, term, day)),
        outcome=outcome if outcome is not None and outcome.date == day else None,
    )


def _against(termset: TermSet, term: str, day: dt.date) -> Iterator[Stood]:
    """Objections and concerns, partner by partner."""
    for key, partner in termset.partners.items():
        now = partner.positions.get(term)
        said = partner.earlier_positions(term, termset.agreement(term).draft.fingerprint)
        if now is not None and now not in said and not holds_reasons(termset, term):
            said = (*said, now)
        for one in said:
            if one.date == day and one.position.needs_reason:
                yield Stood(key, one)
