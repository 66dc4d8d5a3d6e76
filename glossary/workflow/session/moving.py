"""From phase to phase, forward and back."""

import datetime as dt

from glossary.domain import Agreement, Phase, RefusedError, TermSet
from glossary.domain.phases import closed_round, moved, with_objections
from glossary.domain.visibility import letter_order, seats
from glossary.locale import gettext as _
from glossary.workflow.lookup import term_of
from glossary.workflow.naming import quote
from glossary.workflow.outcomes import fresh_objections
from glossary.workflow.ports import Store
from glossary.workflow.session.timing import start_anew


def go(store: Store, set_id: str, term_id: str, phase: Phase, now: dt.datetime) -> Agreement:
    """Bring a term into a phase; its clock starts anew where the session is at this term.

    Collecting is blind until any later phase reveals the definitions, once and for all. Asking
    for consent opens a round on the wording as it is now; leaving a round keeps the objections
    that were made. Nothing is written when the term is in that phase.

    Raises NotFoundError for an unknown set or term; RefusedError where nobody said anything that
    could be revealed, and where there is no wording on which consent could be asked.
    """
    termset = store.load(set_id).termset
    term = term_of(termset, term_id)
    before = termset.agreement(term.id)
    _require(termset, term.id, phase)
    order, letters = seats(termset, term.id), letter_order(termset, term.id)
    objections = fresh_objections(termset, term.id) if before.phase is Phase.CONSENT else ()

    def change(agreement: Agreement) -> Agreement:
        return moved(with_objections(agreement, objections), phase, now, order, letters)

    agreement = before
    if change(before) != before:
        agreement = store.update_agreement(set_id, term.id, change)
    start_anew(store, termset, term.id, phase, now)
    return agreement


def close_round(store: Store, set_id: str, term_id: str, today: dt.date) -> Agreement:
    """End the round of consent on the present wording without those that have not answered.

    Raises NotFoundError for an unknown set or term.
    """
    term = term_of(store.load(set_id).termset, term_id)
    return store.update_agreement(set_id, term.id, lambda now: closed_round(now, today))


def _require(termset: TermSet, term: str, phase: Phase) -> None:
    agreement, label = termset.agreement(term), quote(termset.terms[term].label)
    is_revealed = agreement.revealed is not None
    if phase is not Phase.COLLECT and not is_revealed and not termset.meanings(term):
        raise RefusedError(
            _("Nobody has said yet what {term} means, so there is nothing to reveal.").format(
                term=label
            )
        )
    if phase is Phase.CONSENT and agreement.draft.fingerprint is None:
        raise RefusedError(
            _("{term} has no draft yet. Write one; then partners can take a position.").format(
                term=label
            )
        )
