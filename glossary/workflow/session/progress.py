"""How far the terms of a session are, phase by phase."""

import datetime as dt
from dataclasses import dataclass

from glossary.domain import (
    Disposition,
    Outcome,
    OutcomeKind,
    Phase,
    Status,
    TermSet,
    fresh_positions,
    status_of,
)
from glossary.domain.deriving import is_stale
from glossary.domain.phases import objections_of
from glossary.domain.restating import understood
from glossary.domain.sessions import Session, spent_on
from glossary.domain.visibility import is_blind


@dataclass(frozen=True, slots=True)
class TermProgress:
    """How far one term is.

    `said`, `understood` and `answered` count partners: said what they mean, were restated to
    their satisfaction, and took a position on the present wording; `partners` is how many there
    are. `seconds` is the time that was spent on it. A term that is `gone` is on the agenda, and
    no longer in the set: it is called by its id.
    """

    id: str
    label: str
    phase: Phase = Phase.COLLECT
    status: Status = Status.EMPTY
    is_blind: bool = False
    said: int = 0
    understood: int = 0
    answered: int = 0
    partners: int = 0
    has_draft: bool = False
    outcome: Outcome | None = None
    seconds: int = 0
    gone: bool = False


def progress(termset: TermSet, session: Session, now: dt.datetime) -> tuple[TermProgress, ...]:
    """The terms of the agenda in their order."""
    return tuple(_of(termset, session, term, now) for term in session.terms)


@dataclass(frozen=True, slots=True)
class OpenEnds:
    """What a session leaves open.

    `undecided`, `parked` and `overtaken` (words changed since the outcome) are terms by label;
    `sustained` are the term's label and the partner of each objection that stands beside a
    shared wording.
    """

    undecided: tuple[str, ...] = ()
    parked: tuple[str, ...] = ()
    sustained: tuple[tuple[str, str], ...] = ()
    overtaken: tuple[str, ...] = ()


def open_ends(termset: TermSet, session: Session) -> OpenEnds:
    """What is not settled of the terms on the agenda that are still in the set."""
    terms = [termset.terms[term] for term in session.terms if term in termset.terms]
    outcomes = {term.id: termset.agreement(term.id).outcome for term in terms}
    kinds = {term: None if outcome is None else outcome.kind for term, outcome in outcomes.items()}
    return OpenEnds(
        tuple(term.label for term in terms if kinds[term.id] is None),
        tuple(term.label for term in terms if kinds[term.id] is OutcomeKind.PARKED),
        tuple(
            (term.label, one.partner)
            for term in terms
            if kinds[term.id] is OutcomeKind.SHARED
            for one in objections_of(termset.agreement(term.id))
            if one.disposition in (Disposition.OPEN, Disposition.SUSTAINED)
            and one.on == termset.agreement(term.id).draft.fingerprint
        ),
        tuple(term.label for term in terms if _is_overtaken(termset, term.id)),
    )


def _is_overtaken(termset: TermSet, term: str) -> bool:
    agreement = termset.agreement(term)
    # A review date that came today is no open end of this session.
    return agreement.outcome is not None and is_stale(
        termset, agreement, agreement.outcome, dt.date.min
    )


def _of(termset: TermSet, session: Session, term: str, now: dt.datetime) -> TermProgress:
    if term not in termset.terms:
        return TermProgress(term, term, gone=True)
    agreement = termset.agreement(term)
    return TermProgress(
        term,
        termset.terms[term].label,
        agreement.phase,
        status_of(termset, term, now.date()),
        is_blind(termset, term),
        len(termset.meanings(term)),
        len(understood(termset, term)),
        len(fresh_positions(termset, term)),
        termset.size,
        agreement.draft.fingerprint is not None,
        agreement.outcome,
        spent_on(session, term, now),
    )
