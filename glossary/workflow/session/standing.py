"""Where partners stand on the wording as it is now, for minutes."""

from typing import NamedTuple

from glossary.domain import Objection, Stand, TermSet, fresh_positions
from glossary.domain.phases import objections_of
from glossary.domain.visibility import holds_reasons
from glossary.workflow.session.consenting import Stood


class Standing(NamedTuple):
    """How many have answered, where they stand and who has no position.

    `objections` come with what became of them; `stood` has all else. Nothing but the number is
    told of a round that goes on, where `holds_reasons`.
    """

    answered: int
    holds_reasons: bool = False
    stood: tuple[Stood, ...] = ()
    absent: tuple[str, ...] = ()
    objections: tuple[Objection, ...] = ()


def standing(termset: TermSet, term: str) -> Standing:
    """Where partners stand on the draft of a term."""
    fresh = fresh_positions(termset, term)
    if holds_reasons(termset, term):
        return Standing(len(fresh), holds_reasons=True)
    agreement = termset.agreement(term)
    listed = tuple(one for one in objections_of(agreement) if one.on == agreement.draft.fingerprint)
    repeated = {one.partner for one in listed}
    stood = tuple(
        Stood(key, one)
        for key, one in fresh.items()
        if not (one.position is Stand.OBJECTION and key in repeated)
    )
    absent = tuple(key for key in termset.partners if key not in fresh)
    return Standing(len(fresh), False, stood, absent, listed)
