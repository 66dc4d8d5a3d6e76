"""Answers on a scale of 1 to 5: knowing what the others mean, and how heated it is."""

from dataclasses import replace
from enum import StrEnum

from glossary.domain import Agreement, Partner, Ratings, RefusedError
from glossary.locale import gettext as _
from glossary.workflow.lookup import partner_of, term_of
from glossary.workflow.ports import Store


class Scale(StrEnum):
    """What is asked; the value is the field of `Ratings`."""

    KNOW_BEFORE = "know_before"
    KNOW_AFTER = "know_after"
    TEMPERATURE = "temperature"


def rate(
    store: Store, set_id: str, term_id: str, partner_id: str, scale: Scale, value: int | None
) -> Partner:
    """Keep a partner's answer, 1 to 5; None takes it back.

    Nothing is written when nothing changes. Raises NotFoundError for an unknown set, term or
    partner and RefusedError for another number.
    """
    _require(value)
    termset = store.load(set_id).termset
    term, partner = term_of(termset, term_id), partner_of(termset, partner_id)

    def change(now: Partner) -> Partner:
        given = replace(now.ratings.get(term.id, Ratings()), **{scale.value: value})
        others = {key: one for key, one in now.ratings.items() if key != term.id}
        if given == Ratings():
            return replace(now, ratings=others)
        return replace(now, ratings=dict(now.ratings) | {term.id: given})

    if change(partner) == partner:
        return partner
    return store.update_partner(set_id, partner.id, change)


def feel(store: Store, set_id: str, term_id: str, value: int | None) -> Agreement:
    """Keep how heated the conversation feels to the facilitator, 1 cool to 5 hot.

    Raises NotFoundError for an unknown set or term and RefusedError for another number.
    """
    _require(value)
    term = term_of(store.load(set_id).termset, term_id)
    return store.update_agreement(set_id, term.id, lambda now: replace(now, temperature=value))


def _require(value: int | None) -> None:
    if value is not None and not 1 <= value <= 5:
        raise RefusedError(_("Answer with a number from 1 to 5."))
