"""Who did what the present phase asks of each partner; never what they said."""

from collections.abc import Mapping

from glossary.domain import Phase, TermSet
from glossary.domain.restating import TurnState, state_of, turns
from glossary.workflow.lookup import term_of
from glossary.workflow.session.consenting import consent_round

_SAID = (TurnState.ASKED, TurnState.HEARD, TurnState.SKIPPED)


def done(termset: TermSet, term_id: str) -> Mapping[str, bool]:
    """Partner id to whether it is done; those of whom the phase asks nothing are left out.

    `termset` is the set as it is. Raises NotFoundError for an unknown term.
    """
    term = term_of(termset, term_id).id
    agreement = termset.agreement(term)
    if agreement.phase is Phase.COLLECT:
        said = termset.meanings(term)
        return {key: key in said for key in termset.partners}
    if agreement.phase is Phase.RESTATE:
        return {turn.by: state_of(termset, term, turn) in _SAID for turn in turns(termset, term)}
    if agreement.phase is Phase.CONSENT and agreement.draft.fingerprint:
        seats = consent_round(termset, term).seats
        return {seat.partner: seat.position is not None for seat in seats}
    return {}
