"""Place answers to boundary cases that a file holds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from glossary.domain import CaseAnswer, Partner, Term
from glossary.locale import gettext as _
from glossary.workflow.incoming import Answered, LeftOut, Place
from glossary.workflow.naming import fold, quote


@dataclass(frozen=True, slots=True)
class PlacedAnswer:
    """An answer for which there is a partner, a term and a case (by id)."""

    place: Place
    partner: str
    term: str
    case: str
    answer: CaseAnswer


class Answers:
    """Answers of a file as they find their place: new ones, and those that meet another one."""

    def __init__(self, partners: Mapping[str, Partner]) -> None:
        self._partners = partners
        self._first: dict[tuple[str, str, str], PlacedAnswer] = {}
        self.new: list[PlacedAnswer] = []
        self.other: list[PlacedAnswer] = []

    def place(self, told: Answered, partner: str, term: Term) -> LeftOut | None:
        """Find the case of an answer; gives what is left out, where it has no place."""
        case = case_of(term, told.case)
        if case is None:
            reason = _("{term} has no such boundary case here.").format(term=quote(term.label))
            return _left(told, reason)
        placed = PlacedAnswer(told.place, partner, term.id, case, told.answer)
        first = self._first.setdefault((partner, term.id, case), placed)
        if first is placed:
            self._compare(placed)
        elif first.answer is not told.answer:
            reason = _("{partner} gave another answer to this already, on {place}.")
            return _left(told, reason.format(partner=quote(told.partner), place=first.place.words))
        return None

    def _compare(self, placed: PlacedAnswer) -> None:
        partner = self._partners.get(placed.partner)
        there = partner.cases.get(placed.term, {}).get(placed.case) if partner else None
        if there is None:
            self.new.append(placed)
        elif there is not placed.answer:
            self.other.append(placed)


def with_answers(
    partner: Partner, answers: Iterable[PlacedAnswer], *, overwrite: bool = False
) -> Partner:
    """The partner with answers; one that it gave already stays, unless `overwrite`."""
    cases = {term: dict(given) for term, given in partner.cases.items()}
    for one in answers:
        given = cases.setdefault(one.term, {})
        if overwrite or one.case not in given:
            given[one.case] = one.answer
    return replace(partner, cases=cases)


def case_of(term: Term, named: str) -> str | None:
    """The id of the case with this text or id; a text outranks an id."""
    wanted = fold(named)
    names = {one.id: one.id for one in term.cases} | {fold(one.text): one.id for one in term.cases}
    return names.get(wanted)


def decided(cases: Mapping[str, CaseAnswer], term: Term) -> dict[str, CaseAnswer]:
    """What a shared wording decides of cases, by id; those that the term does not have are gone."""
    found = ((case_of(term, named), answer) for named, answer in cases.items())
    return {case: answer for case, answer in found if case is not None}


def _left(told: Answered, reason: str) -> LeftOut:
    return LeftOut(told.place, reason, (told.term, told.case, told.partner))
