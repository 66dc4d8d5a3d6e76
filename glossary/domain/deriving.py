"""The status of a term, derived from the files every time, so that it cannot lie."""

from datetime import date

from glossary.domain.agreements import Agreement, Outcome, OutcomeKind
from glossary.domain.partners import Answer, Partner, Position, Restatement, Stand, Verdict
from glossary.domain.status import Status
from glossary.domain.termset import TermSet
from glossary.domain.text import fingerprint

_CLOSED = {
    OutcomeKind.SHARED: Status.AGREED,
    OutcomeKind.DIFFER: Status.DIFFERS,
    OutcomeKind.RENAMED: Status.RENAMED,
    OutcomeKind.PARKED: Status.PARKED,
}


def status_of(termset: TermSet, term: str, today: date) -> Status:
    """Derive the status of a term; `today` decides whether its review date has passed."""
    agreement = termset.agreements.get(term)
    if agreement is not None and agreement.outcome is not None:
        stale = is_stale(termset, agreement, agreement.outcome, today)
        return Status.STALE if stale else _CLOSED[agreement.outcome.kind]
    if agreement is not None and agreement.draft.fingerprint is not None:
        return _drafted(termset, agreement)
    defined = len(termset.meanings(term))
    if defined == 0:
        return Status.EMPTY
    if defined < termset.size:
        return Status.COLLECTING
    understood = all(is_understood(termset, term, partner) for partner in termset.partners)
    return Status.UNDERSTOOD if understood else Status.COMPARABLE


def fresh_positions(termset: TermSet, term: str) -> dict[str, Position]:
    """Positions on the wording as it now stands; a changed draft voids all others."""
    current = termset.agreement(term).draft.fingerprint
    found = ((key, partner.positions.get(term)) for key, partner in termset.partners.items())
    return {key: position for key, position in found if position and position.on == current}


def is_understood(termset: TermSet, term: str, owner: str) -> bool:
    """Whether somebody else restated `owner`'s current meaning and heard "yes"."""
    partner = termset.partners[owner]
    current = partner.meaning_fingerprint(term)
    if current is None:
        return False
    return any(
        _confirmed(other, partner, term, current)
        for other in termset.partners.values()
        if other.id != owner
    )


def is_stale(termset: TermSet, agreement: Agreement, outcome: Outcome, today: date) -> bool:
    """Whether a meaning, the draft or the review date changed since the outcome was recorded.

    A partner that says for the first time what it means counts as a change: nobody heard it.
    One whose file cannot be read does not: what it means now is not known.
    """
    if outcome.review is not None and outcome.review < today:
        return True
    if outcome.kind is OutcomeKind.SHARED and _draft_changed(termset, agreement, outcome):
        return True
    if not outcome.meanings:
        return False
    meanings = termset.meanings(agreement.term)
    then = {key: one for key, one in outcome.meanings.items() if key not in termset.unread}
    return then != {key: fingerprint(text) for key, text in meanings.items()}


def _drafted(termset: TermSet, agreement: Agreement) -> Status:
    positions = fresh_positions(termset, agreement.term)
    if any(position.position is Stand.OBJECTION for position in positions.values()):
        return Status.OBJECTED
    everyone = bool(termset.partners) and len(positions) == termset.size
    return Status.CONSENTED if everyone else Status.DRAFTED


def answer_to(owner: Partner, by: str, restatement: Restatement) -> Verdict | None:
    """The owner's last answer to a restatement by partner `by`."""
    found = (one for one in reversed(owner.verdicts) if one.answers(restatement, by))
    return next(found, None)


def _confirmed(by: Partner, owner: Partner, term: str, meaning: str) -> bool:
    answers = (
        answer_to(owner, by.id, one)
        for one in by.restatements
        if (one.term, one.of, one.of_fingerprint) == (term, owner.id, meaning)
    )
    return any(answer is not None and answer.verdict is Answer.YES for answer in answers)


def _draft_changed(termset: TermSet, agreement: Agreement, outcome: Outcome) -> bool:
    current = agreement.draft.fingerprint
    if outcome.on:
        return outcome.on != current
    positions = (partner.positions.get(agreement.term) for partner in termset.partners.values())
    return any(position is not None and position.on != current for position in positions)
